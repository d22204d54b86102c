"""What remains to do once an adopted text is in place: provisions to adapt, translations to write."""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.text.escape import escape_ci
from cica_docs.values.language import Language
from cica_docs.views.decision.clause_changes import ClauseChange
from cica_docs.views.decision.comparison import DecisionComparison


def remaining_work(
    comparison: DecisionComparison, after: Corpus, given: frozenset[Language], *, is_settled: bool
) -> tuple[str, ...]:
    """Return what remains to do, one sentence each; `given` are the languages in which the text came."""
    words, corpus = comparison.before.words, comparison.before.corpus
    folder = f"{corpus.snapshot.prefix}decision/{corpus.decision.id}"
    return (
        *(_of_clause(comparison, change) for change in comparison.clauses if change.dependents.provisions),
        *(_of_new_clause(comparison, change) for change in comparison.clauses if not change.former),
        *(_of_translations(comparison, after, given, folder) if comparison.clauses else ()),
        *(() if is_settled else (words.sentence("adopt.remaining.in-force", path=f"{folder}/provisions.yaml"),)),
    )


def _of_clause(comparison: DecisionComparison, change: ClauseChange) -> str:
    key = "repealed" if not change.number else "changed" if change.number == change.former else "renumbered"
    names = tuple(provision.id for provision in change.dependents.provisions)
    clause = comparison.before.clause_name_of(change.former)
    return comparison.before.words.sentence(f"adopt.remaining.{key}", clause=clause, number=change.number, names=names)


def _of_new_clause(comparison: DecisionComparison, change: ClauseChange) -> str:
    clause = comparison.before.clause_name_of(change.number)
    return comparison.before.words.sentence("adopt.remaining.new", clause=clause)


def _of_translations(
    comparison: DecisionComparison, after: Corpus, given: frozenset[Language], folder: str
) -> Iterator[str]:
    missing = [language for language in after.reference.languages if language not in given]
    if missing:
        paths = tuple(escape_ci(f"{folder}/{language}.md") for language in missing)
        yield comparison.before.words.sentence("adopt.remaining.translate", paths=paths)
