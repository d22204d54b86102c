"""Editions printed as Word documents, and edited as a delegation would."""

import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from zipfile import ZipFile

from cica_docs.api.printing.composer import EditionComposer
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.i18n.labels import read_labels
from cica_docs.register.open import packaged_kinds, packaged_templates
from cica_docs.register.works import works
from cica_docs.render.docx.writer import write_docx
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.values.language import Language
from word_file import archive

TRACKED = 'w:author="B. Delegate" w:date="2026-11-18T10:00:00Z"'
_RUN = '<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def corpus_of(files: Mapping[str, bytes]) -> Corpus:
    """Read a register."""
    return read_corpus(MemorySnapshot(files), packaged_kinds(), date(2026, 12, 1))


def print_word(corpus: Corpus, work: str, language: str) -> bytes:
    """Print an edition."""
    templates = packaged_templates()
    files = {path: templates.read(path) for path in templates.paths()}
    labels = {each: read_labels(templates, each) for each in Language}
    edition = EditionComposer(corpus, files, labels).edition(works(corpus)[work], Language(language), {})
    return write_docx(edition, files.__getitem__)


@cache
def printed_once(root: Path, work: str, language: str) -> bytes:
    """Print an edition of the register in a folder, once in a run."""
    return print_word(corpus_of(files_in(root)), work, language)


def files_in(root: Path) -> dict[str, bytes]:
    """Return the files of a register by path."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def edit(content: bytes, change: Callable[[str], str], **added: str) -> bytes:
    """Change the markup of the text and of the footnotes, and add parts of that name."""
    with ZipFile(io.BytesIO(content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    for name in ("word/document.xml", "word/footnotes.xml"):
        files[name] = change(files[name].decode()).encode()
    return archive({**files, **{f"word/{name}.xml": text.encode() for name, text in added.items()}})


def track(markup: str, old: str, new: str) -> str:
    """Replace words as a tracked change; without new words they are deleted."""
    run = re.search(rf'<w:r><w:t xml:space="preserve">([^<]*?){re.escape(old)}([^<]*)</w:t></w:r>', markup)
    if run is None:
        return markup
    deleted = f'<w:del w:id="901" {TRACKED}>{_RUN.format(tag="delText", text=old)}</w:del>'
    inserted = f'<w:ins w:id="902" {TRACKED}>{_RUN.format(tag="t", text=new)}</w:ins>' if new else ""
    changed = _RUN.format(tag="t", text=run[1]) + deleted + inserted + _RUN.format(tag="t", text=run[2])
    return markup[: run.start()] + changed + markup[run.end() :]
