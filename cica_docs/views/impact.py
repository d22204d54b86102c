"""The impact of amended values as text, as JSON, as Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass

from cica_docs.text.canonical_json import to_json
from cica_docs.text.escape import escape_ci
from cica_docs.text.markdown import escape_markdown, format_markdown_code
from cica_docs.text.terminal import join_lines, wrap
from cica_docs.views.provisions import Clauses

VERSION = 1
SIGNS = ("appears", "vanishes", "changes")
_MARKS = {"appears": "+", "vanishes": "−", "changes": "~"}
_SORTS = ("finding", "obligation")


@dataclass(frozen=True)
class AmendedValue:
    """One value of a provision, in words before and after."""

    provision: str
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """A finding or an obligation that appears, vanishes or changes; all texts are in the reader's language."""

    sign: str
    sort: str
    """`finding` or `obligation`."""
    where: str
    what: str
    """The rule, or the provision."""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, eq=False)
class Impact:
    """All that would change, and the amendments that would change it."""

    clauses: Clauses
    amended: tuple[AmendedValue, ...]
    changes: tuple[Change, ...]

    def count(self, sort: str, sign: str) -> int:
        """How many changes are of a sort and sign."""
        return sum(1 for change in self.changes if (change.sort, change.sign) == (sort, sign))


def format_impact(found: Impact) -> str:
    """What changes, one a line, and the conclusion."""
    words = found.clauses.words
    lines = [line for text in _amendments(found) for line in wrap(text)]
    lines += wrap(words.sentence("impact.basis", day=found.clauses.corpus.as_of))
    for sort in _SORTS:
        changes = [change for change in found.changes if change.sort == sort]
        if changes:
            lines += ["", words.word(f"impact.{sort}s"), *(f"  {_line(change)}" for change in changes)]
    return join_lines([*lines, "", *wrap(conclusion_of(found))])


def conclusion_of(found: Impact) -> str:
    """One sentence: what is amended to what, and how many verdicts and obligations that moves."""
    words = found.clauses.words
    amended = "; ".join(f"{one.provision}: {one.before} → {one.after}" for one in found.amended)
    if not found.changes:
        return words.sentence("impact.nothing", amended=amended)
    counts = {f"{sort}_{sign}": found.count(sort, sign) for sort in _SORTS for sign in SIGNS}
    return words.sentence("impact.conclusion", amended=amended, **counts)


def _amendments(found: Impact) -> Iterator[str]:
    for one in found.amended:
        values = {"provision": one.provision, "before": one.before, "after": one.after}
        yield found.clauses.words.sentence("impact.title", **values)


def _line(one: Change) -> str:
    told = " → ".join(escape_ci(text) for text in (one.before, one.after) if text)
    return f"{_MARKS[one.sign]} {escape_ci(one.where)}  {escape_ci(one.what)}  {told}"


def format_impact_markdown(found: Impact) -> str:
    """The report for a paper or an issue: a table of what changes, and the conclusion."""
    words = found.clauses.words
    lines = [f"# {escape_markdown(words.word('impact.heading'))}", ""]
    lines += [f"- {escape_markdown(text)}" for text in _amendments(found)]
    lines += [
        "",
        escape_markdown(words.sentence("impact.basis", day=found.clauses.corpus.as_of)),
        "",
        escape_markdown(conclusion_of(found)),
    ]
    if found.changes:
        heads = [words.word(f"impact.columns.{key}") for key in ("sign", "what", "where", "before", "after")]
        lines += ["", _row(heads), _row(["---"] * len(heads))]
        lines += [
            _row(
                [
                    words.word(f"impact.{change.sign}"),
                    format_markdown_code(change.what),
                    format_markdown_code(change.where),
                    escape_markdown(change.before),
                    escape_markdown(change.after),
                ]
            )
            for change in found.changes
        ]
    return join_lines(lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def format_impact_json(found: Impact) -> str:
    """The impact as JSON."""
    corpus = found.clauses.corpus
    return to_json(
        {
            "version": VERSION,
            "as_of": corpus.as_of.isoformat(),
            "decision": corpus.decision.id,
            "amendments": [
                {"provision": one.provision, "name": one.name, "before": one.before, "after": one.after}
                for one in found.amended
            ],
            "counts": {sort: {sign: found.count(sort, sign) for sign in SIGNS} for sort in _SORTS},
            "changes": [
                {
                    "sign": change.sign,
                    "sort": change.sort,
                    "where": change.where,
                    "what": change.what,
                    "before": change.before,
                    "after": change.after,
                }
                for change in found.changes
            ],
            "conclusion": conclusion_of(found),
        }
    )
