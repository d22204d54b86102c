"""Compare the tokens of a passage with those of its translation."""

from collections import Counter
from collections.abc import Iterator, Sequence

from cica_docs.languages.lexicon.numbers import Token
from cica_docs.languages.lexicon.tokenizer import Tokenizer

Tokens = Sequence[Token]
_KINDS = ("number", "date", "symbol", "state", "body", "link")


def diff_tokens(
    texts: tuple[str, str], tokens: tuple[Tokens, Tokens], tokenizers: tuple[Tokenizer, Tokenizer]
) -> Iterator[tuple[str, list[Token], list[Token]]]:
    """Yield by kind the tokens that a translation lacks and those that it adds, of two texts: source, translation."""
    if not tokens[0] and not tokens[1]:
        return
    sources, translations = _by_kind(tokens[0]), _by_kind(tokens[1])
    for kind in sorted(sources.keys() | translations.keys()):
        source, translation = sources.get(kind, []), translations.get(kind, [])
        if kind != "force" and [token.value for token in source] == [token.value for token in translation]:
            continue
        missing, extra = _unmatched(source, translation), _unmatched(translation, source)
        if kind == "force":
            if not missing and not extra and len({token.value for token in source}) > 1:
                missing, extra = _diff_sentences(texts, tokenizers)
            missing = missing or (_certain_duties(source, translation) if extra else [])
            extra = extra or (_certain_duties(translation, source) if missing else [])
        if missing or extra:
            refers = any(map(tokenizers[0].numbers.refers, missing)) or any(map(tokenizers[1].numbers.refers, extra))
            yield ("reference" if refers else kind), missing, extra


def tokens_match(source: Tokens, translation: Tokens) -> bool:
    """Return whether two texts have the same tokens, words of duty left aside."""
    left, right = _by_kind(source), _by_kind(translation)
    kinds = ((left.get(kind, []), right.get(kind, [])) for kind in _KINDS)
    return not any(_unmatched(some, others) or _unmatched(others, some) for some, others in kinds)


def _by_kind(tokens: Tokens) -> dict[str, list[Token]]:
    by_kind: dict[str, list[Token]] = {}
    for token in tokens:
        by_kind.setdefault(token.kind, []).append(token)
    return by_kind


def _unmatched(tokens: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    """Return the certain tokens without a counterpart; what is twice in digits needs two counterparts."""
    if not tokens:
        return []
    if tokens[0].kind == "date":
        return _unmatched_dates(tokens, others)
    available = Counter(token.value for token in others)
    seen: Counter[str] = Counter()
    unmatched = []
    for token in tokens:
        seen[token.value] += token.is_digits
        if token.is_certain and available[token.value] < max(seen[token.value], 1):
            unmatched.append(token)
    return unmatched


def _unmatched_dates(dates: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    """Return the dates without a counterpart; where a language need not repeat the year, a day may do without it."""
    available = Counter(token.value for token in others)
    rest = []
    for token in dates:
        if available[token.value]:
            available[token.value] -= 1
        else:
            rest.append(token)
    years = {token.value.partition("-")[0] for token in others}
    by_day: dict[str, list[str]] = {}
    for value, count in available.items() if rest else ():
        if count:
            by_day.setdefault(value.partition("-")[2], []).append(value)
    unmatched = []
    for token in rest:
        year, _, day = token.value.partition("-")
        of_day = [value for value in by_day.get(day, ()) if available[value]]
        match = next((value for value in of_day if not year or value.startswith("-")), None)
        if match is not None and (not year or year in years):
            available[match] -= 1
        elif token.is_certain:
            unmatched.append(token)
    return unmatched


def _certain_duties(duties: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    """Return the duties that no word of the other text states for certain, as an unmatched word there may mean them."""
    certain = {token.value for token in others if token.is_certain}
    return [token for token in duties if token.is_certain and token.value not in certain]


def _diff_sentences(texts: tuple[str, str], tokenizers: tuple[Tokenizer, Tokenizer]) -> tuple[list[Token], list[Token]]:
    """Return missing and extra duties sentence by sentence, if both texts have as many sentences."""
    sources, translations = (tokenizer.sentences.split(text) for tokenizer, text in zip(tokenizers, texts, strict=True))
    missing: list[Token] = []
    extra: list[Token] = []
    if len(sources) == len(translations) > 1:
        for pair in zip(sources, translations, strict=True):
            source, translation = (
                [token for token in tokenizer.tokens(text) if token.kind == "force"]
                for tokenizer, text in zip(tokenizers, pair, strict=True)
            )
            missing += _unmatched(source, translation)
            extra += _unmatched(translation, source)
    return missing, extra
