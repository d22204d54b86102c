"""Running text as atoms: words, numbers, dates, signs and blanks, each with the marks that it bears."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from cica_docs.documents.markdown.blocks import (
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Marked,
    Strong,
    Text,
)

Mark = tuple[str, str]
"""`emphasis`, `strong`, or `link` with its target."""

_ATOM = re.compile(
    r"\d{1,2} [^\W\d_]++ \d{4}(?!\w)|\d{4} [^\W\d_]++ \d{1,2} [^\W\d_]++"  # dates
    r"|\d++(?:[.,:/–-]\d++)*+|[^\W_]++(?:[-’'‑][^\W_]++)*+|\s++|.",
    re.DOTALL,
)


class Atom(NamedTuple):
    """The least part of running text that a comparison keeps whole; a footnote is one, and so is a line break."""

    text: str
    marks: tuple[Mark, ...] = ()
    leaf: LineBreak | Footnote | None = None

    @property
    def is_blank(self) -> bool:
        """Whether it is white space."""
        return self.leaf is None and self.text.isspace()


def atoms_of(content: Iterable[Inline], marks: tuple[Mark, ...] = ()) -> Iterator[Atom]:
    """Yield the atoms of running text in order; neighbours with the same marks are cut as one text."""
    for is_text, group in groupby(runs_of(content, marks), key=lambda run: (run.leaf is None, run.marks)):
        runs = list(group)
        if not is_text[0]:
            yield from runs
            continue
        for match in _ATOM.finditer("".join(run.text for run in runs)):
            yield Atom(match[0], runs[0].marks)


def runs_of(content: Iterable[Inline], marks: tuple[Mark, ...] = ()) -> Iterator[Atom]:
    """Yield the runs of running text as the author divided it, each as one atom."""
    for inline in content:
        match inline:
            case Text(text):
                yield Atom(text, marks)
            case LineBreak() | Footnote():
                yield Atom("", marks, inline)
            case Emphasis(inside):
                yield from runs_of(inside, _with(marks, ("emphasis", "")))
            case Strong(inside):
                yield from runs_of(inside, _with(marks, ("strong", "")))
            case Link(target, inside):
                yield from runs_of(inside, _with(marks, ("link", target)))
            case Marked(_, inside):
                yield from runs_of(inside, marks)


def _with(marks: tuple[Mark, ...], mark: Mark) -> tuple[Mark, ...]:
    """Add a mark; their order does not matter, so that nesting them otherwise is no difference."""
    return tuple(sorted({*marks, mark}))


def content_of(atoms: Iterable[Atom]) -> tuple[Inline, ...]:
    """Return atoms as running text, the marks nested in their order."""
    content: list[Inline] = []
    for marks, group in groupby(atoms, key=lambda atom: atom.marks):
        inside: list[Inline] = []
        for leaf, parts in groupby(group, key=lambda atom: atom.leaf):
            if leaf is None:
                inside.append(Text("".join(part.text for part in parts)))
            else:
                inside += [leaf for _ in parts]
        content += _marked(tuple(inside), marks)
    return tuple(content)


def _marked(content: tuple[Inline, ...], marks: tuple[Mark, ...]) -> tuple[Inline, ...]:
    for kind, target in reversed(marks):
        content = (
            (Link(target, content),)
            if kind == "link"
            else ((Emphasis(content),) if kind == "emphasis" else (Strong(content),))
        )
    return content
