"""Find the blocks of a body that need parsing: those whose structure the outline may miss."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from itertools import pairwise

from ahocorasick_rs import BytesAhoCorasick, MatchKind

_PART = re.compile(r"\n *\n(?=[^ \n])")
_ITEM = r" *(?:[-*+]|[0-9]{1,9}[.)])"
# Signs that need parsing anywhere, and beginnings of lines that do; these expressions begin with the line feed, which a
# search finds many times faster than an anchor.
_SIGNS = ("`", "|", "<", "\t", "~~~", ":::", "\\\n")
_BRACKETED = ("![", "](", "]{", "[^")
_SIGN_SEARCH = BytesAhoCorasick([sign.encode() for sign in (*_SIGNS, *_BRACKETED)], matchkind=MatchKind.LeftmostFirst)
_SIGN = re.compile("|".join(map(re.escape, (*_SIGNS, *_BRACKETED))))
_BEGINNING = re.compile(
    r"\n(?=[ >#*+\[_0-9-])(?![0-9]{1,3}\.[0-9])(?: {4}|>(?! ?[^\W\d_])| +>| {1,3}#|#(?!#{1,3}[ \t])|"
    rf"{_ITEM}(?: (?:[^\n#>]*+[#>]|(?:[^\n*_-]++|([*_-])(?! *\1 *\1))*+[*_-])| *\[[^\]\n]*\]:| *$| {{5}}|"
    r" +(?:[-*+]|[0-9]{1,9}[.)])(?: |$))|"
    r" {0,3}([-*_])(?: *\2){2,} *$| {0,3}\[[^\]\n]*\]:)",
    re.MULTILINE,
)
_EMPTY_HEADING = re.compile(r"\n#{1,6}[^\S\n]++(?:\{#[a-z0-9-]{1,80}\})?(?:[^\S\n]|#)*+$", re.MULTILINE)
# Markup that reaches over empty lines, so that no block can be parsed alone.
_REACHING = re.compile(r"[`<\t]|~~~|^ {0,3}\[(?!\^)[^\]\n]*\]:", re.MULTILINE)
# A mark of a footnote, and a footnote of one line that begins with a letter and has no footnote mark.
_LABEL = r"\[\^((?:[^\]\[\s]|\[(?!\^))++)\]"
FOOTNOTE_MARK = re.compile(rf"{_LABEL}(?!:)")
_FOOTNOTE = re.compile(
    r"\[\^(?:(?<=\n\n\[\^)|(?<=\A\[\^))([^\]\s]++)\]: ([^\W\d_](?:[^\[\n]|\[(?!\^))*+)(?=\n\n|\n?\Z)"
)
_RULED_ROW = re.compile(r"\|(?: *:?-+:? *\|)+")
_BRACE = re.compile(r"\{(?!#[a-z0-9-]{1,80}\}[ \t]*$)", re.MULTILINE)


def needs_parsing(text: str, single_byte: bytes | None = None) -> bool:
    """Whether a body may have structure that its single lines do not show; faster with its single-byte form."""
    if single_byte is not None:
        holds_signs = bool(_SIGN_SEARCH.find_matches_as_indexes(single_byte))
    else:
        holds_signs = any(map(text.__contains__, (*_SIGNS, *_BRACKETED)))
    lines = f"\n{text}"
    return holds_signs or bool(
        text.endswith("\\") or _BEGINNING.search(lines) or _EMPTY_HEADING.search(lines) or _BRACE.search(text)
    )


def keep_unparsed_blocks(text: str) -> str:
    """Blank out every block that needs no parsing; line numbers stay. Empty if none needs it.

    Blocks begin after an empty line at the left margin, so that none of them is in a list or quotation of another; the
    problems of the remaining blocks are all problems of the whole body.
    """
    if not needs_parsing(_without_regular_markup(text)):
        return ""
    if _REACHING.search(text):
        return text
    spans = [match.span() for pattern in (_SIGN, _BRACE) for match in pattern.finditer(text)]
    for pattern in (_BEGINNING, _EMPTY_HEADING):
        spans += [(match.start(), match.end() - 1) for match in pattern.finditer(f"\n{text}")]
    if text.endswith("\\"):
        spans.append((len(text) - 1, len(text)))
    return _parts(text, spans) if spans else ""


def _without_regular_markup(text: str) -> str:
    """Remove tables with even rows, and footnote marks if each has exactly one footnote."""
    if "[^" in text and "\\" not in text:
        notes = [label for label, _ in _FOOTNOTE.findall(text)]
        marks = FOOTNOTE_MARK.findall(text)
        if len(marks) + len(notes) == text.count("[^") and len(set(notes)) == len(notes) and set(marks) == set(notes):
            text = FOOTNOTE_MARK.sub("x", _FOOTNOTE.sub(r"\2", text))
    if "|" in text:
        text = "\n\n".join("" if _is_even_table(part) else part for part in text.split("\n\n"))
    return text


def _is_even_table(part: str) -> bool:
    rows = part.strip("\n").split("\n")
    return (
        len(rows) > 1
        and all(row.startswith("|") and row.endswith("|") and "\\" not in row for row in rows)
        and len({row.count("|") for row in rows}) == 1
        and _RULED_ROW.fullmatch(rows[1]) is not None
    )


def keep_blocks_around(text: str, lines: Collection[int]) -> str | None:
    """Replace every block that holds none of some lines, counted from zero, by an ellipsis; line numbers stay.

    None if the blocks cannot be separated, or if one continues in another.
    """
    if _REACHING.search(text) or "[^" in text:
        return None
    ends = [-1, *(at for at, letter in enumerate(text) if letter == "\n")]
    # Without text between them two lists would become one.
    return _parts(text, [(ends[line] + 1, ends[line] + 2) for line in lines], instead="…")


def _parts(text: str, spans: Iterable[tuple[int, int]], *, instead: str = "") -> str:
    """Keep the blocks that overlap some spans, and blank out the others line by line."""
    starts = [0, *(match.end() for match in _PART.finditer(text)), len(text) + 1]
    selected: set[int] = set()
    for first, end in spans:
        selected.update(range(bisect_right(starts, first) - 1, bisect_right(starts, max(first, end - 1))))
    parts = (text[start:end] for start, end in pairwise(starts))
    return "".join(part if at in selected else instead + "\n" * part.count("\n") for at, part in enumerate(parts))
