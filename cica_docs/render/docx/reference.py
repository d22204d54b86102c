"""The reference document of pandoc, made from templates: styles, page, header, footer and marks."""

import re

from cica_docs.render.edition import Edition
from cica_docs.render.origin import origin_of
from cica_docs.render.template import Templates, fill_template
from cica_docs.text.archive import pack_archive
from cica_docs.text.escape import escape_print
from cica_docs.text.profile import tag_of
from cica_docs.values.language import SOURCE_LANGUAGE, Language

PROPERTIES = "docProps/core.xml"
EDITION_PROPERTY = "cica-edition"
_FIELDS = re.compile(r"(\{pages?\})")
_FIRST_LINE = 709
_MARK_HEIGHT = 84
_MARK_LETTER = 62
_MARK_ROOM = 470
_HALF_POINTS = {"letter": 28, "paper": 24}
_HALF_POINTS_PARALLEL = 21
_HALF_POINTS_CELL = 21
_HALF_POINTS_PARALLEL_CELL = 19


def build_reference_docx(edition: Edition, templates: Templates) -> bytes:
    """Build the reference document of an edition: styles, page, header, footer and marks around an empty text."""
    tag = tag_of(page_language_of(edition))
    letter = edition.layout == "letter"
    marks = _mark(edition)
    header = escape_print(edition.header)
    proof = escape_print(edition.proof)
    pieces = [escape_print(piece) for piece in _FIELDS.split(edition.page_label)]
    size = _HALF_POINTS_PARALLEL if edition.landscape else _HALF_POINTS.get(edition.layout, _HALF_POINTS["paper"])
    looks = {
        "size": size,
        "cell": _HALF_POINTS_PARALLEL_CELL if edition.landscape else _HALF_POINTS_CELL,
        "body_align": "left" if edition.landscape else "both",
        "first_line": _FIRST_LINE if letter else 0,
    }
    parts = {
        "[Content_Types].xml": fill_template(templates, "docx/content-types.xml"),
        "_rels/.rels": fill_template(templates, "docx/package-relations.xml"),
        "word/_rels/document.xml.rels": fill_template(templates, "docx/document-relations.xml"),
        "word/document.xml": fill_template(
            templates,
            "docx/document.xml",
            landscape=edition.landscape,
            letter=letter,
            line_numbers=edition.has_line_numbers,
        ),
        "word/styles.xml": fill_template(templates, "docx/styles.xml", tag=tag, **looks),
        "word/settings.xml": fill_template(templates, "docx/settings.xml", tag=tag),
        "word/fontTable.xml": fill_template(templates, "docx/fonts.xml"),
        "word/header1.xml": fill_template(templates, "docx/header.xml", tag=tag, text=header, part=1, **marks),
        "word/header2.xml": fill_template(templates, "docx/header.xml", tag=tag, text="", part=2, **marks),
        "word/footer1.xml": fill_template(templates, "docx/footer.xml", tag=tag, pieces=pieces, proof=proof),
        "word/footer2.xml": fill_template(templates, "docx/footer.xml", tag=tag, pieces=[], proof=proof),
        **properties_of(edition, templates),
    }
    return pack_archive({name: text.encode() for name, text in parts.items()})


def properties_of(edition: Edition, templates: Templates) -> dict[str, str]:
    """Write the properties of the file: title, subject, organisation, languages, and the day of the document."""
    creator = escape_print(edition.author)
    return {
        PROPERTIES: fill_template(
            templates,
            "docx/core.xml",
            title=escape_print(edition.title),
            subject=escape_print(edition.subject),
            creator=creator,
            identifier=escape_print(edition.header),
            origin=origin_of((edition,)),
            languages=", ".join(tag_of(language) for language in edition.languages),
            dated=edition.dated.isoformat(),
        ),
        "docProps/custom.xml": fill_template(templates, "docx/custom.xml", **_printed(edition)),
        "docProps/app.xml": fill_template(templates, "docx/app.xml", creator=creator),
    }


def page_language_of(edition: Edition) -> Language:
    """Return the language of headers and footers: the first of a parallel edition."""
    return edition.languages[0] if edition.languages else SOURCE_LANGUAGE


def _mark(edition: Edition) -> dict[str, object]:
    """Return the words across the page and their width and height in points."""
    words = escape_print(" · ".join(edition.marks))
    width = min(_MARK_ROOM, _MARK_LETTER * max(1, len(words)))
    height = min(_MARK_HEIGHT, round(1.5 * width / max(1, len(words))))
    return {"mark": words, "width": width, "height": height, "landscape": edition.landscape}


def _printed(edition: Edition) -> dict[str, str]:
    """Return what the file says of the text that it prints, so that it is recognised when it comes back."""
    stated = f"{edition.work} {edition.languages[0].value} {edition.blob}" if edition.blob else ""
    return {"property": EDITION_PROPERTY, "edition": stated}
