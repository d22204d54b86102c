"""What can be counted in a text whatever its language: numbers, dates, references, symbols, names, and duties.

The words of each language stand in `schemas/lexicon/`, under `countable`; names of states and bodies in the register.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.fact import fact
from cica_docs.facts.naming import Meaning, Wordlist, folded, inflected, named, phrase
from cica_docs.values.language import Language

_SYMBOL = re.compile(r"(?<![A-Za-z0-9/])(?=[A-Za-z/.-]*[0-9])[A-Z]{2,8}(?:/[A-Za-z0-9.-]*[A-Za-z0-9])+")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+\.\S+")
_NUMERIC_DATE = re.compile(r"(?<![\d.])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{2})\.(\d{4}))(?!\d)")
_ROMAN = re.compile(r"(?<![\w/])(?:X{2,3}(?:IX|IV|V?I{0,3})|X(?:IX|IV|VI{0,3}|I{1,3})|IX|IV|VI{1,3}|I{2,3})(?![\w/])")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3}(?!\d))*(?: \d{3}(?!\d))*(?:[.,]\d+)*")
_DAYS = r"(?P<days>\d{1,2}(?:(?:\s*[-–—]\s*|\s+(?:JOIN)\s+)\d{1,2})*)"
_NEAR = 24
_FIGURE = re.compile(r"[0-9@/]|[IVX]{2}")
_MOST_KEPT = 20_000


@dataclass(frozen=True)
class Token:
    """Something that counts, as it is written and as what it stands for; digits are counted as often as they stand."""

    kind: str
    value: str
    text: str
    is_certain: bool = True
    is_digits: bool = False


@dataclass(eq=False)
class Listener:
    """Hears what counts in the texts of a language."""

    month: re.Pattern[str]
    dates: tuple[re.Pattern[str], ...]
    months: tuple[re.Pattern[str], ...]
    doubtful: re.Pattern[str]
    cue: re.Pattern[str]
    share: re.Pattern[str]
    words: Wordlist
    _heard: dict[str, tuple[Token, ...]] = field(default_factory=dict, repr=False)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """All that counts in a text; what is asked again, as an original is for each translation, is known."""
        heard = self._heard.get(text)
        if heard is None:
            if len(self._heard) >= _MOST_KEPT:
                self._heard.clear()
            heard = self._heard[text] = self._tokens(text)
        return heard

    def _tokens(self, text: str) -> tuple[Token, ...]:
        plain, found = folded(text), list[Token]()
        if _FIGURE.search(plain) or self.month.search(plain):
            plain, found = self._figures(_ADDRESS.sub(_blank, plain))
        return (*found, *(Token(one.kind, one.value, word, one.is_certain) for word, one in self.words.find(plain)))

    def _figures(self, text: str) -> tuple[str, list[Token]]:
        """What is written in figures, and the text without its symbols and dates."""
        found: list[Token] = []
        if "/" in text:
            found += [Token("symbol", match[0], match[0]) for match in _SYMBOL.finditer(text)]
            text = _SYMBOL.sub(_blank, text)
        for match in _NUMERIC_DATE.finditer(text):
            year, month, day = match.groups()[:3] if match[1] else match.groups()[:2:-1]
            found.append(Token("date", f"{year}-{int(month):02}-{int(day):02}", match[0]))
        text = _NUMERIC_DATE.sub(_blank, text) if found else text
        for pattern in self.dates if self.month.search(text) else ():
            matches = list(pattern.finditer(text))
            for match in matches:
                found += self._dates(match)
            text = pattern.sub(_blank, text) if matches else text
        return text, [*found, *self._numbers(text)]

    def _dates(self, match: re.Match[str]) -> Iterator[Token]:
        found = match.groupdict()
        month = next(at for at, one in enumerate(self.months, 1) if one.fullmatch(found["month"]))
        year, days = found.get("year") or "", re.findall(r"\d+", found.get("days") or "")
        is_sure = bool(year or days) or not self.doubtful.fullmatch(found["month"])
        for day in days or [""]:
            yield Token("date", f"{year}-{month:02}" + (f"-{int(day):02}" if day else ""), match[0], is_sure)

    def _numbers(self, text: str) -> Iterator[Token]:
        for match in _NUMBER.finditer(text):
            value = re.sub(r" |,(?=\d{3}(?!\d))", "", match[0]).replace(",", ".")
            before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() :][:_NEAR]
            is_share = self.share.match(after)
            kind = "reference" if self.cue.search(f"{before}#{after}") else "number"
            sign = is_share[0] if is_share else ""
            yield Token(kind, f"{value}%" if sign else value, match[0] + sign, is_digits=True)
        for match in _ROMAN.finditer(text):
            yield Token("number", str(_arabic(match[0])), match[0])


@fact
def listeners(corpus: Corpus) -> Mapping[Language, Listener]:
    """Who hears what counts, for each language."""
    return {language: _listener(corpus, language) for language in Language}


def _listener(corpus: Corpus, language: Language) -> Listener:
    lexicon: Mapping[str, Any] = corpus.kinds.lexicons[language]["countable"]
    months = ["|".join(map(phrase, words)) for words in lexicon["months"]]
    cues = [rf"(?<!\w){phrase(word)}\s*#" for word in lexicon["before_references"]]
    cues += [rf"#{phrase(word)}" for word in lexicon["after_references"]]
    return Listener(
        month=re.compile("|".join(months)),
        dates=tuple(_date(form, "|".join(months), lexicon["joins"]) for form in lexicon["dates"]),
        months=tuple(map(re.compile, months)),
        doubtful=re.compile("|".join(map(phrase, lexicon["doubtful_months"])) or "(?!)"),
        cue=re.compile("|".join(cues), re.IGNORECASE),
        share=re.compile("|".join(rf"\s*{phrase(word)}" for word in lexicon["percent"]), re.IGNORECASE),
        words=Wordlist(
            (
                *_numbers(lexicon),
                *_forces(lexicon["force"]),
                *_names(corpus, lexicon, "state", language),
                *_names(corpus, lexicon, "body", language),
            )
        ),
    )


def _numbers(lexicon: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
    for sort in ("numbers", "other_numbers"):
        for value, words in lexicon[sort].items():
            yield from ((phrase(word), Meaning("number", str(value), sort == "numbers")) for word in words)


def _names(corpus: Corpus, lexicon: Mapping[str, Any], what: str, language: Language) -> Iterator[tuple[str, Meaning]]:
    """The names of states or bodies in the register, and what else they are called."""
    for id, name in named(corpus.reference, what, language):
        if id not in lexicon["unheard"]:
            yield inflected(name, language), Meaning(what, id, is_proper=what == "state")
    for id, words in lexicon[what].items():
        yield from ((phrase(word), Meaning(what, id, is_certain=False)) for word in words)


def _forces(force: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, Meaning]]:
    """The words of duty; those that only look like one stand for `none`."""
    for value, sorts in force.items():
        for sort, words in sorts.items():
            yield from ((phrase(word), Meaning("force", value, sort == "says")) for word in words)


def _date(form: str, months: str, joins: list[str]) -> re.Pattern[str]:
    days = _DAYS.replace("JOIN", "|".join(map(re.escape, joins)))
    fields = {"{day}": days, "{month}": rf"(?P<month>{months})", "{year}": r"(?P<year>\d{4})"}
    parts = re.split(r"(\{\w+\}|\s+)", form)
    pattern = "".join(fields.get(part) or (r"\s+" if part.isspace() else re.escape(part)) for part in parts)
    return re.compile(rf"(?<![\w.]){pattern}(?!\w)")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _arabic(roman: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))
