"""The versions of a text: what it was on each day on which it changed, and what changed in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from cica_docs.api.site.reader import Reader, page_path, safe_name_of
from cica_docs.api.site.works import Text
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.blocks import DELETED, INSERTED, Block, Group, Items, Marked, Paragraph, Quote
from cica_docs.documents.query import cached_query
from cica_docs.documents.redline.compare import compare
from cica_docs.register.restricted.former_originals import former_original, former_translation
from cica_docs.register.works import Work
from cica_docs.render.html.page import WrittenRows, write_rows
from cica_docs.render.html.style import Words as PageWords
from cica_docs.render.site.parts import Grid, Link, Notice, Page, PagePart, Part, Written
from cica_docs.snapshot.changed_files import FileRevision, revisions_by_path
from cica_docs.text.profile import profile_of
from cica_docs.values.language import Language

_MOST = 12
"""Versions that are compared; of older ones Git alone knows."""
_MOST_NUMBERS = 12
"""Changed paragraphs that are named one by one."""


class Version(NamedTuple):
    """The text of a work in one language as it was at the end of a day on which it changed."""

    on: date
    commit: str
    document: Document


class Comparison(NamedTuple):
    """What changed in the text of one language from one version to a later one."""

    former: Version
    later: Version
    written: WrittenRows
    numbers: tuple[str, ...]
    """The numbers of the paragraphs that changed."""

    @property
    def language(self) -> Language:
        """The language of the text."""
        return self.later.document.language

    @property
    def name(self) -> str:
        """The name of its page: the language, and the days of both versions."""
        return f"{self.language}-{self.former.on.isoformat()}-{self.later.on.isoformat()}"


@cached_query
def _revisions(corpus: Corpus) -> Mapping[str, tuple[FileRevision, ...]]:
    return revisions_by_path(corpus.past) if corpus.past else {}


def versions_of(reader: Reader, work: Work, language: Language) -> tuple[Version, ...]:
    """Return the versions of a text, the latest first; those that may not be shown in full are left out."""
    corpus = reader.corpus
    if not work.original.is_shown_whole:
        return ()
    by_day: dict[date, Version] = {}
    for revision in _revisions(corpus).get(work.documents[language].path, ()):
        if revision.on in by_day or len(by_day) == _MOST:
            continue
        document = _former(corpus, work, language, revision.blob)
        if document is not None:
            by_day[revision.on] = Version(revision.on, revision.commit, document)
    return tuple(by_day.values())


def _former(corpus: Corpus, work: Work, language: Language, blob: str) -> Document | None:
    if work.documents[language] is work.original:
        return former_original(corpus, work, blob)
    return former_translation(corpus, work, language, blob)


def compare_versions(versions: tuple[Version, ...], text: Text, words: PageWords) -> tuple[Comparison, ...]:
    """Compare each version with the one before, and the latest with all; the facts above the text are not compared."""
    if not versions:
        return ()
    edition = text.editions.get(versions[0].document.language)
    if edition is None:
        return ()
    pairs = [*zip(versions[1:], versions, strict=False), *((former, versions[0]) for former in versions[2:])]
    comparisons = []
    for former, later in pairs:
        marked = compare(former.document.body.blocks, later.document.body.blocks)
        if marked != later.document.body.blocks:
            written = write_rows((replace(edition, unmarked=marked, marks=()),), words)
            comparisons.append(Comparison(former, later, written, tuple(dict.fromkeys(_changed_numbers(marked)))))
    return tuple(comparisons)


def _changed_numbers(blocks: Iterable[Block], *, is_changed: bool = False) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(content=content, number=number, former=former) if number:
                if is_changed or former or any(isinstance(inline, Marked) for inline in content):
                    yield number
            case Group(role=role, blocks=inner):
                yield from _changed_numbers(inner, is_changed=is_changed or role in (INSERTED, DELETED))
            case Quote(blocks=inner):
                yield from _changed_numbers(inner, is_changed=is_changed)
            case Items(items=items):
                for item in items:
                    yield from _changed_numbers(item, is_changed=is_changed)


def version_parts(reader: Reader, work: Work, comparisons: tuple[Comparison, ...]) -> Iterator[PagePart]:
    """Yield the list of the versions of a work for its page, with links to what changed in each paragraph."""
    if not comparisons:
        return
    say = reader.words.word
    columns = tuple(map(say, ("versions.compared", "versions.paragraphs", "versions.commit")))
    rows = tuple(
        (
            (
                Link(
                    _days(reader, comparison),
                    _address(reader, work, comparison),
                    reader.words.word("languages", comparison.language),
                ),
            ),
            tuple(
                Link(reader.say("versions.before", number=number), f"{_address(reader, work, comparison)}#p{number}")
                for number in comparison.numbers[:_MOST_NUMBERS]
            ),
            (Link(comparison.later.commit[:12]),),
        )
        for comparison in comparisons
    )
    yield Part(say("versions.title"), "versions")
    yield Grid(say("versions.title"), columns, rows)


def _days(reader: Reader, comparison: Comparison) -> str:
    return reader.say("versions.days", former=comparison.former.on, later=comparison.later.on)


def _folder(work: Work) -> str:
    return f"works/{work.kind.name}/{safe_name_of(work.id)}"


def _address(reader: Reader, work: Work, comparison: Comparison) -> str:
    return reader.address(_folder(work), comparison.name)


def comparison_pages(reader: Reader, work: Work, text: Text, comparisons: tuple[Comparison, ...]) -> Iterator[Page]:
    """Yield a page for each comparison."""
    for comparison in comparisons:
        language = comparison.language
        days = _days(reader, comparison)
        about = reader.say("versions.about", days=days, work=work.title(reader.language))
        present = reader.work_link(work)._replace(text=reader.words.word("versions.present"))
        parts: tuple[PagePart, ...] = (
            Notice(about, is_loud=True, links=(present,)),
            Written(
                rows=comparison.written.rows,
                languages=(Link(profile_of(language).name, language.value),),
                shown=language.value,
                layout=text.editions[language].layout,
                together="",
                switch="",
            ),
        )
        yield Page(
            page_path(_folder(work), comparison.name),
            f"{work.title(reader.language)}: {days} ({reader.words.word('languages', language)})",
            parts,
            (reader.home(), reader.section("works"), reader.work_link(work)),
            "works",
            widths=comparison.written.widths,
        )
