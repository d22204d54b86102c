"""Word documents of an edition."""

import json
from collections.abc import Sequence

from cica_docs.render.docx import pandoc
from cica_docs.render.docx.postprocess import finish_docx
from cica_docs.render.docx.reference import build_reference_docx, properties_of
from cica_docs.render.docx.tables import table_words
from cica_docs.render.docx.tree import build_tree
from cica_docs.render.edition import Edition
from cica_docs.render.template import Templates
from cica_docs.render.writers import Written


def prepare() -> None:
    """Raise a `Failure` if pandoc is missing."""
    pandoc.pandoc_path()


def write(editions: Sequence[Edition], templates: Templates) -> Written:
    """Write the DOCX of one edition."""
    return write_docx(editions[0], templates), 0


def write_docx(edition: Edition, templates: Templates) -> bytes:
    """Write the edition as a DOCX; the same edition gives the same bytes."""
    tree = json.dumps(build_tree(edition, pandoc.API_VERSION), ensure_ascii=True).encode("ascii")
    content = pandoc.run_pandoc(tree, build_reference_docx(edition, templates))
    return finish_docx(content, properties_of(edition, templates), table_words(templates, edition.languages))
