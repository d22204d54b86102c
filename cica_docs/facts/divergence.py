"""Where a translation says something else than its original, as far as that can be counted."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.facts.countable import Listener, Token, listeners
from cica_docs.facts.edition_pair import EditionPair, edition_pairs
from cica_docs.facts.fact import fact
from cica_docs.facts.naming import folded
from cica_docs.facts.passage import Passage
from cica_docs.values.language import Language
from cica_docs.values.span import Place, Span

_SENTENCE = re.compile(r"(?<=[.;?!])\s+(?=[^\Wа-яәіңғүұқөһa-z\d_])")
_ALIKE = {"reference": "number"}
_KINDS = ("number", "date", "symbol", "state", "body", "link")
_MOST_COMPARED = 60


@dataclass(frozen=True)
class Divergence:
    """What an original says and its translation does not, and the reverse, in one passage."""

    kind: str
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    here: Place
    there: Place

    @property
    def variant(self) -> str:
        """Whether something is lacking, something is added, or something stands for something else."""
        return "changed" if self.missing and self.extra else "missing" if self.missing else "extra"


@dataclass(frozen=True)
class _Heard:
    """Two passages that render each other, with what counts in each."""

    one: Passage
    other: Passage
    left: tuple[Token, ...]
    right: tuple[Token, ...]


@fact
def divergences(corpus: Corpus) -> Mapping[str, tuple[Divergence, ...]]:
    """All divergences by their kind."""
    found: dict[str, list[Divergence]] = {}
    for pair in edition_pairs(corpus):
        for divergence in _divergences(pair, listeners(corpus)):
            found.setdefault(divergence.kind, []).append(divergence)
    return {kind: tuple(several) for kind, several in found.items()}


def _divergences(pair: EditionPair, heard: Mapping[Language, Listener]) -> Iterator[Divergence]:
    theirs, ours = heard[pair.original.language], heard[pair.edition.language]
    both = [_Heard(one, other, _tokens(theirs, one), _tokens(ours, other)) for one, other in pair.passages]
    found = [(each, divergence) for each in both for divergence in _of(pair, each, theirs, ours)]
    free = _in_another_order(both) if found else frozenset()
    found = [(each, divergence) for each, divergence in found if each.one.series not in free]
    swapped: dict[int, int] = {}
    apart = {id(each): each for each, _ in found}
    for first, second in combinations(list(apart.values())[:_MOST_COMPARED], 2):
        if _agree(first.left, second.right) and _agree(second.left, first.right):
            swapped |= {id(first): id(second), id(second): id(first)}
            here, there = pair.here(first.other.span), pair.there(second.one.span)
            yield Divergence("order", (), (), here, there)
    yield from (divergence for each, divergence in found if id(each) not in swapped)


def _tokens(listener: Listener, passage: Passage) -> tuple[Token, ...]:
    links = (Token("link", link, link, is_digits=True) for link in passage.links)
    return (*listener.tokens(passage.text), *links)


def _agree(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether two passages count alike, their duties left aside."""
    kinds = ((_chosen(left, kind), _chosen(right, kind)) for kind in _KINDS)
    return not any(_lacking(there, here) or _lacking(here, there) for there, here in kinds)


def _in_another_order(both: Sequence[_Heard]) -> frozenset[int]:
    """The lists and tables that name states and hold the same on both sides, each in the order of its alphabet."""
    series: dict[int, list[_Heard]] = {}
    for each in both:
        if each.one.series:
            series.setdefault(each.one.series, []).append(each)
    return frozenset(
        number for number, several in series.items() if len(several) <= _MOST_COMPARED and _is_reordered(several)
    )


def _is_reordered(several: Sequence[_Heard]) -> bool:
    if not any(token.kind == "state" for each in several for token in each.left):
        return False
    rest = list(several)
    for each in several:
        found = next((one for one in rest if _agree(each.left, one.right)), None)
        if found is None:
            return False
        rest.remove(found)
    return True


def _of(pair: EditionPair, each: _Heard, theirs: Listener, ours: Listener) -> Iterator[Divergence]:
    for kind in (*_KINDS, "force"):
        here, there = [_chosen(tokens, kind) for tokens in (each.right, each.left)]
        lacking, added = _lacking(there, here), _lacking(here, there)
        if kind == "force" and not lacking and not added and here:
            lacking, added = _by_sentence(each, theirs, ours)
        if kind == "force":
            lacking = lacking or (_unequal(there, here) if added else [])
            added = added or (_unequal(here, there) if lacking else [])
        if lacking or added:
            name = "reference" if any(token.kind == "reference" for token in (*lacking, *added)) else kind
            yield Divergence(
                name,
                _texts(lacking),
                _texts(added),
                pair.here(_span(pair.edition, each.other, added)),
                pair.there(_span(pair.original, each.one, lacking)),
            )


def _unequal(ours: Sequence[Token], theirs: Sequence[Token]) -> list[Token]:
    """The duties that are not laid in so many words on the other side: what a duty there probably stands for."""
    there = {token.value for token in theirs if token.is_certain}
    return [token for token in ours if token.is_certain and token.value not in there]


def _by_sentence(each: _Heard, theirs: Listener, ours: Listener) -> tuple[list[Token], list[Token]]:
    """What a sentence asks and its counterpart does not, where both passages have as many sentences."""
    left, right = _SENTENCE.split(each.one.text), _SENTENCE.split(each.other.text)
    if len(left) != len(right) or len(left) == 1:
        return [], []
    lacking: list[Token] = []
    added: list[Token] = []
    for one, other in zip(left, right, strict=True):
        there, here = _chosen(theirs.tokens(one), "force"), _chosen(ours.tokens(other), "force")
        lacking += _lacking(there, here)
        added += _lacking(here, there)
    return lacking, added


def _chosen(tokens: Sequence[Token], kind: str) -> list[Token]:
    return [token for token in tokens if _ALIKE.get(token.kind, token.kind) == kind]


def _lacking(ours: Sequence[Token], theirs: Sequence[Token]) -> list[Token]:
    """What is certain on one side and has no counterpart on the other; what stands twice in digits is wanted twice."""
    if ours and ours[0].kind == "date":
        return _lacking_dates(ours, theirs)
    there = Counter(token.value for token in theirs)
    seen: Counter[str] = Counter()
    lacking = []
    for token in ours:
        seen[token.value] += token.is_digits
        if token.is_certain and there[token.value] < max(seen[token.value], 1):
            lacking.append(token)
    return lacking


def _lacking_dates(ours: Sequence[Token], theirs: Sequence[Token]) -> list[Token]:
    """Dates without a counterpart; where a language need not repeat the year, a day may stand without it."""
    exact = Counter(token.value for token in theirs)
    rest = []
    for token in ours:
        if exact[token.value]:
            exact[token.value] -= 1
        else:
            rest.append(token)
    years = {token.value.partition("-")[0] for token in theirs}
    lacking = []
    for token in rest:
        year, _, day = token.value.partition("-")
        others = [value for value, count in exact.items() if count and value.partition("-")[2] == day]
        fitting = next((value for value in others if not year or value.startswith("-")), None)
        if fitting is not None and (not year or year in years):
            exact[fitting] -= 1
        elif token.is_certain:
            lacking.append(token)
    return lacking


def _texts(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(token.text for token in tokens))


def _span(document: Document, passage: Passage, tokens: Sequence[Token]) -> Span:
    """Where the first of some words stands within a passage; the passage itself where none is sought or found."""
    for token in tokens[:1]:
        for number in range(passage.span.line, passage.span.end_line + 1):
            line = folded(document.line(number))
            start = passage.span.column - 1 if number == passage.span.line else 0
            match = re.compile(rf"(?<!\w){re.escape(token.text)}(?!\w)").search(line, start)
            if match:
                return Span(number, match.start() + 1, number, match.end() + 1)
    return passage.span
