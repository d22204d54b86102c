"""Read what is written in figures: numbers, percentages, dates and symbols of documents, in the forms of a language."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple

from cica_docs.languages.lexicon.phrases import phrase_pattern_of
from cica_docs.text.scripts import twins_of

NUMBER = re.compile(r"[0-9](?<![\w.,].)\d*(?:,\d{3}(?!\d))*(?: \d{3}(?!\d))*(?:[.,:]\d+)*")
"""A number in digits. The pattern begins with a digit and then looks back, so that a search leaps to digits."""
CODED_NUMBER = re.compile(NUMBER.pattern.encode())
"""The same in a text of single bytes with `a` for every letter."""
MAY_BE_DATE = re.compile(r"[0-9][0-9][-.][0-9][0-9]")
"""Part of every date that is written in digits alone."""
_NUMERIC_DATE = re.compile(r"(?<![\d.])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{2})\.(\d{4}))(?!\d)")
_SYMBOL = re.compile(r"(?<![A-Za-z0-9/])[A-Z]{2,8}(?:/[A-Za-z0-9.-]*[A-Za-z0-9])+")
_ADDRESS = re.compile(r"https?://\S+|(?<!\S)\S[^\s@]*+@\S[^\s.]*+\.\S+")
_ROMAN = re.compile(r"(?<![\w/])(?:X{2,3}(?:IX|IV|V?I{0,3})|X(?:IX|IV|VI{0,3}|I{1,3})|IX|IV|VI{1,3}|I{2,3})(?![\w/])")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
# Typed on a Cyrillic keyboard they look the same, and count as much.
_LATIN_ROMAN = str.maketrans({twin: letter for letter in "IVX" for twin in twins_of(letter)})
_ROMAN_LETTER = f"[IVX{''.join(map(chr, _LATIN_ROMAN))}]"
_MAY_BE_ROMAN = re.compile(_ROMAN_LETTER * 2)
_ROMAN_NUMBERS = tuple(f"{tens}{unit}" for tens in ("", "X", "XX", "XXX") for unit in _UNITS if len(tens + unit) > 1)
_CYRILLIC_ROMAN = str.maketrans({letter: twins_of(letter)[:1] or letter for letter in "IVX"})
_ROMAN_SPELLINGS = tuple(
    dict.fromkeys((*_ROMAN_NUMBERS, *(each.translate(_CYRILLIC_ROMAN) for each in _ROMAN_NUMBERS)))
)
_THOUSANDS = re.compile(r" |,(?=\d{3}(?!\d))")
_POINTS = str.maketrans(",:", "..")
# As with numbers, what a date begins with looks behind itself, so that a search leaps to digits.
_DAYS = r"(?P<days>[0-9](?<![\w.].)[0-9]?(?:(?:\s*+[-–—]\s*+|\s++(?:JOIN)\s++)[0-9]{1,2}){0,8})"
_YEAR = r"(?P<year>[0-9](?<![\w.].)[0-9]{3})"
_DAY = re.compile(r"\d+")
_NEAR = 24
_COMMON_YEAR, _LONGEST_MONTH = 2001, 31
_AROUND_MONTH = 80


class Token(NamedTuple):
    """A number, date, symbol, name, duty or link, as written and as a value that is the same in every language."""

    kind: str
    value: str
    text: str
    is_certain: bool = True
    is_digits: bool = False
    around: str = ""
    """The text around a number, which may show that it is that of a paragraph or clause."""


class NumberReader:
    """Reads numbers, dates and symbols, by the `countable` words of a lexicon."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        months = ["|".join(map(phrase_pattern_of, words)) for words in lexicon["months"]]
        cues = [rf"(?<!\w){phrase_pattern_of(word)}\s*#" for word in lexicon["before_references"]]
        cues += [rf"#{phrase_pattern_of(word)}" for word in lexicon["after_references"]]
        self._month = re.compile("|".join(months))
        self._months = tuple(map(re.compile, months))
        self.may_be_impossible = _impossible_pattern(months)
        self._month_numbers: dict[str, int] = {}
        self._doubtful_month = re.compile("|".join(map(phrase_pattern_of, lexicon["doubtful_months"])) or "(?!)")
        self._dates = tuple(_date_pattern(form, "|".join(months), lexicon["joins"]) for form in lexicon["dates"])
        self._cue = re.compile("|".join(cues), re.IGNORECASE)
        self._share = re.compile(
            "|".join(rf"\s*{phrase_pattern_of(word)}" for word in lexicon["percent"]), re.IGNORECASE
        )
        scales = {int(value): words for value, words in lexicon.get("scales", {}).items()}
        self._scales = tuple((value, _after_number(words)) for value, words in scales.items())
        self._may_be_scaled = re.compile("|".join(word.rstrip("*") for word in chain(*scales.values())) or "(?!)")
        words = (*chain(*lexicon["months"]), *lexicon["percent"], *chain(*scales.values()), *_ROMAN_SPELLINGS)
        self.patterns = tuple(phrase_pattern_of(word) for word in words if word[0].isalpha())
        """The patterns of words that are read together with figures, or as figures."""

    def read(self, text: str) -> tuple[str, list[Token]]:
        """Return a text with addresses, symbols and dates blanked out, and the tokens of its figures."""
        tokens: list[Token] = []
        if "@" in text or "://" in text:
            text = _ADDRESS.sub(_blank, text)
        if "/" in text:
            symbols = [match[0] for match in _SYMBOL.finditer(text) if _DAY.search(match[0])]
            if symbols:
                tokens += [Token("symbol", symbol, symbol) for symbol in symbols]
                text = _SYMBOL.sub(_blank_if_numbered, text)
        if MAY_BE_DATE.search(text):
            tokens += map(_numeric_date_token, _NUMERIC_DATE.finditer(text))
            text = _NUMERIC_DATE.sub(_blank, text)
        months = [match.span() for match in self._month.finditer(text)]
        if months:
            start, end = max(0, months[0][0] - _AROUND_MONTH), text.find(" ", months[-1][1] + _AROUND_MONTH)
            unread = len(months)
            for pattern in self._dates:
                dates = list(pattern.finditer(text, start, end if end > 0 else len(text)))
                tokens += (token for match in dates for token in self._date_tokens(match))
                text = _blank_all(text, dates)
                unread -= len(dates)
                if not unread:
                    break
        numbers = [*self._numbers(text)]
        if self._may_be_scaled.search(text):
            for _, scale in self._scales:
                text = scale.sub(_blank, text)
        return text, [*tokens, *numbers]

    def is_month(self, word: str) -> bool:
        """Return whether a word is a month."""
        return self._month.fullmatch(word) is not None

    def refers(self, token: Token) -> bool:
        """Return whether a number is that of a paragraph, clause or chapter."""
        return self._cue.search(token.around) is not None

    def _date_tokens(self, match: re.Match[str]) -> Iterator[Token]:
        parts = match.groupdict()
        written = parts["month"]
        if written not in self._month_numbers:
            self._month_numbers[written] = next(
                number for number, month in enumerate(self._months, 1) if month.fullmatch(written)
            )
        month = f"{parts.get('year') or ''}-{self._month_numbers[written]:02}"
        days = _DAY.findall(parts.get("days") or "")
        is_certain = bool(days or parts.get("year")) or not self._doubtful_month.fullmatch(written)
        for day in days or [""]:
            yield Token("date", f"{month}-{int(day):02}" if day else month, match[0], is_certain)

    def _numbers(self, text: str) -> Iterator[Token]:
        for match in NUMBER.finditer(text):
            before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
            share = self._share.match(after)
            sign = share[0] if share else ""
            value = normalize_number(match[0]) + ("%" if sign else "")
            factor, unit = self._scale_after(text, match.end())
            value, sign = (_multiplied(value, factor), unit) if unit else (value, sign)
            yield Token("number", value, match[0] + sign, is_digits=True, around=f"{before}#{after}")
        for match in _ROMAN.finditer(text.translate(_LATIN_ROMAN)) if _MAY_BE_ROMAN.search(text) else ():
            yield Token("number", str(_arabic(match[0])), match[0])

    def _scale_after(self, text: str, at: int) -> tuple[int, str]:
        """Return what a number is counted in, as "million", and the word; one and nothing if it is counted singly."""
        matches = ((factor, pattern.match(text, at)) for factor, pattern in self._scales)
        return next(((factor, match[0]) for factor, match in matches if match), (1, ""))


def _after_number(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<=[0-9])\s?(?:{'|'.join(map(phrase_pattern_of, words))})(?!\w)")


def _multiplied(value: str, factor: int) -> str:
    """Return a number of thousands or millions in full; one with several points is none."""
    return value if value.count(".") > 1 else f"{(Decimal(value) * factor).normalize():f}"


def normalize_number(written: str) -> str:
    """Return a number without signs between thousands, and with a point before decimals and minutes."""
    return written if written.isalnum() else _THOUSANDS.sub("", written).translate(_POINTS)


def _impossible_pattern(months: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that every day has which its month lacks, the 29th of February among them."""
    parts = [rf"(?:0?0|3[2-9]|[4-9][0-9])\D{{1,9}}(?:{'|'.join(months)})"]
    for number, month in enumerate(months, 1):
        days = "|".join(map(str, range(monthrange(_COMMON_YEAR, number)[1] + 1, _LONGEST_MONTH + 1)))
        if days:
            parts += [rf"(?:{days})\s+(?:{month})", rf"(?:{month})\s+(?:{days})(?![0-9])"]
    parts.append(rf"(?:{'|'.join(months)})\s+(?:0?0|3[2-9]|[4-9][0-9])(?![0-9])")
    return re.compile(rf"(?<![0-9])(?:{'|'.join(parts)})")


def _numeric_date_token(match: re.Match[str]) -> Token:
    year, month, day = match.groups()[:3] if match[1] else match.groups()[:2:-1]
    return Token("date", f"{year}-{int(month):02}-{int(day):02}", match[0])


def _date_pattern(form: str, months: str, joins: list[str]) -> re.Pattern[str]:
    days = _DAYS.replace("JOIN", "|".join(map(re.escape, joins)))
    fields = {"{day}": days, "{month}": rf"(?P<month>{months})", "{year}": _YEAR}
    parts = re.split(r"(\{\w+\}|\s+)", form)
    pattern = "".join(fields.get(part) or (r"\s++" if part.isspace() else re.escape(part)) for part in parts)
    before = r"(?<![\w.])" if form.startswith("{month}") else ""
    return re.compile(rf"{before}{pattern}(?!\w)")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blank_all(text: str, matches: Sequence[re.Match[str]]) -> str:
    """Return a text with the matches blanked out."""
    parts: list[str] = []
    at = 0
    for match in matches:
        parts += (text[at : match.start()], _blank(match))
        at = match.end()
    return "".join((*parts, text[at:])) if parts else text


def _blank_if_numbered(match: re.Match[str]) -> str:
    """Return blanks for a symbol; “AND/OR”, which has no digit, is none and stays."""
    return _blank(match) if _DAY.search(match[0]) else match[0]


def _arabic(roman: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in roman]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, [*digits[1:], 0], strict=True))
