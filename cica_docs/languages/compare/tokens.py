"""Whether two texts that render each other count alike, and what has no counterpart."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cica_docs.languages.lexicon.numbers import Token
from cica_docs.languages.lexicon.tokenizer import Tokenizer

Tokens = Sequence[Token]
_KINDS = ("number", "date", "symbol", "state", "body", "link")


def tokens_of(listener: Tokenizer, text: str, links: Iterable[str]) -> tuple[Token, ...]:
    """What counts in a text and its links."""
    return (*listener.tokens(text), *(Token("link", link, link, is_digits=True) for link in links))


def diff_tokens(
    texts: tuple[str, str], heard: tuple[Tokens, Tokens], listeners: tuple[Tokenizer, Tokenizer]
) -> Iterator[tuple[str, list[Token], list[Token]]]:
    """By kind what the second text lacks of the first, and what it adds."""
    if not heard[0] and not heard[1]:
        return
    left, right = _by_kind(heard[0]), _by_kind(heard[1])
    for kind in sorted(left.keys() | right.keys()):
        there, here = left.get(kind, []), right.get(kind, [])
        if kind != "force" and [token.value for token in there] == [token.value for token in here]:
            continue
        lacking, added = _lacking(there, here), _lacking(here, there)
        if kind == "force":
            if not lacking and not added and len({token.value for token in there}) > 1:
                lacking, added = _by_sentence(texts, listeners)
            lacking = lacking or (_unequal(there, here) if added else [])
            added = added or (_unequal(here, there) if lacking else [])
        if lacking or added:
            refers = any(map(listeners[0].figures.refers, lacking)) or any(map(listeners[1].figures.refers, added))
            yield ("reference" if refers else kind), lacking, added


def tokens_match(left: Tokens, right: Tokens) -> bool:
    """Whether two texts count alike, their duties left aside."""
    theirs, ours = _by_kind(left), _by_kind(right)
    kinds = ((theirs.get(kind, []), ours.get(kind, [])) for kind in _KINDS)
    return not any(_lacking(there, here) or _lacking(here, there) for there, here in kinds)


def _by_kind(tokens: Tokens) -> dict[str, list[Token]]:
    found: dict[str, list[Token]] = {}
    for token in tokens:
        found.setdefault(token.kind, []).append(token)
    return found


def _lacking(ours: Sequence[Token], theirs: Sequence[Token]) -> list[Token]:
    """What is certain on one side and has no counterpart on the other; what stands twice in digits is wanted twice."""
    if not ours:
        return []
    if ours[0].kind == "date":
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
    by_day: dict[str, list[str]] = {}
    for value, count in exact.items() if rest else ():
        if count:
            by_day.setdefault(value.partition("-")[2], []).append(value)
    lacking = []
    for token in rest:
        year, _, day = token.value.partition("-")
        others = [value for value in by_day.get(day, ()) if exact[value]]
        fitting = next((value for value in others if not year or value.startswith("-")), None)
        if fitting is not None and (not year or year in years):
            exact[fitting] -= 1
        elif token.is_certain:
            lacking.append(token)
    return lacking


def _unequal(ours: Sequence[Token], theirs: Sequence[Token]) -> list[Token]:
    """The duties that are not laid in so many words on the other side: what a duty there probably stands for."""
    there = {token.value for token in theirs if token.is_certain}
    return [token for token in ours if token.is_certain and token.value not in there]


def _by_sentence(texts: tuple[str, str], listeners: tuple[Tokenizer, Tokenizer]) -> tuple[list[Token], list[Token]]:
    """What a sentence asks and its counterpart does not, where both texts have as many sentences."""
    left, right = (listener.sentences.split(text) for listener, text in zip(listeners, texts, strict=True))
    lacking: list[Token] = []
    added: list[Token] = []
    if len(left) == len(right) > 1:
        for one, other in zip(left, right, strict=True):
            there = [token for token in listeners[0].tokens(one) if token.kind == "force"]
            here = [token for token in listeners[1].tokens(other) if token.kind == "force"]
            lacking += _lacking(there, here)
            added += _lacking(here, there)
    return lacking, added
