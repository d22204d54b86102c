"""The pages for readers: links lead somewhere, and the index names every page."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
_LISTED = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
PAGES = [
    path
    for path in _LISTED.splitlines()
    if (ROOT / path).exists() and (path.startswith(("docs/", "benchmarks/")) or "/" not in path)
]
GENERATED = ("docs/reference/clauses.md", "docs/reference/coverage.md", "docs/reference/rules.md")


def _text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def _anchors(page: Path) -> set[str]:
    """Return the ids that GitHub gives the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _prose(page: str) -> str:
    """Return the text of a page without its code."""
    text = re.sub(r"^```.*?^```$", "", _text(page), flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"^    .*$|`[^`\n]*`", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_links_of_a_page_lead_to_a_file_and_heading(page: str) -> None:
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", _prose(page)):
        if re.match(r"https?:|mailto:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / page).parent / path if path else ROOT / page
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            broken.append(link)
    assert broken == []


def test_the_index_names_every_page() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if path != DOCS / "README.md"]
    assert [page for page in pages if f"]({page})" not in index] == []


def test_a_page_begins_with_a_title_and_ends_with_a_line_end() -> None:
    pages = {page: _text(page) for page in PAGES}
    assert [page for page, text in pages.items() if not text.startswith(("# ", "<!--")) or text[-1] != "\n"] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page not in GENERATED])
def test_paths_that_a_page_names_exist(page: str) -> None:
    named = re.findall(r"`((?:cica_docs|tests|templates|schemas|registry|docs|benchmarks)/[\w./-]+)`", _text(page))
    assert [path for path in named if not (ROOT / path).exists()] == []


ARCHAIC = re.compile(r"\b(anew|nought|of which|as far as|told|stands?|lies|(?:is|are) behind|ours)\b", re.IGNORECASE)


@pytest.mark.parametrize("page", [page for page in PAGES if page not in GENERATED])
def test_a_page_uses_the_words_of_today(page: str) -> None:
    prose = re.sub(r"\[[^\]]*\]|«[^»]*»", "", _prose(page))
    assert ARCHAIC.findall(prose) == []


def test_the_readme_and_the_map_of_folders_stay_short() -> None:
    assert len(_text("README.md").splitlines()) <= 120
    assert len(_text("docs/ARCHITECTURE.md").splitlines()) <= 60
