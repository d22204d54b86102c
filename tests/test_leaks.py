"""Restricted information in no output: canaries in every field and section, and every command's every word searched."""

import io
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
import typer
from pypdf import PdfReader

from cica_docs.cli.app import app
from cica_docs.cli.run import run

CORPUS = Path(__file__).parent / "corpus"
ITEM = "information-item/air-observation-2026"
PAPER = "concept-paper/environment-2026"
CONSENT = "consent/air-observation-xa"
DAY = "2026-12-01"
CANARY = "zqv"
FIELDS = """\
title: Zqvtitle of the item
symbol: ZQV/SYMBOL
example: zqvexample
area: zqvarea
measure: zqvmeasure
provided_by: [XA, XC]
recipients: [ZQVR]
own_use: zqvown
dissemination: zqvdissemination
via: zqvvia
handling: restricted
sha256: zqvsha
shingles: [zqvshingle]
source: [zqvsource]
confidence: zqvconfidence
known: {as_of: zqvknown, note: {en: zqvknownnote, ru: zqvknownnote, kk: zqvknownnote}}
note: {en: zqvnote, ru: zqvnote, kk: zqvnote}
place: zqvplace
subject: {en: zqvsubject}
zqvkey: zqvvalue
waivers: [{rule: zqvrule, reason: zqvreason, by: ZQ}]
"""
EVENTS = """\
events:
  - {on: 2026-09-08, kind: submitted, by: ZQV, to: [zqvto], ref: ZQV/REF, note: {en: zqv, ru: zqv, kk: zqv}}
  - {on: zqvon, kind: zqvkind}
"""
BODY = "\nZqvbody and `zqvcode` [TODO: zqvtodo]. <b>zqvhtml</b>[^zqvmark]\n\n## Zqvheading {#zqv-id}\n\n[zqv]: https://zqv\n"
SECTION = """
Zqvparagraph of the section, with a note.[^1]

### Zqvsubhead {#inner}

1.99 Zqvnumbered [TODO: zqvtodo] text.

- zqvlist

[^1]: Zqvfootnote.

"""
BROKEN = {
    "quote": 'title: "Zqvtitle\nhandling: restricted\n',
    "bracket": "title: [Zqvtitle\nhandling: restricted\n",
    "duplicate": "zqvtwice: a\nzqvtwice: b\nhandling: restricted\n",
    "alias": "title: *zqvalias\n",
    "no-handling": "title: Zqvtitle\narea: zqvarea\n",
    "misspelt": "title: Zqvtitle\nhandling: opne\n",
}


def _consents(register: Path, scope: str = "publish") -> None:
    for by in ("XA", "XC"):
        folder = register / f"consent/air-published-{by.lower()}"
        folder.mkdir()
        (folder / "en.md").write_text(
            f"---\ntitle: Consent\nexample: true\nitem: air-observation-2026\nby: {by}\nscope: [{scope}]\nto: public\n"
            f"period: {{from: 2026-11-01}}\nevents:\n  - {{on: 2026-10-20, kind: given, by: {by}}}\n"
            "---\n\nIt consents.\n",
            encoding="utf-8",
        )


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "registry"
    shutil.copytree(CORPUS, folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "values.yaml").write_text("1.10/tenure: {tenure: [{from: 2024-01-01, years: [5, 6]}]}\n")
    return folder


def _plant(register: Path, front: str, body: str = BODY) -> None:
    (register / ITEM / "en.md").write_text(f"---\n{front}---\n{body}", encoding="utf-8")
    for language in ("ru", "kk"):
        text = f"---\ntitle: Zqvtitle\ntranslates: zqvtranslates\nzqvkey: 1\n---\n{body}"
        (register / ITEM / f"{language}.md").write_text(text, encoding="utf-8")


def _mark(register: Path, section: str = "background", item: str = "") -> None:
    """Mark a section of the paper, and put the canaries there in every language."""
    for language in ("en", "ru", "kk"):
        path = register / PAPER / f"{language}.md"
        text = path.read_text(encoding="utf-8")
        start = text.index("\n", text.index("{#background}"))
        text = text[:start] + SECTION + text[text.index("\n## ", start) :]
        if language == "en":
            more = f", item: {item}" if item else ""
            text = text.replace("---\n", f"---\nrestricted: [{{section: {section}, provided_by: [XA, XC]{more}}}]\n", 1)
        path.write_text(text, encoding="utf-8")


def _texts(content: bytes, name: str) -> str:
    """All that a file says, what is packed in it included."""
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "".join(packed.read(one).decode("utf-8", "replace") for one in packed.namelist())
    if name.endswith(".pdf"):
        reader = PdfReader(io.BytesIO(content))
        return "".join(page.extract_text() for page in reader.pages) + str(reader.metadata) + str(reader.outline)
    return content.decode("utf-8")


def _printed(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): _texts(path.read_bytes(), path.name)
        for path in folder.rglob("*")
        if path.is_file()
    }


def _leaking(said: dict[str, str]) -> dict[str, list[str]]:
    found = {name: [line for line in text.splitlines() if CANARY in line.casefold()] for name, text in said.items()}
    return {name: lines for name, lines in found.items() if lines}


KINDS = ("information-item", "consent", "concept-paper", "action-plan")
CHECKS = [
    *(["check", "--format", form] for form in ("text", "json", "github", "sarif")),
    *(["check", "--lang", language] for language in ("ru", "kk")),
]
COMMANDS = [
    *CHECKS,
    *(["list", kind, "--format", form] for kind in KINDS for form in ("table", "json", "csv")),
    *(["due", "--format", form] for form in ("text", "json", "ics", "csv", "md")),
    ["status"],
    ["explain", "4.2"],
    ["trace"],
    ["who", "--area", "environment-protection"],
    ["areas", "--vacant"],
    ["in-force"],
    ["review", "plan", "2026"],
    ["audit", "leaks"],
    ["impact", "--values", "values.yaml"],
    ["translate", "status"],
    *(["translate", "export", PAPER, "--lang", "ru", "--format", form] for form in ("xliff", "po")),
    *(["translate", "export", ITEM, "--lang", "ru"], ["translate", "export", "--memory"]),
    ["remind", "zz"],
    ["new", "consent", "one", "--set", "item=none"],
    ["new", "consent", "two", "--set", "item=air-observation-2026"],
    ["--debug", "check"],
    ["check", f"registry/{ITEM}/en.md"],
]
# What needs a register of its own, or an answer of the network, or does not read documents at all.
ELSEWHERE = {"init", "deadlines", "render"}
DATED = {"check", "list", "due", "status", "who", "areas", "in-force", "review", "audit", "remind", "new", "impact"}


def _run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    day = ["--as-of", DAY] if DATED & set(arguments) else []
    status = run([*arguments, *day])
    said = capsys.readouterr()
    assert status in {0, 1, 2}, f"{arguments}: {said.err}"
    return said.out + said.err


def test_every_command_is_tried() -> None:
    known = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    assert known - {one for arguments in COMMANDS for one in arguments} - ELSEWHERE == set()


def _said(commands: list[list[str]], folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What commands say, and the summary that goes with annotations."""
    summary = folder / "summary.md"
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("GITHUB_STEP_SUMMARY", str(summary))
        said = {" ".join(arguments): _run(arguments, capsys) for arguments in commands}
    return {**said, "summary": summary.read_text(encoding="utf-8")}


def test_no_command_tells_of_what_is_restricted(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _plant(register, FIELDS + EVENTS)
    _mark(register)
    said = _said(COMMANDS, tmp_path, capsys)
    assert _leaking(said) == {}
    assert f"{ITEM}/en.md" in said["check --format text"]


@pytest.mark.parametrize("front", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_may_be_restricted(
    front: str, register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _plant(register, front)
    assert _leaking(_said(CHECKS[:4], tmp_path, capsys)) == {}


def test_a_section_that_cannot_be_told_from_others_hides_the_whole(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _mark(register, section="backgruond")
    assert _leaking(_said(CHECKS[:4], tmp_path, capsys)) == {}


def test_nothing_printed_tells_of_what_is_restricted(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _plant(register, FIELDS + EVENTS, "\nZqvbody.\n")
    _mark(register)
    for work in (ITEM, PAPER, CONSENT):
        assert run(["render", work, "--as-of", DAY, "-o", "out"]) == 0
    said = _printed(Path("out"))
    assert _leaking(said) == {}
    assert {name.rpartition(".")[2] for name in said} == {"pdf", "docx", "html"}
    assert "Withheld: information of Avelor, Corvane" in said[f"{PAPER}/index.html"]
    assert "Restricted information item" in said[f"{ITEM}/index.html"]
    assert "Dorinth" not in said[f"{CONSENT}/index.html"]
    assert _leaking({"told": "".join(capsys.readouterr())}) == {}


def test_the_index_and_the_manifest_tell_that_it_is_there_and_no_more(register: Path) -> None:
    _plant(register, FIELDS + EVENTS, "\nZqvbody.\n")
    _mark(register)
    for folder in register.iterdir():
        if folder.name not in {"reference", "decision", "information-item", "consent", "concept-paper"}:
            shutil.rmtree(folder)
    assert run(["render", "--to", "html", "--as-of", DAY, "-o", "out"]) == 0
    said = _printed(Path("out"))
    assert _leaking(said) == {}
    assert ITEM in said["manifest.json"]
    assert ITEM in said["index.html"]


@pytest.mark.parametrize(
    ("scope", "revoked", "shown"), [("publish", False, True), ("quote", False, False), ("publish", True, False)]
)
def test_it_is_printed_by_consent_of_all_to_that(register: Path, scope: str, revoked: bool, shown: bool) -> None:
    path = register / ITEM / "en.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("title: Methods", "title: Zqvmethods").replace("The text", "Zqvtext"),
        encoding="utf-8",
    )
    _mark(register, item="air-observation-2026")
    _consents(register, scope)
    if revoked:
        one = register / "consent/air-published-xc/en.md"
        text = one.read_text(encoding="utf-8")
        # Revoked on a later day than the one asked for: it serves no more all the same.
        one.write_text(text.replace("by: XC}\n", "by: XC}\n  - {on: 2027-02-01, kind: revoked, by: XC}\n"), "utf-8")
    for work in (ITEM, PAPER):
        assert run(["render", work, "--to", "html,docx", "--as-of", DAY, "-o", "out"]) == 0
    said = _leaking(_printed(Path("out")))
    assert (set(said) >= {f"{ITEM}/index.html", f"{PAPER}/index.html", f"{PAPER}/kk.docx"}) is shown
    assert bool(said) is shown


def test_one_provider_alone_cannot_release_it(register: Path) -> None:
    _plant(register, FIELDS.replace("own_use: zqvown", "own_use: true") + EVENTS, "\nZqvbody.\n")
    _consents(register)
    shutil.rmtree(register / "consent/air-published-xc")
    assert run(["render", ITEM, "--to", "html", "--as-of", DAY, "-o", "out"]) == 0
    assert _leaking(_printed(Path("out"))) == {}


def test_a_quotation_is_known_by_its_hash_and_not_shown(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper, item = register / PAPER / "en.md", register / ITEM / "en.md"
    quoted = "Zqvquotation  of a text\nthat is restricted."
    digest = sha256(b"Zqvquotation of a text that is restricted.").hexdigest()
    paper.write_text(f"{paper.read_text(encoding='utf-8')}\n{quoted}\n", encoding="utf-8")
    text = item.read_text(encoding="utf-8")
    item.write_text(text.replace("own_use: true", f"own_use: true\nshingles: [{digest}]"), encoding="utf-8")
    said = {"check": _run(["check"], capsys), "audit": _run(["audit", "leaks"], capsys)}
    assert run(["render", PAPER, "--to", "html", "--lang", "en", "--as-of", DAY, "-o", "out"]) == 0
    assert _leaking({**said, **_printed(Path("out"))}) == {}
    assert "information/used-without-consent" in said["check"]
    assert f"{PAPER}/en.md: has the hash" in said["audit"]
