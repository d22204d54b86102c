"""A letter and its enclosures as one: a bound PDF with an outline, and a ZIP of the printed files."""

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple

from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import NameObject, TextStringObject

from cica_docs.api.printing.refusals import Refusal
from cica_docs.documents.corpus import Corpus
from cica_docs.register.letters import Letter, letters
from cica_docs.register.works import Work, works
from cica_docs.render.writers import PAGED_FORMAT
from cica_docs.text.escape import escape_print
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.output import Output

BUNDLE = "bundle"
_ZIP = "zip"
_CONTENTS = "contents.txt"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The day of all files in a ZIP, so that the same files give the same bytes."""


class Bundled(NamedTuple):
    """The bundles that could be made, and what prevented others."""

    outputs: tuple[Output, ...]
    refused: tuple[Refusal, ...]


def with_enclosures(corpus: Corpus, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of works with those that they enclose."""
    by_name = {letter.work.name: letter for letter in letters(corpus)}
    every: dict[str, None] = {}
    for name in names:
        every[name] = None
        if name in by_name:
            every.update((enclosed, None) for enclosed, _ in by_name[name].enclosed)
    return tuple(every)


def make_bundles(corpus: Corpus, outputs: Sequence[Output], names: Iterable[str] = ()) -> Bundled:
    """Bundle each letter that has enclosures, in each language in which it was printed; those named alone, if any."""
    wanted = set(names)
    files: dict[tuple[str, str], list[Output]] = {}
    for output in outputs:
        if output.language in Language:
            files.setdefault((output.work, output.language), []).append(output)
    made: list[Output] = []
    refused: list[Refusal] = []
    for letter in letters(corpus):
        if not letter.work.original.get("/enclosures") or (wanted and letter.work.name not in wanted):
            continue
        missing = tuple(_missing(corpus, letter, files))
        refused += missing
        if not missing:
            for language in corpus.languages:
                if (letter.work.name, language.value) in files:
                    made += _bundle(corpus, letter, language, files)
    return Bundled(tuple(made), tuple(refused))


def _missing(corpus: Corpus, letter: Letter, files: Mapping[tuple[str, str], Sequence[Output]]) -> Iterator[Refusal]:
    """Yield a refusal for each enclosure that the register does not hold or show, or that was not printed as PDF."""
    entries = letter.work.original.get("/enclosures")
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        name = str(entry.get("work") or "") if isinstance(entry, dict) else ""
        printed = {output.format for (work, _), listed in files.items() if work == name for output in listed}
        if name not in works(corpus) or PAGED_FORMAT not in printed:
            reason = Failure("bundle-incomplete", enclosure=name or str(index + 1))
        elif _is_withheld(corpus, name):
            reason = Failure("bundle-restricted", enclosure=name)
        else:
            continue
        place = letter.work.original.at(f"/enclosures/{index}")
        yield Refusal(place, letter.work.name, reason, f"{letter.work.name}/{BUNDLE}", PAGED_FORMAT)


def _is_withheld(corpus: Corpus, name: str) -> bool:
    """Whether a version of a work prints a page that says no more than that it is withheld."""
    return any(document.is_withheld for document in works(corpus)[name].documents.values())


def _bundle(
    corpus: Corpus, letter: Letter, language: Language, files: Mapping[tuple[str, str], Sequence[Output]]
) -> Iterator[Output]:
    parts = [letter.work, *(works(corpus)[name] for name, _ in letter.enclosed)]
    # An enclosure that is not in the language of the letter goes with it in that of the original.
    printed = [_files_of(corpus, work, language, files) for work in parts]
    pdf = _bound([(work, _paged(listed)) for work, listed in zip(parts, printed, strict=True)], language)
    stem = f"{letter.work.name}/{language}-{BUNDLE}"
    for form, content in ((PAGED_FORMAT, pdf), (_ZIP, _zipped(parts, printed, language))):
        yield Output(
            f"{stem}.{form}",
            content,
            letter.work.name,
            language.value,
            form,
            made_from=sha256(content).hexdigest(),
            view=BUNDLE,
        )


def _files_of(
    corpus: Corpus, work: Work, language: Language, files: Mapping[tuple[str, str], Sequence[Output]]
) -> Sequence[Output]:
    for spoken in (language, corpus.reference.original, *corpus.languages):
        listed = files.get((work.name, spoken.value), ())
        if any(output.format == PAGED_FORMAT for output in listed):
            return listed
    raise AssertionError(work.name)  # `_missing` has seen to it


def _paged(outputs: Sequence[Output]) -> bytes:
    return next(output.content for output in outputs if output.format == PAGED_FORMAT)


def _bound(parts: Sequence[tuple[Work, bytes]], language: Language) -> bytes:
    """Bind PDFs into one; pages of the letter are 1, 2, 3, those of the first enclosure 1-1, 1-2, 1-3."""
    writer = PdfWriter()
    for number, (work, content) in enumerate(parts):
        first = len(writer.pages)
        writer.append(PdfReader(BytesIO(content)), outline_item=escape_print(work.title(language)))
        prefix = f"{number}-" if number else None
        writer.set_page_label(first, len(writer.pages) - 1, PageLabelStyle.DECIMAL, prefix)
    writer.metadata = None
    writer.add_metadata({"/Title": escape_print(parts[0][0].title(language))})
    writer.root_object[NameObject("/Lang")] = TextStringObject(language.value)
    bound = BytesIO()
    writer.write(bound)
    return bound.getvalue()


def _zipped(parts: Sequence[Work], printed: Sequence[Sequence[Output]], language: Language) -> bytes:
    """Pack the printed files, numbered in their order, with a list of what each is."""
    packed: dict[str, bytes] = {}
    lines = []
    for number, (work, outputs) in enumerate(zip(parts, printed, strict=True)):
        lines.append(escape_print(work.title(language)))
        for output in outputs:
            name = f"{number:02d}-{work.kind.name}-{work.id}-{output.language}{PurePosixPath(output.path).suffix}"
            packed[name] = output.content
            lines.append(f"    {name}  SHA-256 {sha256(output.content).hexdigest()}")
    packed[_CONTENTS] = "\r\n".join((*lines, "")).encode("utf-8-sig")
    written = BytesIO()
    # What is printed is compressed already; stored, the same files give the same bytes with every library.
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, content in packed.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return written.getvalue()
