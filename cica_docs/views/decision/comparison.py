"""What another text of the decision changes: clauses, provisions, rules, findings and obligations."""

from collections.abc import Iterable
from dataclasses import dataclass

from cica_docs.views.decision.clause_changes import ClauseChange
from cica_docs.views.decision.impact import SIGNS, Change
from cica_docs.views.provisions import Clauses

CATEGORIES = ("provision", "rule", "finding", "obligation")


@dataclass(frozen=True, eq=False)
class DecisionComparison:
    """Two texts of the decision and all changes between them; all texts are in the reader's language."""

    before: Clauses
    """The provisions of the register under the former text."""
    name: str
    """The other text, as it was named: a file, or a revision for the former one."""
    clauses: tuple[ClauseChange, ...]
    changes: tuple[Change, ...]
    title: str = "adopt.title"
    """The key of the sentence that says what is compared."""

    def of(self, category: str) -> tuple[Change, ...]:
        """Return the changes of a category."""
        return tuple(change for change in self.changes if change.category == category)

    def count(self, category: str, sign: str) -> int:
        """Count the changes of a category and sign; `clause` counts the clauses of the text."""
        if category == "clause":
            return sum(clause.sign == sign for clause in self.clauses)
        return len({change.subject for change in self.of(category) if change.sign == sign})

    def counts(self, categories: Iterable[str] = ("clause", *CATEGORIES)) -> dict[str, dict[str, int]]:
        """Count the changes by category and sign."""
        return {category: {sign: self.count(category, sign) for sign in SIGNS} for category in categories}

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the register in which a finding or an obligation changes, sorted."""
        concerned = (*self.of("finding"), *self.of("obligation"))
        return tuple(sorted({change.where.split(":")[0] for change in concerned}))

    @property
    def conclusion(self) -> str:
        """How many clauses, provisions, rules, findings and obligations change, and in how many files."""
        words = self.before.words
        if not self.changes and not self.clauses:
            return words.word("adopt.nothing")
        counts = {f"{category}_{sign}": n for category, by in self.counts().items() for sign, n in by.items()}
        sentences = [words.sentence("adopt.conclusion", **counts, files=len(self.files))]
        if self.clauses:
            sentences.insert(0, words.sentence("adopt.conclusion-of-clauses", **counts))
        return " ".join(sentences)
