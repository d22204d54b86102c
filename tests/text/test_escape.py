"""What each escaping function neutralises, and that there is no other one in the package."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.text import escape
from cica_docs.text.escape import (
    escape_annotation,
    escape_annotation_property,
    escape_body,
    escape_cell,
    escape_ci,
    escape_issue_title,
    escape_markdown,
    escape_markdown_code,
    escape_po,
    escape_pointer,
    escape_print,
    escape_sarif,
    escape_terminal,
    escape_yaml,
    escape_yaml_double,
    is_unsafe,
    to_json,
)

PACKAGE = Path(escape.__file__).parents[1]
PIECES = [
    "a", "Z", "7", " ", "  ", "\t", "\n", "\r", "\x1b", "\x9b", "\u202e", "\u200b", "\ud800", "қ", "…", "::", ":",
    "##[", "%", ",", "@", "#", "/", "//", "www.", "GH-", "-", "+", "=", ".", ")", "|", "`", "*", "_", "~", "$", "[",
    "](", "]", "<", ">", "<b>", "<!--", "-->", "&", "&lt;", "\\", '"', "'", "{", "0}", "!", "^",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)
GITHUB_READS = re.compile(
    # Mention, issue, issue by another name, link, link without a scheme, emoji, math: in one node of text.
    r"@\w|#\d|\bGH-\d|://|\bwww\.\w|:[\w+-]+:|\$[^$]+\$",
    re.IGNORECASE,
)


def _nodes(markdown: str) -> list[str]:
    """The nodes of a Markdown text within its paragraph; a comment ends a node of text."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown)
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    nodes = [node for token in tokens for node in token.children or []]
    assert {node.content for node in nodes if node.type != "text"} <= {"<!-- -->"}
    text = "".join(node.content if node.type == "text" else "\0" for node in nodes)
    return text.split("\0")


@given(TEXTS)
def test_markdown_is_one_paragraph_of_plain_text_that_calls_nobody(text: str) -> None:
    nodes = _nodes(escape_markdown(text))
    assert "".join(nodes) == re.sub(" +", " ", escape_ci(text, 4_000)).strip()
    assert [node for node in nodes if GITHUB_READS.search(node)] == []


@given(TEXTS)
def test_no_scheme_of_a_link_is_written_in_markdown(text: str) -> None:
    assert not re.search(r"://|www\.|^\s*([-+=/:]|[0-9]+[.)])", escape_markdown(text))


@given(TEXTS)
def test_code_in_markdown_is_code(text: str) -> None:
    (paragraph,) = [token for token in MarkdownIt().parse(f"x {escape_markdown_code(f'a{text}')} x") if token.children]
    assert [node.type for node in paragraph.children or []] == ["text", "code_inline", "text"]
    assert "|" not in escape_markdown_code(text)


@given(TEXTS)
def test_a_body_reads_as_the_text_without_any_html(text: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": False}).parse(f"x{escape_body(text)}x")
    nodes = [node for token in tokens for node in token.children or []]
    assert {node.type for node in nodes} == {"text"}
    assert "".join(node.content for node in nodes) == f"x{escape_ci(text, 4_000)}x"


@given(TEXTS)
@pytest.mark.parametrize(
    "function",
    [escape_terminal, escape_ci, escape_annotation, escape_annotation_property, escape_sarif, escape_markdown,
     escape_markdown_code, escape_body, escape_issue_title, escape_print],
)  # fmt: skip
def test_no_control_hidden_or_reordering_character_passes(function: type[str], text: str) -> None:
    assert not any(map(is_unsafe, function(text)))


@given(TEXTS)
def test_an_annotation_stays_within_its_line_and_its_property(text: str) -> None:
    assert not re.search(r"%(?!25)", escape_annotation(text))
    assert not re.search(r"[:,]|%(?!25|3A|2C)", escape_annotation_property(text))


@given(TEXTS)
def test_a_sarif_message_has_no_link_and_no_placeholder(text: str) -> None:
    assert not re.search(r"\]\(|\{[0-9]", escape_sarif(text))


@given(TEXTS)
def test_the_title_of_an_issue_mentions_nobody(text: str) -> None:
    assert "@" not in escape_issue_title(text)


@given(TEXTS)
def test_json_reads_back_and_hides_nothing(text: str) -> None:
    written = to_json({text: text})
    assert json.loads(written) == {text: text}
    assert not any(map(is_unsafe, written.replace("\n", "")))
    assert not escape.COMMAND.search(written)


@given(TEXTS)
def test_strings_of_other_formats_read_back(text: str) -> None:
    assert '"' not in escape_po(text).replace(r"\\", "").replace(r"\"", "")
    if text.isprintable():
        assert ast.literal_eval(f'"{escape_po(text)}"') == text
    step = escape_pointer(text)
    assert "/" not in step
    assert step.replace("~1", "/").replace("~0", "~") == text


@given(st.text(alphabet="ab 'қ:#-{}[]\"", max_size=12))
def test_a_string_of_yaml_reads_back(text: str) -> None:
    assert parse_yaml(f"a: '{escape_yaml(text)}'\n").value == {"a": text}
    assert parse_yaml(f'a: "{escape_yaml_double(text)}"\n').value == {"a": text}


def test_a_bar_does_not_end_a_cell() -> None:
    assert escape_cell("a|b") == r"a\|b"


def _escapes(tree: ast.Module) -> Iterator[str]:
    """Whatever escapes text by hand: a function of that name, a call that replaces a sign by an escaped one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and re.search(r"(?<!un)escap|sanitiz|neutrali|inert", node.name):
            yield f"defines {node.name}"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
            yield from (f"imports {module}" for module in modules if module in {"html", "xml.sax.saxutils"})
        elif isinstance(node, ast.Call):
            yield from _escaping_call(node)


def _escaping_call(call: ast.Call) -> Iterator[str]:
    function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    literals = [node.value for node in ast.walk(call) if isinstance(node, ast.Constant)]
    texts = [value for value in literals if isinstance(value, str)]
    if function == "replace" and len(call.args) == 2 and len(texts) == 2 and _is_escape(*texts):
        yield f"replaces {texts[0]!r} by {texts[1]!r}"
    if function == "maketrans" and any(text[:1] in {"\\", "%", "&"} and len(text) > 1 for text in texts):
        yield "maps signs to escaped ones"
    if function == "encode" and {"unicode_escape", "backslashreplace", "xmlcharrefreplace"} & set(texts):
        yield "writes characters as numbers"


def _is_escape(old: str, new: str) -> bool:
    """True if a sign is replaced by a longer form of itself: doubled, after a backslash, or as a number or a name."""
    is_longer = len(old) == 1 and not old.isspace() and not old.isalnum() and len(new) > 1
    return is_longer and (old in new or new[0] in "\\%&~")


def test_no_other_module_escapes_text() -> None:
    modules = [path for path in PACKAGE.rglob("*.py") if path != Path(escape.__file__)]
    escapes = {
        path.relative_to(PACKAGE).as_posix(): list(_escapes(ast.parse(path.read_text(encoding="utf-8"))))
        for path in sorted(modules)
    }
    assert {path: escapes for path, escapes in escapes.items() if escapes} == ALLOWED


ALLOWED = {
    "api/fix_layout.py": ["imports html"],  # it reads what others have escaped
    "documents/misread/signs.py": ["imports html"],  # likewise
    "text/office_text.py": ["imports html"],  # it reads what others have escaped
    "views/terms.py": ["imports xml.sax.saxutils"],
}


@pytest.mark.parametrize(
    "code",
    [
        "def escape_table(text): ...", "from html import escape", "x.replace('|', '\\\\|')", "x.replace('%', '%25')",
        "str.maketrans({'*': r'\\*'})", "x.replace('<', '&lt;')", "x.replace(\"'\", \"''\")",
        "c.encode('unicode_escape')",
    ],
)  # fmt: skip
def test_the_law_sees_what_escapes(code: str) -> None:
    assert list(_escapes(ast.parse(code)))


def test_the_table_names_every_function() -> None:
    functions = {name for name in vars(escape) if re.match("escape_(?!character)|to_json", name)}
    assert set(re.findall(r"`(escape_\w+|to_json)`", escape.__doc__ or "")) == functions
