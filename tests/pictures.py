"""Draw the pictures of the README from what the command prints now; `make pictures` runs it.

A drafter changes the worked example: a tenure that is too short, and a date in one translation. One picture shows the
findings in a terminal, one the summary of the pull request, one the printed paper in three languages.
`docs/pictures/made-from.json` holds digests of what was printed and of the pictures, compared by `test_pictures.py`.
"""

import html
import json
import os
import pty
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import typst
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pypdf import PdfReader

import proposal
from cica_docs.api.printing.render import PrintRequest, PrintRun
from cica_docs.cli.register import open_register
from cica_docs.register.open import packaged_templates
from shrink_png import shrink_png

HOME = Path(__file__).parent.parent
FOLDER = HOME / "docs" / "pictures"
RECORD = FOLDER / "made-from.json"
LIMIT = 300_000
"""Bytes of a picture."""
DAY = "2026-12-01"
COMMIT = "4c6ed465040b"
"""What pictures show in the place of commits, which every change alters."""
PAPER = "concept-paper/environment-2026"
COMMAND = f"cica check registry/concept-paper registry/notice --as-of {DAY}"
_TEMPLATE = Path(__file__).parent / "pictures.typ"
_COLUMNS = 108
_PIXELS_PER_INCH = 144
_COMMIT = re.compile(r"\b[0-9a-f]{12}\b")
_COLOUR = re.compile(r"\x1b\[([0-9;]*)m")


def begin(folder: Path) -> Path:
    """Commit the worked example but for two documents, and add these with what a drafter might write by mistake."""
    root = proposal.begin(folder)
    whole = proposal.git(root, "rev-parse", "main")
    proposal.git(root, "checkout", "-q", "main")
    proposal.git(root, "rm", "-rq", proposal.PAPER, proposal.NOTICE)
    proposal.commit(root)
    proposal.git(root, "checkout", "-q", "-B", "proposal")
    proposal.git(root, "checkout", whole, "--", proposal.PAPER, proposal.NOTICE)
    proposal.change(root / proposal.NOTICE / "en.md", "to: 2028-02-29}", "to: 2026-12-31}")
    for language in ("ru", "kk"):
        _run(root, "translate", "sync", "notice/environment-xa-2026", "--languages", language)
    proposal.change(root / proposal.PAPER / "ru.md", "по 30 июня 2029 года", "по 30 июня 2028 года")
    return root


def print_finding(root: Path) -> str:
    """Return what the check of the change shows in a terminal, with its colours."""
    master, slave = pty.openpty()
    arguments = [sys.executable, "-m", "cica_docs", *COMMAND.split()[1:]]
    with subprocess.Popen(arguments, cwd=root, env=_surroundings(TERM="xterm"), stdout=slave, stderr=slave):
        os.close(slave)
        shown = b"".join(iter(lambda: _read(master), b""))
    os.close(master)
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux reports the end of a terminal as an error
        return b""


def print_summary(root: Path) -> str:
    """Return the summary of the pull request in Markdown, without the ids of commits, which every change alters."""
    summary = root.parent / "summary.md"
    _run(root, "check", "--base", "main", "--as-of", DAY, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    return _COMMIT.sub(COMMIT, summary.read_text(encoding="utf-8"))


def print_pages(folder: Path) -> Path:
    """Print the paper of the worked example, as if of one commit, and return the folder of its PDFs."""
    corpus = open_register(proposal.CORPUS, None, DAY).corpus()
    wanted = PrintRequest((PAPER,), ("pdf",), parallel=False, commit=COMMIT.ljust(40, "0"))
    printed = PrintRun(corpus, packaged_templates(), wanted, lambda *_: None, lambda *_: None).run()
    for output in printed.outputs:
        (folder / "build" / output.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "build" / output.path).write_bytes(output.content)
    return folder / "build" / PAPER


def first_pages(pages: Path) -> str:
    """Return what draws the first page of each PDF; later pages and the version of the tool leave it alone."""
    readers = (PdfReader(pages / f"{language}.pdf") for language in ("en", "ru", "kk"))
    contents = [reader.pages[0].get_contents() for reader in readers]
    # Compared with None: a content stream of pypdf is an empty mapping, and so false.
    return " ".join(sha256(content.get_data()).hexdigest() for content in contents if content is not None)


def _run(folder: Path, *arguments: str, **variables: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cica_docs", *arguments],
        cwd=folder,
        env=_surroundings(**variables),
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode <= 1, done.stdout + done.stderr


def _surroundings(**variables: str) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "GITHUB_STEP_SUMMARY"}}
    return {**environment, "PYTHONPATH": str(HOME), "LC_ALL": "C.UTF-8", **variables}


def digests(texts: dict[str, str]) -> dict[str, str]:
    """Return a digest of each text and the template that draws it, by the name of its picture."""
    template = _TEMPLATE.read_bytes()
    return {name: sha256(text.encode() + template).hexdigest() for name, text in texts.items()}


def terminal_lines(shown: str) -> list[list[tuple[str, str]]]:
    """Return the lines of a terminal of a fixed width as runs of style and text, broken between words."""
    lines: list[list[tuple[str, str]]] = []
    style = ""
    for line in shown.rstrip("\n").split("\n"):
        row: list[tuple[str, str]] = []
        room = _COLUMNS
        for index, piece in enumerate(_COLOUR.split(line)):
            if index % 2:
                style = "" if piece in {"", "0"} else piece
                continue
            rest = piece
            while len(rest) > room:
                end = rest.rfind(" ", 0, room) + 1
                lines.append([*row, (style, rest[:end])])
                row, rest, room = [], rest[end:], _COLUMNS
            row.append((style, rest))
            room -= len(rest)
        lines.append(row)
    return lines


def summary_blocks(text: str) -> list[dict[str, Any]]:
    """Return the blocks of the summary as GitHub shows them: headings, paragraphs, quotations, items."""
    blocks: list[dict[str, Any]] = []
    kind = ""
    for token in MarkdownIt("commonmark").parse(text):
        if token.type in {"heading_open", "blockquote_open", "list_item_open"}:
            kind = token.tag
        elif token.type in {"heading_close", "blockquote_close", "list_item_close"}:
            kind = ""
        elif token.type == "inline":
            blocks.append({"kind": kind or "p", "runs": list(_runs(token.children or []))})
    return blocks


def _runs(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    style = ""
    for token in tokens:
        if token.type == "strong_open" or token.content == "<b>":
            style = "b"
        elif token.type == "strong_close" or token.content == "</b>":
            style = ""
        elif token.content in {"<br>", "<br/>"} or token.type in {"hardbreak", "softbreak"}:
            yield "br", ""
        elif token.type == "code_inline":
            yield "code", token.content
        elif token.type in {"text", "text_special"}:
            yield style, html.unescape(token.content)


def draw(kind: str, data: Any, root: Path) -> bytes:
    """Draw one picture as a small PNG."""
    (root / _TEMPLATE.name).write_bytes(_TEMPLATE.read_bytes())
    inputs = {"kind": kind, "data": json.dumps(data, ensure_ascii=False)}
    source = root / _TEMPLATE.name
    return shrink_png(typst.compile(source, root=root, format="png", ppi=_PIXELS_PER_INCH, sys_inputs=inputs))


def make() -> None:
    """Write the pictures, and what they were made from."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        root, pages = begin(folder), print_pages(folder)
        texts = {"finding": print_finding(root), "summary": print_summary(root), "page": first_pages(pages)}
        data = {
            "finding": {"command": COMMAND, "lines": terminal_lines(texts["finding"])},
            "summary": summary_blocks(texts["summary"]),
            "page": [f"/build/{PAPER}/{language}.pdf" for language in ("en", "ru", "kk")],
        }
        pictures = {}
        for kind, content in data.items():
            picture = draw(kind, content, folder)
            (FOLDER / f"{kind}.png").write_bytes(picture)
            pictures[kind] = sha256(picture).hexdigest()
    record = {"printed": digests(texts), "pictures": pictures}
    RECORD.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    make()
