"""Signs that would be printed as they are typed: of emphasis, of footnotes, of other dialects of Markdown, of HTML."""

import html
import re
from collections.abc import Iterator

from cica_docs.documents.markdown.parser import parse_tokens
from cica_docs.documents.misread.passage import Edit, Misread, Passage

_ENTITY = re.compile(r"(?<!\\)&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_MARKUP = frozenset("<>|*_`[]\\#~")
_INLINE_NOTE = re.compile(r"\^\[[^\[\]\n]++\]")
_FORMULA = re.compile(r"(?<![\w$\\])\$(?=[^\s$][^$\n]*+\$)[^$\n\\^_{=]*+[\\^_{=][^$\n]*+\$(?![\w$])")
_LOWERED = re.compile(r"(?<=\w)([~^])[A-Za-z0-9+-]{1,5}\1")
_UNDERLINE = re.compile(r"={3,}\s*")
_DEFINITION = re.compile(r":[ \t]+\S")
_RAISED = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_RAISED_MARK = re.compile(
    rf"(?:(?<=[.,;:!?»”)])|(?<=[^\W\d_]{{4}})|(?<=\n)|(?<=\A))[{_RAISED}]{{1,3}}(?![\w{_RAISED}-])"
)
_NOTE_MARK = re.compile(r"(?<=[^\s\[(])[ ]?\[([0-9]{1,3}|\*)\](?![:(\[])")
_NOTE_TEXT = re.compile(r"\[([0-9]{1,3}|\*)\]:?[ \t]+\S")
_ESCAPE = re.compile(r"\\[*_~\[\]^&$\\]")
_PAIR = re.compile(r"(?<![\w*\\])(\*{1,3})(?![\s*])[^*\n]+(?<!\s)\1(?![\w*])")
_LEFT = re.compile(r"\*{2,3}|(?<![\s*])\*|\*(?![\s*])|~~")


def find_entities(passage: Passage, body: str) -> Iterator[Misread]:
    """Yield the first character that is written as in HTML; names that HTML does not have are none.

    Signs that would be markup are left to the drafter.
    """
    start, end = passage[0].start, passage[-1].end
    if "&" not in body[start:end]:
        return
    written = [match for match in _ENTITY.finditer(body, start, end) if html.unescape(match[0]) != match[0]]
    certain = [match for match in written if _is_text(html.unescape(match[0]))]
    markup = [match for match in written if match not in certain]
    for kind, matches in (("entity", certain), ("entity-of-markup", markup)):
        if matches:
            edits = tuple(Edit(*match.span(), html.unescape(match[0])) for match in certain)
            yield Misread(kind, *matches[0].span(), {"sign": matches[0][0]}, edits if kind == "entity" else ())


def _is_text(character: str) -> bool:
    return character not in _MARKUP and (character.isprintable() or character == "\u00a0")


def find_other_dialects(passage: Passage, body: str) -> Iterator[Misread]:
    """Yield footnotes, formulae, raised letters, underlines and definitions as other dialects write them."""
    for number, line in enumerate(passage):
        if number and _UNDERLINE.fullmatch(line.text):
            yield Misread("underline", line.start, line.end, {"sign": "==="})
        elif number and _DEFINITION.match(line.text):
            yield Misread("definition", line.start, line.end, {"sign": ":"})
    text = body[passage[0].start : passage[-1].end]
    for kind, sign, pattern in (
        ("inline-note", "^[", _INLINE_NOTE),
        ("formula", "$", _FORMULA),
        ("raised", "~", _LOWERED),
        ("raised", "^", _LOWERED),
    ):
        for match in pattern.finditer(text) if sign in text else ():
            if kind != "raised" or match[1] == sign:
                start = passage[0].start + match.start()
                yield Misread(kind, start, start + len(match[0]), {"sign": match[0]})


def find_typed_notes(passages: list[Passage], body: str) -> Iterator[Misread]:
    """Yield marks of footnotes typed by hand: raised figures, and `[1]` where a text begins with `[1]` below."""
    if any(sign in body for sign in _RAISED):
        for match in _RAISED_MARK.finditer(body):
            yield Misread("raised-figure", *match.span(), {"sign": match[0]})
    lines = ((line, _NOTE_TEXT.match(line.text)) for passage in passages for line in passage)
    texts = {match[1]: line for line, match in lines if match}
    for label in texts and sorted({match[1] for match in _NOTE_MARK.finditer(body)} & texts.keys()):
        line = texts[label]
        yield Misread("bracketed-figure", line.start, line.start + len(label) + 2, {"sign": f"[{label}]"})


def find_left_emphasis(passage: Passage, body: str) -> Iterator[Misread]:
    """Yield asterisks and tildes without a counterpart, which would be printed."""
    text = body[passage[0].start : passage[-1].end]
    if "*" not in text and "~~" not in text:
        return
    plain = _ESCAPE.sub("\ufffc\ufffc", text)
    unpaired = _PAIR.sub("", plain)
    if "*" not in unpaired and "~~" not in unpaired:
        return
    left = [
        match[0]
        for token in parse_tokens(plain)
        for child in token.children or ()
        if child.type == "text"
        for match in _LEFT.finditer(child.content)
    ]
    if left:
        at = _place_of(left[0], plain)
        yield Misread("emphasis", passage[0].start + at, passage[0].start + at + len(left[0]), {"sign": left[0]})


def _place_of(sign: str, text: str) -> int:
    """Return where a sign is alone on its line, else where it is first."""
    places = [match.start() for match in _LEFT.finditer(text) if match[0] == sign]
    lines = [text[text.rfind("\n", 0, at) + 1 : at] for at in places]
    alone = (at for at, line in zip(places, lines, strict=True) if lines.count(line) == 1 and sign not in line)
    return next(alone, places[0] if places else text.find(sign))
