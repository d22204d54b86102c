"""Find quotation marks, dashes and spaces that are not those of the language."""

import re
from collections.abc import Iterator
from functools import cache

from cica_docs.documents.text_runs import TextRun
from cica_docs.languages.proofreading.corrections import ADDRESS, Correction, correction_of, matches_outside
from cica_docs.text.profile import profile_of, profiles
from cica_docs.values.language import Language

_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![^\S\n]*+\n))+")
_MARK = re.compile(r'"|“|”|„|«|»')
_HYPHEN = re.compile(r"(?<=[\w)»”\".,*_]) -{1,2} (?=[\w(«“\"*_])")
_YEARS = re.compile(r"(?<![\w/.-])((?:19|20)[0-9]{2})-((?:19|20)[0-9]{2})(?![\w/-])")
_DOUBLED = re.compile(r"(?<=[\w,.;:!?)»”\"*_])[ ]{2,}(?=[^\s|])")
_BEFORE = re.compile(r"(?<=[\w)»”\"*_]) +(?=[,.;:!?](?:[\s»”)]|$))")
# The end of a line is printed as a space; a hyphen wants one that waits for a second word ("short- and long-term").
_WAITING = "|".join(word for profile in profiles().values() for word in profile.hyphen_waits_for)
_AT_LINE_END = re.compile(rf"(?<=[^\W\d_])-\n[ \t>]*+(?!(?:{_WAITING})\b)(?=[^\W\d_])", re.IGNORECASE)
_TABLE_ROW = re.compile(r"^[ >]*\|.*$|^.*\|[ ]*$", re.MULTILINE)
_LEADING = re.compile(r"^[ \t>]*(?:[-*+]|[0-9]{1,9}[.)]|#{1,6}|[0-9]+(?:\.[0-9]+){1,3})[ \t]+|^[ \t]+", re.MULTILINE)


@cache
def _unbound(language: Language) -> re.Pattern[str] | None:
    """Return the pattern of the spaces at which a line should not break; None if a language has none."""
    profile = profile_of(language)
    kinds, capitals = profile.unbreakable, profile.in_capitals(profile.alphabet)
    patterns = []
    if sign := kinds.get("after"):
        patterns.append(rf"{re.escape(sign)}( )(?=[0-9A-Z{capitals}])")
    if years := kinds.get("years"):
        patterns.append(rf"(?<=[0-9])( )(?=(?:{'|'.join(years)})\.)")
    if kinds.get("initials"):
        patterns.append(rf"(?<![\w.])[{capitals}]\.( )(?=[{capitals}][{profile.alphabet}.])")
    return re.compile("|".join(patterns)) if patterns else None


def find_punctuation(run: TextRun) -> Iterator[Correction]:
    """Yield corrections of the signs that the language of a text sets otherwise."""
    yield from _find_quotations(run)
    for match in matches_outside(_HYPHEN, _TABLE_ROW, _blank_leading(run.text)):
        yield correction_of(run, "dash", "between-words", match, profile_of(run.language).dash)
    if profile_of(run.language).year_dash:
        for match in matches_outside(_YEARS, ADDRESS, run.text):
            yield correction_of(run, "dash", "between-years", match, f"{match[1]}–{match[2]}")
    if run.is_body or "\n" not in run.text:
        yield from _find_spaces(run)


def _find_spaces(run: TextRun) -> Iterator[Correction]:
    for match in matches_outside(_DOUBLED, _TABLE_ROW, _blank_leading(run.text)):
        yield correction_of(run, "spacing", "doubled", match, " ")
    for match in matches_outside(_BEFORE, _TABLE_ROW, run.text):
        yield correction_of(run, "spacing", "before-sign", match, "")
    for match in _AT_LINE_END.finditer(run.text):
        start = run.start + match.start()
        yield Correction("spacing", "after-hyphen", start, start + 1, "-")


def _blank_leading(text: str) -> str:
    """Blank out the marks of lists and headings, as the spaces after them say how deep a list goes."""
    return _LEADING.sub(lambda match: " " * len(match.group()), text)


def find_breakable_spaces(run: TextRun) -> Iterator[Correction]:
    """Yield corrections of spaces at which a line should not break."""
    pattern = _unbound(run.language)
    if pattern is not None:
        for match in matches_outside(pattern, ADDRESS, run.text):
            group = match.lastindex or 0
            yield correction_of(run, "no-break-space", "", match, "\u00a0", group=group)


def _find_quotations(run: TextRun) -> Iterator[Correction]:
    """Yield corrections of quotation marks; where not every mark has its counterpart, nothing is suggested."""
    profile = profile_of(run.language)
    first, last = tuple(profile.quotation_marks)
    for paragraph in _PARAGRAPH.finditer(run.text):
        if '"' in paragraph[0]:
            yield from _find_straight_marks(run, paragraph, first, last)
    opening, closing = tuple(profile.foreign_quotation_marks)
    if opening in run.text:
        yield from _find_foreign_marks(run, (opening, closing), (first, last))


def _find_straight_marks(run: TextRun, paragraph: re.Match[str], first: str, last: str) -> Iterator[Correction]:
    every = enumerate(re.finditer('"', paragraph[0]))
    marks = [match for number, match in every if number % 2 or not _is_measure(paragraph[0], match.start())]
    opening = [_opens(paragraph[0], match.start()) for match in marks]
    paired = len(marks) % 2 == 0 and opening == [index % 2 == 0 for index in range(len(marks))]
    paired = paired and first not in paragraph[0] and last not in paragraph[0]
    for mark, opens in zip(marks, opening, strict=True):
        start = run.start + paragraph.start() + mark.start()
        suggestions = ((first if opens else last),) if paired else ()
        yield Correction("quotation-marks", "" if paired else "unpaired", start, start + 1, '"', suggestions)


def _opens(text: str, at: int) -> bool:
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return (not before or before in " \n\u00a0([*_«„—–/|-") and bool(after) and not after.isspace()


def _is_measure(text: str, at: int) -> bool:
    """Return whether a mark that closes no quotation means inches or seconds: it follows a digit."""
    return text[at - 1 : at].isdigit()


def _find_foreign_marks(run: TextRun, foreign: tuple[str, str], house: tuple[str, str]) -> Iterator[Correction]:
    """Yield corrections of outer quotations in the marks of another language, which inner ones may have."""
    depth, opened, inner = 0, -1, 0
    for match in _MARK.finditer(run.text):
        mark = match[0]
        if mark == house[0]:
            depth += 1
        elif mark == house[1]:
            depth = max(0, depth - 1)
        elif mark == "„":
            inner += 1
        elif mark == foreign[0] and inner:
            inner -= 1
        elif mark == foreign[0] and depth == 0:
            opened = match.start()
        elif mark == foreign[1] and opened >= 0:
            if "\n\n" not in run.text[opened : match.start()]:
                for at, sign in ((opened, house[0]), (match.start(), house[1])):
                    start = run.start + at
                    yield Correction("quotation-marks", "foreign", start, start + 1, run.text[at], (sign,))
            opened = -1
