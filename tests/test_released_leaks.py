"""A change that releases what was restricted is told of, and what it releases is quoted by no finding."""

import subprocess
from dataclasses import replace
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from canary import BODY, CONSENT, CORPUS, DAY, ITEM, PAPER, SECTION, consents, leaking, mark
from cica_docs.cli.run import run
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.register.open import packaged_kinds
from cica_docs.register.restricted.redaction import redactor
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.day import parse_day
from cica_docs.values.span import Place, Span

pytestmark = pytest.mark.series(6)
FORMATS = ("text", "json", "github", "sarif")
RULE = "information/released-without-consent"


def git(*arguments: str) -> str:
    known = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *known, *arguments], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose first commit holds a restricted item, and a paper with a section that is marked and empty."""
    folder = tmp_path / "registry"
    copytree(CORPUS, folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    edit(folder / ITEM / "en.md", "title: Methods", "title: Zqvmethods")
    git("init", "-q", "-b", "main")
    return folder


def edit(path: Path, *pairs: str) -> None:
    text = path.read_text(encoding="utf-8")
    for find, put in zip(pairs[::2], pairs[1::2], strict=True):
        assert text.count(find) == 1
        text = text.replace(find, put)
    path.write_text(text, encoding="utf-8")


def commit() -> None:
    git("add", "-A", "registry")
    git("commit", "-q", "-m", "a change")


def opened(register: Path) -> None:
    """Open the item, and put a text in that many rules find fault with."""
    for language in ("en", "ru", "kk"):
        path = register / ITEM / f"{language}.md"
        path.write_text(path.read_text(encoding="utf-8") + BODY, encoding="utf-8")
    edit(register / ITEM / "en.md", "handling: restricted", "handling: open", "own_use: true", "own_use: false")


def compared(capfd: pytest.CaptureFixture[str]) -> dict[str, str]:
    said = {}
    for form in FORMATS:
        assert run(["check", "--base", "HEAD~1", "--as-of", DAY, "--format", form]) == 1
        said[form] = "".join(capfd.readouterr())
    return {**said, "summary": Path("summary.md").read_text(encoding="utf-8")}


def test_an_item_that_is_opened(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    commit()
    opened(register)
    commit()
    said = compared(capfd)
    assert f"{ITEM}/en.md:10:1: error[{RULE}]" in said["text"]
    assert leaking(said) == {}


def test_an_item_that_is_opened_under_another_name(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    commit()
    opened(register)
    git("mv", f"registry/{ITEM}", "registry/information-item/air-2026")
    commit()
    said = compared(capfd)
    assert f"information-item/air-2026/en.md:2:1: error[{RULE}]" in said["text"]
    assert leaking(said) == {}


def test_an_item_by_consent_of_all(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    commit()
    opened(register)
    consents(register)
    commit()
    said = compared(capfd)
    assert RULE not in said["text"]
    assert leaking(said), "what all consent to is quoted like any text"


def test_a_section_whose_mark_is_taken_off(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    mark(register)
    commit()
    edit(register / PAPER / "en.md", "restricted: [{section: background, provided_by: [XA, XC]}]\n", "")
    commit()
    said = compared(capfd)
    assert f"[{RULE}]" in said["text"]
    assert leaking(said) == {}


def test_a_section_that_gets_another_name(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    mark(register)
    commit()
    for language in ("en", "ru", "kk"):
        edit(register / PAPER / f"{language}.md", "{#background}", "{#in-full}")
    edit(register / PAPER / "en.md", "restricted: [{section: background, provided_by: [XA, XC]}]\n", "")
    edit(register / PAPER / "en.md", "Zqvparagraph", "Zqvother paragraph")
    commit()
    said = compared(capfd)
    assert f"[{RULE}]" in said["text"]
    assert leaking(said) == {}


def test_a_consent_whose_revocation_is_deleted(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    edit(
        register / CONSENT / "en.md",
        "kind: given, by: XA}",
        "kind: given, by: XA}\n  - {on: 2026-11-20, kind: revoked, by: XA, ref: ZQV/1}",
    )
    commit()
    edit(register / CONSENT / "en.md", "\n  - {on: 2026-11-20, kind: revoked, by: XA, ref: ZQV/1}", "")
    commit()
    said = compared(capfd)
    assert f"{CONSENT}/en.md:9:1: error[information/consent-rewritten]" in said["text"]
    assert leaking(said) == {}


def _corpus(folder: Path) -> Corpus:
    when = parse_day(DAY)
    assert when
    return read_corpus(WorktreeSnapshot(folder), packaged_kinds(), when)


def test_what_was_restricted_before_is_not_quoted_after_it_is_gone(register: Path, tmp_path: Path) -> None:
    copytree(register, tmp_path / "former")
    mark(tmp_path / "former")
    rmtree(register / ITEM)
    corpus = replace(_corpus(register), before=_corpus(tmp_path / "former"))
    redactor_of_change = redactor(corpus)
    place = Place(f"{PAPER}/en.md", Span.point(3))
    (sentence,) = [line for line in SECTION.split("\n") if line.startswith("Zqvparagraph")]
    quoting = {"text": f"has “{sentence}”", "title": "Zqvmethods of Observation of Air Quality in Border Districts"}
    assert redactor_of_change.details(place, quoting, "…") == {"text": "…", "title": "…"}
    assert redactor_of_change.details(Place(f"{ITEM}/en.md", Span.point(2)), {"day": "2026-09-08"}, "…") == {"day": "…"}
    assert redactor(_corpus(register)).details(place, quoting, "…") == quoting
