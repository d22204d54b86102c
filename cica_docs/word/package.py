"""The parts of a Word document, read within bounds: a stranger made it.

Only the parts that hold text are inflated, by the names of their content types; a relationship gives the address of a
link and is never followed. Whatever the file states of its own size is not believed.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from cica_docs.values.failure import Failure

Element = Any
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

MOST_BYTES = 32 * 1024 * 1024
MOST_INFLATED = 16 * 1024 * 1024
"""Bytes that the parts with text may have together; a paper of 60 pages has one million."""
MOST_TAGS = 600_000
MOST_ENTRIES = 2_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_TYPES = "[Content_Types].xml"
_MAIN = "main"
_KINDS = ("footnotes", "endnotes", "comments", "numbering", "styles")
_MAIN_TYPES = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.(?:document|template)"
    r"|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml",
    re.IGNORECASE,
)
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError, KeyError)


class Package(NamedTuple):
    """The parts of a Word document that hold text, by what they are; margins are headers and footers."""

    document: Element
    others: Mapping[str, Element]
    """`footnotes`, `endnotes`, `comments`, `numbering`, `styles`."""
    margins: tuple[Element, ...]
    targets: Mapping[str, Mapping[str, str]]
    """The addresses of links, by part (`main`, `footnotes` …) and id."""
    properties: Mapping[str, str]
    """The properties of the file: what it claims of itself."""
    has_macros: bool
    has_files: bool
    """Whether files of other programs are embedded in it."""


def open_package(content: bytes, name: str) -> Package:
    """Open the bytes of a Word document; raise `Failure` for anything else, with the name of the file."""
    if len(content) > MOST_BYTES:
        raise Failure("word-too-large", path=name, most=MOST_BYTES // 1024 // 1024)
    if content.startswith(_OLE):
        raise Failure("word-protected", path=name)
    if not content.startswith(_ZIP):
        raise Failure("word-not-a-document", path=name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _Reader(archive, name).package()
    except _BROKEN as broken:
        raise Failure("word-damaged", path=name) from broken


class _Reader:
    """Reads the parts of one archive and counts what they inflate to."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.archive = archive
        self.name = name
        self.left = MOST_INFLATED
        self.tags = MOST_TAGS
        self.names = archive.namelist()
        if len(self.names) > MOST_ENTRIES:
            raise Failure("word-too-large", path=name, most=MOST_BYTES // 1024 // 1024)

    def package(self) -> Package:
        """Read the parts with text."""
        types = self._types()
        main = next((part for part, kind in types.items() if _MAIN_TYPES.fullmatch(kind)), "")
        if not main or main not in self.names:
            raise Failure("word-not-a-document", path=self.name)
        places = {kind: self._place(types, kind) for kind in _KINDS}
        parts = {kind: self._part(path) for kind, path in places.items() if path}
        margins = tuple(self._part(path) for path, kind in sorted(types.items()) if _is_margin(kind))
        places[_MAIN] = main
        return Package(
            self._part(main),
            parts,
            margins,
            {kind: self._targets(path) for kind, path in places.items() if path},
            self._properties(types),
            any("vbaproject" in path.lower() for path in self.names),
            any("/embeddings/" in path.lower() for path in self.names),
        )

    def _types(self) -> Mapping[str, str]:
        """Return the content type of each part that is in the archive."""
        listed = self._part(_TYPES)
        types = {
            str(entry.get("PartName", "")).lstrip("/"): str(entry.get("ContentType", "")).removesuffix("+xml") + "+xml"
            for entry in listed.iter("{*}Override")
        }
        return {path: kind for path, kind in types.items() if path in self.names}

    def _place(self, types: Mapping[str, str], kind: str) -> str:
        ending = f"wordprocessingml.{kind}+xml"
        return next((path for path, stated in types.items() if stated.endswith(ending)), "")

    def _targets(self, path: str) -> Mapping[str, str]:
        folder, _, file = path.rpartition("/")
        beside = f"{folder}/_rels/{file}.rels".lstrip("/")
        if beside not in self.names:
            return {}
        return {
            str(entry.get("Id", "")): str(entry.get("Target", ""))
            for entry in self._part(beside).iter("{*}Relationship")
            if str(entry.get("Type", "")).endswith("/hyperlink")
        }

    def _properties(self, types: Mapping[str, str]) -> Mapping[str, str]:
        properties: dict[str, str] = {}
        for path, kind in types.items():
            if kind.endswith(("core-properties+xml", "extended-properties+xml")):
                for entry in self._part(path):
                    if entry.text and isinstance(entry.tag, str):
                        properties[entry.tag.rpartition("}")[2]] = entry.text.strip()
            elif kind.endswith("custom-properties+xml"):
                for entry in self._part(path):
                    properties[str(entry.get("name", ""))] = "".join(entry.itertext()).strip()
        return properties

    def _part(self, path: str) -> Element:
        from lxml import etree  # noqa: PLC0415 - only who reads a Word document needs it

        with self.archive.open(path) as part:
            content = part.read(self.left + 1)
        self.left -= len(content)
        self.tags -= content.count(b"<")
        if self.left < 0 or self.tags < 0:
            raise Failure("word-inflates", path=self.name)
        if b"<!DOCTYPE" in content or b"<\0!\0D\0" in content or b"\0<\0!\0D" in content:
            raise Failure("word-declares", path=self.name)
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as broken:
            raise Failure("word-damaged", path=self.name) from broken


def _is_margin(kind: str) -> bool:
    return kind.endswith(("wordprocessingml.header+xml", "wordprocessingml.footer+xml"))
