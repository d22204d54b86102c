"""Bytes become text once, and what would deceive a reader is named with its place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_docs.documents.source import MOST_BYTES, REFUSED, decode, read_source
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.text.single_byte import ORDINARY, decode_single_byte, encode_single_byte


@pytest.mark.parametrize(
    ("content", "kind", "line", "column"),
    [
        (b"a\nb\xff\n", "not-utf8", 2, 2),
        ("ж\xa0ok".encode(), "", 0, 0),
        ("\ufeff---".encode(), "byte-order-mark", 1, 1),
        ("a\nab\u202ecd".encode(), "refused-character", 2, 3),
        ("a\u200bb".encode(), "refused-character", 1, 2),
        (b"a\x1b[31m", "refused-character", 1, 2),
        (b"a\rb", "refused-character", 1, 2),
        ("и\u0306".encode(), "not-nfc", 1, 1),
        ("a\u2028b".encode(), "refused-character", 1, 2),
        (b"x" * 40_000, "line-too-long", 1, 1),
    ],
)
def test_refused_bytes(content: bytes, kind: str, line: int, column: int) -> None:
    problems = decode(content).problems
    assert [problem.kind for problem in problems] == ([kind] if kind else [])
    if problems:
        assert (problems[0].span.line, problems[0].span.column) == (line, column)


def test_windows_line_ends_are_accepted_and_lines_counted_right() -> None:
    source = decode("title: a\r\nnext: б\r\n".encode())
    assert source.text == "title: a\nnext: б\n"
    assert not source.problems


def test_a_large_file_is_not_even_read() -> None:
    class Unreadable(MemorySnapshot):
        def read(self, path: str) -> bytes:  # noqa: ARG002
            raise AssertionError("it was read")

    source = read_source(Unreadable({"a": b"x" * (MOST_BYTES + 1)}), "a")
    assert [problem.kind for problem in source.problems] == ["too-large"]


def test_ordinary_characters_are_neither_refused_nor_out_of_normal_form() -> None:
    assert not REFUSED.search(ORDINARY)
    pairs = "".join(character + other for character in ORDINARY for other in ORDINARY)
    assert unicodedata.is_normalized("NFC", pairs)


@given(st.text(alphabet=st.one_of(st.sampled_from(ORDINARY), st.characters()), max_size=30))
def test_a_coded_text_tells_its_characters_apart(text: str) -> None:
    encoded = encode_single_byte(text)
    assert (encoded is None) == any(character not in ORDINARY for character in text)
    if encoded is not None:
        assert len(encoded) == len(text)
        assert decode_single_byte(encoded) == text
