"""Lines that begin with signs of a list which Markdown does not know, and numbers that a list does not print."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from cica_docs.documents.misread.passage import Edit, Line, Misread, Passage, misread_lines

_BULLETS = "•◦·▪▫‣⁃∙●○■□➢➤❖✦✓✔"
_BULLET = re.compile(rf"[{_BULLETS}][ \t\u00a0]*+(?=\S)")
_DASH = re.compile(r"[–—][ \t\u00a0]++(?=\S)|[-*](?=[^\W\d_])")
_LABEL = re.compile(r"(\(?)([^\W\d_]|[ivxlIVXL]{1,5}|[0-9]{1,3})\)[ \t\u00a0]++(?=\S)")
_ITEM = re.compile(r"([0-9]{1,9})([.)])[ \t]+(?=\S)")
_MARKER = re.compile(r"(?:#{1,6}|[-*+]|[0-9]{1,9}[.)])([\u00a0\u2007\u202f]+)(?=\S)")


def find_joined_items(passage: Passage) -> Iterator[Misread]:
    """Yield the lines that begin with a bullet, a dash or a letter in brackets and would be joined to one paragraph."""
    bullets = [line for line in passage if _BULLET.match(line.text)]
    if bullets:
        yield misread_lines("bullets", bullets, _as_items(bullets), sign=bullets[0].text[0], lines=len(bullets))
        return
    dashes = [line for line in passage if _DASH.match(line.text)]
    if len(dashes) > 1 and dashes[0] is passage[0] and not _is_emphasis(dashes):
        yield misread_lines("dashes", dashes, _as_items(dashes), sign=dashes[0].text[0], lines=len(dashes))
        return
    labels = [line for line in passage if _label_of(line)]
    if len(labels) > 1:
        parted = tuple(line.parted for line in labels if line is not passage[0])
        yield misread_lines("labels", labels, parted, sign=_label_of(labels[0]), lines=len(labels))


def _as_items(lines: list[Line]) -> tuple[Edit, ...]:
    """Return what makes items of lines that begin with a sign."""
    signs = ((line, _BULLET.match(line.text) or _DASH.match(line.text)) for line in lines)
    return tuple(Edit(line.start, line.start + match.end(), "- ") for line, match in signs if match)


def _is_emphasis(lines: list[Line]) -> bool:
    return any(line.text[0] == "*" and line.text.count("*") % 2 == 0 for line in lines)


def _label_of(line: Line) -> str:
    """Return the label `(a)`, `a)` or `(1)` with which a line begins; `1)` is an item of a list in Markdown."""
    match = _LABEL.match(line.text)
    if not match or (match[2].isdecimal() and not match[1]):
        return ""
    return match[0].strip()


def find_closed_markers(passage: Passage) -> Iterator[Misread]:
    """Yield the signs of headings and lists before a no-break space, which are printed as text."""
    closed = [(line, match) for line in passage if (match := _MARKER.match(line.text))]
    if closed:
        edits = tuple(Edit(line.start + match.start(1), line.start + match.end(1), " ") for line, match in closed)
        sign = closed[0][1][0].rstrip()
        yield Misread("no-break-space", edits[0].start, edits[0].end, {"sign": sign}, edits)


def find_other_numbers(passages: list[Passage]) -> Iterator[Misread]:
    """Yield the numbers of lists that would be printed otherwise: `1)`, and those that do not count on by one."""
    counting: dict[str, int] = {}
    for passage in passages:
        if not _continues(passage[0], counting):
            counting.clear()
        for line in passage:
            item = _ITEM.match(line.text)
            # Below other text, an item that does not begin with 1 is a part of that text.
            if item and (line is passage[0] or counting or item[1] == "1"):
                yield from _other_number(line, item, counting)


def _continues(line: Line, counting: dict[str, int]) -> bool:
    """Whether a passage goes on with the list before it: with an item, or indented below one."""
    return bool(counting) and (bool(_ITEM.match(line.text)) or bool(line.margin.strip(">")))


def _other_number(line: Line, item: re.Match[str], counting: dict[str, int]) -> Iterator[Misread]:
    number, before = int(item[1]), counting.get(line.margin)
    for deeper in [margin for margin in counting if len(margin) > len(line.margin)]:
        del counting[deeper]
    printed = number if before is None else before + 1
    counting[line.margin] = number
    end = line.start + len(item[1]) + 1
    if item[2] == ")" and before is None:
        yield Misread("closed-number", line.start, end, {"typed": item[0].strip(), "printed": f"{number}."})
    elif number != printed:
        yield Misread("number", line.start, end, {"typed": number, "printed": printed})


def find_joined_paragraphs(passage: Passage) -> Iterator[Misread]:
    """Yield the lines within a passage that begin with the number of a paragraph, as if they were one of their own."""
    for follows, lines in groupby(pairwise(passage), key=lambda pair: _is_paragraph(*pair)):
        if follows:
            joined = [line for _, line in lines]
            parted = tuple(line.parted for line in joined)
            yield misread_lines("paragraphs", joined, parted, number=joined[0].text.split()[0], lines=len(joined))


_NUMBERED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}\.?[ \t\u00a0]++(?=[^\W\d_])")
_ENDS = (".", ";", ":", "!", "?")


def _is_paragraph(before: Line, line: Line) -> bool:
    """Whether a line begins with a number and a capital, after a sentence that has ended."""
    match = _NUMBERED.match(line.text)
    if not match or not line.text[match.end()].isupper():
        return False
    return before.text.rstrip().endswith(_ENDS)
