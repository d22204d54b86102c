"""The cheap question that stands before the marks of restricted sections counts every spelling, and misses none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from cica_docs.documents.document import Document
from cica_docs.documents.source import Source
from cica_docs.register.restricted.items import may_be_restricted, restricted_sections
from cica_docs.values.language import Language
from nightly import examples

pytestmark = pytest.mark.series(6)

KEY = "restricted"
MARK = "[{section: background, provided_by: [XA]}]"


def _escaped(letter: str, how: str) -> str:
    code = ord(letter)
    return {"x": f"\\x{code:02x}", "u": f"\\u{code:04X}", "U": f"\\U{code:08x}", "fold": f"\\\n  {letter}"}.get(
        how, letter
    )


@st.composite
def quoted(draw: st.DrawFn) -> str:
    """The key in quotation marks, each letter as it is, as an escape, or after an escaped end of line."""
    hows = draw(st.lists(st.sampled_from(["", "", "", "x", "u", "U", "fold"]), min_size=len(KEY), max_size=len(KEY)))
    return '"' + "".join(map(_escaped, KEY, hows)) + '"'


KEYS = st.one_of(
    st.sampled_from([KEY, f"'{KEY}'", f'"{KEY}"', f"!!str {KEY}", f"&a {KEY}", f"|-\n  {KEY}\n", f">-\n  {KEY}\n"]),
    quoted(),
)
OTHERS = st.lists(
    st.sampled_from(
        [
            "title: A",
            "symbol: 'x'",
            'note: "a\\tb\\u0041"',
            "a: {b: [c]}",
            "a: {b: [c]}",
            "- x",
            "e: *e",
            "f: |\n  g",
            "#",
        ]
    ),
    max_size=3,
)


@st.composite
def front_matters(draw: st.DrawFn) -> str:
    """Front matter with the key at some place, in some form, among other fields, some of which make it unreadable."""
    key, before, after = draw(KEYS), draw(OTHERS), draw(OTHERS)
    form = draw(st.sampled_from(["{k}: {v}", "? {k}\n: {v}", "{k} : {v}", "{k}:\n  {v}"]))
    field = form.format(k=key, v=MARK)
    if draw(st.booleans()):
        flow = draw(st.sampled_from(["{{{k}: {v}}}", "{{? {k} : {v}}}", "{{{k}:{v}, title: A}}"]))
        return flow.format(k=key, v=MARK) + "\n"
    return "\n".join([*before, field, *after]) + "\n"


def _document(front: str) -> Document:
    return Document("concept-paper", "x", Language("en"), "x/y/en.md", Source.of(f"---\n{front}---\n\nText.\n"))


def _says_so(front: str) -> bool:
    """Whether another reader of YAML finds the key, at the top or deeper; of several keys alike any counts."""
    reader = YAML(typ="safe", pure=True)
    reader.allow_duplicate_keys = True
    try:
        return _holds(reader.load(front))
    except (YAMLError, ValueError):
        return False


def _holds(value: object) -> bool:
    if isinstance(value, dict):
        return KEY in value or any(map(_holds, value.values()))
    return isinstance(value, list) and any(map(_holds, value))


@settings(max_examples=examples(1500))
@given(front_matters())
def test_where_the_key_is_the_question_says_so(front: str) -> None:
    document = _document(front)
    if _says_so(front):
        assert may_be_restricted(document)
        assert restricted_sections(document) or not document.is_readable


def test_the_other_reader_finds_the_key_in_most_of_what_is_tried() -> None:
    flags = []

    @settings(max_examples=200, database=None)
    @given(front_matters())
    def tried(front: str) -> None:
        flags.append(_says_so(front))

    tried()
    assert sum(flags) > len(flags) / 4


@pytest.mark.parametrize("front", ["", "title: A\n", 'title: "a\\u0041"\n', "title: [\n", 'title: "\\\n'])
def test_most_files_are_not_read_for_it(front: str) -> None:
    assert not may_be_restricted(_document(front))


def test_bytes_that_are_no_text_may_mark_anything() -> None:
    assert may_be_restricted(Document("concept-paper", "x", Language("en"), "x/y/en.md", Source.of("")))
