"""All manual pages as one page of Markdown."""

from collections.abc import Iterator
from itertools import groupby

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.rules.enforcement import cited_by
from cica_docs.rules.manual import Passage, passages
from cica_docs.rules.rule import Rule, rules
from cica_docs.text.markdown import GENERATED, code, plain
from cica_docs.text.terminal import written
from cica_docs.views.explain import message, statement
from cica_docs.views.provisions import Clauses


def handbook(corpus: Corpus, catalogue: Catalogue) -> str:
    """The manual pages of all rules, by group."""
    clauses = Clauses(corpus, catalogue)
    title, intro = (clauses.words.word(f"handbook.{key}") for key in ("title", "intro"))
    lines = [GENERATED, "", f"# {title}", "", intro]
    for group, found in groupby(rules(), key=lambda one: one.name.partition("/")[0]):
        lines += ["", f"## {group}"]
        for one in found:
            lines += _page(one, clauses)
    return written(lines)


def _page(rule: Rule, clauses: Clauses) -> Iterator[str]:
    words, catalogue = clauses.words, clauses.catalogue
    told = statement(rule, catalogue) if rule.manual else words.word("explain.no-manual")
    yield from ("", f"### {rule.name}", "", f"**{plain(told)}**")
    for passage in passages(rule.manual):
        yield from _passage(passage)
    yield from ("", f"#### {words.word('explain.message')}", "")
    yield from (f"- {plain(text)}" for text in message(rule, catalogue))
    yield from ("", f"#### {words.word('explain.enforces')}", "")
    provision = clauses.corpus.decision.provision(rule.provision)
    if provision is None:
        yield code(rule.provision)
    else:
        yield f"{code(provision.id)} ({plain(clauses.citation(provision))}): {plain(clauses.says(provision))}"
    cited = cited_by(clauses.corpus, rule.name)
    if cited:
        yield from ("", f"{words.word('explain.cites')}: {', '.join(map(code, cited))}")
    yield from ("", f"{words.word('explain.weighs')}: {plain(clauses.severities(provision))}")


def _passage(passage: Passage) -> Iterator[str]:
    if passage.heading:
        yield from ("", f"#### {plain(passage.heading)}")
    for is_example, lines in passage.blocks():
        yield ""
        if is_example:
            yield from lines
        else:
            yield plain(" ".join(lines))
