"""`cica import` of what was printed before: an edition that was edited, and the answers of delegations."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from cica_docs.cli.run import run as cica
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.text.proposal_views import as_drafted
from every_command import CORPUS
from printed_word import corpus_of, edit, files_in, print_word, printed_once, track
from word_file import W, paragraph

WORK = "action-plan/environment-2026"
PAPER = "concept-paper/environment-2026"
COMMENT = f'<w:comment w:id="0" w:author="B. Delegate">{paragraph("Why modest?")}</w:comment>'


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The worked example, its paper a draft again."""
    shutil.copytree(CORPUS, tmp_path / "registry")
    path = tmp_path / f"registry/{PAPER}/en.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    start = lines.index("events:")
    path.write_text("\n".join([*lines[:start], "events: []", *lines[lines.index("---", start) :]]), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path / "registry"


def bring(register: Path, content: bytes, *options: str) -> int:
    (register.parent / "came.docx").write_bytes(content)
    return cica(["import", "came.docx", "--as-of", "2026-12-01", *options])


def draft(register: Path) -> bytes:
    return print_word(corpus_of(files_in(register)), PAPER, "en")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_an_untouched_edition_changes_nothing(
    register: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(register)
    assert bring(register, printed_once(CORPUS, PAPER, language), "--as", PAPER) == (0 if language != "en" else 2)
    assert files_in(register) == before
    told = capsys.readouterr()
    # The original is a draft again, so that what was printed from it was printed from another issue.
    assert "printed from another issue" in told.err if language == "en" else "nothing was changed" in told.out


def test_what_was_edited_without_tracking_is_taken_over_and_nothing_else(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(register)
    content = edit(
        draft(register),
        lambda markup: markup.replace("know no borders", "know few borders").replace("says so when", "says it when"),
    )
    assert bring(register, content) == 0
    after = files_in(register)
    kept = f"{PAPER}/received/2026-12-01-en.docx"
    assert {path for path in after if after[path] != before.get(path)} == {f"{PAPER}/en.md", kept}
    text = before[f"{PAPER}/en.md"].decode()
    expected = text.replace("know no borders", "know few borders").replace("says so when", "says it when")
    assert after[f"{PAPER}/en.md"].decode() == expected
    assert after[kept] == content
    assert sha256(content).hexdigest() in capsys.readouterr().out
    assert cica(["check", "--as-of", "2026-12-01", "--format", "json"]) == 0
    assert "stray-file" not in capsys.readouterr().out


def test_a_document_of_another_work_is_refused_by_name(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring(register, draft(register), "--as", WORK) == 2
    assert f"{PAPER}/en, not from {WORK}/en.md" in capsys.readouterr().err


def test_answers_become_proposals_side_by_side_and_the_draft_stays(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (register / f"{PAPER}/en.md").read_text(encoding="utf-8")
    sent = draft(register)
    marked = (
        '<w:commentRangeStart w:id="0"/><w:r><w:t>General framework</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    first = edit(
        sent,
        lambda markup: track(
            track(track(markup, "seldom", "rarely"), "short common outline ", ""), "says so when", "says it when"
        ).replace('<w:r><w:t xml:space="preserve">General framework</w:t></w:r>', marked),
        comments=f"<w:comments {W}>{COMMENT}</w:comments>",
    )
    second = edit(sent, lambda markup: markup.replace("problems seldom have", "problems never have"))
    assert bring(register, first, "--from", "XB", "--received", "2026-11-20") == 0
    assert "Authors, as the file claims: B. Delegate." in capsys.readouterr().out
    assert bring(register, second, "--from", "XC", "--received", "2026-11-21", "--lang", "kk") == 0
    assert "Рецензиялау режимінсіз өзгертілген бөліктер: 1" in capsys.readouterr().out
    after = (register / f"{PAPER}/en.md").read_text(encoding="utf-8")
    assert "Environmental problems [seldom / XB: rarely / XC: never] have" in after
    assert "A [XB: delete: short common outline] serves" in after
    assert "publication says [so / XB: it] when it provides them" in after
    assert as_drafted(after) == before
    rows = parse_yaml((register / f"{PAPER}/comments.yaml").read_text(encoding="utf-8")).value["comments"]
    assert {name: rows[-1][name] for name in ("paragraph", "from", "kind", "words", "reason", "author", "sha256")} == {
        "paragraph": "framework:heading",
        "from": "XB",
        "kind": "remark",
        "words": "General framework",
        "reason": "Why modest?",
        "author": "B. Delegate",
        "sha256": sha256(first).hexdigest(),
    }
    assert bring(register, first, "--from", "XB", "--received", "2026-11-20") == 2
    assert "was taken in before" in capsys.readouterr().err
    assert (register / f"{PAPER}/en.md").read_text(encoding="utf-8") == after


def test_words_of_a_text_that_was_sent_with_brackets_are_asked_for_in_the_comments(register: Path) -> None:
    path = register / f"{PAPER}/en.md"
    text = path.read_text(encoding="utf-8").replace("problems seldom have", "problems [seldom / XB: rarely] have")
    path.write_text(text, encoding="utf-8")
    content = edit(draft(register), lambda markup: markup.replace("a single cause or concern", "one cause or concern"))
    assert bring(register, content, "--from", "XB", "--received", "2026-11-20") == 0
    assert path.read_text(encoding="utf-8") == text
    row = parse_yaml((register / f"{PAPER}/comments.yaml").read_text(encoding="utf-8")).value["comments"][-1]
    assert (row["paragraph"], row["kind"], row["words"], row["text"]) == ("p3.2", "replacement", "a single", "one")
