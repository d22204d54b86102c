"""`cica fingerprint`: the key stays outside, the text too, and nothing but the digests is written."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from canary import CORPUS, DAY, ITEM
from cica_docs.cli.quotation_keys import VARIABLE
from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

TEXT = "The stations at the border measure fine dust with 12 instruments. Readings are compared each month.\n"
QUOTING = "review-contribution/environment-2026-xb/en.md"


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work" / "registry"
    shutil.copytree(CORPUS, folder)
    subprocess.run(["git", "init", "-q", str(folder.parent)], check=True)
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def key(register: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = register.parent.parent / "secret.key"
    assert run(["fingerprint", "key", str(path)]) == 0
    monkeypatch.setenv(VARIABLE, str(path))
    return path


def _record(*texts: str, work: str = ITEM) -> int:
    return run(["fingerprint", "record", work, *texts, "--as-of", DAY])


def _quote(register: Path) -> None:
    path = register / QUOTING
    path.write_text(path.read_text(encoding="utf-8") + f"\n> {TEXT}", encoding="utf-8")


def test_a_key_is_for_its_owner_and_is_not_made_twice(key: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    made = key.read_text(encoding="ascii")
    assert made.strip() not in "".join(capsys.readouterr())
    assert run(["fingerprint", "key", str(key)]) == 3
    assert key.read_text(encoding="ascii") == made


@pytest.mark.usefixtures("key")
def test_neither_key_nor_text_may_be_where_they_would_be_committed(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["fingerprint", "key", str(register / "new.key")]) == 2
    assert not (register / "new.key").exists()
    inside = register.parent / "text.txt"
    inside.write_text(TEXT, encoding="utf-8")
    assert _record(str(inside)) == 2
    assert "inside the work tree" in capsys.readouterr().err


@pytest.mark.usefixtures("key")
def test_a_recorded_text_is_known_and_the_rest_of_the_entry_is_as_it_was(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (register / ITEM / "en.md").read_text(encoding="utf-8")
    assert _record("../text.txt") == 0
    once = (register / ITEM / "en.md").read_text(encoding="utf-8")
    assert [line for line in once.splitlines() if line in before.splitlines()] == before.splitlines()
    assert "dust" not in once
    assert _record("../text.txt") == 0
    assert (register / ITEM / "en.md").read_text(encoding="utf-8") == once
    assert run(["check", "--as-of", DAY]) == 0, "its translations render the entry as it is"
    _quote(register)
    capsys.readouterr()
    assert run(["check", "--as-of", DAY]) == 1
    assert "information/used-without-consent" in capsys.readouterr().out


@pytest.mark.usefixtures("key")
def test_crlf_stays(register: Path) -> None:
    path = register / ITEM / "en.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert _record("../text.txt") == 0
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


@pytest.mark.usefixtures("key")
def test_without_the_key_every_check_says_what_it_could_not_do(
    register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _record("../text.txt") == 0
    _quote(register)
    monkeypatch.delenv(VARIABLE)
    for form in ("text", "github"):
        capsys.readouterr()
        assert run(["check", "--as-of", DAY, "--select", "information", "--format", form]) == 0
        assert "quotations of restricted items were not looked for" in capsys.readouterr().out
    assert run(["audit", "leaks"]) == 2
    assert run(["render", QUOTING.removesuffix("/en.md"), "--to", "txt", "--as-of", DAY, "-o", "out"]) == 0
    assert "quotations of restricted items were not looked for" in capsys.readouterr().err


def test_several_keys_know_the_texts_of_each(
    key: Path, register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _record("../text.txt") == 0
    _quote(register)
    monkeypatch.setenv(VARIABLE, "ab" * 32 + "\n" + key.read_text(encoding="ascii"))
    assert run(["check", "--as-of", DAY]) == 1
    assert "not looked for" not in capsys.readouterr().out


@pytest.mark.parametrize("value", ["zqv" * 20, "AB" * 32, "ab" * 31, "/", "\0", "~nobody-here/x"])
def test_a_malformed_key_is_refused_and_not_shown(
    value: str, register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if "\0" not in value:
        monkeypatch.setenv(VARIABLE, value)
    else:
        (register.parent.parent / "bad.key").write_bytes(b"\0\xff")
        monkeypatch.setenv(VARIABLE, "../bad.key")
    assert run(["check", "--as-of", DAY]) == 2
    said = "".join(capsys.readouterr())
    assert VARIABLE in said
    assert len(value) == 1 or value not in said


@pytest.mark.usefixtures("key")
def test_what_can_not_be_recognised_is_refused(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    short, binary = register.parent.parent / "short.txt", register.parent.parent / "binary.txt"
    short.write_text("Avelor has 12 instruments.\n", encoding="utf-8")
    binary.write_bytes(b"\xff\xfe\x00")
    long = register.parent.parent / "long.txt"
    long.write_text(
        " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{'x' * (n // 676)}" for n in range(20_100))
    )
    before = (register / ITEM / "en.md").read_bytes()
    for arguments in (("../short.txt",), ("../binary.txt",), ("../nowhere.txt",), ("../long.txt",)):
        assert _record(*arguments) == 2
    assert _record("../text.txt", work="information-item/dry-soils-xb") == 2
    assert _record("../text.txt", work="mandate/environment-xa") == 2
    assert (register / ITEM / "en.md").read_bytes() == before
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.usefixtures("key")
def test_titles_names_and_earlier_papers_are_left_out(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = "Methods of Observation of Air Quality in Border Districts"
    paper = "Member States cooperate on a gradual and voluntary basis, choose for themselves the activities"
    measure = "sharing of information on best practices in national environmental policy"
    (register.parent.parent / "text.txt").write_text(f"{title}\n\n{paper}.\n\n{measure}.\n\n{TEXT}", encoding="utf-8")
    assert _record("../text.txt") == 0
    said = capsys.readouterr().out
    assert f"{ITEM}/en.md as well: 2" in said
    assert "concept-paper/environment-2026/en.md as well: " in said
    path = register / QUOTING
    path.write_text(path.read_text(encoding="utf-8") + f"\n{title}. {paper}. The {measure}.\n", encoding="utf-8")
    assert run(["check", "--as-of", DAY, "--select", "information"]) == 0
