"""One language version of a work, or one data file: its content and its problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cica_docs.documents.acts.record import Record, read_record
from cica_docs.documents.front_matter import Parts, split_front_matter
from cica_docs.documents.markdown.blocks import Paragraph
from cica_docs.documents.markdown.outline import Outline, may_hold_placeholders, read_outline
from cica_docs.documents.markdown.parser import Body, may_be_endless, parse_body, read_lone_paragraph
from cica_docs.documents.markdown.unparsed import keep_unparsed_blocks, needs_parsing
from cica_docs.documents.problem import Problem
from cica_docs.documents.source import Source, read_source
from cica_docs.documents.yaml.positioned import PositionedYaml, parse_yaml
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.language import Language
from cica_docs.values.span import Place, Span


@dataclass(frozen=True, eq=False)
class DataFile:
    """A YAML file of the register: reference data, or the provisions of a decision."""

    path: str
    source: Source
    shown: PositionedYaml | None = None
    """The data that are shown, where a part of them is withheld."""

    @property
    def blob(self) -> str:
        """The Git id of its bytes."""
        return self.source.blob

    @cached_property
    def front(self) -> PositionedYaml:
        """Its data; empty if the bytes cannot be read."""
        if self.shown is not None:
            return self.shown
        return PositionedYaml() if self.source.problems else parse_yaml(self.source.text)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of its bytes or its YAML."""
        return self.source.problems or self.front.problems

    def at(self, pointer: str) -> Place:
        """Return the place of a value, else the nearest above it."""
        return Place(self.path, self.front.at(pointer))

    def line(self, number: int) -> str:
        """Return a line of the file, counted from one."""
        return self.source.line(number)


@dataclass(frozen=True, eq=False)
class Document:
    """One language version of a work; an unreadable file is a document with problems."""

    kind: str
    id: str
    language: Language
    path: str
    source: Source
    is_withheld: bool = False
    """Whether only the existence of the document is shown."""
    is_shown_whole: bool = True
    """Whether the whole file is shown."""
    withheld: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The sections whose text is not shown, by id, with the states that gave it; the empty id is the whole body."""

    @property
    def blob(self) -> str:
        """The Git id of its bytes; empty if a part of the file is withheld."""
        return self.source.blob

    @property
    def work(self) -> str:
        """Kind and id: `concept-paper/tourism-2026`."""
        return f"{self.kind}/{self.id}"

    @cached_property
    def _parts(self) -> Parts:
        return Parts("", "", 1) if self.source.problems else split_front_matter(self.source.text)

    @property
    def front(self) -> PositionedYaml:
        """The front matter."""
        return self._parts.front

    @property
    def front_text(self) -> str:
        """The source text of the front matter; empty if it cannot be separated from the body."""
        return self._parts.yaml

    @property
    def text(self) -> str:
        """The source text of the body."""
        return self._parts.body

    @property
    def single_byte(self) -> bytes | None:
        """The body with one byte for each character; None if the file has a character outside that encoding."""
        single_byte = self.source.single_byte
        return None if single_byte is None else single_byte[len(single_byte) - len(self.text) :]

    @property
    def body_line(self) -> int:
        """The line of the file on which the body begins."""
        return self._parts.body_line

    @cached_property
    def outline(self) -> Outline:
        """Headings, numbered paragraphs and placeholders, read quickly."""
        return read_outline(self.text, self.body_line)

    @property
    def placeholders(self) -> tuple[tuple[str, Span], ...]:
        """The placeholders of its body."""
        single_byte = self.source.single_byte
        return () if single_byte is not None and not may_hold_placeholders(single_byte) else self.outline.placeholders

    @cached_property
    def body(self) -> Body:
        """The body as blocks."""
        return parse_body(self.text, self.body_line)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of its bytes or its front matter."""
        return self.source.problems or self.front.problems

    @cached_property
    def is_plain(self) -> bool:
        """Whether the line scan is enough and the body need not be parsed."""
        return not needs_parsing(self.text, self.single_byte)

    def edge_paragraph(self, *, last: bool) -> Paragraph | None:
        """Return the first or last paragraph of the body outside lists and quotations."""
        paragraph = read_lone_paragraph(self.text, self.body_line, last=last) if self.is_plain else None
        if paragraph is None:
            paragraphs = [block for block in self.body.blocks if isinstance(block, Paragraph)]
            paragraph = paragraphs[-1 if last else 0] if paragraphs else None
        return paragraph

    @cached_property
    def markup(self) -> tuple[Problem, ...]:
        """The problems of its body: markup that is not allowed."""
        if "body" in self.__dict__ or may_be_endless(self.text):
            return self.body.problems
        left = "" if self.is_plain else keep_unparsed_blocks(self.text)
        # A body that needs parsing as a whole is parsed once, for its blocks too.
        if left and left == self.text:
            return self.body.problems
        return parse_body(left, self.body_line).problems if left else ()

    @property
    def is_parted(self) -> bool:
        """Whether front matter and body are separated; if not, the body is not checked."""
        return not self.source.problems and not self._parts.problems

    @property
    def is_readable(self) -> bool:
        """Whether its front matter is a mapping without problems."""
        return not self.problems and isinstance(self.front.value, dict)

    def get(self, pointer: str) -> Any:
        """Return the value of the front matter at a JSON pointer, or None."""
        return self.front.get(pointer)

    @cached_property
    def record(self) -> Record:
        """The acts on record; none if it cannot be read."""
        return read_record(self.get("/events") if self.is_readable else None)

    def at(self, pointer: str) -> Place:
        """Return the place of a value in the front matter, else the nearest above it."""
        return Place(self.path, self.front.at(pointer))

    def place(self, span: Span) -> Place:
        """Return the place of a span in this file."""
        return Place(self.path, span)

    def line(self, number: int) -> str:
        """Return a line of the file, counted from one."""
        return self.source.line(number)


RegisterFile = Document | DataFile


def read_document(snapshot: Snapshot, path: str, kind: str, id: str, language: Language) -> Document:
    """Read the document at a path."""
    return Document(kind, id, language, path, read_source(snapshot, path))


def read_data_file(snapshot: Snapshot, path: str) -> DataFile:
    """Read the data file at a path."""
    return DataFile(path, read_source(snapshot, path))
