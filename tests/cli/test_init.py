"""`cica init`: a register of one's own, and the worked example."""

import re
import subprocess
import sysconfig
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.values.language import Language

pytestmark = pytest.mark.series(6)

ROOT = Path(__file__).parents[2]
ACTIONLINT = Path(sysconfig.get_path("scripts")) / "actionlint"
HEADS = {"en": "The first five commands", "ru": "Первые пять команд", "kk": "Алғашқы бес пәрмен"}


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.mark.parametrize("options", [[], ["--name", "Organisation 'of' X: {{ 1 }}"], ["--example"]])
def test_a_new_register_holds(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "papers", *options]) == 0
    assert "cd papers" in capsys.readouterr().out
    assert run(["check", "--register", "papers"]) == 0
    assert capsys.readouterr().out.startswith("no findings")


def test_it_has_what_another_secretariat_needs() -> None:
    assert run(["init", "papers"]) == 0
    paths = _files(Path("papers"))
    workflows = [".github/workflows/check.yml", ".github/workflows/render.yml"]
    assert paths[:4] == [*workflows, ".gitignore", "README.md"]
    names = {path.rpartition("/")[2] for path in paths if path.startswith("registry/reference/")}
    assert names == {path.name for path in (ROOT / "registry/reference").iterdir()}
    settings = Path("papers/registry/reference/settings.yaml").read_text(encoding="utf-8")
    assert "\ndraft_decision: advise " in settings
    assert "known_faults" not in settings
    provisions = "decision/cbm-modalities/provisions.yaml"
    assert (Path("papers/registry") / provisions).read_bytes() == (ROOT / "registry" / provisions).read_bytes()


def test_its_samples_name_no_real_state() -> None:
    assert run(["init", "papers"]) == 0
    states = Path("papers/registry/reference/states.yaml").read_text(encoding="utf-8")
    assert re.findall(r"code: (\w+)", states) == ["XA"]


def test_the_organisation_prints_under_its_own_name() -> None:
    assert run(["init", "papers", "--name", "Conference of X"]) == 0
    assert "en: 'Conference of X'" in Path("papers/registry/reference/bodies.yaml").read_text(encoding="utf-8")
    assert "\norganisation: organisation\n" in Path("papers/registry/reference/settings.yaml").read_text(
        encoding="utf-8"
    )
    assert Path("papers/README.md").read_text(encoding="utf-8").startswith("# Conference of X: register of documents\n")


def test_the_example_is_copied_whole() -> None:
    assert run(["init", "papers", "--example"]) == 0
    example, settings = ROOT / "tests/corpus", "reference/settings.yaml"
    paths = [path for path in _files(example) if path != settings]
    assert {path: (Path("papers/registry") / path).read_bytes() for path in paths} == {
        path: (example / path).read_bytes() for path in paths
    }
    # But for the errors that the shipped register has on record.
    assert (example / settings).read_bytes().startswith((Path("papers/registry") / settings).read_bytes())


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("options", [[], ["--example"]], ids=["own", "example"])
def test_the_readme_teaches_five_commands_that_there_are(
    language: Language, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "papers", "--lang", language.value, *options]) == 0
    text = Path("papers/README.md").read_text(encoding="utf-8")
    assert f"## {HEADS[language.value]}\n" in text
    commands = re.findall(r"^[1-5]\. `cica (\w+)", text, re.MULTILINE)
    assert commands == ["check", "status", "new", "render", "explain"]
    capsys.readouterr()
    for command in commands:
        assert run([command, "--help"]) == 0
    for given in (["explain", "1.10"], ["explain", "form/placeholder-left"], ["status"]):
        assert run([*given, "--register", "papers"]) == 0
    assert "{%" not in text
    assert "{{" not in text


def test_nothing_is_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    Path("papers").mkdir()
    Path("papers/letter.txt").write_text("mine")
    assert run(["init", "papers"]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert _files(Path("papers")) == ["letter.txt"]
    assert run(["init", "papers/letter.txt", "--lang", "kk"]) == 2
    assert "файл" in capsys.readouterr().err


def test_a_repository_without_files_counts_as_empty() -> None:
    subprocess.run(["git", "init", "--quiet", "papers"], check=True)
    assert run(["init", "papers"]) == 0
    assert run(["check", "--register", "papers"]) == 0


@pytest.mark.skipif(not ACTIONLINT.is_file(), reason="actionlint is not installed here")
def test_the_workflow_is_sound() -> None:
    assert run(["init", "papers"]) == 0
    workflow = Path("papers/.github/workflows/check.yml")
    done = subprocess.run([ACTIONLINT, "-shellcheck=", "-pyflakes=", workflow], check=False, capture_output=True)
    assert done.stdout.decode() == ""


def test_the_workflow_fetches_as_ours_does() -> None:
    assert run(["init", "papers"]) == 0
    workflow = Path("papers/.github/workflows/check.yml")
    used = re.findall(r"uses: (actions/checkout@\S+ # \S+)", workflow.read_text(encoding="utf-8"))
    own_workflow = (ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8")
    assert [action in own_workflow for action in used] == [True]
