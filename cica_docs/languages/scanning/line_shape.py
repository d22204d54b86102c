"""Fast path: the shape of lines, which is how they begin and the signs in them, whatever their words."""

import re

from cica_docs.text.single_byte import ORDINARY, translation_table_of

_BEGINNING = re.compile(
    r"(?:[\s>]|[-*+] |[0-9]+(?:\.[0-9]+)*[.)]? )*+(?:(#{1,6})(?=[ \t]|$|\{#[^}]*\}[ \t]*$)|\[\^[^\]]+\]: |.)?"
)
_MARK = re.compile(r"\]\(([^)\s]*)|(\\?\[\^)|(\\?\[)|(\\?\|)")
_RULED = re.compile(r"([ >]*+)(\|?(?: *:?-+:? *\|)+(?: *:?-+:?)? *)")

# Of a coded body: how its lines begin, with one letter, one digit and one mark for all; the numbers that they begin
# with, and what follows them; the braces in its headings.
_START = re.compile(rb"\n((?:- (?![-*+>#0-9])|#{1,6} |[^\n])?)")
_STARTS = translation_table_of({"".join(filter(str.isalpha, ORDINARY)): "a", "0123456789": "0", "«“": '"'})
_NUMBER_OR_HEADING = re.compile(rb"\n(?:([0-9]+(?:\.[0-9]+)*[.)]? )([-*+>#]?)|#{1,6} [^\n{]*([^\n]*))")
_ORDINARY_STARTS = b'a0- #"(\n'
_SPECIAL_STARTS = (b"-\n", b"#\n", b"\n \n")
_SPECIAL = (b"|", b"[", b"\t")


def quick_shape_of(body: bytes) -> tuple[object, ...] | None:
    """Return the shape of all lines of a body in single bytes; None if each line has to be looked at."""
    text = b"\n" + body
    starts = b"\n%b\n" % b"\n".join(_START.findall(text)).translate(_STARTS)
    if starts.translate(None, _ORDINARY_STARTS) or any(map(starts.__contains__, _SPECIAL_STARTS)):
        return None
    beginnings = _NUMBER_OR_HEADING.findall(text)
    if any(map(body.__contains__, _SPECIAL)) or any(mark for _, mark, _ in beginnings):
        return None
    return (starts, beginnings)


def line_shape_of(line: str) -> tuple[object, ...]:
    """Return how a line begins and its signs in order."""
    if not line:
        return ()
    begins = _BEGINNING.match(line)
    start = begins[0] if begins else ""
    if begins and begins[1]:
        start = f"{start} {_written_id(line[begins.end() :]) or line.partition('{')[2]}"
    elif start[-1:].isalpha() or start[-1:] in "«“\"'":
        start = start[:-1]
    if ruled := _RULED.fullmatch(line):
        return (ruled[1], ruled[2].strip(" |").count("|"))
    if "|" in line:
        start = f"{start}{line.rstrip()[-1:] == '|'}"
    return (start, *_MARK.findall(line)) if "[" in line or "|" in line else (start,)


def _written_id(heading: str) -> str:
    """Return the braces at the end of a heading with what is in them."""
    written = heading.rstrip(" \t")
    start = written.find("{#", written.rfind("}", 0, -1) + 1) if written.endswith("}") else -1
    return written[start:] if start >= 0 else ""
