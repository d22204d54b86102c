"""Word documents are read whole: what is not in the text is listed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cica_docs.documents.markdown.blocks import DELETED, text_of
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.documents.markdown.writer import write_body
from cica_docs.word.reader import read_word
from cica_docs.word.received import Received
from nightly import IS_NIGHTLY
from word_file import item, paragraph, run, table, word_file

INSERTED_BY = '<w:ins w:id="1" w:author="A. Reader" w:date="2026-11-03T09:00:00Z">'
DELETED_BY = '<w:del w:id="2" w:author="A. Reader" w:date="2026-11-03T09:00:00Z">'


def read(body: str, **parts: str) -> Received:
    return read_word(word_file(body, **parts), "paper.docx")


def written(body: str, **parts: str) -> str:
    return write_body(read(body, **parts).blocks)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("Background", "2"), "## Background\n"),
        (paragraph("1.10.\tText"), "1.10 Text\n"),
        (item("one", 1) + item("below", 1, 1) + item("two", 1), "- one\n  - below\n- two\n"),
        (item("one", 2) + item("two", 2), "1. one\n2. two\n"),
        (item("one", 2) + item("numbered", 2, 1), "1. one\n\n1.1 numbered\n"),
        (item("one", 2) + item("lettered", 2, 2), "1. one\n\n(a) lettered\n"),
        (paragraph("said so", "a"), "> said so\n"),
        (paragraph(run("whole", "<w:b/>") + run(" rest", '<w:b w:val="0"/>')), "**whole** rest\n"),
        (paragraph(run("ab", "<w:i/>") + run("c")), "*ab*c\n"),
        (paragraph(run("a") + run("(b)", "<w:i/>") + run("c")), "a(b)c\n"),
        (paragraph("•\tpoint"), "- point\n"),
        (paragraph("– первое;") + paragraph("–\u00a0второе."), "- первое;\n- второе.\n"),
        (paragraph("– одно замечание"), "– одно замечание\n"),
        (paragraph("* [XA: a_b] &lt;x&gt;"), "\\* [XA: a_b] \\<x>\n"),
        (table(("Area", "State"), ("tourism", "XA")), "| Area | State |\n| --- | --- |\n| tourism | XA |\n"),
        (paragraph("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"), "a\\\nb\n"),
        (paragraph("Құпия әріптер: ғ, қ, ң, ө, ұ, ү, һ, і"), "Құпия әріптер: ғ, қ, ң, ө, ұ, ү, һ, і\n"),
    ],
)
def test_each_element_becomes_that_of_the_register(body: str, text: str) -> None:
    assert written(body) == text


def test_a_footnote_is_written_once_and_a_link_keeps_its_address() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    link = '<w:hyperlink r:id="r1"><w:r><w:t>page</w:t></w:r></w:hyperlink>'
    notes = f'<w:footnote w:id="2">{paragraph("A note.")}</w:footnote>'
    links = '<Relationship Id="r1" Type="x/hyperlink" Target="https://example.org/a"/>'
    text = written(paragraph(run("See ") + link + mark) + paragraph(run("Again") + mark), footnotes=notes, links=links)
    assert text == "See [page](https://example.org/a)[^1]\n\nAgain[^1]\n\n[^1]: A note.\n"


@pytest.mark.parametrize(
    ("kind", "body", "left_out"),
    [
        ("hidden", paragraph(run("seen") + run("secret", "<w:vanish/>")), "secret"),
        ("hidden", paragraph(run("seen") + run("secret", '<w:rStyle w:val="H"/>')), "secret"),
        ("hidden", paragraph("seen") + paragraph("secret", "H"), "secret"),
        ("white", paragraph(run("seen") + run("secret", '<w:color w:val="FFFFFF"/>')), "secret"),
        ("hidden", paragraph(run("seen") + run("secret", '<w:sz w:val="2"/>')), "secret"),
        (
            "text-box",
            paragraph(f"<w:r><w:pict><w:txbxContent>{paragraph('boxed')}</w:txbxContent></w:pict></w:r>"),
            "boxed",
        ),
        ("image", paragraph("<w:r><w:drawing><w:docPr descr='A map'/></w:drawing></w:r>"), "A map"),
        ("contents", paragraph("Background 3", "T1"), "Background 3"),
        ("character", paragraph("a\u200bb"), "U+200B"),
        ("raised", paragraph(run("m") + run("2", '<w:vertAlign w:val="superscript"/>')), "2"),
        ("other", paragraph("text") + "<w:unknown><w:t>lost?</w:t></w:unknown>", "lost?"),
    ],
)
def test_what_has_no_place_is_listed(kind: str, body: str, left_out: str) -> None:
    received = read(body)
    assert (kind, left_out) in {(entry.kind, entry.text) for entry in received.unplaced}
    assert kind == "raised" or left_out not in write_body(received.blocks)


def test_fields_are_not_evaluated_and_keep_their_last_result() -> None:
    field = "".join(
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            run(' INCLUDETEXT "/etc/passwd" ', tag="instrText"),
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            run("as saved"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )
    )
    received = read(paragraph(field))
    assert write_body(received.blocks) == "as saved\n"
    assert [(entry.kind, entry.text) for entry in received.unplaced] == [("field", 'INCLUDETEXT "/etc/passwd"')]


def test_tracked_changes_are_read_in_either_view_with_their_claims() -> None:
    changed = run("old ", tag="delText")
    body = paragraph(run("The ") + f"{DELETED_BY}{changed}</w:del>{INSERTED_BY}{run('new ')}</w:ins>" + run("text"))
    assert written(body) == "The new text\n"
    earlier = read_word(word_file(body), "paper.docx", wanted=DELETED)
    assert text_of(earlier.blocks) == "The old text"
    assert [(each.kind, each.author, each.day, each.text) for each in read(body).changes] == [
        ("deleted", "A. Reader", "2026-11-03", "old "),
        ("inserted", "A. Reader", "2026-11-03", "new "),
    ]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next_one() -> None:
    mark = f"<w:rPr>{DELETED_BY}</w:del></w:rPr>"
    body = paragraph("one ", properties=mark) + paragraph("two")
    assert written(body) == "one two\n"
    assert text_of(read_word(word_file(body), "x", wanted=DELETED).blocks) == "one \ntwo".replace(" \n", "\n")


def test_a_comment_has_its_place_and_its_words() -> None:
    comments = f'<w:comment w:id="0" w:author="A. Reader" w:date="nonsense">{paragraph("Why two?")}</w:comment>'
    body = paragraph("first") + paragraph(
        f'{run("of ")}<w:commentRangeStart w:id="0"/>{run("two years")}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    assert [tuple(remark) for remark in read(body, comments=comments).remarks] == [
        ("A. Reader", "", 2, "Why two?", "two years")
    ]


WORDS = st.text(st.sampled_from("abвгқ1.*_[]<>|#-`\\ {}"), min_size=1, max_size=12)
FORMATS = st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:vanish/>", '<w:color w:val="FFFFFF"/>', "<w:strike/>"])
TEXT = st.builds(lambda text: re.sub(r"[<>&]", lambda sign: f"&#{ord(sign[0])};", text), WORDS)
RUN = st.builds(run, TEXT, FORMATS)
RUNS = st.lists(
    st.one_of(
        RUN,
        RUN.map(lambda inside: f"{INSERTED_BY}{inside}</w:ins>"),
        TEXT.map(lambda text: f"{DELETED_BY}{run(text, tag='delText')}</w:del>"),
        RUN.map(lambda inside: f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"),
        TEXT.map(lambda text: f"<w:r><w:pict><w:txbxContent>{paragraph(run(text))}</w:txbxContent></w:pict></w:r>"),
        st.just('<w:r><w:footnoteReference w:id="2"/></w:r>'),
        st.just("<w:r><w:tab/></w:r>"),
    ),
    min_size=1,
    max_size=4,
).map("".join)
BODY = st.lists(
    st.one_of(
        st.builds(paragraph, RUNS, st.sampled_from(["", "", "1", "2", "Title", "a", "T1"])),
        st.builds(item, RUNS, st.sampled_from([1, 2]), st.integers(0, 2)),
        st.lists(st.tuples(RUNS.map(paragraph), RUNS.map(paragraph)), min_size=1, max_size=3).map(
            lambda rows: table(*rows)
        ),
    ),
    min_size=1,
    max_size=5,
).map("".join)
NOTE = f'<w:footnote w:id="2">{paragraph("zzz")}</w:footnote>'


def signs(text: str) -> str:
    return re.sub(r"\s+", "", text)


@settings(max_examples=5_000 if IS_NIGHTLY else 150, deadline=None)
@given(BODY)
def test_all_text_of_a_document_is_in_the_register_or_listed(body: str) -> None:
    received = read(body, footnotes=NOTE)
    text = write_body(received.blocks)
    parsed = parse_body(text)
    assert [problem.kind for problem in parsed.problems if problem.kind not in {"heading-level", "heading-empty"}] == []
    left = signs(
        text_of(parsed.blocks)
        + "".join(entry.text for entry in received.unplaced)
        + "".join(change.text for change in received.changes)
    )
    for piece in re.findall(r"<w:(?:t|delText)[^>]*>([^<]*)<", body):
        plain = re.sub(r"&#(\d+);", lambda code: chr(int(code[1])), piece)
        for word in re.findall(r"[abвгқ]+", plain):
            assert word in left
    if "footnoteReference" in body:
        assert "zzz" in text or any(entry.text == "zzz" for entry in received.unplaced)
