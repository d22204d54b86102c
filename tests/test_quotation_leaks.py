"""What quotes a restricted text is shown nowhere, in whatever text of a document the quotation is."""

import shutil
import zipfile
from pathlib import Path

import pytest

from canary import CORPUS, DAY, ITEM, KEY, PAPER, fingerprinted, leaking, printed
from cica_docs.cli.quotation_keys import VARIABLE
from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

QUOTED = "Zqvquotation  of a text\nthat is restricted."
SPOKEN = "Zqvquotation of a text that is restricted."


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "registry"
    shutil.copytree(CORPUS, folder)
    item = folder / ITEM / "en.md"
    item.write_text(fingerprinted(item.read_text(encoding="utf-8"), QUOTED), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, KEY.hex())
    return folder


def _said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run([*arguments, "--as-of", DAY]) in {0, 1}
    return "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("find", "replace"),
    [
        ("\n\n1.1 ", f"\n\n1.1 We recall: “{QUOTED}” "),
        ("\n\n1.1 ", "\n\n> zqvquotation of **a** text that\n> is restricted!\n\n1.1 "),
        ("title: ", "title: 'Zqvquotation of a text that is restricted: "),
        (
            "example: true\n",
            "example: true\nnote: {en: Zqvquotation of a text that is restricted., ru: Нет., kk: Жоқ.}\n",
        ),
    ],
    ids=["paragraph", "block-quotation", "title", "note"],
)
def test_a_quotation_is_found_and_not_shown(
    find: str, replace: str, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = register / PAPER / "en.md"
    text = paper.read_text(encoding="utf-8").replace(find, replace, 1)
    end = text.index("\n", text.index("title: "))
    paper.write_text(text[:end] + ("'" if find == "title: " else "") + text[end:], encoding="utf-8")
    said = {"check": _said(["check"], capsys), "audit": _said(["audit", "leaks"], capsys)}
    said["list"] = _said(["list", "concept-paper"], capsys)
    assert run(["render", PAPER, "--to", "html", "--languages", "en", "--as-of", DAY, "-o", "out"]) in {0, 3}
    assert leaking({**said, **printed(Path("out"))}) == {}
    assert "information/used-without-consent" in said["check"]
    assert f"{PAPER}/en.md: quotes a restricted text" in said["audit"]


@pytest.mark.parametrize(
    ("file", "find", "replace"),
    [
        (
            "areas.yaml",
            "    note: Introduced on a proposal",
            f"    note: |\n      {SPOKEN}\n      Introduced on a proposal",
        ),
        ("areas.yaml", "areas:\n", f"# {SPOKEN}\nareas:\n"),
        ("areas.yaml", "en: Environment Protection", f"en: {SPOKEN}"),
        ("settings.yaml", "organisation: cica", f"organisation: cica     # {SPOKEN}"),
    ],
    ids=["note", "comment", "name", "settings"],
)
def test_a_quotation_in_reference_data_is_found_and_not_shown(
    file: str, find: str, replace: str, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = register / "reference" / file
    text = data.read_text(encoding="utf-8")
    assert find in text
    data.write_text(text.replace(find, replace, 1), encoding="utf-8")
    said = {"check": _said(["check"], capsys), "audit": _said(["audit", "leaks"], capsys)}
    for command in (["areas"], ["list", "areas"], ["trace"]):
        said[" ".join(command)] = _said(command, capsys)
    assert run(["render", PAPER, "--to", "html,txt", "--as-of", DAY, "-o", "out"]) in {0, 3}
    assert leaking({**said, **printed(Path("out"))}) == {}
    assert f"reference/{file}" in said["check"]
    assert "information/used-without-consent" in said["check"]
    assert f"reference/{file}: quotes a restricted text" in said["audit"]


def test_a_quotation_in_a_word_file_is_found(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(register / PAPER / "annex.docx", "w") as word:
        word.writestr("word/document.xml", "<w:p><w:r><w:t>Zqvquo</w:t></w:r><w:t>tation of a text</w:t></w:p>")
        word.writestr("word/footnotes.xml", f"<w:p><w:t>{SPOKEN.replace(' of', '</w:t><w:b/><w:t> of')}</w:t></w:p>")
    said = {"check": _said(["check"], capsys), "audit": _said(["audit", "leaks"], capsys)}
    assert leaking(said) == {}
    assert f"{PAPER}/annex.docx:1:1: error[information/used-without-consent]" in said["check"]
    assert f"{PAPER}/annex.docx: quotes a restricted text" in said["audit"]
