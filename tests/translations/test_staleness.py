"""What is behind, told from real Git repositories: whole, shallow, squashed, renamed, bare, in a second work tree."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from cica_docs.cli.run import run
from cica_docs.documents.segments import Segment
from cica_docs.translations.revision import ChangeKind, changes_between, diff_words, is_editorial

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parent.parent / "corpus"
PAPER = "concept-paper/environment-2026"
WORDS = ("Air and water know no borders.", "Air, soil and water know no borders.")
Telling = Callable[..., tuple[int, str]]


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode().strip()


@pytest.fixture
def said(capfdbinary: pytest.CaptureFixture[bytes]) -> Telling:
    """The exit status and the words of a command."""

    def tell(*arguments: object) -> tuple[int, str]:
        status = run([str(argument) for argument in arguments])
        return status, capfdbinary.readouterr().out.decode()

    return tell


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A repository with the worked example in one commit."""
    folder = tmp_path / "register"
    copytree(CORPUS, folder)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "one")
    return folder


def edit(register: Path, old: str, new: str, path: str = f"{PAPER}/en.md") -> None:
    file = register / path
    text = file.read_bytes().decode()
    assert text.count(old) == 1
    file.write_bytes(text.replace(old, new).encode())


def behind(said: Telling, register: Path, *options: str) -> dict[str, list[tuple[str, str]]]:
    _, text = said("translate", "status", "--register", register, "--format", "json", *options)
    data = json.loads(text)
    return {
        one["path"]: [(change["id"], change["weight"]) for change in one["paragraphs"]]
        for one in data["translations"]
        if one["currency"] != "current"
    }


BOTH = {f"{PAPER}/{language}.md": [("p3.1", "changed")] for language in ("ru", "kk")}


def test_a_changed_paragraph_is_found_with_its_words(register: Path, said: Telling) -> None:
    edit(register, *WORDS)
    status, text = said("translate", "status", "--register", register, "--lang", "en")
    assert status == 1
    assert "p3.1 · changed · concept-paper/environment-2026/ru.md:28" in text
    assert "was: Air and water" in text
    assert "now: Air{+, soil+} and water" in text


def test_nothing_is_behind_in_the_worked_example(register: Path, said: Telling) -> None:
    status, text = said("translate", "status", "--register", register, "--lang", "en")
    assert (status, text) == (0, "50 translations render the current original\n")


def test_spelling_weighs_lightly(register: Path, said: Telling) -> None:
    edit(register, "what they would do differently today", "what they would do differently, today")
    status, text = said("translate", "status", "--register", register, "--lang", "en")
    assert status == 0
    assert "p8.2 · editorial" in text


def test_a_renumbered_paragraph_is_the_same_paragraph(register: Path, said: Telling) -> None:
    edit(
        register,
        "2.2 The order of these",
        "2.2 New directions may be added by the Coordinator.\n\n2.3 The order of these",
    )
    assert behind(said, register, "--lang", "ru") == {f"{PAPER}/ru.md": [("p2.2", "added")]}


def test_it_holds_after_commits_squash_merges_and_renames(register: Path, said: Telling) -> None:
    git(register, "switch", "-qc", "branch")
    for old, new in (WORDS, (WORDS[1], "Air, soil and water know no frontiers.")):
        edit(register, old, new)
        git(register, "commit", "-qam", "more")
    git(register, "switch", "-q", "main")
    git(register, "merge", "-q", "--squash", "branch")
    git(register, "commit", "-qm", "squashed")
    git(register, "branch", "-qD", "branch")
    assert behind(said, register) == BOTH
    git(register, "mv", PAPER, "concept-paper/renamed")
    git(register, "commit", "-qm", "renamed")
    assert [*behind(said, register)] == ["concept-paper/renamed/ru.md", "concept-paper/renamed/kk.md"]
    assert {name for [(name, _)] in behind(said, register).values()} == {"p3.1"}


def test_a_shallow_clone_says_what_it_cannot_know(register: Path, said: Telling, tmp_path: Path) -> None:
    edit(register, *WORDS)
    git(register, "commit", "-qam", "two")
    git(tmp_path, "clone", "-q", "--depth", "1", register.as_uri(), "shallow")
    status, text = said("translate", "status", "--register", tmp_path / "shallow", "--lang", "en")
    assert status == 1
    assert "ru.md: renders an original other than the current one (b4fa78c98245)" in text
    assert "git fetch --unshallow" in text
    git(tmp_path / "shallow", "fetch", "-q", "--unshallow")
    assert behind(said, tmp_path / "shallow") == BOTH


def test_outside_git_and_without_the_blob_it_says_so(register: Path, said: Telling, tmp_path: Path) -> None:
    edit(register, *WORDS)
    plain = tmp_path / "plain"
    copytree(register, plain, ignore=lambda *_: {".git"})
    assert "is not inside a Git repository" in said("translate", "status", "--register", plain, "--lang", "en")[1]
    edit(register, "b4fa78c98245acf60e97fe9157f0f2cd162ae451", "1" * 40, f"{PAPER}/ru.md")
    _, text = said("translate", "status", PAPER, "--languages", "ru", "--register", register, "--lang", "en")
    assert "it may have been lost when versions were merged into one" in " ".join(text.split())


def test_a_second_work_tree_and_a_bare_repository_know_it_too(register: Path, said: Telling, tmp_path: Path) -> None:
    edit(register, *WORDS)
    git(register, "commit", "-qam", "two")
    git(register, "worktree", "add", "-q", "--detach", str(tmp_path / "second"))
    assert behind(said, tmp_path / "second") == BOTH
    git(tmp_path, "clone", "-q", "--bare", register.as_uri(), "bare.git")
    assert behind(said, tmp_path / "bare.git") == BOTH
    assert said("translate", "sync", PAPER, "--languages", "ru", "--register", tmp_path / "bare.git")[0] == 2


def test_sync_rewrites_the_record_alone(register: Path, said: Telling) -> None:
    edit(register, *WORDS)
    file = register / PAPER / "ru.md"
    before = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    assert said("translate", "sync", PAPER, "--languages", "ru", "--register", register)[0] == 0
    current = git(register, "hash-object", f"{PAPER}/en.md").encode()
    assert file.read_bytes() == before.replace(b"b4fa78c98245acf60e97fe9157f0f2cd162ae451", current)
    assert [*behind(said, register)] == [f"{PAPER}/kk.md"]
    assert said("check", "--register", register, "--as-of", "2026-12-01", "--select", "form")[0] == 0


def test_a_paragraph_is_acknowledged_until_it_changes_again(register: Path, said: Telling) -> None:
    edit(register, *WORDS)
    edit(register, "Continuity matters.", "Continuity matters a lot.")
    file, original = register / PAPER / "ru.md", register / PAPER / "en.md"
    before = file.read_bytes()
    sync = ("translate", "sync", PAPER, "--languages", "ru", "--register", register, "--paragraph")
    assert said(*sync, "p3.1")[0] == 0
    assert file.read_bytes().count(b"\nunaffected: [p3.1@") == 1
    assert behind(said, register)[f"{PAPER}/ru.md"] == [("p4.3:list-1.2", "changed")]
    assert said("check", "--register", register, "--as-of", "2026-12-01", "--select", "form")[0] == 0
    held = original.read_bytes()
    edit(register, WORDS[1], "Air, soil and sea know no borders.")
    assert ("p3.1", "changed") in behind(said, register)[f"{PAPER}/ru.md"]
    original.write_bytes(held)
    assert said(*sync, "p9.9")[0] == 2
    assert said(*sync, "p4.3:list-1.2")[0] == 0
    current = git(register, "hash-object", f"{PAPER}/en.md").encode()
    assert file.read_bytes() == before.replace(b"b4fa78c98245acf60e97fe9157f0f2cd162ae451", current)


def test_a_translator_brings_a_translation_up_to_date(register: Path, said: Telling, tmp_path: Path) -> None:
    edit(register, *WORDS)
    added = "New directions may be added within 2 years."
    edit(register, "2.2 The order of these", f"2.2 {added}\n\n2.3 The order of these")
    file = tmp_path / "paper.po"
    export = ("translate", "export", PAPER, "--languages", "ru", "--stale", "--format", "po", "-o", file)
    assert said(*export, "--register", register)[0] == 0
    text = file.read_text(encoding="utf-8")
    assert text.count("\nmsgctxt ") == 2
    assert '#, fuzzy\n#| msgid ""\n#| "Air and water' in text
    start = text.index('msgctxt "p2.2"')
    at = text.index('msgstr ""', start)
    translated = text[:at] + 'msgstr "В течение 2 лет могут быть добавлены новые направления."' + text[at + 9 :]
    done = translated.replace("Воздух и вода", "Воздух, почва и вода").replace("#, fuzzy\n", "")  # as PO editors do
    file.write_text(done, encoding="utf-8")
    status, told = said("translate", "import", file, "--register", register, "--lang", "en")
    assert status == 0
    assert told.startswith(f"{PAPER}/ru.md: 2 texts changed\n")
    assert f"cica translate sync {PAPER} --languages ru;" in told
    body = (register / PAPER / "ru.md").read_text(encoding="utf-8")
    assert "\n2.2 В течение 2 лет могут быть добавлены новые направления.\n\n2.3 " in body
    assert "3.1 Воздух, почва и вода" in body
    assert said("translate", "sync", PAPER, "--languages", "ru", "--register", register)[0] == 0
    assert [*behind(said, register)] == [f"{PAPER}/kk.md"]


def test_the_command_refuses_in_words_and_writes_nothing(register: Path, said: Telling, tmp_path: Path) -> None:
    file = tmp_path / "paper.xlf"
    said("translate", "export", PAPER, "--languages", "kk", "-o", file, "--register", register)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("2029", "2030"), encoding="utf-8")
    before = (register / PAPER / "kk.md").read_bytes()
    status, told = said("translate", "import", file, "--register", register, "--lang", "en")
    assert status == 1
    assert "segment p1.3: its source differs from the original" in told
    assert "segment p1.3: missing in the translation: 2029" in told
    assert (register / PAPER / "kk.md").read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "editorial"),
    [
        ("the organisation of work", "the organization of work", True),
        ("It is so - said he.", "It is so — said he", True),
        ("“a” b", "'a' b", True),
        ("shall do", "should do", False),
        ("on 3 May", "on 4 May", False),
        ("1.10 of it", "1.11 of it", False),
        ("Belmara takes part", "Belmora takes part", False),
        ("it is possible", "it is impossible", False),
        ("one measure", "one measures", False),
        ("within a month", "without a month", False),
        ("the states agreed", "the states agrees", False),
        ("a b c", "a c", False),
    ],
)
def test_what_is_editorial(old: str, new: str, *, editorial: bool) -> None:
    assert is_editorial(old, new) is editorial


def test_words_put_together_again_are_both_wordings() -> None:
    run = diff_words("a b, c d", "a x c d e")
    assert "".join(text for what, text in run if what != "added") == "a b, c d"
    assert "".join(text for what, text in run if what != "removed") == "a x c d e"


def test_a_removed_paragraph_is_told_and_moves_no_other() -> None:
    old = [Segment(f"p1.{at}", "paragraph", text, "", at, ()) for at, text in enumerate(("a b c", "d e f", "g h i"), 1)]
    new = [Segment(f"p1.{at}", "paragraph", text, "", at, ()) for at, text in enumerate(("a b c", "g h i"), 1)]
    assert [(change.id, change.kind) for change in changes_between(old, new)] == [("p1.2", ChangeKind.REMOVED)]
