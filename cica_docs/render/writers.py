"""The formats that editions are written in: a row for each, and a module that writes it."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from cica_docs.render.edition import Edition
from cica_docs.render.origin import Origin
from cica_docs.render.template import Templates

Written = tuple[bytes, int]
"""A file and its number of pages, 0 where the format has none."""


class Scope(StrEnum):
    """How much goes into one file."""

    LANGUAGE = "language"
    """One edition: a file for each language, and one for the parallel edition."""
    WORK = "work"
    """The editions of all languages, the original first."""


class WriterModule(Protocol):
    """A module that writes one format; it may also have `prepare()`, which raises where its engine is missing."""

    def write(self, editions: Sequence[Edition], templates: Templates) -> Written:
        """Write one file; the same editions give the same bytes."""

    def read_origin(self, content: bytes) -> Origin | None:
        """Read what a file, which may be a stranger's, says of its origin; None if it says nothing, or two things."""


class Writer(NamedTuple):
    """A format: its name, which is the ending of its files too, and how it is written."""

    name: str
    module: str
    """Imported when a file is written, since engines are heavy."""
    scope: Scope = Scope.LANGUAGE
    engine: str = ""
    """The package whose version the bytes depend on."""
    counts_pages: bool = False
    is_default: bool = True
    """Whether it is printed when no format is named."""

    def load(self) -> WriterModule:
        """Import the module that writes the format."""
        return cast("WriterModule", import_module(self.module))

    def prepare(self) -> None:
        """Import the module; raise a `Failure` if its engine is missing, so that this is said once and not by file."""
        check = getattr(self.load(), "prepare", None)
        if check:
            check()


WRITERS: Mapping[str, Writer] = {
    writer.name: writer
    for writer in (
        Writer("pdf", "cica_docs.render.pdf.writer", engine="typst", counts_pages=True),
        Writer("docx", "cica_docs.render.docx.writer", engine="pypandoc_binary"),
        Writer("html", "cica_docs.render.html.page", Scope.WORK),
        Writer("txt", "cica_docs.render.txt.writer", is_default=False),
    )
}
DEFAULT_FORMATS = tuple(writer.name for writer in WRITERS.values() if writer.is_default)
PAGED_FORMAT = next(writer.name for writer in WRITERS.values() if writer.counts_pages)
"""The format whose pages a letter states of its enclosures."""
FORMATS_BY_SCOPE = tuple(sorted(WRITERS, key=lambda name: WRITERS[name].scope is not Scope.WORK))
"""All formats, those with every language in one file first."""
