"""From the headings of a Word document to the sections of a kind: by title, by bookmark, by likeness."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from cica_docs.api.importing.skeleton_parts import skeleton_section
from cica_docs.documents.kind import Kind, SectionKind
from cica_docs.documents.markdown.blocks import (
    Block,
    Footnote,
    Heading,
    Inline,
    Paragraph,
    Text,
    text_of,
)
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.render.docx.places import SECTION
from cica_docs.values.language import Language
from cica_docs.word.received import Part, Unplaced

_SECTION_LEVEL = 2
_DEEPEST = 4
_LONGEST_HEADING = 120
_ALIKE = 0.82
_MOST_GUESSES = 300
"""Headings that are compared with the titles of sections for likeness."""
_TITLE = "title"
_MOST_TITLE = 300
_BEFORE = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{1,3})*+[.)]?|[IVXLC]{1,7}[.)]|[^\W\d_][.)])[\s\u00a0]+")
_AT_END = " .:;\u00a0"


class Arranged(NamedTuple):
    """A text in the sections of its kind."""

    title: str
    """The title that the document bears; empty if no heading is one."""
    blocks: tuple[Block, ...]
    recognised: tuple[SectionKind, ...]
    added: tuple[SectionKind, ...]
    """The sections that it lacks, added with what is to be written."""
    unplaced: tuple[Unplaced, ...]


def arrange(parts: Sequence[Part], kind: Kind, language: Language, *, completes: bool = True) -> Arranged:
    """Put the blocks of a document into the sections of a kind, in the order in which they are.

    Unless it `completes` them, sections that the document lacks are not added.
    """
    sections = _sections_at(parts, kind)
    title_at = _title_at(parts, sections)
    title = " ".join(text_of(parts[title_at].block).split()) if title_at is not None else ""
    if len(title) > _MOST_TITLE:
        title, title_at = "", None
    unplaced: list[Unplaced] = []
    blocks: list[Block] = []
    top = _top_level(parts, sections, title_at)
    for index, part in enumerate(parts):
        if index == title_at:
            unplaced += _notes_in(part)
        elif title and index not in sections and _repeats(part, title):
            unplaced += (
                *_notes_in(part),
                Unplaced("title-again", part.paragraph, " ".join(text_of(part.block).split())),
            )
        elif index in sections:
            unplaced += (*_notes_in(part), *_number_before(part))
            words = _words_of(part.block, sections[index], language)
            blocks.append(Heading(_SECTION_LEVEL, (Text(words),), sections[index].id))
        elif isinstance(part.block, Heading):
            unplaced += _notes_in(part)
            lowest = _SECTION_LEVEL + 1 if kind.sections else _SECTION_LEVEL
            level = min(max(part.block.level - top + lowest, lowest), _DEEPEST)
            blocks.append(Heading(level, _content(part.block)))
        else:
            blocks.append(part.block)
    recognised = tuple(sections.values())
    ids = {section.id for section in recognised}
    lacking = (section for section in kind.sections if section.id not in ids and not section.is_optional)
    added = tuple(lacking) if completes else ()
    return Arranged(title, tuple(_completed(blocks, kind, added, language)), recognised, added, tuple(unplaced))


def _repeats(part: Part, title: str) -> bool:
    """Whether a heading says the title again, as in capitals below it."""
    return isinstance(part.block, Heading) and _key(text_of(part.block)) == _key(title)


def _sections_at(parts: Sequence[Part], kind: Kind) -> dict[int, SectionKind]:
    """Return the sections by the place of their heading; each at the first heading that names it."""
    titles = {_key(title): section for section in kind.sections for title in section.title.values()}
    by_id = {section.id: section for section in kind.sections}
    places: dict[int, SectionKind] = {}
    taken: set[str] = set()
    candidates = [(index, part) for index, part in enumerate(parts) if _may_be_heading(part)]
    for is_like in (False, True):
        for index, part in candidates[: _MOST_GUESSES if is_like else None]:
            if index in places:
                continue
            section = _named(part, titles, by_id, is_like=is_like)
            if section is not None and section.id not in taken:
                places[index] = section
                taken.add(section.id)
    return dict(sorted(places.items()))


def _named(
    part: Part, titles: dict[str, SectionKind], by_id: dict[str, SectionKind], *, is_like: bool
) -> SectionKind | None:
    key = _key(text_of(part.block))
    if not is_like:
        return next((by_id[id] for id in _bookmarked(part) if id in by_id), None) or titles.get(key)
    if len(key) > _LONGEST_HEADING:
        return None
    near = get_close_matches(key, titles, 1, _ALIKE)
    return titles[near[0]] if near else _shortened(key, titles)


def _shortened(key: str, titles: dict[str, SectionKind]) -> SectionKind | None:
    """Return the one section whose title begins with the words of a heading, or the other way round."""
    if " " not in key:
        return None
    meant = {
        section.id: section
        for title, section in titles.items()
        if title.startswith(f"{key} ") or (" " in title and key.startswith(f"{title} "))
    }
    return next(iter(meant.values())) if len(meant) == 1 else None


def _bookmarked(part: Part) -> Iterator[str]:
    """Yield the ids of sections that bookmarks of a printed document name."""
    for name in part.bookmarks:
        if name.startswith(SECTION):
            yield name.removeprefix(SECTION).replace("_", "-")


def _key(text: str) -> str:
    return _split_number(text)[1].rstrip(_AT_END).casefold()


def _split_number(text: str) -> tuple[str, str]:
    """Return the number that was typed before a heading, and its words."""
    words = " ".join(text.split())
    number = _BEFORE.match(words)
    return (words[: number.end()].strip(), words[number.end() :]) if number else ("", words)


def _words_of(block: Block, section: SectionKind, language: Language) -> str:
    """Return the words of a heading without its number; in capitals alone, as the kind writes them."""
    words = _split_number(text_of(block))[1].rstrip(_AT_END)
    title = section.title[language]
    return title if words.isupper() and words.casefold() == title.casefold() else words


def _number_before(part: Part) -> Iterator[Unplaced]:
    """Yield the number of a section, which another language would have to repeat."""
    if number := _split_number(text_of(part.block))[0]:
        yield Unplaced("heading-number", part.paragraph, number)


def _may_be_heading(part: Part) -> bool:
    """Whether a part is a heading, or a short paragraph set apart as one is."""
    if isinstance(part.block, Heading):
        return True
    if not isinstance(part.block, Paragraph):
        return False
    text = text_of(part.block)
    return len(text) <= _LONGEST_HEADING and (part.is_bold or part.is_centred or text.isupper())


def _title_at(parts: Sequence[Part], sections: dict[int, SectionKind]) -> int | None:
    """Return the place of the title: what has the style of one, else the first heading above all sections."""
    styled = [index for index, part in enumerate(parts) if part.style == _TITLE]
    if styled:
        return styled[0]
    first = next(iter(sections), len(parts))
    headings = [index for index, part in enumerate(parts[:first]) if isinstance(part.block, Heading)]
    if not headings or not sections:
        return None
    heading, section = parts[headings[0]].block, parts[first].block
    above = not isinstance(section, Heading) or (isinstance(heading, Heading) and heading.level < section.level)
    return headings[0] if above else None


def _top_level(parts: Sequence[Part], sections: dict[int, SectionKind], title_at: int | None) -> int:
    """Return the highest level of the headings that are neither title nor section."""
    levels = (
        part.block.level
        for index, part in enumerate(parts)
        if isinstance(part.block, Heading) and index not in sections and index != title_at
    )
    return min(levels, default=1)


def _notes_in(part: Part) -> Iterator[Unplaced]:
    """Yield the footnotes of a heading, which can have none."""
    for inline in getattr(part.block, "content", ()):
        if isinstance(inline, Footnote):
            yield Unplaced("note-in-heading", part.paragraph, " ".join(text_of(inline.blocks).split()))


def _content(block: Block) -> tuple[Inline, ...]:
    """Return the words of a heading without marks: a heading is set apart as a whole."""
    return (Text(" ".join(text_of(block).split())),)


def _completed(
    blocks: Sequence[Block], kind: Kind, added: Sequence[SectionKind], language: Language
) -> Iterator[Block]:
    """Yield the blocks with the sections that they lack, each behind the one that it follows in the kind."""
    order = [section.id for section in kind.sections]
    followers: dict[str, list[SectionKind]] = {}
    lacking = {section.id for section in added}
    for section in added:
        before = [id for id in order[: order.index(section.id)] if id not in lacking]
        present = [id for id in before if any(isinstance(each, Heading) and each.id == id for each in blocks)]
        followers.setdefault(present[-1] if present else "", []).append(section)
    current = ""
    for block in blocks:
        if isinstance(block, Heading) and block.id in order:
            yield from _skeletons(followers.pop(current, ()), kind, language)
            current = block.id
        yield block
    for sections in [followers.pop(current, ()), *followers.values()]:
        yield from _skeletons(sections, kind, language)


def _skeletons(sections: Sequence[SectionKind], kind: Kind, language: Language) -> Iterator[Block]:
    for section in sections:
        yield Heading(_SECTION_LEVEL, (Text(section.title[language]),), section.id)
        yield from parse_body(skeleton_section(kind, language, section.id)).blocks
