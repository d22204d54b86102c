"""Numbers of paragraphs that are there twice, are missing or out of place, and what is or is not taken for one."""

import re
from collections.abc import Iterator

from cica_docs.documents.markdown.outline import NumberedParagraph
from cica_docs.documents.misread.passage import Edit, Misread, Passage

_DOTTED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){1,3})\.[ \t\u00a0]+(?=[^\W\d_])")
_TABBED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){1,3})[ \u00a0]*+\t[ \t\u00a0]*+(?=[^\W\d_][^\t]*+\Z)")
_AMOUNT = re.compile(r"([0-9]{1,3}\.[0-9]{1,3})[ \t\u00a0]+([^\W\d_]++)")


def find_misread_numbers(passage: Passage) -> Iterator[Misread]:
    """Yield a number before a dot or a tab, which is no number of a paragraph, and an amount that is taken for one."""
    line = passage[0]
    if line.margin:
        return
    if match := _DOTTED.match(line.text):
        start, end = line.start, line.start + len(match[1])
        edits = (Edit(end, line.start + match.end(), " "),)
        yield Misread("dotted", start, end + 1, {"typed": f"{match[1]}.", "meant": match[1]}, edits)
    elif match := _TABBED.match(line.text):
        start, end = line.start, line.start + len(match[1])
        yield Misread("tabbed", start, end, {"typed": match[1]}, (Edit(end, line.start + match.end(), " "),))
    elif (match := _AMOUNT.match(line.text)) and match[2].islower() and len(match[2]) > 1:
        yield Misread("amount", line.start, line.start + len(match[1]), {"typed": match[1], "word": match[2]})


def find_broken_sequences(
    sections: list[tuple[NumberedParagraph, ...]],
) -> Iterator[tuple[str, NumberedParagraph, str]]:
    """Yield the numbers that break the order within each section: a kind, the paragraph, and another number.

    The other number is that of the paragraph before; of a gap, the number that is missing. What follows from the
    number before, as a gap behind a number that is there twice, is left out.
    """
    known: dict[str, NumberedParagraph] = {}
    for paragraphs in sections:
        before: tuple[int, ...] = ()
        strange, is_twice = 0, False
        for paragraph in paragraphs:
            number = tuple(int(part) for part in paragraph.number.split("."))
            if paragraph.number in known:
                yield "twice", paragraph, paragraph.number
                is_twice = True
                continue
            if before and number[0] != before[0]:
                if number[0] != strange:
                    yield "section", paragraph, _written(before)
                strange = number[0]
                continue
            if before and number < before:
                yield "backwards", paragraph, _written(before)
            elif before and not is_twice and (missing := _missing_between(before, number)):
                yield "missing", paragraph, _written(missing)
            is_twice = False
            known[paragraph.number] = paragraph
            before = max(before, number)


def _missing_between(before: tuple[int, ...], number: tuple[int, ...]) -> tuple[int, ...]:
    """Return the first number that is missing; empty if one may follow the other, as 1.3, or 1.2.1, follows 1.2."""
    shared = min(len(before), len(number))
    for level in range(1, shared):
        if number[level] != before[level]:
            expected = (*number[:level], before[level] + 1)
            if number[level] > expected[level]:
                return expected
            return _first_below(number, level + 1)
    return _first_below(number, shared)


def _first_below(number: tuple[int, ...], level: int) -> tuple[int, ...]:
    """Return the first number of a level that a deeper number leaves out."""
    return (*number[:level], 1) if len(number) > level and number[level] != 1 else ()


def _written(number: tuple[int, ...]) -> str:
    return ".".join(map(str, number))
