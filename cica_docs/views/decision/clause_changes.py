"""The clauses of two texts of a decision: which words and numbers differ, and what hangs on each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cica_docs.documents.clauses import Clause, read_clauses
from cica_docs.documents.corpus import Corpus
from cica_docs.languages import Figure, figures_of
from cica_docs.text.escape import to_json
from cica_docs.values.language import Language
from cica_docs.values.provision import Provision
from cica_docs.views.decision.clause_dependents import Dependents, DependentsIndex
from cica_docs.views.provisions import Clauses

_SIMILAR = 0.5
_OF_SAME_NUMBER = 0.2
_MOST_COMPARED = 400
"""Clauses without a counterpart on either side; of more only equal numbers are set side by side."""


@dataclass(frozen=True)
class ValueInQuestion:
    """A number of a provision that the words of its clause no longer have, or that may have joined it."""

    provision: str
    name: str
    """The name of the value; `obligation` if the deadline of the obligation has the number."""
    value: str


@dataclass(frozen=True, eq=False)
class ClauseChange:
    """A clause that is new, repealed, renumbered or in other words."""

    former: str
    """Its number before; "" if it is new."""
    number: str
    """Its number after; "" if it is repealed."""
    texts: Mapping[Language, tuple[str, str]]
    """Its text before and after, in each language in which it differs."""
    figures: tuple[tuple[Figure, ...], tuple[Figure, ...]]
    """The numbers that are gone, and those that have come."""
    values: tuple[ValueInQuestion, ...]
    dependents: Dependents

    @property
    def sign(self) -> str:
        """`appears`, `vanishes` or `changes`."""
        return "appears" if not self.former else "vanishes" if not self.number else "changes"

    @property
    def name(self) -> str:
        """Its number, or both if it is renumbered."""
        return " → ".join(dict.fromkeys(filter(None, (self.former, self.number))))


def compare_clauses(before: Clauses, after: Clauses) -> tuple[ClauseChange, ...]:
    """Compare the texts of the decision in all languages of the register, clause by clause.

    A translation is compared by its own numbers: it may still have the former ones.
    """
    old, new = _texts(before.corpus), _texts(after.corpus)
    original = after.corpus.reference.original
    pairs = pair_clauses(old.get(original, ()), new.get(original, ()))
    changes: dict[tuple[str, str], dict[Language, tuple[str, str]]] = {pair: {} for pair in pairs}
    for language in sorted(new, key=lambda language: language != original):
        earlier, later = _by_number(old.get(language, ())), _by_number(new[language])
        numbers = dict(pairs)
        for former, number in pair_clauses(old.get(language, ()), new[language]):
            texts = earlier.get(former, ""), later.get(number, "")
            if texts[0] != texts[1]:
                key = (former, numbers.get(former, number)) if former else ("", number)
                changes.setdefault(key, {})[language] = texts
    index = DependentsIndex(before)
    return tuple(_change(index, *pair, texts) for pair, texts in changes.items() if texts or pair[0] != pair[1])


def _texts(corpus: Corpus) -> dict[Language, tuple[Clause, ...]]:
    """Return the clauses of the decision in each language."""
    decision = corpus.decision
    documents = ((language, corpus.document(f"decision/{decision.id}", language)) for language in corpus.languages)
    return {
        language: read_clauses(document.text, has_single_numbers=decision.has_single_numbers)
        for language, document in documents
        if document is not None
    }


def _by_number(clauses: Sequence[Clause]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for clause in clauses:
        texts[clause.number] = " ".join(filter(None, (texts.get(clause.number, ""), clause.text)))
    return texts


def pair_clauses(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[tuple[str, str], ...]:
    """Pair the numbers of clauses that are the same clause, in the order of the texts; "" stands for none.

    Clauses in the same words are one clause under whatever number; the others are paired by words and number.
    """
    former, present = _by_number(old), _by_number(new)
    orders = list(former), list(present)
    paired: dict[str, str] = {}

    def pair(before: str, after: str) -> None:
        paired[after] = before
        del former[before], present[after]

    for number in [number for number in former if former[number] == present.get(number)]:
        pair(number, number)
    numbers: dict[str, list[str]] = {}
    for number, text in former.items():
        numbers.setdefault(text, []).append(number)
    for number, text in list(present.items()):
        if same := numbers.get(text):
            pair(same.pop(0), number)
    if max(len(former), len(present)) <= _MOST_COMPARED:
        for before, after in _similar_pairs(former, present):
            if before in former and after in present:
                pair(before, after)
    for number in [number for number in former if number in present]:
        pair(number, number)
    return tuple(_in_order(*orders, paired))


def _similar_pairs(former: Mapping[str, str], present: Mapping[str, str]) -> list[tuple[str, str]]:
    """List the pairs of clauses that have most of their words in common, the most alike first."""
    words = [
        {number: Counter(text.casefold().split()) for number, text in texts.items()} for texts in (former, present)
    ]
    likeness = {
        (before, after): 2 * (first & second).total() / max(first.total() + second.total(), 1)
        for before, first in words[0].items()
        for after, second in words[1].items()
    }
    similar = [pair for pair, share in likeness.items() if share >= _SIMILAR]
    return sorted(similar, key=lambda pair: -likeness[pair] - _OF_SAME_NUMBER * (pair[0] == pair[1]))


def _in_order(old: list[str], new: list[str], paired: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs in the order of the new text, repealed clauses where they stood."""
    continued = set(paired.values())
    waiting = list(old)
    for number in new:
        former = paired.get(number, "")
        if former in waiting:
            at = waiting.index(former)
            yield from ((repealed, "") for repealed in waiting[:at] if repealed not in continued)
            waiting = [later for later in waiting[:at] if later in continued] + waiting[at + 1 :]
        yield former, number
    yield from ((repealed, "") for repealed in waiting if repealed not in continued)


def _change(index: DependentsIndex, former: str, number: str, texts: dict[Language, tuple[str, str]]) -> ClauseChange:
    corpus, dependents = index.clauses.corpus, index.of(former)
    gone, come = _figures(corpus, texts) if former and number else ((), ())
    values = tuple(_in_question(index.clauses, dependents.provisions, gone, come))
    return ClauseChange(former, number, texts, (gone, come), values, dependents)


def _figures(
    corpus: Corpus, texts: Mapping[Language, tuple[str, str]]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return the numbers that are gone and come, in the original or else the first language in which some are."""
    original = corpus.reference.original
    for language in sorted(texts, key=lambda language: language != original):
        old, new = (figures_of(corpus, language, text) for text in texts[language])
        gone, come = (
            Counter(map(_key, old)) - Counter(map(_key, new)),
            Counter(map(_key, new)) - Counter(map(_key, old)),
        )
        if gone or come:
            return _taken(old, gone), _taken(new, come)
    return (), ()


def _key(figure: Figure) -> Figure:
    """Return what counts as the same number: its value and the word that says what is counted."""
    return figure[0], figure[1].partition(" ")[2].casefold()


def _taken(figures: Sequence[Figure], wanted: Counter[Figure]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(figure for figure in figures if _key(figure) in wanted))


def _in_question(
    clauses: Clauses, provisions: Sequence[Provision], gone: Sequence[Figure], come: Sequence[Figure]
) -> Iterator[ValueInQuestion]:
    """Yield the values that have a number which is gone; if a number only joins, those of the whole clause."""
    if not gone and not come:
        return
    numbers = {value for value, _ in gone}
    for provision in provisions:
        for name, dated in provision.values.items():
            held = _numbers_in(clauses.corpus.decision.value(name, clauses.corpus.as_of))
            if held & numbers or (not gone and held):
                shown = "; ".join(clauses.values_of(Provision(provision.id, "", "", {}, values={name: dated})))
                yield ValueInQuestion(provision.id, name, shown)
        for entry in provision.obligations:
            if _numbers_in(entry) & numbers:
                yield ValueInQuestion(provision.id, "obligation", " ".join(to_json(entry.get("due")).split()))


def _numbers_in(value: object) -> frozenset[str]:
    """Return the numbers within a value, as digits."""
    if isinstance(value, bool) or value is None:
        return frozenset()
    if isinstance(value, int):
        return frozenset({str(value)})
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return frozenset().union(*map(_numbers_in, inner)) if inner else frozenset()
