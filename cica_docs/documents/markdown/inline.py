"""Build inlines from the children of one inline token; only the kinds named in this module pass."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from cica_docs.documents.markdown.blocks import (
    Block,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
    text_of,
)
from cica_docs.values.address import is_allowed

if TYPE_CHECKING:
    from markdown_it.token import Token

_SPACE = re.compile(r"[ \t\n]+")
_REFUSED_INLINES = {"html_inline": "html", "code_inline": "code", "image": "image"}

Note = Callable[[int], tuple[Block, ...] | None]
"""Returns the blocks of a footnote by its number; None if it has too many references."""
Refuse = Callable[[str, "Token", int, str], None]
"""Reports a refused inline: its problem kind, its block, its line in the block, its text."""


class InlineReader:
    """Reads the children of one inline token."""

    def __init__(self, parent: "Token", note: Note, refuse: Refuse, *, in_note: bool) -> None:
        self.tokens = parent.children or []
        self.parent = parent
        self.note = note
        self.refuse = refuse
        self.in_note = in_note
        self.next = 0
        self.line = 0

    def read(self, closing: str = "") -> list[Inline]:
        """Return the inlines up to a closing token, or all."""
        inlines: list[Inline] = []
        while self.next < len(self.tokens):
            token = self.tokens[self.next]
            self.next += 1
            if token.type == closing:
                break
            inlines.extend(self._inlines_of(token))
        return _joined(inlines)

    def _inlines_of(self, token: "Token") -> Iterator[Inline]:
        match token.type:
            case "text" | "text_special":
                yield Text(token.content)
            case "softbreak":
                self.line += 1
                yield Text(" ")
            case "hardbreak":
                self.line += 1
                yield LineBreak()
            case "em_open":
                yield Emphasis(tuple(self.read("em_close")))
            case "strong_open":
                yield Strong(tuple(self.read("strong_close")))
            case "link_open":
                yield from self._link(token)
            case "footnote_ref":
                label = str(token.meta.get("label", ""))
                blocks = () if self.in_note else self.note(token.meta["id"])
                if self.in_note or blocks is None:
                    kind = "footnote-nested" if self.in_note else "footnote-repeated"
                    self.refuse(kind, self.parent, self.line, f"[^{label}]")
                yield Footnote(label, blocks or ())
            case kind:
                source_text = token.markup + token.content if kind == "code_inline" else token.content
                self.refuse(_REFUSED_INLINES.get(kind, "markup"), self.parent, self.line, source_text)

    def _link(self, token: "Token") -> Iterator[Inline]:
        target = str(token.attrs.get("href", ""))
        line = self.line
        content = tuple(self.read("link_close"))
        if not is_allowed(target):
            self.refuse("link", self.parent, line, target)
            yield from content
            return
        title = str(token.attrs.get("title", ""))
        if title:
            self.refuse("link-title", self.parent, line, title)
        elif not text_of(content).strip():
            self.refuse("link-empty", self.parent, line, target)
        yield Link(target, content)


def _joined(inlines: list[Inline]) -> list[Inline]:
    """Join neighbouring runs of text; fold white space and drop it at both ends of a line."""
    joined: list[Inline] = []
    for is_text, group in groupby(inlines, key=lambda inline: isinstance(inline, Text)):
        if is_text:
            joined.append(Text(_SPACE.sub(" ", "".join(inline.text for inline in group if isinstance(inline, Text)))))
        else:
            joined += group
    return joined
