"""Every command with arguments under which it answers something about a copy of the worked example."""

import os
import shutil
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import click
import typer.main

from cica_docs.__main__ import main
from cica_docs.cli.app import app
from word_file import paragraph, word_file

CORPUS = Path(__file__).parent / "corpus"
PAPER = "concept-paper/environment-2026"
REMINDED = f"2.6/extended-on-time:{PAPER}:2029-06-30"
ARGUMENTS: dict[str, list[str]] = {
    "": ["--version"],
    "approve": ["approve", PAPER, "--decision", "SOC/2026-II/INF/1", "--on", "2026-06-24", "--as-of", "2026-12-01"],
    "areas": ["areas"],
    "audit leaks": ["audit", "leaks"],
    "brackets": ["brackets"],
    "changes": ["changes", "--since", "2026-01-01"],
    "check": ["check", "--as-of", "2026-12-01"],
    "comments": ["comments"],
    "compare": ["compare", PAPER],
    "deadlines": ["deadlines"],
    "decision adopt": ["decision", "adopt", "registry/decision/cbm-modalities/provisions.yaml"],
    "doctor": ["doctor"],
    "due": ["due", "--all", "--format", "ics"],
    "explain": ["explain", "1.10"],
    "fingerprint key": ["fingerprint", "key", "quotation.key"],
    "fingerprint record": ["fingerprint", "record", "information-item/air-observation-2026", "values.yaml"],
    "fix": ["fix", "--apply"],
    "history": ["history", PAPER],
    "impact": ["impact", "--values", "values.yaml"],
    "import": ["import", "paper.docx", "--as", "advice/paper", "--set", "requested_by=XA", "--set", "area=tourism"],
    "in-force": ["in-force", "--format", "csv"],
    "init": ["init", "fresh"],
    "journal": ["journal"],
    "list": ["list", "mandate", "--format", "json"],
    "new": ["new", "correspondence", "letter", "--set", "from=XA", "--set", "to=secretariat"],
    "receive": ["receive", "XB", "--number", "03-1/245", "--date", "2026-11-03", "--as-of", "2026-12-01"],
    "record": ["record", PAPER, "extended", "--by", "soc", "--ref", "SOC/2026-III/INF/2", "--until", "2030-06-30"],
    "remind": ["remind", REMINDED, "--number", "SWG/1002", "--date", "2026-12-01", "--informally"],
    "render": ["render", PAPER, "--to", "html", "--languages", "en"],
    "review pack": ["review", "pack", "2026", "--to", "html", "--languages", "en"],
    "review plan": ["review", "plan", "2026"],
    "revise": ["revise", PAPER, "--as", "corrigendum", "--as-of", "2026-12-01"],
    "send": ["send", "note-verbale/swg-1001"],
    "site": ["site"],
    "status": ["status"],
    "terms": ["terms"],
    "trace": ["trace"],
    "translate export": ["translate", "export", PAPER, "--languages", "ru"],
    "translate import": ["translate", "import", "paper.xlf"],
    "translate status": ["translate", "status"],
    "translate sync": ["translate", "sync", PAPER, "--languages", "ru"],
    "verify": ["verify"],
    "who": ["who", "--area", "environment-protection"],
}


def commands() -> Iterator[str]:
    """The names of all commands, and of those below them."""
    yield ""
    group = typer.main.get_command(app)
    assert isinstance(group, click.Group)
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from (f"{name} {inner}" for inner in command.commands)
        else:
            yield name


def furnish(folder: Path) -> None:
    """Put into a folder what the arguments name: a register and three files."""
    shutil.copytree(CORPUS, folder / "registry")
    (folder / "values.yaml").write_text(
        "1.10/tenure: {tenure: [{from: 2027-01-01, years: [2, 5]}]}\n", encoding="utf-8"
    )
    (folder / "paper.xlf").write_bytes(b"")
    (folder / "paper.docx").write_bytes(word_file(paragraph("Request", "2") + paragraph("1.1 Text")))


def started(arguments: list[str], folder: Path, streams: tuple[int | None, int | None, int | None]) -> int:
    """Start the program in a process of its own with these standard streams, None for one that is closed."""
    child = os.fork()
    if child:
        return child
    try:
        os.chdir(folder)
        for number, wanted in enumerate(streams):
            if wanted is None:
                os.close(number)
            else:
                os.dup2(wanted, number)
        # As Python itself finds them when it starts.
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            stream = None if streams[number] is None else _stream(number)
            setattr(sys, name, stream)
        sys.argv = ["cica", *arguments]
        main()
        os._exit(0)
    except BaseException:  # noqa: BLE001 - shown, and told by the status
        traceback.print_exc()
    finally:
        os._exit(99)


def _stream(number: int) -> TextIO:
    return os.fdopen(number, "w" if number else "r", 1 if number == 2 else -1, encoding="utf-8", closefd=False)
