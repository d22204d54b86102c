"""The manual pages of all rules as a page of Markdown."""

from collections.abc import Iterator
from itertools import groupby

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.rules.enforcement import cited_by
from cica_docs.rules.manual import Passage
from cica_docs.rules.rule import Rule, rules
from cica_docs.rules.translated_manual import translated_manual
from cica_docs.text.escape import escape_markdown, escape_markdown_code
from cica_docs.text.markdown import GENERATED
from cica_docs.text.terminal import join_lines
from cica_docs.views.explain import message_of, statement_of
from cica_docs.views.provisions import Clauses


def format_handbook(corpus: Corpus, catalogue: Catalogue) -> str:
    """Format the manual pages of all rules, by group."""
    clauses = Clauses(corpus, catalogue)
    title, intro = (clauses.words.word(f"handbook.{key}") for key in ("title", "intro"))
    lines = [GENERATED, "", f"# {title}", "", intro]
    for group, group_rules in groupby(rules(), key=lambda rule: rule.name.partition("/")[0]):
        lines += ["", f"## {group}"]
        for rule in group_rules:
            lines += _page(rule, clauses)
    return join_lines(lines)


def _page(rule: Rule, clauses: Clauses) -> Iterator[str]:
    words, catalogue = clauses.words, clauses.catalogue
    statement = statement_of(rule, catalogue) if rule.manual else words.word("explain.no-manual")
    yield from ("", f"### {rule.name}", "", f"**{escape_markdown(statement)}**")
    for passage in translated_manual(rule, catalogue.language).passages:
        yield from _passage(passage, clauses)
    yield from ("", f"#### {words.word('explain.message')}", "")
    yield from (f"- {escape_markdown(text)}" for text in message_of(rule, clauses))
    id = rule.provision_under(clauses.corpus.decision)
    if not id:
        yield from ("", escape_markdown(words.word("explain.unbound")))
        return
    yield from ("", f"#### {words.word('explain.enforces')}", "")
    provision = clauses.corpus.decision.provision(id)
    if provision is None:
        yield escape_markdown_code(id)
    else:
        citation, says = clauses.citation_of(provision), clauses.statement_of(provision)
        yield f"{escape_markdown_code(id)} ({escape_markdown(citation)}): {escape_markdown(says)}"
    cited = cited_by(clauses.corpus, rule.name)
    if cited:
        yield from ("", f"{words.word('explain.cites')}: {', '.join(map(escape_markdown_code, cited))}")
    yield from ("", f"{words.word('explain.weighs')}: {escape_markdown(clauses.severities_of(id))}")


def _passage(passage: Passage, clauses: Clauses) -> Iterator[str]:
    if passage.heading:
        yield from ("", f"#### {escape_markdown(clauses.words.word(f'explain.{passage.heading}'))}")
    for is_example, lines in passage.blocks():
        yield ""
        if is_example:
            yield from lines
        else:
            yield _format_prose(" ".join(lines))


def _format_prose(text: str) -> str:
    """Format a paragraph in which `…` marks code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape_markdown(text)
    return "".join(escape_markdown_code(part) if at % 2 else escape_markdown(part) for at, part in enumerate(parts))
