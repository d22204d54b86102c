"""What the adoption of a text changes, as text and JSON."""

from collections.abc import Iterator
from dataclasses import dataclass

from cica_docs.text.escape import escape_ci, to_json
from cica_docs.text.terminal import join_lines, wrap
from cica_docs.views.impact import SIGNS, Change
from cica_docs.views.provisions import Clauses

VERSION = 1
CATEGORIES = ("clause", "rule", "finding", "obligation")
_MARKS = {"appears": "+", "vanishes": "−", "changes": "~"}


@dataclass(frozen=True, eq=False)
class Adoption:
    """The adopted text and all changes that it brings; all texts are in the reader's language."""

    clauses: Clauses
    """Those of the register before the adoption."""
    name: str
    """The file of the adopted text, as given."""
    changes: tuple[Change, ...]

    def count(self, category: str, sign: str) -> int:
        """Count the changes of a category and sign."""
        return len({change.subject for change in self._of(category) if change.sign == sign})

    def _of(self, category: str) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.category == category)

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the register in which a finding or an obligation changes, sorted."""
        concerned = (*self._of("finding"), *self._of("obligation"))
        return tuple(sorted({change.where.split(":")[0] for change in concerned}))


def format_adoption(adoption: Adoption) -> str:
    """Format the changes clause by clause, then by rule, finding and obligation, and the conclusion."""
    words = adoption.clauses.words
    decision = adoption.clauses.corpus.decision
    title = words.sentence("adopt.title", id=decision.id, file=escape_ci(adoption.name))
    lines = [*wrap(title), *wrap(words.sentence("impact.basis", day=adoption.clauses.corpus.as_of))]
    for category in CATEGORIES:
        changes = [change for change in adoption.changes if change.category == category]
        if changes:
            lines += ["", words.word(f"adopt.{category}"), *(line for change in changes for line in _lines(change))]
    return join_lines([*lines, "", *wrap(conclusion_of(adoption))])


def conclusion_of(adoption: Adoption) -> str:
    """Return how many provisions, rules, findings and obligations change, and in how many files."""
    words = adoption.clauses.words
    if not adoption.changes:
        return words.word("adopt.nothing")
    counts = {f"{category}_{sign}": adoption.count(category, sign) for category in CATEGORIES for sign in SIGNS}
    return words.sentence("adopt.conclusion", **counts, files=len(adoption.files))


def _lines(change: Change) -> Iterator[str]:
    """Yield a line that names the change, and what was and what is."""
    named = (change.subject, change.where) if change.category == "clause" else (change.where, change.subject)
    yield from wrap(f"{_MARKS[change.sign]} {'  '.join(escape_ci(text) for text in named if text)}", first="  ")
    for mark, text in (("−", change.before), ("+", change.after)):
        if text:
            yield from wrap(f"{mark} {escape_ci(text)}", first="      ")


def format_adoption_json(adoption: Adoption) -> str:
    """Format the adoption as JSON."""
    corpus = adoption.clauses.corpus
    return to_json(
        {
            "version": VERSION,
            "as_of": corpus.as_of.isoformat(),
            "decision": corpus.decision.id,
            "file": adoption.name,
            "counts": {category: {sign: adoption.count(category, sign) for sign in SIGNS} for category in CATEGORIES},
            "files": list(adoption.files),
            "changes": [
                {
                    "sign": change.sign,
                    "category": change.category,
                    "where": change.where,
                    "subject": change.subject,
                    "before": change.before,
                    "after": change.after,
                }
                for change in adoption.changes
            ],
            "conclusion": conclusion_of(adoption),
        }
    )
