"""What sets a part of running text apart: emphasis, bold, links."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from cica_docs.documents.markdown.blocks import (
    Emphasis,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    Link,
    Marked,
    Paragraph,
    Strong,
    Text,
)


def runs_of(content: Iterable[Inline], marks: frozenset[str] = frozenset()) -> list[tuple[frozenset[str], str]]:
    """Return the texts of a paragraph in order, each with what sets it apart; footnotes are passed over."""
    runs: list[tuple[frozenset[str], str]] = []
    for inline in content:
        match inline:
            case Text(text):
                inner = [(marks, text)]
            case LineBreak():
                inner = [(marks, "\n")]
            case Emphasis(inside):
                inner = runs_of(inside, marks | {"emphasis"})
            case Strong(inside):
                inner = runs_of(inside, marks | {"strong"})
            case Link(target, inside):
                inner = runs_of(inside, marks | {target})
            case Marked(_, inside):
                inner = runs_of(inside, marks)
            case _:
                inner = []
        for run in filter(_has_text, inner):
            # What marks a blank is not seen.
            if runs and (runs[-1][0] == run[0] or run[1].isspace()):
                runs[-1] = (runs[-1][0], runs[-1][1] + run[1])
            else:
                runs.append(run)
    return runs


def joined_texts(content: Iterable[Inline]) -> Iterator[Inline]:
    """Yield the parts of running text, neighbouring texts as one."""
    for is_text, group in groupby(content, key=lambda inline: isinstance(inline, Text)):
        parts = list(group)
        if is_text:
            yield Text("".join(part.text for part in parts if isinstance(part, Text)))
        else:
            yield from parts


def _has_text(run: tuple[frozenset[str], str]) -> bool:
    return bool(run[1])


def has_markup(content: Iterable[Inline]) -> bool:
    """Whether some of the text is set apart."""
    return any(not isinstance(inline, Text | LineBreak | Footnote) for inline in content)


def holds_strong(content: Iterable[Inline]) -> bool:
    """Whether some of the text is bold."""
    return any(isinstance(inline, Strong) or holds_strong(getattr(inline, "content", ())) for inline in content)


def unmarked(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the same text with nothing set apart."""
    plain: list[Inline] = []
    for inline in content:
        match inline:
            case Emphasis(inside) | Strong(inside) | Link(_, inside) | Marked(_, inside):
                plain += unmarked(inside)
            case _:
                plain.append(inline)
    return tuple(plain)


def contents_in(node: object) -> Iterator[tuple[Inline, ...]]:
    """Yield the running text of each paragraph in a block."""
    if isinstance(node, tuple):
        for each in node:
            yield from contents_in(each)
    elif isinstance(node, Heading | Paragraph):
        yield node.content
    else:
        for name in ("items", "blocks", "head", "rows"):
            yield from contents_in(getattr(node, name, ()))
