"""What a translation says it renders is anybody's word: only an open earlier text of its own original is told."""

import json
import subprocess
from pathlib import Path
from shutil import copytree

import pytest

from canary import CONSENT, CORPUS, DAY, EVENTS, FIELDS, ITEM, KEY, PAPER, fingerprinted, leaking, mark, plant, printed
from cica_docs.cli.quotation_keys import VARIABLE
from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

OTHER = "action-plan/environment-2026"
COMMANDS = (
    ("translate", "status"),
    ("translate", "status", "--format", "json"),
    *(("translate", "export", PAPER, "--languages", "ru", "--format", form) for form in ("xliff", "xliff2", "po")),
    ("translate", "export", PAPER, "--languages", "ru", "--stale"),
    ("translate", "export", "--memory"),
    ("compare", PAPER),
    ("check", "--base", "HEAD~1"),
    ("check", "--history"),
    ("check", "--also", "HEAD~1"),
)


def git(*arguments: str) -> str:
    known = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *known, *arguments], check=True, capture_output=True, text=True).stdout.strip()


def commit(words: str) -> None:
    git("add", "-A", "registry")
    git("commit", "-q", "--allow-empty", "-m", words)


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that has held restricted texts, and holds entries, a consent and another work with canaries."""
    folder = tmp_path / "registry"
    copytree(CORPUS, folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    plant(folder, FIELDS + EVENTS)
    other_file = folder / OTHER / "en.md"
    content = other_file.read_bytes()
    for path in (other_file, folder / CONSENT / "en.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: Zqvtitle "), encoding="utf-8")
    git("init", "-q", "-b", "main")
    commit("restricted texts by mistake")
    other_file.write_bytes(content)
    plant(folder, FIELDS, "")
    settings = folder / "reference/settings.yaml"
    settings.write_text(f"# zqvsettings\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    commit("entries alone")
    return folder


def renders(register: Path, id: str) -> None:
    """Make the Russian translation say that it renders what lies under an id."""
    path = register / PAPER / "ru.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    (at,) = (at for at, line in enumerate(lines) if line.startswith("translates: "))
    lines[at] = f"translates: {id}"
    path.write_text("\n".join(lines), encoding="utf-8")


def said(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run([*arguments, *(["--as-of", DAY] if arguments[0] in {"check", "render"} else [])]) in {0, 1, 2}
    return "".join(capfd.readouterr())


def currency(capfd: pytest.CaptureFixture[str]) -> str:
    output = said(capfd, "translate", "status", PAPER, "--languages", "ru", "--format", "json")
    (entry,) = json.loads(output)["translations"]
    return str(entry["currency"])


IDS = {
    "item at the tip": f"HEAD:registry/{ITEM}/en.md",
    "item of the past": f"HEAD~1:registry/{ITEM}/en.md",
    "translated item of the past": f"HEAD~1:registry/{ITEM}/kk.md",
    "consent": f"HEAD:registry/{CONSENT}/en.md",
    "translation of its own": f"HEAD~1:registry/{PAPER}/kk.md",
    "another work": f"HEAD~1:registry/{OTHER}/en.md",
    "settings": "HEAD:registry/reference/settings.yaml",
    "tree": f"HEAD~1:registry/{ITEM}",
    "commit": "HEAD~1",
}


@pytest.mark.series(6)
@pytest.mark.parametrize("object_name", IDS)
def test_no_other_object_is_an_earlier_original(
    object_name: str, register: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    id = git("rev-parse", IDS[object_name])
    renders(register, id)
    commands = COMMANDS if object_name == "item of the past" else COMMANDS[:1]
    assert leaking({" ".join(command): said(capfd, *command) for command in commands}) == {}
    for given in (id, id[:39], id[:12], id.upper(), f"{id}^0", f"'{IDS[object_name]}'"):
        renders(register, given)
        assert currency(capfd) == "unknown"


def test_nothing_printed_tells_of_it(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    renders(register, git("rev-parse", f"HEAD~1:registry/{ITEM}/en.md"))
    original = register / PAPER / "en.md"
    text = original.read_text(encoding="utf-8")
    original.write_text(text[: text.index("events:")] + "events: []" + text[text.index("\n---\n") :], "utf-8")
    output = said(capfd, "render", PAPER, "--to", "html", "-o", "out")
    assert leaking({"told": output, **printed(Path("out"))}) == {}


@pytest.mark.parametrize("object_name", ["item of the past", "item at the tip", "consent", "translation of its own"])
def test_not_even_where_somebody_put_it_in_its_place_for_a_commit(
    object_name: str, register: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    original = register / PAPER / "en.md"
    content = original.read_bytes()
    original.write_text(git("cat-file", "blob", IDS[object_name]) + "\n", encoding="utf-8")
    id = git("hash-object", str(original))
    commit("put there")
    original.write_bytes(content)
    renders(register, id)
    commit("taken away")
    assert currency(capfd) == "unknown"
    assert leaking({" ".join(command): said(capfd, *command) for command in COMMANDS[1:4]}) == {}


def test_nor_a_text_of_its_own_with_a_marked_section(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    content = (register / PAPER / "en.md").read_bytes()
    mark(register)
    commit("marked")
    marked = git("rev-parse", f"HEAD:registry/{PAPER}/en.md")
    (register / PAPER / "en.md").write_bytes(content)
    renders(register, marked)
    commit("mark and section taken away")
    assert currency(capfd) == "unknown"


def test_nor_a_text_whose_section_was_marked_later(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    original = register / PAPER / "en.md"
    clean = original.read_bytes()
    mark(register)
    text = original.read_text(encoding="utf-8")
    original.write_text(text.replace(text[text.index("restricted:") : text.index("\n", 5) + 1], ""), "utf-8")
    commit("no mark yet")
    unmarked = git("rev-parse", f"HEAD:registry/{PAPER}/en.md")
    original.write_text(text, encoding="utf-8")
    commit("marked")
    original.write_bytes(clean)
    renders(register, unmarked)
    commit("mark and section taken away")
    assert currency(capfd) == "unknown"
    assert leaking({" ".join(command): said(capfd, *command) for command in COMMANDS[1:4]}) == {}


def test_nor_a_text_of_another_work_that_has_a_restricted_section(
    register: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    paper, other_file = register / PAPER / "en.md", register / OTHER / "en.md"
    content = other_file.read_bytes()
    other_file.write_text(
        paper.read_text(encoding="utf-8").replace("Air and water", "Zqvair and water"), encoding="utf-8"
    )
    paper.write_bytes(other_file.read_bytes())
    commit("the same text in both, not marked yet")
    paper_text = git("rev-parse", f"HEAD:registry/{PAPER}/en.md")
    other_file.write_bytes(content)
    mark(register)
    translation = register / OTHER / "ru.md"
    lines = translation.read_text(encoding="utf-8").split("\n")
    translation.write_text(
        "\n".join(f"translates: {paper_text}" if line.startswith("translates: ") else line for line in lines), "utf-8"
    )
    commit("marked")
    assert paper_text != git("rev-parse", f"HEAD:registry/{PAPER}/en.md")
    output = said(capfd, "translate", "status", OTHER, "--languages", "ru", "--format", "json")
    assert json.loads(output)["translations"][0]["currency"] == "unknown"


def test_nor_a_text_that_quotes_what_is_restricted(
    register: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    original, quoted = register / PAPER / "en.md", "Zqvquotation of a text that is restricted."
    content = original.read_bytes()
    original.write_bytes(content + f"\n{quoted}\n".encode())
    commit("quoted")
    quoting = git("rev-parse", f"HEAD:registry/{PAPER}/en.md")
    original.write_bytes(content)
    plant(register, fingerprinted("handling: restricted\n", quoted), "")
    monkeypatch.setenv(VARIABLE, KEY.hex())
    renders(register, quoting)
    assert currency(capfd) == "unknown"
    plant(register, "handling: restricted\n", "")
    assert currency(capfd) == "behind", "nothing but the digests tells it"


def test_an_earlier_text_of_its_own_is_told_wherever_the_register_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    register = tmp_path / "old" / "registry"
    copytree(CORPUS, register)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    original = register / PAPER / "en.md"
    original.write_text(original.read_text(encoding="utf-8").replace("Air and water", "Air, soil and water"), "utf-8")
    git("commit", "-q", "-a", "-m", "two")
    git("mv", "old/registry", "registry")
    git("commit", "-q", "-m", "three")
    git("mv", f"registry/{PAPER}", "registry/concept-paper/renamed")
    git("commit", "-q", "-m", "four")
    output = said(capfd, "translate", "status", "concept-paper/renamed", "--languages", "ru", "--lang", "en")
    assert "now: Air{+, soil+} and water" in output


def test_a_text_that_no_commit_here_leads_to_is_not_told(register: Path, capfd: pytest.CaptureFixture[str]) -> None:
    original = register / PAPER / "en.md"
    text = original.read_text(encoding="utf-8")
    git("switch", "-q", "-c", "aside")
    original.write_text(text.replace("Air and water", "Zqvair and water"), encoding="utf-8")
    commit("aside")
    aside = git("rev-parse", f"HEAD:registry/{PAPER}/en.md")
    git("switch", "-q", "main")
    renders(register, aside)
    assert currency(capfd) == "unknown"
    git("stash", "-q")
    git("merge", "-q", "aside")
    git("revert", "--no-edit", "HEAD")
    git("stash", "pop", "-q")
    assert currency(capfd) == "behind"
