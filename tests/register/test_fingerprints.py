"""Fingerprints: what is known again, what gives nothing away, and how the time grows."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_docs.register.restricted.fingerprints import (
    KEY_BYTES,
    SHORTEST,
    WINDOW,
    find_passages,
    make_fingerprints,
    name_of_key,
    passages_in,
    read_fingerprints,
)
from cica_docs.text.words import fold_word, read_words

KEY, OTHER = bytes(range(KEY_BYTES)), bytes(KEY_BYTES)
ROOT = Path(__file__).parents[2]
LONG = "The stations at the border measure fine dust with 12 instruments of two kinds."
SHORT = "Readings are compared each month."


def _finds(text: str, quoted: str, key: bytes = KEY) -> list[str]:
    """The passages of a text that quote another."""
    by_digest = dict.fromkeys(make_fingerprints([read_words(quoted)], KEY), frozenset({"item"}))
    words = read_words(text)
    found = find_passages(words, by_digest, key)
    return [text[words.starts[passage.first] : words.ends[passage.last]] for passage in found]


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        LONG.upper(),
        LONG.replace(" ", "\u00a0"),
        LONG.replace(" ", "\n> "),
        LONG.replace("fine dust", "**fine** [dust](https://example.org/a_b)[^1]"),
        LONG.replace("border", "bor\u00adder"),
        LONG.replace("12", "fifteen"[:0] + "15"),
        f"1.5 As is known, {LONG[0].lower()}{LONG[1:-1]}, and so on.",
        "(a) the stations at the border;\n(b) measure fine dust with instruments of two kinds",
        "| 1 | The stations at the border measure | fine dust with instruments |",
    ],
)
def test_eight_words_in_a_row_are_known_in_any_form(text: str) -> None:
    assert len(_finds(text, LONG)) == 1


def test_a_quotation_is_as_long_as_it_is() -> None:
    assert _finds(f"They say that {LONG} And more.", LONG) == [LONG.rstrip(".")]
    assert len(_finds(f"{LONG} Something else is said in between them. {LONG}", LONG)) == 2


@pytest.mark.parametrize("text", [SHORT, f"“{SHORT}”", f"They write: {SHORT[:-1]}; no more.", f"# {SHORT}\n\nText."])
def test_a_short_sentence_is_known_where_it_is_whole(text: str) -> None:
    assert _finds(text, SHORT)


@pytest.mark.parametrize("text", [f"All {SHORT}", "Readings are compared.", "Each month readings are compared.", ""])
def test_a_short_sentence_is_not_known_in_part(text: str) -> None:
    assert not _finds(text, SHORT)


def test_too_few_words_are_not_known() -> None:
    assert make_fingerprints([read_words("Avelor has 12 instruments.")], KEY) == ()


def test_another_key_finds_nothing_and_has_another_name() -> None:
    assert not _finds(LONG, LONG, OTHER)
    assert name_of_key(KEY) != name_of_key(OTHER)
    assert not set(make_fingerprints([read_words(LONG)], KEY)) & set(make_fingerprints([read_words(LONG)], OTHER))


def test_the_number_of_digests_tells_little_of_the_length() -> None:
    texts = (" ".join(f"w{chr(97 + n)}x" for n in range(words)) for words in range(9, 26))
    assert len({len(make_fingerprints([read_words(text)], KEY)) for text in texts}) == 1


def test_numbers_are_in_no_passage() -> None:
    """A number in a known sentence is what somebody would guess."""
    assert set(passages_in(read_words("In all 17 stations measured 23 µg of dust"))) == set(
        passages_in(read_words("In all 99 stations measured 1.5 µg of dust"))
    )


def test_public_passages_are_left_out() -> None:
    words = read_words(LONG)
    public = frozenset(passages_in(words))
    assert make_fingerprints([words], KEY, public) == ()
    more = make_fingerprints([words, read_words(SHORT)], KEY, public)
    assert list(find_passages(read_words(SHORT), dict.fromkeys(more, frozenset({"item"})), KEY))


@pytest.mark.parametrize("value", [None, "", [], {"key": 1}, {"digests": "x"}])
def test_a_malformed_field_has_no_digests(value: object) -> None:
    assert read_fingerprints(value) is None


@given(st.text(max_size=300))
def test_words_are_where_they_are_said_to_be(text: str) -> None:
    words = read_words(text)
    assert len(words.folded) == len(words.starts) == len(words.ends)
    for folded, start, end in zip(words.folded, words.starts, words.ends, strict=True):
        assert fold_word(text[start:end]) == folded
    assert list(words.phrases) == sorted(set(words.phrases))


def test_texts_of_other_subjects_are_no_quotations() -> None:
    """The open item of the example, as if it were restricted, against all texts here that do not speak of it."""
    item = (ROOT / "tests/corpus/information-item/dry-soils-xb/en.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    by_digest = dict.fromkeys(make_fingerprints([read_words(item)], KEY), frozenset({"item"}))
    texts = [path for folder in ("registry", "docs") for path in (ROOT / folder).rglob("*.md")]
    assert len(texts) > 100
    assert not [path for path in texts for _ in find_passages(read_words(path.read_text("utf-8")), by_digest, KEY)]


def test_random_sentences_of_the_same_words_are_no_quotations() -> None:
    plan = (ROOT / "tests/corpus/action-plan/environment-2026/en.md").read_text("utf-8")
    words = sorted(set(read_words(plan).folded))
    chance = random.Random(7)  # noqa: S311
    texts = [" ".join(chance.choices(words, k=40_000)) for _ in range(2)]
    by_digest = dict.fromkeys(make_fingerprints([read_words(texts[0][:20_000])], KEY), frozenset({"item"}))
    assert not list(find_passages(read_words(texts[1]), by_digest, KEY))
    assert WINDOW > SHORTEST
