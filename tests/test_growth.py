"""A check takes no more than in proportion to a crafted text, whatever block or sign the text is made of."""

import time
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import read_corpus
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.register.open import packaged_kinds, packaged_templates
from cica_docs.report.limit import limit_findings
from cica_docs.report.text import format_text
from cica_docs.report.words import ReportWords
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.values.language import Language

CORPUS = Path(__file__).parent / "corpus"
WORK = "concept-paper/environment-2026"
SHORT, LONG = 4_000, 16_000
NOISE = 0.8
"""Seconds of processor time that say nothing about growth: what squares the longer text takes many times that."""
MOST_ON_LINE = 30_000

Make = Callable[[int], str]


def lines(unit: str) -> Make:
    """A text of one line again and again."""
    return lambda length: f"{unit}\n" * (length // (len(unit) + 1))


def paragraphs(unit: str) -> Make:
    """A text of one paragraph again and again."""
    return lines(f"{unit}\n")


def run(unit: str) -> Make:
    """A text of one sign or word again and again, in lines as long as may be."""

    def made(length: int) -> str:
        units = MOST_ON_LINE // len(unit)
        whole, rest = divmod(length // len(unit), units)
        return "\n".join([unit * units] * whole + [unit * rest])

    return made


def numbered(pattern: str) -> Make:
    """A text of paragraphs that differ in a number."""
    return lambda length: "\n\n".join(pattern.replace("#", str(n)) for n in range(length // (len(pattern) + 5)))


def notes_in_notes(number: int) -> str:
    """Notes each of which refers twice to the one before it, all marked in the text in their order."""
    marks = "".join(f"a[^n{n}] " for n in range(number))
    doubled = "".join(f"[^n{n}]: b[^n{n - 1}] [^n{n - 1}]\n\n" for n in range(1, number))
    return f"{marks}\n\n[^n0]: x\n\n{doubled}"


USUAL: dict[str, Make] = {
    "notes within notes": lambda length: notes_in_notes(length // 40),
    "open notes": run("[^"),
    "duties": run("Member States "),
    "table": lambda length: "| a | b |\n| - | - |\n" + "| a | b | c |\n" * (length // 14),
}
OTHERS: dict[str, Make] = {
    "ids": lambda length: "\n\n".join(f"## A {n} {{#a{n}}}" for n in range(length // 18)),
    "braces": lines("{#"),
    "template code": lines("{{"),
    "notes that are lost": numbered("x[^ab#c]\n\n[^ac#b]: b"),
    "quotation marks": run('1"'),
    "numbers": run("1 2,"),
    "empty lines": lambda length: "\n" * length + "[^",
    "lists": lines("- a b"),
    "headings": lines("## a"),
    "empty headings": lines("# "),
    "blanks in a heading": lambda length: "## a" + " " * min(length, MOST_ON_LINE) + "b",
    "divisions": lines(":::"),
    "link definitions": lines("[a]: b"),
    "images": run("![a"),
    "at signs": run("@"),
    "dashes": run("-"),
    "bars": run("|"),
    "dates": run("5 May 2024 "),
    "symbols": run("CICA/2024-II/X/1 а "),
    "breaks": lines("a\\"),
    **{
        f"lines of {unit}": lines(unit)
        for unit in (
            *("> a", "1. a", "***", "a\n---", "**a**", "[TODO]", "TBD", "a :::", "```"),
            *("- Kazakhstan", "{%", "]{", "{=", "    a\n", "- - -", "<b>", "a{.b}"),
        )
    },
    **{
        f"runs of {unit}": run(unit)
        for unit in (
            *("[", "](", "*", "*a ", "_a_ ", "`", "`a` ", "<", "&", "\\", " ", "\t", "а b "),
            *("word ", "a", "я", "a@b.c ", "2023-2024 ", '"a" ', "“a” ", "«a» ", "«", "a  b ", "a - b ", "a , b "),
            *(
                "[TODO] ",
                "Kazakhstan, ",
                "shall ",
                "XIV ",
                "5 per cent ",
                "twenty one ",
                "[a](https://b.example) ",
                "[a](b) ",
                "2024-05-05 ",
                "A/1 ",
            ),
        )
    },
    "paragraphs with numbers": numbered("1.# Text # of it."),
    "sections": lambda length: "".join(f"## A {n} {{#a{n}}}\n\ntext {n}\n\n" for n in range(length // 26)),
    "duties in paragraphs": paragraphs("Member States shall act."),
    "notes": numbered("a[^n#]\n\n[^n#]: b"),
    "one note": lambda length: "a[^n] " * min(length // 6, 4_000) + "\n\n[^n]: b",
}


@cache
def _catalogue() -> Catalogue:
    return read_catalogue(packaged_templates(), Language("en"))


def _seconds(body: str, other: str) -> float:
    """The processor time of a check of one work with these bodies of its original and its translations."""
    files = {
        path.relative_to(CORPUS).as_posix(): path.read_bytes()
        for folder in ("reference", "decision", WORK)
        for path in (CORPUS / folder).rglob("*.*")
    }
    for language in Language:
        name = f"{WORK}/{language}.md"
        front, fence, _ = files[name].decode().partition("\n---\n")
        files[name] = f"{front}{fence}\n{body if language == 'en' else other}\n".encode()
    corpus = read_corpus(MemorySnapshot(files), packaged_kinds(), date(2026, 12, 1))
    begun = time.process_time()
    report = limit_findings(check(corpus, _catalogue()))
    assert len(format_text(report, ReportWords(Language("en"), _catalogue().part("report")))) < 4_000_000
    return time.process_time() - begun


def _assert_keeps_in_proportion(make: Make) -> None:
    long, short = make(LONG), make(SHORT)
    # Translations that run as their original, and such that do not, are compared in different ways.
    for ending in ("", "\n\n## Further\n\nSomething else.\n"):
        took = _seconds(long, long + ending)
        if took > NOISE:
            before = min(_seconds(short, short + ending) for _ in range(2))
            took = min(took, _seconds(long, long + ending))
            assert took < max(NOISE, 8 * before)


@pytest.mark.series(8)
@pytest.mark.parametrize("name", USUAL)
def test_a_check_keeps_in_proportion_to_a_crafted_text(name: str) -> None:
    _assert_keeps_in_proportion(USUAL[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", OTHERS)
def test_a_check_keeps_in_proportion_to_any_other_text(name: str) -> None:
    _assert_keeps_in_proportion(OTHERS[name])
