"""Word documents of an edition."""

import json

from cica_docs.render.docx import pandoc
from cica_docs.render.docx.postprocess import finished
from cica_docs.render.docx.reference import properties, reference_docx
from cica_docs.render.docx.tables import table_words
from cica_docs.render.docx.tree import tree
from cica_docs.render.edition import Edition
from cica_docs.render.template import Templates


def docx(edition: Edition, templates: Templates) -> bytes:
    """The edition as a DOCX: the same bytes for the same edition."""
    given = json.dumps(tree(edition, pandoc.API_VERSION), ensure_ascii=True).encode("ascii")
    written = pandoc.written_docx(given, reference_docx(edition, templates))
    return finished(written, properties(edition, templates), table_words(templates, edition.languages))
