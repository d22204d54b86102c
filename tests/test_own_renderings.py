"""Every word that no source attests stands in the list that a linguist of the organisation is asked to go through."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

HOME = Path(__file__).parent.parent
PAGE = HOME / "docs" / "reference" / "own-renderings.md"
REFERENCE = HOME / "registry" / "reference"
LANGUAGES = ("ru", "kk")


def _read(path: Path) -> Any:
    return YAML(typ="safe").load(path)


def _own() -> Iterator[str]:
    for term in _read(REFERENCE / "terms.yaml")["terms"]:
        yield from (term[language] for language in LANGUAGES if not term["attested"][language])
    for name in ("areas", "dimensions", "bodies"):
        for entry in _read(REFERENCE / f"{name}.yaml")[name]:
            names = entry["names"] if isinstance(entry["names"], list) else [entry["names"]]
            unconfirmed = entry.get("unconfirmed", ())
            yield from (each[language] for each in names for language in unconfirmed if language in each)
    for state in _read(REFERENCE / "states.yaml")["states"]:
        for language, rendering in state.get("renderings", {}).items():
            if rendering["confidence"] != "certain":
                yield state["names"][0][language]
    for path in HOME.glob("schemas/*/kind.yaml"):
        kind = _read(path)
        for title in (kind["title"], *(section["title"] for section in kind.get("sections", ()))):
            yield from (title[language] for language in LANGUAGES)


def test_all_are_there() -> None:
    text = PAGE.read_text(encoding="utf-8")
    parting = {"|": r" ?\| ?", "-": r", |^- \w+: "}
    listed = {
        part.strip(".")
        for line in filter(None, text.splitlines())
        for part in re.split(parting.get(line[0], "$"), line)
    }
    assert sorted(set(_own()) - listed) == []


def _with_genders(text: str, language: str) -> str:
    """Return a text with the words that agree with the name of a kind in each of their forms."""
    agreeing = _read(HOME / "templates" / "locales" / language / "labels.yaml")["agreeing"]
    genders = dict.fromkeys(gender for forms in agreeing.values() for gender in forms)
    texts = [text]
    for gender in genders:
        filled = text
        for word, forms in agreeing.items():
            filled = filled.replace(f"{{{word}}}", forms[gender])
        texts.append(filled)
    return "\n".join(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_the_printer_are_as_they_are_printed(language: str) -> None:
    section = PAGE.read_text(encoding="utf-8").partition("\n## Words that the printer adds\n")
    rows = re.findall(r"^\| (.+) \| (.+) \| (.+) \|$", section[2].partition("\n## ")[0], re.MULTILINE)[2:]
    assert len(rows) > 20
    files = (HOME / "templates" / "locales" / language / "labels.yaml", REFERENCE / "letterhead.yaml")
    printed = _with_genders("".join(path.read_text(encoding="utf-8") for path in files), language)
    assert [row for row in rows if row[1 + LANGUAGES.index(language)] not in printed] == []
