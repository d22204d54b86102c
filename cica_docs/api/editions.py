"""The text of a decision that comes as Markdown: numbered clauses, put in place of those of the register."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from cica_docs.documents.clauses import number_plainly, read_clauses
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.edit import quote_yaml, remove_field, set_source
from cica_docs.documents.front_matter import split_front_matter
from cica_docs.documents.source import read_source
from cica_docs.i18n.messages import Catalogue
from cica_docs.rules.rule import find_rule
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.snapshot.snapshot import blob_id
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

_TITLE = re.compile(r"\s*+#[ \t]++([^\n]++)\n")
_FIELD_OF_TITLE = re.compile(r"(?m)^title:.*+(?:\n[ \t]++.*+)*+")
_HEADING = re.compile(r"(?m)^(#{2,6}[ \t]++)([^\n{]*[^\s{])[ \t]*$")
OF_PROPOSAL = ("restated", "note")
"""Fields of the original that describe the text on record, and not the one that takes its place."""


@dataclass(frozen=True, eq=False)
class Edition:
    """The text of a decision in one language, as it came."""

    name: str
    language: Language
    text: str


@dataclass(frozen=True, eq=False)
class PlacedText:
    """A file of the register with an edition in it, and the place of the edition's body in both files."""

    content: str
    name: str
    body_line: int
    line: int


def read_edition(catalogue: Catalogue, content: bytes, name: str, language: Language) -> Edition:
    """Read a text; raise `Failure` with line and column if its bytes are none, or if it has no numbered clause."""
    source = read_source(MemorySnapshot({name: content}), name)
    for problem in source.problems:
        unreadable = find_rule("form/unreadable")
        assert unreadable is not None
        message = catalogue.message(unreadable, problem.kind, problem.details)
        span = problem.span
        raise Failure("values-unreadable", status=2, path=name, line=span.line, column=span.column, problem=message)
    return Edition(name, language, source.text)


def place_editions(
    corpus: Corpus, editions: Mapping[Language, Edition], record: Callable[[Document], str]
) -> Mapping[str, PlacedText]:
    """Return the files of the register with the editions in them; raise `Failure` for one that does not fit.

    `record` returns the original with what is to be added to its front matter.
    """
    work, original = f"decision/{corpus.decision.id}", corpus.reference.original
    placed: dict[str, PlacedText] = {}
    for language in sorted(editions, key=lambda language: language != original):
        path = f"{work}/{language}.md"
        file = _placed(corpus, corpus.document(work, language), editions[language])
        document = _document(path, file.content)
        if language == original:
            content = record(document)
        else:
            first = placed.get(f"{work}/{original}.md")
            blob = blob_id(first.content.encode()) if first else corpus.snapshot.blob(f"{work}/{original}.md")
            if not isinstance(document.get("/translates"), str):
                raise Failure("edition-no-translation", path=file.name)
            content = set_source(document, blob, ())
        placed[path] = replace(file, content=content, line=file.line + content.count("\n") - file.content.count("\n"))
    return placed


def _placed(corpus: Corpus, document: Document | None, edition: Edition) -> PlacedText:
    """Return a file with the edition's own front matter, or else with that on record."""
    parts = split_front_matter(edition.text)
    body, body_line, front = edition.text, 1, ""
    if parts.yaml:
        front, body, body_line = parts.yaml, parts.body, parts.body_line
    elif edition.text.startswith("---"):
        raise Failure("edition-front-matter-unclosed", path=edition.name)
    title = _TITLE.match(body)
    if title:
        body_line += body.count("\n", 0, title.end())
        body = body[title.end() :]
    _require_clauses(edition.name, body, body_line, has_single_numbers=corpus.decision.has_single_numbers)
    if not front and document is not None and document.is_readable:
        front = _without(document, OF_PROPOSAL)
        if title:
            front = _FIELD_OF_TITLE.sub(lambda _: f"title: {quote_yaml(title[1].strip())}", front, 1)
    if not front:
        if title is None:
            raise Failure("edition-title-missing", path=edition.name)
        front = f"title: {quote_yaml(title[1].strip())}\ntranslates: {'0' * 40}\n"
    lead = f"---\n{front}---\n"
    gap = "" if body.startswith("\n") else "\n"
    numbered = _with_ids(document, number_plainly(body.rstrip())) + "\n"
    return PlacedText(f"{lead}{gap}{numbered}", edition.name, body_line, lead.count("\n") + len(gap) + 1)


def _require_clauses(name: str, body: str, body_line: int, *, has_single_numbers: bool) -> None:
    """Raise `Failure` for a text without a numbered clause, or with the same number twice."""
    seen: set[str] = set()
    for clause in read_clauses(body, has_single_numbers=has_single_numbers):
        if clause.number[0].isdecimal():
            if clause.number in seen:
                raise Failure("edition-clause-twice", path=name, line=clause.line + body_line - 1, clause=clause.number)
            seen.add(clause.number)
    if not seen:
        raise Failure("edition-unnumbered", path=name)


def _without(document: Document, fields: tuple[str, ...]) -> str:
    """Return the front matter of a document without some fields."""
    text = document.source.text
    for field in fields:
        text = remove_field(text, field)
    return split_front_matter(text).yaml


def _with_ids(document: Document | None, body: str) -> str:
    """Give each heading without an id that of the section on record with the same title."""
    ids = {section.title: section.id for section in document.outline.sections if section.id} if document else {}

    def titled(match: re.Match[str]) -> str:
        id = ids.get(match[2])
        return f"{match[1]}{match[2]} {{#{id}}}" if id else match[0]

    return _HEADING.sub(titled, body)


def _document(path: str, content: str) -> Document:
    kind, id, name = path.split("/")
    source = read_source(MemorySnapshot({path: content.encode()}), path)
    return Document(kind, id, Language(name.removesuffix(".md")), path, source)
