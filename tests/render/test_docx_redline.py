"""Tracked changes of a Word document: accepted they give the later text, rejected the earlier one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from cica_docs.documents.markdown.blocks import Block, Footnote, Heading, Inline, Link, Paragraph, Remark, Text
from cica_docs.documents.redline.compare import compare
from cica_docs.documents.redline.remarks import is_changed, is_title, put_remark
from cica_docs.render.docx.writer import write_docx
from nightly import IS_NIGHTLY
from office import Office, running, why_missing
from random_texts import PAIRS
from word import DELETED, FOOTNOTES, INSERTED, W, comments_of, faults_of, lines_of, parts_of, resolved

from .sample_edition import EN, paper, templates

Pair = tuple[tuple[Block, ...], tuple[Block, ...]]
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:openxml_audit")


def written(*blocks: Block) -> bytes:
    """A document of these blocks."""
    return write_docx(replace(paper(EN), unmarked=blocks, marks=()), templates)


def remarked(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
    """The later text with changes, a remark on one of them, and one on the title."""
    by_act = put_remark(compare(old, new), ("An act", "A reason"), is_changed, is_title)
    return put_remark(by_act, ("What changed",), is_title)


@settings(max_examples=300 if IS_NIGHTLY else 8, deadline=None)
@given(PAIRS)
def test_all_changes_accepted_give_the_later_text_and_rejected_the_earlier(pair: Pair) -> None:
    old, new = pair
    redline = written(*remarked(old, new))
    parts = parts_of(redline)
    assert lines_of(resolved(parts, INSERTED)) == lines_of(parts_of(written(*new)))
    assert lines_of(resolved(parts, DELETED)) == lines_of(parts_of(written(*old)))
    assert faults_of(redline) == []


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """LibreOffice, started once."""
    if reason := why_missing():
        pytest.skip(reason)
    with running(tmp_path_factory.mktemp("office")) as office:
        yield office


def _as_libreoffice_reads(old: tuple[Block, ...], new: tuple[Block, ...]) -> bytes:
    """A redline with remarks, or without where there are notes: 7.4 mixes up notes and comments when it reads them."""
    redline = written(*remarked(old, new))
    has_notes = any(note.get(f"{W}type") is None for note in parts_of(redline)[FOOTNOTES])
    return written(*compare(old, new)) if has_notes else redline


@pytest.mark.slow
def test_libreoffice_resolves_changes_alike(office: Office, tmp_path: Path) -> None:
    def saved(content: bytes) -> Path:
        path = tmp_path / "document.docx"
        path.write_bytes(content)
        return path

    def read(path: Path) -> list[tuple[str, ...]]:
        return lines_of(parts_of(path.read_bytes()))

    @settings(max_examples=60, deadline=None)
    @given(PAIRS)
    def try_pair(pair: Pair) -> None:
        old, new = pair
        redline, out = _as_libreoffice_reads(old, new), tmp_path / "saved.docx"
        later, former = (read(office.save(saved(written(*blocks)), out)) for blocks in (new, old))
        assert read(office.accept(saved(redline), out)) == later
        assert read(office.reject(saved(redline), out)) == former

    try_pair()


def line(*content: Inline) -> Paragraph:
    return Paragraph(content)


LONG = "Member States take part as they see fit in each activity of this kind"


def test_changed_words_of_a_footnote_are_marked_in_the_note() -> None:
    old, new = ((line(Text("Text"), Footnote("a", (line(Text(f"{LONG} {word}.")),))),) for word in ("now", "later"))
    parts = parts_of(written(*compare(old, new)))
    note = parts["word/footnotes.xml"]
    assert [each.tag.partition("}")[2] for each in note.iter("{*}ins", "{*}del")] == ["del", "ins"]
    assert not list(parts["word/document.xml"].iter("{*}ins", "{*}del"))


def test_a_mark_of_a_note_that_was_written_before_is_right_in_both_texts() -> None:
    note = Footnote("a", (line(Text("A note.")),))
    first, second = line(Text(f"{LONG} first"), note), line(Text(f"{LONG} second"), note)
    parts = parts_of(written(*compare((first, second), (second,))))
    assert [text for *_, text in lines_of(resolved(parts, INSERTED))] == [f"{LONG} second[ A note.]"]
    assert [text for *_, text in lines_of(resolved(parts, DELETED))] == [f"{LONG} first[ A note.]", f"{LONG} second1"]


def test_a_change_is_within_a_link_and_never_around_it() -> None:
    target = "https://example.org"
    old, new = ((line(Text("see "), Link(target, (Text(word),)), Text(" there")),) for word in ("here", "now"))
    redline = written(*compare(old, new))
    assert faults_of(redline) == []
    tags = [each.getparent().tag.partition("}")[2] for each in parts_of(redline)["word/document.xml"].iter("{*}ins")]
    assert tags == ["hyperlink"]


def test_remarks_are_comments_and_no_part_of_either_text() -> None:
    title = Heading(1, (Text("A title"),))
    old = (title, line(Text(f"{LONG} now")))
    new = (title, line(Text("A paragraph that is new here.")), line(Text(f"{LONG} then")))
    redline = written(*remarked(old, new))
    assert comments_of(redline) == ["What changed", "An act\nA reason"]
    assert faults_of(redline) == []
    assert lines_of(resolved(parts_of(redline), DELETED)) == lines_of(parts_of(written(*old)))


def test_a_remark_finds_a_place_in_a_text_without_a_title() -> None:
    (remarked_line,) = put_remark((line(Text("A letter")),), ("What changed",), is_title)
    assert remarked_line == line(Remark(("What changed",)), Text("A letter"))
    assert put_remark((), ("What changed",), is_title) == ()
