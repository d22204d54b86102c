"""A paper goes to two delegations in Word, comes back and is settled; its redline is accepted and comes back too."""

from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.values.language import Language
from office import running, why_missing
from printed_word import edit, track
from proposal import PAPER, change, commit, git
from word import comments_of, faults_of, lines_of, parts_of
from word_file import W, paragraph

WORK = PAPER.removeprefix("registry/")
PAGE = Path(__file__).parents[2] / "docs/use/negotiation.md"
NAMES = {"en": "Belmara", "ru": "Бельмара", "kk": "Бельмара"}
QUESTION = f'<w:comment w:id="0" w:author="C. Delegate">{paragraph("Why a short outline?")}</w:comment>'
ABOUT = "General framework"
MARKED = (
    f'<w:commentRangeStart w:id="0"/><w:r><w:t>{ABOUT}</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r>'
)
BRACKETS = (
    ("[seldom / XB: rarely / XC: hardly ever]", "rarely"),
    ("A [XC: delete: short common outline] serves", "A short outline serves"),
)
ANSWER = "    answer: {on: 2026-11-25, by: XA, outcome: noted, says: {en: It was asked for in the meeting.}}\n"


@pytest.fixture
def root(repository: Path) -> Path:
    """A repository whose paper is a first draft, tagged `first`."""
    path = repository / PAPER / "en.md"
    head, acts = path.read_text(encoding="utf-8").split("events:\n")
    path.write_text(f"{head}events: []\n---\n{acts.partition('---')[2].lstrip(chr(10))}", encoding="utf-8")
    commit(repository)
    git(repository, "tag", "first")
    return repository


def said(capsys: pytest.CaptureFixture[str], command: str, *, day: str = "2026-12-01", is_on_page: bool = False) -> str:
    """What a command says, which the page shows as it is."""
    assert not is_on_page or f"    cica {command}\n" in PAGE.read_text(encoding="utf-8")
    capsys.readouterr()
    assert run([*command.split(), *(["--as-of", day] if day else [])]) == 0
    return capsys.readouterr().out


@pytest.mark.skipif(bool(why_missing()), reason=why_missing())
def test_a_paper_goes_to_delegations_in_word_and_comes_back(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = root / PAPER / "en.md"
    said(capsys, f"render {WORK} --to docx --languages en -o sent", is_on_page=True)
    sent = root / "sent" / WORK / "en.docx"
    with running(tmp_path) as office:
        # One delegation answers in LibreOffice, with changes recorded; another as Word writes it, with a comment.
        office.edit(sent, root / "xb.docx", ("seldom", "rarely"))
        answer = edit(
            sent.read_bytes(),
            lambda markup: track(track(markup, "seldom", "hardly ever"), "short common outline ", "").replace(
                f'<w:r><w:t xml:space="preserve">{ABOUT}</w:t></w:r>', MARKED
            ),
            comments=f"<w:comments {W}>{QUESTION}</w:comments>",
        )
        (root / "xc.docx").write_bytes(answer)
        for state in ("xb", "xc"):
            said(capsys, f"import {state}.docx --from {state.upper()} --received 2026-11-20", is_on_page=True)
        text = draft.read_text(encoding="utf-8")
        assert all(bracket in text for bracket, _ in BRACKETS)

        # What is open is shown in each language, as a list and as the table that goes to the meeting.
        for language in map(str, Language):
            assert f"{NAMES[language]}: rarely" in said(capsys, f"brackets {WORK} --lang {language}")
            assert "Why a short outline?" in said(capsys, f"comments {WORK} --lang {language}")
        said(capsys, f"comments {WORK} --to docx -o table", is_on_page=True)
        for language in map(str, Language):
            table = (root / "table/comments" / WORK / f"{language}.docx").read_bytes()
            assert faults_of(table) == []
            assert "Why a short outline?" in str(lines_of(parts_of(table)))

        # The Coordinator settles it; the redline since the first draft is accepted and comes back: nothing differs.
        for bracket, agreed in BRACKETS:
            change(draft, bracket, agreed)
        comments = root / PAPER / "comments.yaml"
        comments.write_text(comments.read_text(encoding="utf-8").rstrip("\n") + "\n" + ANSWER, encoding="utf-8")
        commit(root)
        assert "Nothing is in square brackets" in said(capsys, f"brackets {WORK}", is_on_page=True)
        said(capsys, "check --base first")
        said(capsys, f"compare {WORK} --base first --languages en --to docx -o out", day="", is_on_page=True)
        redline = root / "out/redline" / WORK / "en.docx"
        assert comments_of(redline.read_bytes())[0].startswith("What changed since first")
        office.accept(redline, root / "accepted.docx")
        office.reject(redline, root / "rejected.docx")
    settled = draft.read_bytes()
    assert "nothing was changed" in said(capsys, f"import accepted.docx --as {WORK} --language en", is_on_page=True)
    assert draft.read_bytes() == settled
    # With all changes rejected it is the first draft again.
    said(capsys, f"import rejected.docx --as {WORK} --language en")
    assert draft.read_text(encoding="utf-8") == git(root, "show", f"first:{PAPER}/en.md") + "\n"
