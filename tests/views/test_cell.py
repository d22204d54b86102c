"""No cell of CSV is a formula to any spreadsheet, whatever stands before it and however wide its signs are."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_docs.text.escape import escape_csv

SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫"
BEFORE = ["", " ", "  ", "\u00a0", "\u3000", '"', "'", "«", "“", "＂", ' "', '" ', "\u2003'"]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", BEFORE)
def test_what_begins_like_a_formula_is_text(sign: str, before: str) -> None:
    assert escape_csv(f"{before}{sign}cmd|' /C calc'!A0").startswith("'")


@pytest.mark.parametrize("start", ["\t", "\r", "\n", "\t=", "\r\n＝"])
def test_what_begins_with_a_control_is_text(start: str) -> None:
    assert escape_csv(f"{start}1").startswith("'")


@pytest.mark.parametrize(
    "text",
    ["", "a", "1", "2026-03-01", "a=b", "№ 1", "«Сирень»", '"a"', "(-1)", "1＋1", "қ", "x@y.example", "…", "\\x09"],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert escape_csv(text) == text


@given(st.text() | st.lists(st.sampled_from([*SIGNS, *BEFORE, "\t", "\r", "1", "a"])).map("".join))
def test_a_row_that_is_read_again_begins_with_no_formula(text: str) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([escape_csv(text), "x"])
    ((read, _),) = csv.reader(io.StringIO(written.getvalue(), newline=""))
    bare = unicodedata.normalize("NFKC", read).lstrip(" \u2003")
    assert not bare.startswith(tuple("=+-@\t\r\n"))
    assert read.lstrip("'").startswith(escape_csv(text).lstrip("'")[:1])
