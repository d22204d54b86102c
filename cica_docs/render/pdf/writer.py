"""The PDF of an edition, by typst: PDF/A-2a and PDF/UA-1, the same bytes for the same edition."""

import io
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from cica_docs.render.edition import Edition
from cica_docs.render.origin import Origin, find_origin
from cica_docs.render.pdf.tags import tag_row_headers
from cica_docs.render.pdf.tree import to_typst_data
from cica_docs.render.template import Templates, read_template
from cica_docs.render.writers import Written
from cica_docs.text.escape import escape_terminal
from cica_docs.values.failure import Failure
from cica_docs.values.packaged import packaged_folder

FILES = ("edition.typ", "page.typ", "letters.typ", "tree.typ", "roles.typ", "tables.typ")
"""The templates of `templates/typst/`; the first imports the others."""

_NO_GLYPH = re.compile(r'the text `?"(.{1,200}?)"`? could not be displayed with font')


def write(editions: Sequence[Edition], templates: Templates) -> Written:
    """Write the PDF of one edition."""
    return write_pdf(editions[0], templates)


def read_origin(content: bytes) -> Origin | None:
    """Read the origin in the metadata, which PDF/A leaves in plain sight."""
    return find_origin(content)


def write_pdf(edition: Edition, templates: Templates) -> Written:
    """Write the file and count its pages.

    Typst sees a fresh folder with these files and nothing else, no fonts but its own and those that come with this
    program, no packages, and the document as data. What it refuses (a character in no font) is a `Failure`.
    """
    import typst  # the engine is 80 MB; only who prints a PDF pays for it

    with TemporaryDirectory(prefix="cica-pdf-") as folder:
        root, nowhere = Path(folder, "root"), Path(folder, "packages")
        root.mkdir()
        nowhere.mkdir()
        for name in FILES:
            (root / name).write_text(read_template(templates, f"typst/{name}"), encoding="utf-8", newline="\n")
        compiler = typst.Compiler(
            root / FILES[0],
            root=root,
            ignore_system_fonts=True,
            font_paths=[packaged_folder("fonts")],
            package_path=nowhere,
            package_cache_path=nowhere,
            sys_inputs={"edition": json.dumps(to_typst_data(edition), ensure_ascii=False, sort_keys=True)},
        )
        dated = datetime.combine(edition.dated, time(), UTC)
        try:
            content = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=dated)
        except BaseException as error:
            # A crash of the engine is no `Exception`, and must not end the run as an interrupt would.
            if not isinstance(error, typst.TypstError) and type(error).__name__ != "PanicException":
                raise
            raise _refused(edition, escape_terminal(str(error))) from error
    assert isinstance(content, bytes)
    content = tag_row_headers(content, edition.unmarked)
    return content, count_pages(content)


def _refused(edition: Edition, reason: str) -> Failure:
    missing = _NO_GLYPH.search(reason)
    if missing:
        return Failure("pdf-glyph", status=3, work=edition.name, text=missing[1], reason=reason)
    return Failure("pdf-refused", status=3, work=edition.name, reason=reason)


def count_pages(content: bytes) -> int:
    """Count the pages of a PDF."""
    from pypdf import PdfReader  # 60 ms

    return len(PdfReader(io.BytesIO(content)).pages)
