"""The coverage of a decision, clause by clause: what is asked, what enforces it, what is out of reach and why."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from cica_docs.text.escape import escape_markdown
from cica_docs.text.markdown import GENERATED, format_head, format_row
from cica_docs.text.profile import profile_of
from cica_docs.text.terminal import join_lines
from cica_docs.views.provisions import Clauses
from cica_docs.views.trace import COVERAGES, Trace, TraceRow, count_coverages, list_enforcements


def format_coverage(trace: Trace) -> str:
    """Format the coverage of the decision as Markdown: a summary by clause, then a table for each clause."""
    trace = replace(trace, rows=tuple(row for row in trace.rows if not row.provision.is_house_rule))
    words = trace.clauses.words
    lines = [GENERATED, "", f"# {words.word('coverage.title')}", "", escape_markdown(words.word("coverage.intro")), ""]
    lines += [escape_markdown(trace.clauses.describe_decision()), "", escape_markdown(count_coverages(trace)), ""]
    heads = [words.word(f"coverage.{key}") for key in ("clause", "statements", *COVERAGES)]
    by_clause = [(clause, tuple(rows)) for clause, rows in groupby(trace.rows, key=lambda row: row.provision.clause)]
    lines += [*format_head(heads), *(format_row(_numbers(clause, rows, trace.clauses)) for clause, rows in by_clause)]
    for clause, rows in by_clause:
        lines += ["", f"## {_name(clause, trace.clauses)}", ""]
        lines += format_head(words.word(f"coverage.{key}") for key in ("asked", "enforced-by", "out-of-reach"))
        lines += [format_row(_cells(row, trace.clauses)) for row in rows]
    return join_lines(lines)


def _name(clause: str, clauses: Clauses) -> str:
    name = clauses.clause_name_of(clause)
    return escape_markdown(profile_of(clauses.catalogue.language).with_capital(name))


def _numbers(clause: str, rows: Sequence[TraceRow], clauses: Clauses) -> Iterator[str]:
    yield _name(clause, clauses)
    yield str(len(rows))
    for coverage in COVERAGES:
        yield str(sum(row.coverage == coverage for row in rows) or "")


def _cells(row: TraceRow, clauses: Clauses) -> Iterator[str]:
    provision = row.provision
    asked = f"{clauses.force_of(provision)} · {clauses.addressee_of(provision)}: {clauses.statement_of(provision)}"
    yield "<br>".join((escape_markdown(asked), *map(escape_markdown, clauses.values_of(provision))))
    yield "<br>".join(map(escape_markdown, list_enforcements(row, clauses)))
    yield escape_markdown(clauses.reason_of(provision))
