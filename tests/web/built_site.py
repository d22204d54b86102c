"""The site of the worked example, as files by path."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from cica_docs.api.site.build import Site
from cica_docs.api.site.reader import PrintedFile
from cica_docs.cli.register import open_register
from cica_docs.register.open import packaged_templates

CORPUS = Path(__file__).parents[1] / "corpus"
PAPER = "concept-paper/environment-2026"
PRINTED = {PAPER: [PrintedFile(f"../{PAPER}/en.pdf", "en", "pdf", 9, 80_000, "0" * 64)]}


@cache
def built_site() -> Mapping[str, bytes]:
    """Return the files of the site of the worked example on the day of the tests, outside its repository's history."""
    return site_files(CORPUS)


def site_files(register: Path) -> Mapping[str, bytes]:
    """Return the files of the site of a register on the day of the tests."""
    opened = open_register(register, None, "2026-12-01")
    site = Site(opened.corpus(), packaged_templates(), opened.commit, PRINTED)
    assert site.refused == ()
    return {output.path: output.content for output in site.outputs()}


def write_site(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files of a site into a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
