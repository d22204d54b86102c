"""Days in running text that do not exist, are written in figures, or fall on another day of the week."""

import re
from collections.abc import Iterator

from cica_docs.languages.lexicon.numbers import NumberReader, Token
from cica_docs.languages.lexicon.prose import Prose
from cica_docs.languages.prose.fault import Fault
from cica_docs.languages.prose.spelling import is_near
from cica_docs.text.inflection import normalize
from cica_docs.values.day import parse_day

_IN_FIGURES = re.compile(
    r"[0-9](?<![\w./-].)[0-9]?([./-])(?P<second>[0-9]{1,2})\1(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![\w/-]|[.,][0-9])"
)
MAY_BE_IN_FIGURES = tuple(
    re.compile(rb"%s(?<=[0-9].)[0-9]{1,2}%s[0-9]{2}" % (sign, sign)) for sign in (rb"\.", rb"/", rb"-")
)
"""What shows in a text of single bytes that days may be written in figures."""
_MONTHS, _DAYS = 12, 31
_BEFORE_YEAR = re.compile(r"(?:(?<![\w.])([0-9]{1,2})\s+)?(?<![\w-])([^\W\d_]{3,})\s+\Z")
_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)[0-9]{2}(?![\w/-]|[.,][0-9])")
_DAY_AFTER_YEAR = re.compile(r"\s*[^\W\d_]+\.?\s+[0-9]{1,2}\s+([^\W\d_]{3,})")
_AROUND = 60
_JOINT = re.compile(r"[\s,()]*\Z")
_SPELLED = 4


def find_impossible_days(line: str, numbers: NumberReader) -> Iterator[Fault]:
    """Yield the days of a line that no calendar has."""
    if not numbers.may_be_impossible.search(line):
        return
    at = 0
    for token in _dates(line, numbers):
        start = line.find(token.text, at)
        if start >= 0 and token.value.count("-") > 1 and not _exists(token.value):
            yield Fault("day-impossible", start, start + len(token.text), {"day": token.text})
            at = start + len(token.text)


def _dates(text: str, numbers: NumberReader) -> list[Token]:
    return [token for token in numbers.read(normalize(text))[1] if token.kind == "date"]


def _exists(value: str) -> bool:
    """Return whether a day exists; without its year, whether it does in some year."""
    return parse_day(f"2000{value}" if value.startswith("-") else value) is not None


def find_days_in_figures(text: str, prose: Prose) -> Iterator[Fault]:
    """Yield the days of a text that are written in figures, where the language has its months in words."""
    for match in _IN_FIGURES.finditer(text):
        first, second, year = int(match[0].partition(match[1])[0]), int(match["second"]), match["year"]
        day, month = max(first, second), min(first, second)
        if not (1 <= month <= _MONTHS and day <= _DAYS):
            continue
        is_short = len(year) < _SPELLED
        if (match[1] in prose.in_figures and not is_short) or (is_short and not _follows(text, match.start(), prose)):
            continue
        doubtful = match[1] not in prose.in_figures and first <= _MONTHS and second <= _MONTHS and first != second
        kind = "day-doubtful" if doubtful else "day-in-figures"
        yield Fault(kind, *match.span(), {"day": match[0]})


def _follows(text: str, at: int, prose: Prose) -> bool:
    return prose.before_days.search(text, max(0, at - _AROUND), at) is not None


def find_misspelt_months(line: str, prose: Prose, numbers: NumberReader) -> Iterator[Fault]:
    """Yield the words beside a year that are nearly the name of a month."""
    for year in _YEAR.finditer(line):
        before = _BEFORE_YEAR.search(line, max(0, year.start() - _AROUND), year.start())
        after = _DAY_AFTER_YEAR.match(line, year.end())
        for match, group in ((before, 2), (after, 1)):
            if match is None or (match is before and not match[1] and not match[2][0].isupper()):
                continue
            word = match[group]
            if word not in prose.meant_months:
                prose.meant_months[word] = _month_meant(word, prose, numbers)
            if meant := prose.meant_months[word]:
                yield Fault("month-misspelt", *match.span(group), {"found": word, "meant": meant})


def _month_meant(word: str, prose: Prose, numbers: NumberReader) -> str:
    if numbers.is_month(normalize(word)) or word in prose.month_names:
        return ""
    return next((name for name in prose.month_names if _is_nearly(word, name, prose)), "")


def _is_nearly(word: str, name: str, prose: Prose) -> bool:
    """Return whether a word is nearly a name, without its suffixes where the language has these."""
    lengths = range(len(name) - 1, len(name) + 2) if prose.takes_suffixes else [len(word)]
    return any(is_near(word[:length], name, most=2) for length in lengths)


def find_other_weekdays(line: str, prose: Prose, numbers: NumberReader) -> Iterator[Fault]:
    """Yield the days of the week that are not those of the date beside them."""
    for number, pattern in enumerate(prose.weekdays):
        for match in pattern.finditer(line):
            day = _day_beside(line, match, numbers)
            written = day and parse_day(day.value)
            if day and written and written.weekday() != number:
                right = prose.weekday_names[written.weekday()]
                details = {"found": match[0], "day": day.text, "right": right}
                yield Fault("weekday-differs", *match.span(), details)


def _day_beside(line: str, match: re.Match[str], numbers: NumberReader) -> Token | None:
    after = line[match.end() : match.end() + _AROUND]
    dates = _dates(after, numbers)
    if dates and _JOINT.match(after[: max(0, after.find(dates[0].text))]):
        return dates[0]
    before = line[max(0, match.start() - _AROUND) : match.start()]
    dates = _dates(before, numbers)
    if dates and _JOINT.match(before[before.rfind(dates[-1].text) + len(dates[-1].text) :]):
        return dates[-1]
    return None
