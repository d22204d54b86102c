"""References to paragraphs that a document does not have, and days that contradict its front matter."""

import re
from collections.abc import Collection, Iterator, Mapping

from cica_docs.languages.lexicon.numbers import NumberReader, Token
from cica_docs.languages.lexicon.prose import Prose
from cica_docs.languages.prose.fault import Fault
from cica_docs.text.inflection import normalize
from cica_docs.values.day import parse_day

_NUMBER = re.compile(r"(?<![0-9])[0-9]++(?:\.[0-9]++)++")
_SYMBOL = re.compile(r"[A-Z]{2,8}/[^\s0-9]{0,40}+[0-9]")
_AROUND = 80
_BEFORE_FIRST, _BETWEEN = 25, 25
_PAUSE = re.compile(r"[,;:!?()|]|\.\s+[^\W\d_]{3}")


def find_missing_references(line: str, prose: Prose, numbers: Collection[str]) -> Iterator[Fault]:
    """Yield the numbers of paragraphs that a line refers to in its document, and that this does not have."""
    for match in prose.reference.finditer(line):
        missing = [number for number in _NUMBER.finditer(match["numbers"]) if number[0] not in numbers]
        if missing and not _is_about_another(line, match, prose):
            for number in missing:
                start = match.start("numbers") + number.start()
                yield Fault("reference-missing", start, start + len(number[0]), {"number": number[0]})


def _is_about_another(line: str, match: re.Match[str], prose: Prose) -> bool:
    """Return whether another document is named beside a reference."""
    first, last = max(0, match.start() - _AROUND), min(len(line), match.end() + _AROUND)
    if _SYMBOL.search(line, first, last):
        return True
    named = prose.elsewhere.finditer(line, first, last)
    return any(not prose.this_document.search(line[: each.start()]) for each in named)


def find_other_days(
    line: str, prose: Prose, numbers: NumberReader, days: Mapping[str, Mapping[str, bool]], former: re.Pattern[str]
) -> Iterator[Fault]:
    """Yield the days that a line gives for a fact where the front matter has others.

    `days` are those of the front matter by the fact, and whether each is the fact's own.
    """
    if former.search(line):
        return
    for fact, cue in prose.facts.items():
        for match in cue.finditer(line) if fact in days else ():
            for token, start in _days_after(line, match.end(), numbers):
                if token.value not in days[fact]:
                    own = tuple(parse_day(day) for day, is_own in days[fact].items() if is_own)
                    yield Fault("day-contradicts", start, start + len(token.text), {"day": token.text, "days": own})


def _days_after(line: str, at: int, numbers: NumberReader) -> Iterator[tuple[Token, int]]:
    """Yield the day that follows words, and the one to which it leads."""
    rest = line[at : at + _AROUND * 2]
    tokens = [token for token in numbers.read(normalize(rest))[1] if token.kind == "date" and parse_day(token.value)]
    last = 0
    for token, widest in zip(tokens, (_BEFORE_FIRST, _BETWEEN), strict=False):
        start = rest.find(token.text, last)
        if start < 0 or start - last > widest or _PAUSE.search(rest, last, start):
            return
        yield token, at + start
        last = start + len(token.text)
