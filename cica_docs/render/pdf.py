"""The PDF of an edition, by typst: PDF/A-2a and PDF/UA-1, the same bytes for the same edition."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from cica_docs.render.edition import Edition
from cica_docs.render.tree import as_data
from cica_docs.values.failure import Failure
from cica_docs.values.printable import printable

MAIN = "edition.typ"


def pdf(edition: Edition, templates: Mapping[str, bytes]) -> tuple[bytes, int]:
    """The file and its number of pages; `templates` holds the `.typ` files by name.

    Typst sees a fresh folder with these files and nothing else, no fonts but its own, no packages, and the
    document as data. What it refuses (a character in no font) is a `Failure`.
    """
    import typst  # the engine loads 80 MB; only who prints a PDF pays for it

    with TemporaryDirectory(prefix="cica-pdf-") as folder:
        root, nowhere = Path(folder, "root"), Path(folder, "packages")
        root.mkdir()
        nowhere.mkdir()
        for name, content in templates.items():
            (root / name).write_bytes(content)
        compiler = typst.Compiler(
            root / MAIN,
            root=root,
            ignore_system_fonts=True,
            package_path=nowhere,
            package_cache_path=nowhere,
            sys_inputs={"edition": json.dumps(as_data(edition), ensure_ascii=False, sort_keys=True)},
        )
        dated = datetime.combine(edition.dated, time(), UTC)
        try:
            made = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=dated)
        except typst.TypstError as error:
            raise Failure("pdf-refused", status=3, work=edition.name, reason=printable(error.message)) from error
    assert isinstance(made, bytes)
    return made, page_count(made)


def page_count(content: bytes) -> int:
    """How many pages a PDF has."""
    import io

    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(content)).pages)
