"""Office files give their words within bounds, and nothing else."""

import io
import zipfile

import pytest

from cica_docs.text.office_text import MOST_INFLATED, text_in


def _archive(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("<w:p><w:r><w:t>mea</w:t></w:r><w:r><w:t>sure &amp; dust</w:t></w:r></w:p><w:p/>", ["measure", "&", "dust"]),
        ("<w:p>one</w:p><w:p>two<w:br/>three</w:p>", ["one", "two", "three"]),
        ("<text:h>one</text:h><text:p>tw<text:span>o</text:span><text:tab/>three</text:p>", ["one", "two", "three"]),
        ("<sst><si><t>one</t></si><si><t>two</t></si></sst>", ["one", "two"]),
        ("<w:del><w:delText>gone</w:delText></w:del>", ["gone"]),
    ],
    ids=["runs", "breaks", "open-document", "sheet", "deleted"],
)
def test_words_of_the_parts_are_read(part: str, words: list[str]) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        text = text_in(_archive({"word/document.xml": part.encode(encoding), "media/image.png": b"<p>no</p>"}))
        assert text is not None
        assert text.split() == words


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 and no archive",
        _archive({"word/document.xml": b"<w:t>text</w:t>" * 50})[:-40],
        _archive({"word/document.xml": bytes(MOST_INFLATED + 1)}),
        _archive({"a.xml": bytes(MOST_INFLATED), "b.xml": b"1"}),
    ],
    ids=["no-archive", "cut-off", "large", "large-together"],
)
def test_what_cannot_be_read_within_bounds_is_none(content: bytes) -> None:
    assert text_in(content) is None


def test_a_plain_text_is_itself() -> None:
    assert text_in("пыль".encode()) == "пыль"
    assert text_in("пыль".encode("utf-16")) == "пыль"
    assert text_in(b"\xff\xfe\xfa") is not None
