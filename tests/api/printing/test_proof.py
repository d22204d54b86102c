"""The last line of a printed paper: what it says in each language and format, and what it adds to the page."""

import io
import re
import zipfile
from collections.abc import Mapping
from hashlib import sha256

import pytest
from pypdf import PdfReader

from cica_docs.api.printing.render import PrintRequest, PrintRun
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kinds
from cica_docs.register.open import packaged_templates
from cica_docs.render.origin import Origin
from cica_docs.render.print_jobs import Job
from cica_docs.render.worker import write_job
from cica_docs.render.writers import WRITERS
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot

PAPER = "concept-paper/environment-2026"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
FORMATS = ("pdf", "docx", "html", "txt")


def jobs_of(corpus: Corpus, work: str, commit: str | None = COMMIT) -> tuple[Mapping[str, Job], PrintRun]:
    """The files of a work by path, as they would be written."""
    wanted = PrintRequest((work,), FORMATS, commit=commit)
    printing = PrintRun(corpus, packaged_templates(), wanted, lambda *_: None, lambda *_: None)
    (chosen,) = printing._chosen()
    return {job.path.rpartition("/")[2]: job for job in printing._jobs(chosen, {})}, printing


def text_of(content: bytes, format: str) -> str:
    if format == "pdf":
        return PdfReader(io.BytesIO(content)).pages[-1].extract_text()
    if format == "docx":
        return zipfile.ZipFile(io.BytesIO(content)).read("word/footer1.xml").decode()
    return content.decode()


def digits_of(content: bytes) -> str:
    return " ".join(re.findall("....", sha256(content).hexdigest()[:16]))


@pytest.mark.parametrize("name", ["en.pdf", "kk.docx", "index.html", "ru.txt", "parallel.txt"])
def test_a_file_ends_with_the_fingerprint_of_its_text_and_the_commit(example: Corpus, name: str) -> None:
    jobs, printing = jobs_of(example, PAPER)
    job = jobs[name]
    content, _ = write_job(job, printing.files)
    for edition in job.editions:
        language = edition.languages[0]
        digits = digits_of(example.snapshot.read(f"{PAPER}/{language}.md"))
        said = {"en": "Text", "ru": "Текст", "kk": "Мәтін"}[language], {"en": "commit"}.get(language, "коммит")
        assert edition.proof.startswith(f"{said[0]} {digits} · {said[1]} {COMMIT[:12]} · cica verify ")
        assert edition.proof in " ".join(text_of(content, job.format).split())
    origin = WRITERS[job.format].load().read_origin(content)
    languages = tuple(str(language) for edition in job.editions for language in edition.languages)
    assert origin is not None
    if job.format == "txt":
        assert origin == Origin(COMMIT[:12])
    else:
        assert (origin.commit, origin.name, origin.languages) == (COMMIT, PAPER, languages)


def test_the_line_makes_no_page(example: Corpus) -> None:
    pages = []
    for commit in (None, COMMIT):
        jobs, printing = jobs_of(example, PAPER, commit)
        pages.append([write_job(jobs[name], printing.files)[1] for name in ("ru.pdf", "parallel.pdf")])
    assert pages[0] == pages[1]


def test_an_approval_with_a_record_is_named_by_it(example: Corpus, shipped_kinds: Kinds) -> None:
    record = b"cica approval 1\n"
    above = MemorySnapshot({f"{PAPER}/approved-2026-06-24.txt": record})
    corpus = read_corpus(OverlaySnapshot(example.snapshot, above), shipped_kinds, example.as_of)
    jobs, _ = jobs_of(corpus, PAPER)
    proofs = [jobs[f"{language}.txt"].editions[0].proof for language in ("en", "ru", "kk")]
    assert [proof.partition(" · ")[0] for proof in proofs] == [
        f"{words} {digits_of(record)}" for words in ("Approval", "Запись об утверждении", "Бекіту туралы жазба")
    ]


def test_a_draft_has_no_fingerprint(example: Corpus) -> None:
    jobs, _ = jobs_of(example, "concept-paper/environment-2026", COMMIT)
    assert "Draft" not in jobs["en.txt"].editions[0].proof
    text = example.snapshot.read(f"{PAPER}/en.md").decode()
    draft = re.sub(r"  - \{on: \S+ kind: (approved|considered).*\n", "", text)
    above = MemorySnapshot({f"{PAPER}/en.md": draft.encode()})
    corpus = read_corpus(OverlaySnapshot(example.snapshot, above), example.kinds, example.as_of)
    jobs, _ = jobs_of(corpus, PAPER)
    assert jobs["en.txt"].editions[0].proof == f"Draft · commit {COMMIT[:12]} · cica verify FILE"


def test_what_is_not_committed_says_so(example: Corpus) -> None:
    jobs, printing = jobs_of(example, PAPER, "")
    assert jobs["en.txt"].editions[0].proof == "Not committed: this copy cannot be verified"
    content, _ = write_job(jobs["en.docx"], printing.files)
    assert WRITERS["docx"].load().read_origin(content) is None


def test_a_letter_states_the_commit_in_its_properties_alone(example: Corpus) -> None:
    letter = next(document.work for document in example.originals if document.kind == "note-verbale")
    jobs, printing = jobs_of(example, letter)
    assert jobs["en.txt"].editions[0].proof == ""
    content, _ = write_job(jobs["en.docx"], printing.files)
    origin = WRITERS["docx"].load().read_origin(content)
    assert origin is not None
    assert origin.commit == COMMIT
