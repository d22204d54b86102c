"""The site in a browser: accessible and valid, light and dark, on a phone; and questions that a reader has."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cica_docs.values.language import Language
from nightly import IS_NIGHTLY
from proposal import begin, git

from .built_site import PAPER, built_site, site_files, write_site

BROWSER_TESTS = Path(__file__).parents[1] / "browser"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
IS_READY = bool(CHROMIUM and shutil.which("node") and (BROWSER_TESTS / "node_modules").is_dir())
pytestmark = pytest.mark.skipif(not IS_READY, reason="needs a browser and node packages: make browser")
KINDS = (
    "index",
    "works",
    "titles",
    "symbols",
    "areas",
    "areas/environment-protection",
    "states",
    "states/xa",
    "bodies",
    "bodies/soc",
    "mandates",
    "calendar",
    "clauses",
    "clauses/1.10",
    "search",
    "on",
    "on/2026-07-01",
    "new",
    "verify",
    "not-known",
    f"works/{PAPER}",
    "works/note-verbale/swg-1001",
)
WIDTHS = (1280, 390, 320) if IS_NIGHTLY else (390,)
SCHEMES = ("light", "dark")


def ask(script: str, **request: object) -> list[object]:
    """Return what a script says of the pages that it opened."""
    done = subprocess.run(
        ["node", str(BROWSER_TESTS / script)],
        input=json.dumps({"browser": CHROMIUM, **request}),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[object] = json.loads(done.stdout)
    return answers


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of the site of the worked example."""
    folder = tmp_path_factory.mktemp("site")
    write_site(built_site(), folder)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("language", Language)
def test_pages_are_accessible_valid_and_load_nothing(site: Path, language: Language) -> None:
    pages = [str(site / "index.html"), *(str(site / language / f"{kind}.html") for kind in KINDS)]
    # By day each language is looked at in one of the two, the others at night.
    schemes = SCHEMES if IS_NIGHTLY else (SCHEMES[[*Language].index(language) % 2],)
    assert ask("visit.mjs", pages=pages, widths=WIDTHS, schemes=schemes) == []


def test_a_reader_finds_answers_in_three_clicks(site: Path, tmp_path: Path) -> None:
    root = begin(tmp_path)
    original = root / f"registry/{PAPER}/en.md"
    text = original.read_text(encoding="utf-8")
    original.write_text(text.replace("is recommendatory.", "has a recommendatory nature."), encoding="utf-8")
    git(root, "commit", "-q", "-a", "-m", "a change", on="2037-02-03")
    changed = tmp_path / "changed"
    write_site(site_files(root / "registry"), changed)
    paper = "Concept Paper on Cooperation among the CICA Member States in Environment Protection"
    questions: list[tuple[str, list[object], str]] = [
        # Who coordinates environment protection?
        ("en", ["Areas", "Environment Protection"], "Mandate of Avelor as Coordinator"),
        # What was in force on the day after the first of July 2026?
        ("en", ["Calendar", "The register on any day", "1 July 2026"], paper),
        # What did paragraph 1.2 say before?
        ("history", [paper, "1.2, former wording"], "recommendatory nature."),
        # What are the duties of a Coordinator, asked in an inflected form?
        ("kk", ["Іздеу", {"type": "үйлестірушінің мандаттары"}], "үйлестіруші мандаты"),
        # The same by a Russian word on the English pages.
        ("en", ["Search", {"type": "координаторами"}], "Mandate of Avelor as Coordinator"),
        # Which mandates has Avelor?
        ("ru", ["Государства", "Авелор"], "Мандат"),
        # What falls due next?
        ("ru", ["Календарь"], "ноябрь 2027 г."),
        # What does clause 1.10 ask for, and what checks it?
        ("en", ["Decision", "clause 1.10"], "mandate/notice-missing"),
        # Which paper has this symbol?
        ("kk", ["Құжаттар", "Белгісі бойынша"], "SOC/2026-II/INF/3"),
        # What did the Committee do at its meeting of June 2026?
        ("ru", ["Органы и заседания", "24 июня 2026 г."], "Утверждение"),
        # What is not known?
        ("kk", ["Не белгісіз"], "Қызметтегілері туралы мәлімет жоқ бағыттар"),
    ]
    starts = {language.value: site / language / "index.html" for language in Language}
    starts["history"] = changed / "en/index.html"
    asked = [{"start": str(starts[start]), "steps": steps, "answer": answer} for start, steps, answer in questions]
    assert all(sum(isinstance(step, str) for step in steps) <= 3 for _, steps, _ in questions)
    assert ask("ask.mjs", questions=asked) == [""] * len(questions)
