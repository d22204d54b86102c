"""A comparison of two texts of the decision as text, Markdown and JSON."""

from collections.abc import Iterator, Sequence

from cica_docs.i18n.words import Words
from cica_docs.languages import Figure
from cica_docs.text.escape import escape_ci, escape_markdown, to_json
from cica_docs.text.terminal import join_lines, wrap
from cica_docs.views.decision.clause_changes import ClauseChange
from cica_docs.views.decision.comparison import CATEGORIES, DecisionComparison
from cica_docs.views.decision.impact import MARKS, Change, format_change_table
from cica_docs.views.decision.word_diff import WordChange, diff_words, mark_words
from cica_docs.views.obligations import ObligationRow

VERSION = 2
_WIDTH = 80
_LONG = 60_000
_MOST = 10
"""Obligations that are named one by one for a clause."""


def format_comparison(comparison: DecisionComparison) -> str:
    """Format the changes clause by clause, then by provision, rule, finding and obligation, and the conclusion."""
    words = comparison.before.words
    lines = [line for text in _introduction(comparison) for line in wrap(text, most=_WIDTH)]
    if comparison.clauses:
        lines += ["", words.word("adopt.clauses")]
        lines += [line for change in comparison.clauses for line in _clause_lines(comparison, change)]
    for category in CATEGORIES:
        if changes := comparison.of(category):
            lines += ["", words.word(f"adopt.{category}"), *(line for change in changes for line in _lines(change))]
    return join_lines([*lines, "", *wrap(comparison.conclusion, most=_WIDTH)])


def _introduction(comparison: DecisionComparison) -> tuple[str, str]:
    words, corpus = comparison.before.words, comparison.before.corpus
    title = words.sentence(comparison.title, id=corpus.decision.id, file=escape_ci(comparison.name))
    return title, words.sentence("impact.basis", day=corpus.as_of)


def _clause_lines(comparison: DecisionComparison, change: ClauseChange) -> Iterator[str]:
    """Yield the lines of a clause: its words in each language, and what hangs on it."""
    yield f"  {MARKS[change.sign]} {escape_ci(change.name)}"
    for language, (before, after) in change.texts.items():
        marked = escape_ci(mark_words(diff_words(before, after)), _LONG)
        yield from wrap(marked, first=f"      {language}  ", most=_WIDTH)
    for note in notes_of(comparison, change):
        yield from wrap(note, first="      · ", most=_WIDTH)


def notes_of(comparison: DecisionComparison, change: ClauseChange) -> Iterator[str]:
    """Yield what is to be said of a clause besides its words: numbers, values, and what hangs on it."""
    words, dependents = comparison.before.words, change.dependents
    gone, come = change.figures
    if gone or come:
        yield words.sentence("adopt.numbers", before=_written(gone), after=_written(come))
    for value in change.values:
        key = "adopt.deadline" if value.name == "obligation" else "adopt.value-may-change"
        yield words.sentence(key, name=value.name, provision=value.provision, value=value.value)
    hanging = {
        "provisions": tuple(provision.id for provision in dependents.provisions),
        "rules": dependents.rules,
        "works": dependents.works,
    }
    for name, listed in hanging.items():
        if listed:
            yield words.sentence(f"adopt.hanging.{name}", names=listed)
    yield from (_owed(words, row) for row in dependents.obligations[:_MOST])
    if rest := dependents.obligations[_MOST:]:
        yield words.sentence("adopt.hanging.more", count=len(rest))
    if not change.former:
        yield words.word("adopt.unstated")


def _owed(words: Words, row: ObligationRow) -> str:
    state = words.word("impact.known" if row.is_known_only else f"due.states.{row.state.value}")
    values = {"title": row.title, "by": row.addressee, "due": row.obligation.due, "state": state}
    owed = words.sentence("impact.obligation", **values)
    return words.sentence("adopt.hanging.obligation", provision=row.obligation.provision, owed=owed)


def _written(figures: Sequence[Figure]) -> str:
    return ", ".join(escape_ci(written) for _, written in figures) or "–"


def _lines(change: Change) -> Iterator[str]:
    """Yield a line that names the change, and what was and what is."""
    named = (change.subject, change.where) if change.category == "provision" else (change.where, change.subject)
    yield from wrap(
        f"{MARKS[change.sign]} {'  '.join(escape_ci(text) for text in named if text)}", first="  ", most=_WIDTH
    )
    for mark, text in (("−", change.before), ("+", change.after)):
        if text:
            yield from wrap(f"{mark} {escape_ci(text)}", first="      ", most=_WIDTH)


def format_comparison_markdown(comparison: DecisionComparison) -> str:
    """Format the report for a paper or an issue: the clauses, a table of the other changes, and the conclusion."""
    words = comparison.before.words
    title, basis = _introduction(comparison)
    lines = [f"# {escape_markdown(title)}", "", escape_markdown(basis), "", escape_markdown(comparison.conclusion)]
    for change in comparison.clauses:
        heading = f"{words.word(f'impact.{change.sign}')}: {change.name}"
        lines += ["", f"## {escape_markdown(heading)}", ""]
        for language, (before, after) in change.texts.items():
            lines.append(f"- {language}: {' '.join(_marked(each) for each in diff_words(before, after))}")
        lines += [f"- {escape_markdown(note)}" for note in notes_of(comparison, change)]
    lines += format_change_table(words, comparison.changes)
    return join_lines(lines)


def _marked(change: WordChange) -> str:
    parts = [escape_markdown(change.common)] if change.common else []
    parts += [f"~~{escape_markdown(change.removed)}~~"] if change.removed else []
    parts += [f"**{escape_markdown(change.added)}**"] if change.added else []
    return " ".join(parts)


def format_comparison_json(comparison: DecisionComparison, remaining: Sequence[str] = ()) -> str:
    """Format the comparison as JSON."""
    corpus = comparison.before.corpus
    return to_json(
        {
            "version": VERSION,
            "as_of": corpus.as_of.isoformat(),
            "decision": corpus.decision.id,
            "file": comparison.name,
            "counts": comparison.counts(),
            "files": list(comparison.files),
            "clauses": [_clause_data(change) for change in comparison.clauses],
            "changes": [
                {
                    "sign": change.sign,
                    "category": change.category,
                    "where": change.where,
                    "subject": change.subject,
                    "before": change.before,
                    "after": change.after,
                }
                for change in comparison.changes
            ],
            "conclusion": comparison.conclusion,
            "remaining": list(remaining),
        }
    )


def _clause_data(change: ClauseChange) -> dict[str, object]:
    dependents = change.dependents
    return {
        "sign": change.sign,
        "former": change.former,
        "number": change.number,
        "texts": {
            language.value: {
                "before": before,
                "after": after,
                "words": list(map(_word_data, diff_words(before, after))),
            }
            for language, (before, after) in change.texts.items()
        },
        "numbers": {
            key: [{"number": number, "written": written} for number, written in figures]
            for key, figures in zip(("gone", "come"), change.figures, strict=True)
        },
        "values_in_question": [
            {"provision": value.provision, "name": value.name, "value": value.value} for value in change.values
        ],
        "provisions": [provision.id for provision in dependents.provisions],
        "rules": list(dependents.rules),
        "works": list(dependents.works),
        "obligations": [
            {
                "id": row.obligation.id,
                "provision": row.obligation.provision,
                "title": row.title,
                "addressee": row.addressee,
                "due": row.obligation.due.isoformat(),
                "state": row.state.value,
                "where": row.where,
            }
            for row in dependents.obligations
        ],
    }


def _word_data(change: WordChange) -> dict[str, str]:
    parts = {"common": change.common, "removed": change.removed, "added": change.added}
    return {name: text for name, text in parts.items() if text}
