"""All that is printed goes one way, and nothing on it steers a terminal or the runner of a CI service."""

import ast
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cica_docs
from cica_docs.cli.console import say
from cica_docs.cli.options import guess_language
from cica_docs.cli.run import run
from cica_docs.text.escape import escape_ci, escape_lines, is_unsafe
from cica_docs.values.language import Language

CORPUS = Path(__file__).parent.parent / "corpus"
PAPER = "concept-paper/environment-2026"
PIECES = st.text() | st.lists(
    st.sampled_from(
        ["##[", "##vso[x]", "###", "::", ":", " ", "\t", "\n", "\r", "\x1b[31m", "\x9b", "\u202e", "№\u00a01", "қ", "a"]
    )
).map("".join)


def _commands(text: str) -> list[str]:
    """The lines in which a runner sees a command."""
    return [
        line
        for line in re.split(r"[\n\r]", text)
        if line.lstrip().startswith("::") or re.search(r"##[A-Za-z]*\[", line)
    ]


@given(PIECES)
def test_lines_for_a_reader_are_harmless_and_otherwise_as_they_were(text: str) -> None:
    shown = escape_lines(text)
    assert _commands(shown) == []
    assert not any(is_unsafe(character) for character in shown.replace("\n", ""))
    assert shown.count("\n") == text.count("\n")
    assert escape_lines(shown) == shown
    is_colon = ":" in {line.strip() for line in text.split("\n")}
    if not _commands(text) and not is_colon and not any(map(is_unsafe, text.replace("\n", ""))):
        assert shown == text


@given(PIECES)
def test_what_is_inert_passes_as_it_is(text: str) -> None:
    assert escape_lines(escape_ci(text)) == escape_ci(text)


def test_colours_pass_only_where_they_were_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    say("\x1b[31mred\x1b[0m \x1b[2J ##[group]\n", colour=True)
    say("\x1b[31mred\x1b[0m\n")
    assert capsys.readouterr().out == "\x1b[31mred\x1b[0m \\x1b[2J #\\x23[group]\n\\x1b[31mred\\x1b[0m\n"


def test_no_module_prints_past_the_console() -> None:
    package = Path(cica_docs.__file__).parent
    printing = {
        path.relative_to(package).as_posix(): names
        for path in package.rglob("*.py")
        if (names := sorted(_printed(ast.parse(path.read_text(encoding="utf-8")))))
    }
    # The version is answered before anything is imported; `run` says how the streams write their characters.
    assert printing.pop("cli/console.py")
    assert printing == {"__main__.py": ["os.write"], "cli/run.py": ["sys.stderr", "sys.stdout"]}


def _printed(module: ast.Module) -> set[str]:
    """What a module names of the ways to print; to ask a stream whether it is a terminal is none."""
    asked = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Attribute) and node.attr == "isatty"}
    printers = set()
    for node in ast.walk(module):
        match node:
            case ast.Attribute(
                value=ast.Name(id="sys"), attr="stdout" | "stderr" | "__stdout__" | "__stderr__" as attr
            ):
                printers |= {f"sys.{attr}"} if id(node) not in asked else set()
            case ast.Attribute(value=ast.Name(id="os"), attr="write"):
                printers.add("os.write")
            case ast.Attribute(value=ast.Name(id="typer" | "click"), attr="echo" | "secho" | "echo_via_pager" as attr):
                printers.add(attr)
            case ast.Name(id="print"):
                printers.add("print")
            case ast.ImportFrom(module="sys"):
                printers.add("from sys")
    return printers


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CORPUS, tmp_path / "registry")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path / "registry"


@pytest.mark.series(8)
@pytest.mark.parametrize("mark", ["##[add-mask]x", "::stop-commands::x", "##vso[task.x]y"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "{}"],
        ["check", "--as-of", "{}"],
        ["check", "--format", "{}"],
        ["check", "--select", "{}"],
        ["check", "--register", "{}"],
        ["check", "--revision", "{}"],
        ["{}"],
        ["--{}"],
        ["explain", "{}"],
        ["list", "{}"],
        ["who", "--area", "{}"],
        ["due", "--within", "{}"],
        ["new", "{}", "{}"],
        ["new", "mandate", "x", "--set", "{}"],
        ["render", "{}"],
        ["render", "--to", "{}"],
        ["compare", "{}"],
        ["review", "plan", "{}"],
        ["review", "plan", "2026", "--focus", "{}"],
        ["translate", "status", "{}"],
        ["translate", "import", "{}"],
        ["impact", "--values", "{}"],
        ["remind", "{}", "--number", "{}"],
        ["deadlines", "--repository", "{}"],
        ["deadlines", "--repository", "a/b", "--api", "{}"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("registry")
def test_what_was_typed_is_no_command_when_it_is_said_again(
    arguments: list[str], mark: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([argument.format(mark) for argument in arguments]) == 2
    said = capsys.readouterr()
    assert said.err
    assert _commands(said.out + said.err) == []


def test_a_document_is_no_command_when_its_languages_are_compared(
    registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in Language:
        path = registry / f"{PAPER}/{language}.md"
        text = path.read_text(encoding="utf-8").replace("title: ", "title: '##[add-mask]' # ", 1)
        path.write_text(f"{text}\n##[group]x ::error::\n\n::stop-commands::x\n", encoding="utf-8")
    assert run(["compare", PAPER]) == 0
    out = capsys.readouterr().out
    assert "#\\x23[add-mask]" in out
    assert _commands(out) == []


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["check", "--lang", "ru"], "ru"),
        (["check", "--lang=kk"], "kk"),
        (["render", "--languages", "ru", "--lang", "kk"], "kk"),
        (["translate", "export", "x", "--languages", "ru", "--lang", "kk"], "kk"),
        (["translate", "status", "--lang=ru"], "ru"),
        (["check", "--lang"], "en"),
        (["check", "--lang", "xx"], "en"),
        (["ru"], "en"),
    ],
)
def test_a_failure_is_told_in_the_readers_language(
    arguments: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert guess_language(arguments) == language
