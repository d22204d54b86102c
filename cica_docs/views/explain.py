"""Explain a rule or a clause to its reader."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import groupby

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.rules.enforcement import Enforcement, cited_by
from cica_docs.rules.manual import Passage, manual_passages
from cica_docs.rules.rule import Rule, Words, rules
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import WIDTH, format_columns, join_lines, truncate, wrap
from cica_docs.values.failure import Failure
from cica_docs.values.provision import Provision
from cica_docs.views.addressees import count_asks
from cica_docs.views.obligations import obligations_under
from cica_docs.views.obligations_formats import format_days
from cica_docs.views.provisions import Clauses

_INDENT = "  "
_DUTY = "obligation"


def explain(corpus: Corpus, catalogue: Catalogue, name: str) -> str:
    """The page of a rule, of a group of rules, of a clause or chapter, or of one provision."""
    clauses = Clauses(corpus, catalogue)
    wanted = name.strip().strip("/").lower()
    for rule in rules():
        if rule.name == wanted:
            return join_lines(_rule_page(rule, clauses))
    group = [rule for rule in rules() if rule.name.startswith(f"{wanted}/")]
    if group:
        return join_lines(_rule_list(group, clauses))
    provisions = provisions_of(corpus, wanted)
    if not provisions:
        near = get_close_matches(wanted, list_explainable(corpus), 1, 0.6)
        raise Failure("explain-unknown", name=name, suggestion=tuple(near))
    return join_lines(_clause_page(provisions, clauses))


def list_explainable(corpus: Corpus) -> tuple[str, ...]:
    """All that can be explained: rules, groups, clauses, provisions."""
    names = [rule.name for rule in rules()]
    groups = dict.fromkeys(name.partition("/")[0] for name in names)
    return (*names, *groups, *clauses_of(corpus), *corpus.decision.provisions)


def clauses_of(corpus: Corpus) -> tuple[str, ...]:
    """The clauses that have provisions, in the order of the decision, the house's last."""
    return tuple(dict.fromkeys(provision.clause for provision in corpus.decision.provisions.values()))


def provisions_of(corpus: Corpus, name: str) -> tuple[Provision, ...]:
    """The provisions of a clause (`1.10`), of a chapter (`2`), or the one with that id."""
    return tuple(
        provision
        for provision in corpus.decision.provisions.values()
        if name in {provision.id, provision.clause} or provision.clause.startswith(f"{name}.")
    )


def format_overview(corpus: Corpus, catalogue: Catalogue) -> str:
    """All rules with their statements, and all clauses."""
    clauses = Clauses(corpus, catalogue)
    return join_lines((*_rule_list(list(rules()), clauses), "", *_clause_list(clauses)))


def statement_of(rule: Rule, catalogue: Catalogue) -> str:
    """The fault that a rule finds, in the reader's language where it is put into words there."""
    translated = catalogue.part("rules").get(rule.name)
    found = translated.get("statement") if isinstance(translated, dict) else None
    return escape_ci(str(found or rule.statement))


def message_of(rule: Rule, catalogue: Catalogue) -> tuple[str, ...]:
    """What the rule says, with the places of its values in braces; one text for each of its variants."""
    return tuple(_patterns(rule.message, rule, catalogue, "message"))


def _patterns(english: Words, rule: Rule, catalogue: Catalogue, what: str) -> Iterator[str]:
    translated = catalogue.part("rules").get(rule.name)
    words = (translated.get(what) if isinstance(translated, dict) else None) or english
    for pattern in dict.fromkeys(words.values() if not isinstance(words, str) else (words,)):
        text = escape_ci(str(pattern).format_map(_Braces())).strip()
        if text:
            yield text


class _Braces(dict[str, str]):
    """Puts the name of each value where the value will stand; a suggestion is not always there and is left out."""

    def __missing__(self, name: str) -> str:
        return "" if name == "suggestion" else f"{{{name}}}"


def _rule_list(listed: list[Rule], clauses: Clauses) -> Iterator[str]:
    yield clauses.words.word("explain.rules")
    names = max(len(one.name) for one in listed)
    for _, group in groupby(listed, key=lambda one: one.name.partition("/")[0]):
        yield ""
        for one in group:
            yield from wrap(statement_of(one, clauses.catalogue), first=f"{_INDENT}{one.name:<{names}}  ")


def _clause_list(clauses: Clauses) -> Iterator[str]:
    yield clauses.words.word("explain.clauses")
    yield ""
    rows = []
    for clause in clauses_of(clauses.corpus):
        found = provisions_of(clauses.corpus, clause)
        own = [one for one in found if one.clause == clause]
        rows.append((clause, clauses.words.count("provision", len(own)), clauses.says(own[0])))
    yield from (f"{_INDENT}{line}" for line in format_columns(rows, most=WIDTH - len(_INDENT), widest=2))


def _rule_page(rule: Rule, clauses: Clauses) -> Iterator[str]:
    words, catalogue = clauses.words, clauses.catalogue
    yield rule.name
    yield from wrap(statement_of(rule, catalogue) if rule.manual else words.word("explain.no-manual"))
    for passage in manual_passages(rule.manual):
        yield from _passage(passage)
    yield ""
    yield words.word("explain.message")
    for text in message_of(rule, catalogue):
        yield from wrap(text, first=f"{_INDENT}– ")
    provision = clauses.corpus.decision.provision(rule.provision)
    yield ""
    yield words.word("explain.enforces")
    if provision is None:
        yield f"{_INDENT}{escape_ci(rule.provision)}"
    else:
        yield from _provision(provision, clauses)
    cited = cited_by(clauses.corpus, rule.name)
    if cited:
        yield from wrap(
            ", ".join(map(escape_ci, cited)), first=f"{_INDENT}{words.word('explain.cites')}: ", rest="    "
        )
    yield ""
    yield words.word("explain.weighs")
    yield f"{_INDENT}{clauses.severities(provision)}"
    if provision is None or not provision.is_house_rule:
        yield from wrap(clauses.decision(), first=_INDENT)


def _passage(passage: Passage) -> Iterator[str]:
    yield ""
    if passage.heading:
        yield passage.heading
    for index, (is_example, lines) in enumerate(passage.blocks()):
        if index:
            yield ""
        if is_example:
            yield from (f"{_INDENT}{line}" for line in lines)
        else:
            yield from wrap(" ".join(lines), first=_INDENT)


def _provision(provision: Provision, clauses: Clauses) -> Iterator[str]:
    yield f"{_INDENT}{escape_ci(provision.id)}  {clauses.force(provision)} · {clauses.addressee(provision)}"
    yield from wrap(clauses.says(provision), first=f"{_INDENT}{_INDENT}")
    for value in clauses.values(provision):
        yield f"{_INDENT}{_INDENT}{clauses.words.sentence('explain.value', value=value)}"


def _clause_page(provisions: tuple[Provision, ...], clauses: Clauses) -> Iterator[str]:
    by_clause = groupby(provisions, key=lambda one: one.clause)
    for index, (clause, found) in enumerate(by_clause):
        if index:
            yield ""
        name = clauses.clause(clause)
        yield name[:1].upper() + name[1:]
        for provision in found:
            yield ""
            yield from _provision(provision, clauses)
            yield from _behind(provision, clauses)
    asked = tuple(count_asks(provisions, clauses))
    if asked:
        yield from ("", clauses.words.word("explain.asks"), *asked)
    yield from _now(provisions, clauses)
    if any(not provision.is_house_rule for provision in provisions):
        yield ""
        yield from wrap(clauses.decision())


def _now(provisions: tuple[Provision, ...], clauses: Clauses) -> Iterator[str]:
    """What must be done now: the obligations that follow from the provisions and are open on the day."""
    duties = frozenset(one.where for provision in provisions for one in clauses.behind(provision) if one.by == _DUTY)
    if not duties:
        return
    owed = tuple(obligations_under(clauses.corpus, clauses.catalogue, duties))
    yield from ("", f"{clauses.words.word('explain.now')} ({clauses.report.day(clauses.corpus.as_of)})")
    if not owed:
        yield f"{_INDENT}{clauses.words.word('explain.nothing-now')}"
    for row in owed:
        days = format_days(row, clauses.words)
        told = " · ".join(filter(None, (row.addressee, row.title, row.area)))
        yield from wrap(f"{row.obligation.due} ({days}): {told}", first=_INDENT, rest=_INDENT * 2)
        yield from wrap(row.discharge, first=f"{_INDENT * 2}→ ")
    if owed:
        yield f"{_INDENT}{clauses.report.word('more')}: cica due"


def _behind(provision: Provision, clauses: Clauses) -> Iterator[str]:
    behind = clauses.behind(provision)
    indent = _INDENT * 2
    for one in behind:
        yield from wrap(_enforcement(one, clauses), first=f"{indent}✓ ")
    if reason := clauses.unchecked(provision):
        yield from wrap(clauses.words.sentence("behind.unchecked", reason=reason), first=f"{indent}· ")
    elif not behind:
        yield f"{indent}· {clauses.words.word(f'behind.{clauses.standing(provision)}')}"


def _enforcement(one: Enforcement, clauses: Clauses) -> str:
    return truncate(clauses.words.sentence(f"behind.{one.by}", what=str(one)), 400)
