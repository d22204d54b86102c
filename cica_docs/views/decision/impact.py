"""The impact of amended values as text, JSON and Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cica_docs.i18n.words import Words
from cica_docs.text.escape import escape_ci, escape_markdown, escape_markdown_code, to_json
from cica_docs.text.markdown import format_head, format_row
from cica_docs.text.terminal import join_lines, wrap
from cica_docs.views.provisions import Clauses

VERSION = 1
SIGNS = ("appears", "vanishes", "changes")
MARKS = {"appears": "+", "vanishes": "−", "changes": "~"}
_CATEGORIES = ("finding", "obligation")


@dataclass(frozen=True)
class AmendedValue:
    """A value of a provision, in words before and after."""

    provision: str
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """A provision, rule, finding or obligation that appears, vanishes or changes, in the reader's language."""

    sign: str
    category: str
    """`provision`, `rule`, `finding` or `obligation`."""
    where: str
    subject: str
    """The rule or the provision."""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, eq=False)
class Impact:
    """The amendments and all changes that they cause."""

    clauses: Clauses
    amended: tuple[AmendedValue, ...]
    changes: tuple[Change, ...]

    def count(self, category: str, sign: str) -> int:
        """Count the changes of a category and sign."""
        return sum(1 for change in self.changes if (change.category, change.sign) == (category, sign))


def format_impact(impact: Impact) -> str:
    """Format the changes, one a line, and the conclusion."""
    words = impact.clauses.words
    lines = [line for text in _amendments(impact) for line in wrap(text)]
    lines += wrap(words.sentence("impact.basis", day=impact.clauses.corpus.as_of))
    for category in _CATEGORIES:
        changes = [change for change in impact.changes if change.category == category]
        if changes:
            lines += ["", words.word(f"impact.{category}s"), *(f"  {_line(change)}" for change in changes)]
    return join_lines([*lines, "", *wrap(conclusion_of(impact))])


def conclusion_of(impact: Impact) -> str:
    """Return one sentence: which values change, and how many findings and obligations change with them."""
    words = impact.clauses.words
    amended = "; ".join(f"{value.provision}: {value.before} → {value.after}" for value in impact.amended)
    if not impact.changes:
        return words.sentence("impact.nothing", amended=amended)
    counts = {f"{category}_{sign}": impact.count(category, sign) for category in _CATEGORIES for sign in SIGNS}
    return words.sentence("impact.conclusion", amended=amended, **counts)


def _amendments(impact: Impact) -> Iterator[str]:
    for value in impact.amended:
        values = {"provision": value.provision, "before": value.before, "after": value.after}
        yield impact.clauses.words.sentence("impact.title", **values)


def _line(change: Change) -> str:
    values = " → ".join(escape_ci(text) for text in (change.before, change.after) if text)
    return f"{MARKS[change.sign]} {escape_ci(change.where)}  {escape_ci(change.subject)}  {values}"


def format_impact_markdown(impact: Impact) -> str:
    """Format the report for a paper or an issue: a table of changes, and the conclusion."""
    words = impact.clauses.words
    lines = [f"# {escape_markdown(words.word('impact.heading'))}", ""]
    lines += [f"- {escape_markdown(text)}" for text in _amendments(impact)]
    lines += [
        "",
        escape_markdown(words.sentence("impact.basis", day=impact.clauses.corpus.as_of)),
        "",
        escape_markdown(conclusion_of(impact)),
    ]
    lines += format_change_table(words, impact.changes)
    return join_lines(lines)


def format_change_table(words: Words, changes: Sequence[Change]) -> list[str]:
    """Format changes as a Markdown table after an empty line; no lines without changes."""
    if not changes:
        return []
    heads = [words.word(f"impact.columns.{key}") for key in ("sign", "what", "where", "before", "after")]
    rows = (
        [
            words.word(f"impact.{change.sign}"),
            escape_markdown_code(change.subject),
            escape_markdown_code(change.where),
            escape_markdown(change.before),
            escape_markdown(change.after),
        ]
        for change in changes
    )
    return ["", *format_head(heads), *map(format_row, rows)]


def format_impact_json(impact: Impact) -> str:
    """Format the impact as JSON."""
    corpus = impact.clauses.corpus
    return to_json(
        {
            "version": VERSION,
            "as_of": corpus.as_of.isoformat(),
            "decision": corpus.decision.id,
            "amendments": [
                {"provision": value.provision, "name": value.name, "before": value.before, "after": value.after}
                for value in impact.amended
            ],
            "counts": {category: {sign: impact.count(category, sign) for sign in SIGNS} for category in _CATEGORIES},
            "changes": [
                {
                    "sign": change.sign,
                    "sort": change.category,
                    "where": change.where,
                    "what": change.subject,
                    "before": change.before,
                    "after": change.after,
                }
                for change in impact.changes
            ],
            "conclusion": conclusion_of(impact),
        }
    )
