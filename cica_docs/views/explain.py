"""Explanations of rules and clauses."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import groupby

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.rules.enforcement import Enforcement, cited_by
from cica_docs.rules.manual import Passage
from cica_docs.rules.rule import Rule, Words, rules
from cica_docs.rules.translated_manual import translated_manual
from cica_docs.text.escape import escape_ci
from cica_docs.text.profile import profile_of
from cica_docs.text.terminal import format_columns, join_lines, table_width, truncate, wrap
from cica_docs.values.failure import Failure
from cica_docs.values.provision import Provision, text_of
from cica_docs.views.addressees import count_asks
from cica_docs.views.obligations import obligations_under
from cica_docs.views.obligations_formats import format_days
from cica_docs.views.provisions import Clauses

_INDENT = "  "
_DUTY = "obligation"


def explain(corpus: Corpus, catalogue: Catalogue, name: str) -> str:
    """Return the page of a rule, a group of rules, a clause, a chapter or a provision."""
    clauses = Clauses(corpus, catalogue)
    target = name.strip().strip("/").lower()
    for rule in rules():
        if rule.name == target:
            return join_lines(_rule_page(rule, clauses))
    group = [rule for rule in _used_rules(corpus) if rule.name.startswith(f"{target}/")]
    if group:
        return join_lines(_rule_list(group, clauses))
    provisions = provisions_of(corpus, target)
    if not provisions:
        if corpus.decision.further_text(f"{target}:"):
            return join_lines(wrap(clauses.describe_decision()))
        similar = get_close_matches(target, list_explainable(corpus), 1, 0.6)
        raise Failure("explain-unknown", name=name, suggestion=tuple(similar))
    return join_lines(_clause_page(provisions, clauses))


def list_explainable(corpus: Corpus) -> tuple[str, ...]:
    """List the names that can be explained: rules, groups, clauses, provisions."""
    names = [rule.name for rule in _used_rules(corpus)]
    groups = dict.fromkeys(name.partition("/")[0] for name in names)
    texts = (text.id for text in corpus.decision.further)
    return (*names, *groups, *clauses_of(corpus), *corpus.decision.recorded, *texts)


def _used_rules(corpus: Corpus) -> list[Rule]:
    """List the rules on the kinds of document that the register uses."""
    return [rule for rule in rules() if not rule.is_idle(corpus.kinds)]


def clauses_of(corpus: Corpus) -> tuple[str, ...]:
    """List the clauses that have provisions, in the order of the decision, house rules last."""
    return tuple(dict.fromkeys(provision.clause for provision in corpus.decision.recorded.values()))


def provisions_of(corpus: Corpus, name: str) -> tuple[Provision, ...]:
    """Return the provisions of a clause (`1.10`), of a chapter (`2`), or the provision with that id.

    One that is not in force on the day of the register reads as it last did, or first will.
    """
    return tuple(
        provision
        for provision in map(corpus.decision.latest, corpus.decision.recorded)
        if name in {provision.id, provision.clause, text_of(provision.id)} or provision.clause.startswith(f"{name}.")
    )


def format_overview(corpus: Corpus, catalogue: Catalogue) -> str:
    """Format all rules with their statements, and all clauses."""
    clauses = Clauses(corpus, catalogue)
    return join_lines((*_rule_list(_used_rules(corpus), clauses), "", *_clause_list(clauses)))


def statement_of(rule: Rule, catalogue: Catalogue) -> str:
    """Return the fault that a rule reports, in the reader's language if translated."""
    return escape_ci(translated_manual(rule, catalogue.language).statement)


def message_of(rule: Rule, clauses: Clauses) -> tuple[str, ...]:
    """Return the messages of a rule, one text for each variant, with the names of values in braces."""
    return tuple(_patterns(rule.message, rule, clauses, "message"))


def _patterns(english: Words, rule: Rule, clauses: Clauses, part: str) -> Iterator[str]:
    basis = clauses.basis_of(rule.name)
    known = {"basis": basis} if basis else {}
    bodies = clauses.corpus.reference.role_words(clauses.corpus.as_of)
    known |= {name: clauses.words.format_value(body) for name, body in bodies.items()}
    translated = clauses.catalogue.part("rules").get(rule.name)
    words = (translated.get(part) if isinstance(translated, dict) else None) or english
    for pattern in dict.fromkeys(words.values() if not isinstance(words, str) else (words,)):
        text = escape_ci(str(pattern).format_map(_Braces(known))).strip()
        if text:
            yield text


class _Braces(dict[str, str]):
    """Fills in the name of each value in braces; a suggestion is optional and is left out."""

    def __missing__(self, name: str) -> str:
        return "" if name == "suggestion" else f"{{{name}}}"


def _rule_list(listed: list[Rule], clauses: Clauses) -> Iterator[str]:
    yield clauses.words.word("explain.rules")
    names = max(len(rule.name) for rule in listed)
    for _, group in groupby(listed, key=lambda rule: rule.name.partition("/")[0]):
        yield ""
        for rule in group:
            yield from wrap(statement_of(rule, clauses.catalogue), first=f"{_INDENT}{rule.name:<{names}}  ")


def _clause_list(clauses: Clauses) -> Iterator[str]:
    yield clauses.words.word("explain.clauses")
    yield ""
    rows = []
    for clause in clauses_of(clauses.corpus):
        chapter = provisions_of(clauses.corpus, clause)
        of_clause = [provision for provision in chapter if provision.clause == clause]
        rows.append((clause, clauses.words.count("provision", len(of_clause)), clauses.statement_of(of_clause[0])))
    yield from (f"{_INDENT}{line}" for line in format_columns(rows, most=table_width() - len(_INDENT), widest=2))


def _rule_page(rule: Rule, clauses: Clauses) -> Iterator[str]:
    words, catalogue = clauses.words, clauses.catalogue
    yield rule.name
    yield from wrap(statement_of(rule, catalogue) if rule.manual else words.word("explain.no-manual"))
    for passage in translated_manual(rule, catalogue.language).passages:
        yield from _passage(passage, clauses)
    yield ""
    yield words.word("explain.message")
    for text in message_of(rule, clauses):
        yield from wrap(text, first=f"{_INDENT}– ")
    id = rule.provision_under(clauses.corpus.decision)
    is_idle = rule.is_idle(clauses.corpus.kinds)
    if is_idle or not id:
        yield ""
        yield from wrap(words.word("explain.idle" if is_idle else "explain.unbound"))
        return
    provision = clauses.corpus.decision.provision(id)
    yield ""
    yield words.word("explain.enforces")
    if provision is None:
        yield f"{_INDENT}{escape_ci(id)}"
    else:
        yield from _provision(provision, clauses)
    cited = cited_by(clauses.corpus, rule.name)
    if cited:
        yield from wrap(
            ", ".join(map(escape_ci, cited)), first=f"{_INDENT}{words.word('explain.cites')}: ", rest="    "
        )
    yield ""
    yield words.word("explain.weighs")
    yield f"{_INDENT}{clauses.severities_of(id)}"
    if provision is None or not provision.is_house_rule:
        yield from wrap(clauses.describe_decision(), first=_INDENT)


def _passage(passage: Passage, clauses: Clauses) -> Iterator[str]:
    yield ""
    if passage.heading:
        yield clauses.words.word(f"explain.{passage.heading}")
    for index, (is_example, lines) in enumerate(passage.blocks()):
        if index:
            yield ""
        if is_example:
            yield from (f"{_INDENT}{line}" for line in lines)
        else:
            yield from wrap(" ".join(lines), first=_INDENT)


def _provision(provision: Provision, clauses: Clauses) -> Iterator[str]:
    yield f"{_INDENT}{escape_ci(provision.id)}  {clauses.force_of(provision)} · {clauses.addressee_of(provision)}"
    yield from wrap(clauses.statement_of(provision), first=f"{_INDENT}{_INDENT}")
    for value in clauses.values_of(provision):
        yield f"{_INDENT}{_INDENT}{clauses.words.sentence('explain.value', value=value)}"
    for change in clauses.history_of(provision):
        yield from wrap(change, first=f"{_INDENT}{_INDENT}")
    source = clauses.source_of(provision)
    if source:
        yield f"{_INDENT}{_INDENT}{source}"


def _clause_page(provisions: tuple[Provision, ...], clauses: Clauses) -> Iterator[str]:
    by_clause = groupby(provisions, key=lambda provision: provision.clause)
    for index, (clause, clause_provisions) in enumerate(by_clause):
        if index:
            yield ""
        name = clauses.clause_name_of(clause)
        yield profile_of(clauses.catalogue.language).with_capital(name)
        for provision in clause_provisions:
            yield ""
            yield from _provision(provision, clauses)
            yield from _enforcements(provision, clauses)
    demands = tuple(count_asks(provisions, clauses))
    if demands:
        yield from ("", clauses.words.word("explain.asks"), *demands)
    yield from _now(provisions, clauses)
    if any(not provision.is_house_rule for provision in provisions):
        yield ""
        yield from wrap(clauses.describe_decision())


def _now(provisions: tuple[Provision, ...], clauses: Clauses) -> Iterator[str]:
    """Yield the obligations that follow from the provisions and are open on the day."""
    duties = frozenset(
        enforcement.where
        for provision in provisions
        for enforcement in clauses.enforcements_of(provision)
        if enforcement.by == _DUTY
    )
    if not duties:
        return
    owed = tuple(obligations_under(clauses.corpus, clauses.catalogue, duties))
    yield from ("", f"{clauses.words.word('explain.now')} ({clauses.report.day(clauses.corpus.as_of)})")
    if not owed:
        yield f"{_INDENT}{clauses.words.word('explain.nothing-now')}"
    for row in owed:
        days = format_days(row, clauses.words)
        description = " · ".join(filter(None, (row.addressee, row.title, row.area)))
        yield from wrap(f"{row.obligation.due} ({days}): {description}", first=_INDENT, rest=_INDENT * 2)
        yield from wrap(row.discharge, first=f"{_INDENT * 2}→ ")
    if owed:
        yield f"{_INDENT}{clauses.report.word('more')}: cica due"


def _enforcements(provision: Provision, clauses: Clauses) -> Iterator[str]:
    enforcements = clauses.enforcements_of(provision)
    indent = _INDENT * 2
    # Of one field several constraints may hold, as that it is there and what it is.
    for text in dict.fromkeys(_enforcement(enforcement, clauses) for enforcement in enforcements):
        yield from wrap(text, first=f"{indent}✓ ")
    if reason := clauses.reason_of(provision):
        yield from wrap(reason, first=f"{indent}· ")


def _enforcement(enforcement: Enforcement, clauses: Clauses) -> str:
    return truncate(clauses.words.sentence(f"behind.{enforcement.by}", what=enforcement.named), 400)
