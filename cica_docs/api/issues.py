"""One issue for each open obligation: what to open, update and close in the tracker."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cica_docs.text.escape import escape_ci, escape_issue_title, escape_markdown, escape_markdown_code
from cica_docs.values.obligation import Obligation
from cica_docs.views.obligations import ObligationList, ObligationRow

LABEL = "cica-deadline"
_MARKER = re.compile(r"\A<!-- cica:([a-z0-9./:-]{3,300}) -->")
_ID = re.compile(r"[a-z0-9./:-]{3,300}")
_REPORTED = frozenset({"overdue", "due-soon", "open"})


@dataclass(frozen=True)
class Issue:
    """An issue of the tracker; `is_declined` is true if a person closed it as not planned."""

    number: int
    title: str
    body: str
    labels: frozenset[str]
    is_open: bool
    is_declined: bool = False

    @property
    def obligation(self) -> str:
        """The id of its obligation; empty for any other issue."""
        match = _MARKER.match(self.body) if LABEL in self.labels else None
        return match[1] if match else ""


@dataclass(frozen=True)
class Ticket:
    """What the issue of an obligation says."""

    obligation: str
    title: str
    body: str
    labels: frozenset[str]


@dataclass(frozen=True)
class Step:
    """A change to the issues: `open`, `update`, `reopen` or `close`; a closing says why in a comment."""

    action: str
    number: int
    title: str
    body: str = ""
    labels: tuple[str, ...] = ()
    comment: str = ""


def build_tickets(listing: ObligationList) -> tuple[Ticket, ...]:
    """Compose the issues of the open obligations; nothing in them depends on the day.

    Worked examples have none, nor have obligations known from public sources only: what may have been done is not
    called undone in public.
    """
    return tuple(
        Ticket(
            row.obligation.id, _title(row, listing), _body(row, listing), frozenset({LABEL, _label(row.state.value)})
        )
        for row in listing.rows
        if row.group in _REPORTED and not row.is_example and _ID.fullmatch(row.obligation.id)
    )


def plan_steps(
    listing: ObligationList, everything: Mapping[str, Obligation], issues: Sequence[Issue]
) -> tuple[Step, ...]:
    """Plan the changes after which each open obligation has one issue.

    `everything` are all obligations on record, the discharged ones too. What a person closed as not planned stays.
    """
    known = _issues_by_obligation(issues)
    wanted = build_tickets(listing)
    changes = [step for ticket in wanted for step in _for(ticket, known.get(ticket.obligation))]
    ids = {ticket.obligation for ticket in wanted}
    stale = [issue for issue in issues if issue.is_open and issue.obligation and issue.obligation not in ids]
    return (*changes, *(step for issue in stale for step in _closing(issue, listing, everything)))


def _issues_by_obligation(issues: Sequence[Issue]) -> Mapping[str, Issue]:
    """Return the issue of each obligation: the open one, else the latest."""
    ordered = sorted(issues, key=lambda issue: (issue.is_open, -issue.number if issue.is_open else issue.number))
    return {issue.obligation: issue for issue in ordered if issue.obligation}


def _for(ticket: Ticket, issue: Issue | None) -> Iterator[Step]:
    if issue is None:
        yield Step("open", 0, ticket.title, ticket.body, tuple(sorted(ticket.labels)))
        return
    if not issue.is_open and issue.is_declined:
        return
    others = {label for label in issue.labels if not label.startswith("cica-")}
    labels = frozenset({*others, *ticket.labels})
    is_same = (issue.title, _text(issue.body), issue.labels) == (ticket.title, _text(ticket.body), labels)
    if not issue.is_open or not is_same:
        action = "update" if issue.is_open else "reopen"
        yield Step(action, issue.number, ticket.title, ticket.body, tuple(sorted(labels)))


def _text(body: str) -> str:
    return body.replace("\r\n", "\n").strip()


def _closing(issue: Issue, listing: ObligationList, everything: Mapping[str, Obligation]) -> Iterator[Step]:
    """Close an issue whose obligation is discharged, or missing from a register that is fully readable."""
    words = listing.clauses.words
    obligation = everything.get(issue.obligation)
    if obligation is not None and obligation.discharged is not None:
        comment = words.sentence("deadlines.discharged", day=obligation.discharged)
    elif obligation is None and all(document.is_readable for document in listing.clauses.corpus.documents):
        comment = words.word("deadlines.gone")
    else:
        return
    yield Step("close", issue.number, escape_ci(issue.title), comment=comment)


def _label(state: str) -> str:
    return f"cica-{state}"


def _title(row: ObligationRow, listing: ObligationList) -> str:
    key = "deadlines.issue-area" if row.area else "deadlines.issue"
    title = listing.clauses.words.sentence(key, addressee=row.addressee, title=row.title, area=row.area)
    return escape_issue_title(title)


def _body(row: ObligationRow, listing: ObligationList) -> str:
    words, obligation = listing.clauses.words, row.obligation
    facts = {
        "what": escape_markdown(row.title),
        "clause": escape_markdown(row.citation),
        "addressee": escape_markdown(row.addressee),
        "area": escape_markdown(row.area),
        "due": obligation.due.isoformat(),
        "discharge": escape_markdown(row.discharge),
        "where": escape_markdown_code(row.where),
        "id": escape_markdown_code(obligation.id),
    }
    lines = [f"- **{words.word(f'due.head.{key}')}**: {value}" for key, value in facts.items() if value]
    notes = [escape_markdown(note) for note in listing.notes]
    return "\n".join(
        (
            f"<!-- cica:{obligation.id} -->",
            "",
            *lines,
            "",
            *notes,
            "",
            f"<sub>{words.word('deadlines.intro')}</sub>",
            "",
        )
    )
