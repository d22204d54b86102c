"""Every provision and what stands behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.rules.enforcement import Enforcement
from cica_docs.text.canonical_json import to_json
from cica_docs.text.escape import escape_ci
from cica_docs.text.markdown import GENERATED, escape_markdown, format_markdown_code
from cica_docs.text.terminal import format_columns, join_lines, truncate, wrap
from cica_docs.values.provision import Provision
from cica_docs.views.provisions import BINDING, Clauses

VERSION = 1
_MOST_SHOWN = 60
_MOST_NAMED = 3
_STANDINGS = ("enforced", "unchecked", "free", "nothing")


@dataclass(frozen=True)
class Traced:
    """A provision and what finds a breach of it."""

    provision: Provision
    behind: tuple[Enforcement, ...]
    standing: str
    """`enforced`, `unchecked` for a stated reason, `free` where no breach weighs, or `nothing`."""


@dataclass(frozen=True, eq=False)
class Trace:
    """All provisions of a corpus, the decision's first, as one reader is shown them."""

    clauses: Clauses
    rows: tuple[Traced, ...]

    def count(self, standing: str) -> int:
        """How many provisions stand so."""
        return sum(1 for row in self.rows if row.standing == standing)

    @property
    def open_duties(self) -> int:
        """How many provisions that bind (`shall`, `must`, `cannot`) have neither anything behind them nor a reason."""
        return sum(1 for row in self.rows if row.standing == "nothing" and row.provision.force in BINDING)


def trace_provisions(corpus: Corpus, catalogue: Catalogue) -> Trace:
    """What stands behind every provision of the decision and of the house."""
    clauses = Clauses(corpus, catalogue)
    provisions = corpus.decision.provisions.values()
    return Trace(
        clauses,
        tuple(Traced(provision, clauses.behind(provision), clauses.standing(provision)) for provision in provisions),
    )


def format_trace(found: Trace) -> str:
    """The trace as columns, one provision a line, and the counts."""
    clauses, words = found.clauses, found.clauses.words
    rows = [tuple(words.word(f"trace.{key}") for key in ("provision", "force", "addressee", "behind"))]
    for row in found.rows:
        one = row.provision
        rows.append((escape_ci(one.id), clauses.force(one), clauses.addressee(one), _in_short(row, clauses)))
    return join_lines((*format_columns(rows), "", *wrap(_counts(found)), *wrap(clauses.decision())))


def format_trace_markdown(found: Trace) -> str:
    """The trace as a page of Markdown, one table for each clause."""
    words = found.clauses.words
    lines = [GENERATED, "", f"# {words.word('trace.title')}", "", escape_markdown(words.word("trace.intro")), ""]
    lines += [escape_markdown(found.clauses.decision()), "", escape_markdown(_counts(found))]
    for clause, rows in groupby(found.rows, key=lambda row: row.provision.clause):
        name = found.clauses.clause(clause)
        heads = [words.word(f"trace.{key}") for key in ("provision", "force", "addressee", "says", "behind")]
        lines += ["", f"## {escape_markdown(name[:1].upper() + name[1:])}", "", _row(heads), _row(["---"] * len(heads))]
        lines += [_row(_cells(row, found.clauses)) for row in rows]
    return join_lines(lines)


def format_trace_json(found: Trace) -> str:
    """The trace as JSON."""
    decision = found.clauses.corpus.decision
    return to_json(
        {
            "version": VERSION,
            "decision": {"id": decision.id, "status": decision.status},
            "counts": {
                "provisions": len(found.rows),
                **{standing: found.count(standing) for standing in _STANDINGS},
                "open_duties": found.open_duties,
            },
            "provisions": [_object(row) for row in found.rows],
        }
    )


def _object(row: Traced) -> dict[str, object]:
    one = row.provision
    return {
        "id": one.id,
        "clause": one.clause,
        "force": one.force,
        "addressee": one.addressee,
        "binds": one.binds.value,
        "says": {language.value: text for language, text in one.says.items()},
        "values": {name: list(dated) for name, dated in one.values.items()},
        "standing": row.standing,
        "unchecked": {language.value: text for language, text in one.unchecked.items()},
        "behind": [{"by": by.by, "where": by.where, "what": by.what, "keyword": by.keyword} for by in row.behind],
    }


def _counts(found: Trace) -> str:
    return found.clauses.words.sentence(
        "trace.counts",
        provisions=found.clauses.words.count("provision", len(found.rows)),
        **{standing: found.count(standing) for standing in _STANDINGS},
        duties=found.open_duties,
    )


def _in_short(row: Traced, clauses: Clauses) -> str:
    """What stands behind a provision on one line: the rules by name, fields and sections by number."""
    if not row.behind or row.standing == "unchecked":
        return truncate(_without(row, clauses), _MOST_SHOWN)
    shown = [escape_ci(one.where) for one in row.behind if one.by == "rule"]
    duties = [one.where for one in row.behind if one.by == "obligation"]
    shown += [clauses.words.sentence("behind.obligation-in-short", what=duty) for duty in duties]
    for by in ("section", "optional", "schema"):
        places = [one.where for one in row.behind if one.by == by]
        if places:
            different = dict.fromkeys(places)
            counted = ", ".join(f"{escape_ci(place)} × {places.count(place)}" for place in different)
            if len(different) > _MOST_NAMED:
                counted = f"× {len(places)}"
            shown.append(clauses.words.sentence(f"behind.{by}", what=counted))
    return " · ".join(shown)


def _without(row: Traced, clauses: Clauses) -> str:
    """Why nothing stands behind a provision."""
    if row.provision.unchecked:
        return clauses.words.sentence("behind.unchecked", reason=clauses.unchecked(row.provision))
    return clauses.words.word(f"behind.{row.standing}")


def _cells(row: Traced, clauses: Clauses) -> Iterator[str]:
    one = row.provision
    yield format_markdown_code(one.id)
    yield escape_markdown(clauses.force(one))
    yield escape_markdown(clauses.addressee(one))
    yield "<br>".join((escape_markdown(clauses.says(one)), *map(escape_markdown, clauses.values(one))))
    behind = [_coded(by, clauses) for by in row.behind]
    if not row.behind or one.unchecked:
        behind.append(escape_markdown(_without(row, clauses)))
    yield "<br>".join(behind)


def _coded(one: Enforcement, clauses: Clauses) -> str:
    before, _, after = clauses.words.word(f"behind.{one.by}").partition("{what}")
    return f"{escape_markdown(before)}{format_markdown_code(str(one))}{escape_markdown(after)}"


def _row(cells: Iterator[str] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"
