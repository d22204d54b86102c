"""Word documents of an edition."""

import io
import json
import zlib
from collections.abc import Sequence
from zipfile import BadZipFile, ZipFile

from cica_docs.render.docx import pandoc
from cica_docs.render.docx.postprocess import finish_docx
from cica_docs.render.docx.reference import PROPERTIES, build_reference_docx, properties_of
from cica_docs.render.docx.tables import table_words
from cica_docs.render.docx.tree import build_tree
from cica_docs.render.edition import Edition
from cica_docs.render.origin import Origin, find_origin
from cica_docs.render.template import Templates
from cica_docs.render.writers import Written
from cica_docs.text.escape import escape_print

_LARGEST_PROPERTIES = 64 * 1024


def prepare() -> None:
    """Raise a `Failure` if pandoc is missing."""
    pandoc.pandoc_path()


def write(editions: Sequence[Edition], templates: Templates) -> Written:
    """Write the DOCX of one edition."""
    return write_docx(editions[0], templates), 0


def read_origin(content: bytes) -> Origin | None:
    """Read the origin in the properties of the file."""
    try:
        with ZipFile(io.BytesIO(content)) as archive, archive.open(PROPERTIES) as properties:
            return find_origin(properties.read(_LARGEST_PROPERTIES))
    except (BadZipFile, zlib.error, KeyError, OSError, ValueError, RuntimeError, EOFError):
        return None


def write_docx(edition: Edition, templates: Templates) -> bytes:
    """Write the edition as a DOCX; the same edition gives the same bytes."""
    tree = json.dumps(build_tree(edition, pandoc.API_VERSION), ensure_ascii=True).encode("ascii")
    content = pandoc.run_pandoc(tree, build_reference_docx(edition, templates))
    properties, words = properties_of(edition, templates), table_words(templates, edition.languages)
    author, on = escape_print(edition.changed_by or edition.author), edition.changed_on or edition.dated
    return finish_docx(content, properties, words, author, on)
