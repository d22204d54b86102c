"""`cica changes`: what is new since a commit or a day, and nothing that may not be shown."""

import csv
import io
import os
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pytest
from lxml import etree

from canary import CORPUS, DAY
from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

PAPER = "concept-paper/environment-2026"


def _commit(folder: Path, day: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    made = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    subprocess.run(["git", "-C", str(folder), "add", "."], check=True)
    subprocess.run(["git", "-C", str(folder), *who, "commit", "-qm", day], check=True, env=made)


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work" / "registry"
    shutil.copytree(CORPUS, folder)
    subprocess.run(["git", "init", "-q", str(folder.parent)], check=True)
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    shutil.move(folder / "advice", folder.parent / "advice")
    _commit(folder, "2026-10-01")
    shutil.move(folder.parent / "advice", folder / "advice")
    original, translation = folder / PAPER / "en.md", folder / PAPER / "ru.md"
    text = original.read_text(encoding="utf-8")
    act = "  - {on: 2026-05-21, kind: considered, channel: swg}\n"
    original.write_text(text.replace("  - {on: 2026-06-24", f"{act}  - {{on: 2026-06-24", 1), encoding="utf-8")
    translation.write_text(translation.read_text(encoding="utf-8") + "\nЕще.\n", encoding="utf-8")
    shutil.rmtree(folder / "recommendation")
    _commit(folder, "2026-11-10")
    return folder


def _changes(capsys: pytest.CaptureFixture[str], since: str) -> set[tuple[str, str, str, str]]:
    assert run(["changes", "--since", since, "--as-of", DAY, "--format", "csv"]) == 0
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    return {(row["work"], row["what"], row["on"], row["languages"]) for row in rows}


@pytest.mark.parametrize("since", ["2026-11-01", "HEAD~1"])
def test_what_came_since_is_listed(register: Path, capsys: pytest.CaptureFixture[str], since: str) -> None:
    changes = _changes(capsys, since)
    assert register.exists()
    assert {(PAPER, "act", "2026-05-21", ""), (PAPER, "text", "", "ru")} <= changes
    assert {what for work, what, _, _ in changes if work.startswith("recommendation/")} == {"gone"}
    assert {work.partition("/")[0] for work, what, _, _ in changes if what == "new"} == {"advice"}


@pytest.mark.usefixtures("register")
def test_since_the_last_commit_there_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert _changes(capsys, "HEAD") == set()
    assert run(["changes", "--since", "2026-11-20", "--lang", "kk"]) == 0
    assert "Өзгеріс жоқ." in capsys.readouterr().out


@pytest.mark.usefixtures("register")
def test_before_the_first_commit_all_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert (PAPER, "new", "", "en kk ru") in _changes(capsys, "2020-01-01")


@pytest.mark.usefixtures("register")
def test_what_is_no_revision_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["changes", "--since", "nosuch"]) == 2
    assert "there is no revision “nosuch”" in capsys.readouterr().err


_ATOM = "{http://www.w3.org/2005/Atom}"


def _feed(capsys: pytest.CaptureFixture[str], *arguments: str) -> etree._Element:
    assert run(["changes", "--since", "HEAD~1", "--format", "atom", *arguments]) == 0
    return etree.fromstring(capsys.readouterr().out.encode())


def _required(element: etree._Element, *names: str) -> None:
    """Assert that an element has exactly one of each of these children, with text."""
    for name in names:
        found = element.findall(f"{_ATOM}{name}")
        assert len(found) == 1, f"{element.tag}: {name}"
        assert "".join(found[0].itertext()).strip(), f"{element.tag}: {name}"


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_feed_keeps_the_rules_of_atom(capsys: pytest.CaptureFixture[str], language: str) -> None:
    """RFC 4287: 4.1.1 and 4.1.2, what a feed and an entry must have; 3.3 days; 4.2.6 ids that are never shared."""
    feed = _feed(capsys, "--as-of", DAY, "--lang", language)
    assert feed.tag == f"{_ATOM}feed"
    _required(feed, "id", "title", "updated", "author")
    _required(feed.find(f"{_ATOM}author"), "name")
    entries = feed.findall(f"{_ATOM}entry")
    assert len(entries) >= 4
    for entry in entries:
        _required(entry, "id", "title", "updated", "content")
        assert entry.find(f"{_ATOM}category").get("term") in {"new", "gone", "act", "edition", "text"}
        assert entry.find(f"{_ATOM}content").get("type") == "text"
    moments = [element.text for element in feed.iter(f"{_ATOM}updated")]
    assert all(datetime.fromisoformat(moment).tzinfo for moment in moments)
    assert moments[0] == max(moments)
    ids = [element.text for element in feed.iter(f"{_ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(UUID(id).urn == id for id in ids)


@pytest.mark.usefixtures("register")
def test_an_entry_keeps_its_id_and_day(capsys: pytest.CaptureFixture[str]) -> None:
    former = _feed(capsys, "--as-of", DAY, "--lang", "en")
    later = _feed(capsys, "--as-of", "2027-03-01", "--lang", "ru")

    def identities(feed: etree._Element) -> set[tuple[str | None, str | None]]:
        return {
            (entry.findtext(f"{_ATOM}id"), entry.findtext(f"{_ATOM}updated")) for entry in feed.iter(f"{_ATOM}entry")
        }

    assert identities(former) == identities(later)
    assert {day for _, day in identities(former)} == {"2026-11-10T00:00:00Z"}


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("What Is New in the Register", "21 May 2026: Consideration", "Text changed; languages: Russian")),
        ("ru", ("Изменения в реестре документов", "Изменен текст; языки: русский", "В реестре больше нет")),
        ("kk", ("Құжаттар тізіліміндегі өзгерістер", "Мәтіні өзгертілді; тілдері: орыс", "Тізілімде енді жоқ")),
    ],
)
def test_a_circular_is_printed(register: Path, language: str, texts: tuple[str, ...]) -> None:
    assert run(["changes", "--since", "2026-11-01", "--as-of", DAY, "--to", "docx,txt", "-o", "out"]) == 0
    folder = register.parent / "out/circular" / DAY
    assert {path.name for path in folder.glob("*.docx")} == {"en.docx", "ru.docx", "kk.docx", "parallel.docx"}
    printed = " ".join((folder / f"{language}.txt").read_text(encoding="utf-8").split())
    assert all(text in printed for text in texts), printed
    with ZipFile(folder / f"{language}.docx") as file:
        document = etree.fromstring(file.read("word/document.xml"))
    assert texts[0] in "".join(document.itertext())


@pytest.mark.usefixtures("register")
def test_a_circular_without_changes_says_so(tmp_path: Path) -> None:
    arguments = ["--to", "txt", "--languages", "en", "-o", str(tmp_path / "out")]
    assert run(["changes", "--since", "HEAD", "--as-of", DAY, *arguments]) == 0
    assert "Nothing has changed." in (tmp_path / f"out/circular/{DAY}/en.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("register")
def test_an_unknown_format_of_a_circular_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["changes", "--since", "HEAD", "--to", "odt"]) == 2
    assert "odt" in capsys.readouterr().err
