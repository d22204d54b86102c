"""A new work from a Word document: its text in the sections of its kind, in the language in which it was written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from cica_docs.api.drafting.new import TRANSLATION, Draft, check_draft, draft_work, untitled_in
from cica_docs.api.drafting.questionnaire import Answers
from cica_docs.api.drafting.skeleton import fill_skeleton
from cica_docs.api.importing.facts import title_candidates
from cica_docs.api.importing.printed import printed_origin, without_printed_lines
from cica_docs.api.importing.sections import Arranged, arrange
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind
from cica_docs.documents.markdown.blocks import Block, Heading, text_of
from cica_docs.documents.markdown.marks import contents_in
from cica_docs.documents.markdown.writer import is_expressible, write_body
from cica_docs.i18n.messages import Catalogue
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.language import Language
from cica_docs.word.received import Part, Received, Unplaced


class ImportedPaper(NamedTuple):
    """A draft made of a Word document, and what was done with what the register has no place for."""

    draft: Draft
    arranged: Arranged
    unplaced: tuple[Unplaced, ...]
    language: Language
    titles: tuple[str, ...]
    """Lines that may be the title, where no heading is."""


def import_paper(
    corpus: Corpus,
    templates: Snapshot,
    catalogue: Catalogue,
    work: tuple[Kind, str],
    text: tuple[Received, Language],
    facts: tuple[Answers, Mapping[Language, str]],
) -> ImportedPaper:
    """Draft a work whose text in one language is that of a Word document, from answers and titles.

    The original is drafted from its skeleton if the text is in another language. Versions in other languages are left
    to the translators.
    """
    kind, _ = work
    received, language = text
    answers, titles = facts
    parts, printed = without_printed_lines(received.parts) if printed_origin(received) else (received.parts, ())
    arranged = arrange(parts, kind, language)
    named = titles if language in titles or not arranged.title else {**titles, language: arranged.title}
    drafted = draft_work(corpus, templates, catalogue, work, answers, named)
    body = write_body(arranged.blocks)
    written = {corpus.reference.original, language}
    files = {
        output.path: _with_body(output.content, body) if _language_of(output.path) is language else output.content
        for output in drafted.outputs
        if _language_of(output.path) in written
    }
    untitled = tuple(each for each in drafted.untitled if each in written)
    unplaced = _in_order((*received.unplaced, *printed, *arranged.unplaced, *_lost_emphasis(parts)))
    draft = check_draft(corpus, catalogue, drafted.work, files, untitled)
    return ImportedPaper(draft, arranged, unplaced, language, title_candidates(parts))


def import_translation(
    corpus: Corpus,
    templates: Snapshot,
    catalogue: Catalogue,
    original: Document,
    text: tuple[Received, Language],
    titles: Mapping[Language, str],
) -> ImportedPaper:
    """Draft a further language version of a work; its headings have the ids of those of the original in their place."""
    received, language = text
    kind = corpus.kinds.kinds[original.kind]
    arranged = arrange(received.parts, kind, language, completes=False)
    title = titles.get(language) or arranged.title
    front = fill_skeleton(TRANSLATION, title=title or untitled_in(templates, language), original=original.blob)
    body = write_body(_with_ids(arranged.blocks, original))
    files = {f"{original.work}/{language}.md": f"---\n{front}---\n\n{body}".encode()}
    draft = check_draft(corpus, catalogue, original.work, files, () if title else (language,))
    unplaced = _in_order((*received.unplaced, *arranged.unplaced, *_lost_emphasis(received.parts)))
    return ImportedPaper(draft, arranged, unplaced, language, title_candidates(received.parts))


def _with_ids(blocks: Sequence[Block], original: Document) -> tuple[Block, ...]:
    """Return blocks whose lower headings have the ids of the original, if both have as many headings."""
    given = [block for block in original.body.blocks if isinstance(block, Heading)]
    headings = [block for block in blocks if isinstance(block, Heading)]
    if len(given) != len(headings):
        return tuple(blocks)
    ids = iter(each.id for each in given)
    named = ((block, next(ids)) if isinstance(block, Heading) else (block, "") for block in blocks)
    return tuple(replace(block, id=block.id or id) if isinstance(block, Heading) else block for block, id in named)


def _language_of(path: str) -> Language:
    return Language(path.rpartition("/")[2].removesuffix(".md"))


def _with_body(content: bytes, body: str) -> bytes:
    front, _, _ = content.decode().removeprefix("---\n").partition("\n---\n")
    return f"---\n{front}\n---\n\n{body}".encode()


def _lost_emphasis(parts: Sequence[Part]) -> Iterator[Unplaced]:
    """Yield what is set apart in a way that Markdown cannot express."""
    for part in parts:
        for content in contents_in(part.block):
            if not is_expressible(content):
                yield Unplaced("emphasis", part.paragraph, " ".join(text_of(content).split()))


def _in_order(unplaced: Sequence[Unplaced]) -> tuple[Unplaced, ...]:
    """Return what has no place by paragraph, what is outside the text last."""
    return tuple(sorted(unplaced, key=lambda entry: (not entry.paragraph, entry.paragraph)))
