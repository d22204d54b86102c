"""YAML is walked before anything is made of it, and everything in it has a place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.values.span import Span
from nightly import examples


def test_every_key_and_value_has_its_place() -> None:
    text = "title: Тізім\ntenure: {from: 2024-01-01, to: 2025-12-31}\nlist:\n  - a\n  - b\n"
    record = parse_yaml(text, first_line=2)
    assert record.value == {
        "title": "Тізім",
        "tenure": {"from": "2024-01-01", "to": "2025-12-31"},
        "list": ["a", "b"],
    }
    assert record.at("/title") == Span(2, 1, 2, 6)
    assert record.value_at("/title") == Span(2, 8, 2, 13)
    assert record.at("/tenure/to") == Span(3, 28, 3, 30)
    assert record.at("/list/1") == Span(6, 5, 6, 6)
    assert record.at("/list/1/nowhere/at/all") == record.at("/list/1")
    assert record.get("/list/1") == "b"
    assert record.get("/list/7") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1.10", "1.10"),
        ("a: 007", "007"),
        ("a: 12", 12),
        ("a: -3", -3),
        ("a: 2023-05-13", "2023-05-13"),
        ("a: yes", "yes"),
        ("a: true", True),
        ("a: 'true'", "true"),
        ("a: ~", None),
        ("a:", None),
        ("a: 0x1F", "0x1F"),
        ("a: 1_000", "1_000"),
        ("a: .nan", ".nan"),
        ("a: 1e3", "1e3"),
    ],
)
def test_only_words_of_yaml_1_2_and_whole_numbers_are_more_than_text(text: str, value: object) -> None:
    parsed = parse_yaml(text)
    assert parsed.value == {"a": value}
    assert type(parsed.get("/a")) is type(value)
    assert not parsed.problems


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a: 1\na: 2", "duplicate-key"),
        ("a: {b: 1, b: 2}", "duplicate-key"),
        ("a: &x 1\nb: *x", "anchor"),
        ("b: *x", "alias"),
        ("<<: {a: 1}", "merge-key"),
        ("a: !!python/object/apply:os.system [id]", "tag"),
        ("!!set {a}", "tag"),
        ("? [a]\n: b", "complex-key"),
        ("[1]: 2", "complex-key"),
        ('"\\u0061": 1', "escaped-key"),
        ('"\\x61b": 1', "escaped-key"),
        ('"\\U00000061b": 1', "escaped-key"),
        ('"a\\tb": 1', "escaped-key"),
        ('? "a\\\n  b"\n: 1', "escaped-key"),
        ('? "a\n  b"\n: 1', "escaped-key"),
        ("? 'a\n  b'\n: 1", "escaped-key"),
        ("? |-\n  a\n: 1", "escaped-key"),
        ("? >-\n  a\n: 1", "escaped-key"),
        ('a: {b: {"\\u0063": 1}}', "escaped-key"),
        ('a: [{"\\u0063": 1}]', "escaped-key"),
        ('{"\\u0061":1}', "escaped-key"),
        ('a: [? "\\u0061" : 1]', "escaped-key"),
        ('? "\\u0061"\n: 1', "escaped-key"),
        ("%YAML 1.1\n---\na: b", "directive"),
        ("a: b\n---\nc: d", "second-document"),
        ("a: [1,", "yaml-syntax"),
        ("a: [1\nb: 2", "yaml-bracket"),
        ("a: {b: 1\nc: 2", "yaml-bracket"),
        ("a: b: c", "yaml-colon"),
        ("a:1\nb: 2", "yaml-line"),
        ("a: 1\n  b: 2", "yaml-line"),
        ("a: 1\nb:2", "yaml-line"),
        ('a: "b\nc: d', "yaml-quote"),
        ("\ta: b", "yaml-tab"),
        ("a: @b", "yaml-character"),
        ('a: "\\q"', "yaml-escape"),
        ("- a\nb: c", "yaml-syntax"),
        ('a: "\\ud800"', "yaml-syntax"),
        ('a: "\\u202e"', "escaped-character"),
        ('a: "\\0"', "escaped-character"),
        ("[" * 40_000, "too-deep"),
        ("- " * 5_000, "too-deep"),
        ("? " * 5_000, "complex-key"),
        ("\n".join(f"k{n}: v" for n in range(11_000)), "too-many-values"),
    ],
)
def test_what_hides_or_explodes_is_refused(text: str, kind: str) -> None:
    assert kind in [problem.kind for problem in parse_yaml(text).problems]


def test_a_problem_stands_where_it_is() -> None:
    (problem,) = parse_yaml("a: 1\nb: 2\na: 3\n", first_line=2).problems
    assert (problem.span.line, problem.span.column, dict(problem.details)) == (4, 1, {"key": "a", "line": 2})


@settings(max_examples=examples(2000))
@given(st.text(alphabet="abк: -[]{}&*!|>'\"\\#%@`,?\n\t<~1.", max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    record = parse_yaml(text)
    for problem in record.problems:
        assert problem.span.line >= 1
        assert problem.span.column >= 1
