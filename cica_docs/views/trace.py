"""The trace: every provision and its enforcement."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.rules.enforcement import Enforcement
from cica_docs.text.escape import escape_ci, escape_markdown, escape_markdown_code, to_json
from cica_docs.text.markdown import GENERATED, format_head, format_row
from cica_docs.text.profile import profile_of
from cica_docs.text.terminal import format_columns, join_lines, truncate, wrap
from cica_docs.values.provision import Provision
from cica_docs.views.provisions import BINDING, Clauses

VERSION = 2
_MAX_TEXT = 60
_MAX_NAMES = 3
COVERAGES = ("enforced", "partly", "unchecked", "free", "nothing")


@dataclass(frozen=True)
class TraceRow:
    """A provision and its enforcement."""

    provision: Provision
    enforced_by: tuple[Enforcement, ...]
    coverage: str
    """As `Clauses.coverage_of` returns it."""


@dataclass(frozen=True, eq=False)
class Trace:
    """All provisions of a corpus, the decision's first, in the reader's language."""

    clauses: Clauses
    rows: tuple[TraceRow, ...]

    def count(self, coverage: str) -> int:
        """Count the provisions with a coverage."""
        return sum(1 for row in self.rows if row.coverage == coverage)

    @property
    def open_duties(self) -> int:
        """The number of binding provisions (`shall`, `must`, `cannot`) that are not checked yet."""
        return sum(1 for row in self.rows if row.coverage == "nothing" and row.provision.force in BINDING)


def trace_provisions(corpus: Corpus, catalogue: Catalogue) -> Trace:
    """Trace the enforcement of every provision of the decision and of the house."""
    clauses = Clauses(corpus, catalogue)
    provisions = corpus.decision.provisions.values()
    return Trace(
        clauses,
        tuple(
            TraceRow(provision, clauses.enforcements_of(provision), clauses.coverage_of(provision))
            for provision in provisions
        ),
    )


def format_trace(trace: Trace) -> str:
    """Format the trace as columns, one provision a line, and the counts."""
    clauses, words = trace.clauses, trace.clauses.words
    rows = [tuple(words.word(f"trace.{key}") for key in ("provision", "force", "addressee", "behind"))]
    for row in trace.rows:
        provision = row.provision
        rows.append(
            (
                escape_ci(provision.id),
                clauses.force_of(provision),
                clauses.addressee_of(provision),
                _in_short(row, clauses),
            )
        )
    remarks = (count_coverages(trace), clauses.describe_not_in_force(), clauses.describe_decision())
    return join_lines((*format_columns(rows), "", *(line for remark in remarks if remark for line in wrap(remark))))


def format_trace_markdown(trace: Trace) -> str:
    """Format the trace as Markdown, one table for each clause."""
    words = trace.clauses.words
    lines = [GENERATED, "", f"# {words.word('trace.title')}", "", escape_markdown(words.word("trace.intro")), ""]
    lines += [escape_markdown(trace.clauses.describe_decision()), "", escape_markdown(count_coverages(trace))]
    if remark := trace.clauses.describe_not_in_force():
        lines += ["", escape_markdown(remark)]
    for clause, rows in groupby(trace.rows, key=lambda row: row.provision.clause):
        name = trace.clauses.clause_name_of(clause)
        heads = [words.word(f"trace.{key}") for key in ("provision", "force", "addressee", "says", "behind")]
        lines += ["", f"## {escape_markdown(profile_of(words.language).with_capital(name))}", "", *format_head(heads)]
        lines += [format_row(_cells(row, trace.clauses)) for row in rows]
    return join_lines(lines)


def format_trace_json(trace: Trace) -> str:
    """Format the trace as JSON."""
    decision = trace.clauses.corpus.decision
    return to_json(
        {
            "version": VERSION,
            "decision": {"id": decision.id, "status": decision.status},
            "counts": {
                "provisions": len(trace.rows),
                **{coverage: trace.count(coverage) for coverage in COVERAGES},
                "open_duties": trace.open_duties,
            },
            "provisions": [_object(row) for row in trace.rows],
            "not_in_force": [id for id in decision.recorded if id not in decision.provisions],
        }
    )


def _object(row: TraceRow) -> dict[str, object]:
    provision = row.provision
    return {
        "id": provision.id,
        "clause": provision.clause,
        "force": provision.force,
        "addressee": provision.addressee,
        "binds": provision.binds.value,
        "says": {language.value: text for language, text in provision.says.items()},
        "values": {name: list(dated) for name, dated in provision.values.items()},
        "standing": row.coverage,
        "unchecked": {language.value: text for language, text in provision.unchecked.items()},
        "not_yet": {language.value: text for language, text in provision.not_yet.items()},
        "behind": [
            {"by": by.by, "where": by.where, "what": by.detail, "keyword": by.keyword} for by in row.enforced_by
        ],
    }


def count_coverages(trace: Trace) -> str:
    """Count the provisions by coverage, in a sentence."""
    return trace.clauses.words.sentence(
        "trace.counts",
        provisions=trace.clauses.words.count("provision", len(trace.rows)),
        **{coverage: trace.count(coverage) for coverage in COVERAGES},
        duties=trace.open_duties,
    )


def _in_short(row: TraceRow, clauses: Clauses) -> str:
    """Return the enforcement of a provision on one line: rules by name, fields and sections by number."""
    if not row.enforced_by or row.coverage in {"unchecked", "nothing"}:
        return truncate(clauses.reason_of(row.provision), _MAX_TEXT)
    enforced_by = " · ".join(list_enforcements(row, clauses))
    return clauses.words.sentence("behind.partly", what=enforced_by) if row.coverage == "partly" else enforced_by


def list_enforcements(row: TraceRow, clauses: Clauses) -> list[str]:
    """List the enforcements of a provision in few words: rules by name, fields and sections by number."""
    parts = [escape_ci(enforcement.where) for enforcement in row.enforced_by if enforcement.by == "rule"]
    resting = [enforcement.where for enforcement in row.enforced_by if enforcement.by == "basis"]
    parts += [clauses.words.sentence("behind.basis", what=escape_ci(rule)) for rule in resting]
    duties = [enforcement.where for enforcement in row.enforced_by if enforcement.by == "obligation"]
    parts += [clauses.words.sentence("behind.obligation-in-short", what=duty) for duty in duties]
    for by in ("section", "optional", "schema"):
        places = [enforcement.where for enforcement in row.enforced_by if enforcement.by == by]
        if places:
            different = dict.fromkeys(places)
            counted = ", ".join(f"{escape_ci(place)} × {places.count(place)}" for place in different)
            if len(different) > _MAX_NAMES:
                counted = f"× {len(places)}"
            parts.append(clauses.words.sentence(f"behind.{by}", what=counted))
    return parts


def _cells(row: TraceRow, clauses: Clauses) -> Iterator[str]:
    provision = row.provision
    yield escape_markdown_code(provision.id)
    yield escape_markdown(clauses.force_of(provision))
    yield escape_markdown(clauses.addressee_of(provision))
    yield "<br>".join(
        (escape_markdown(clauses.statement_of(provision)), *map(escape_markdown, clauses.values_of(provision)))
    )
    enforcements = [_coded(enforcement, clauses) for enforcement in row.enforced_by]
    if reason := clauses.reason_of(provision):
        enforcements.append(escape_markdown(reason))
    yield "<br>".join(enforcements)


def _coded(enforcement: Enforcement, clauses: Clauses) -> str:
    before, _, after = clauses.words.word(f"behind.{enforcement.by}").partition("{what}")
    return f"{escape_markdown(before)}{escape_markdown_code(str(enforcement))}{escape_markdown(after)}"
