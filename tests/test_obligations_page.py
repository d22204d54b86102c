"""docs/reference/obligations.md explains every word of an obligation, and its example is one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from cica_docs.register.open import packaged_kinds
from cica_docs.snapshot.packaged import packaged
from cica_docs.values.obligation import DERIVED_OCCASIONS, RECURRING_OCCASIONS

PAGE = (Path(__file__).parent.parent / "docs" / "reference" / "obligations.md").read_text(encoding="utf-8")
SCHEMA = json.loads(packaged("schemas").read("decision/obligation.schema.json"))


def _words(node: Any) -> Iterator[str]:
    """Yield the keys and the words that a schema allows."""
    if isinstance(node, dict):
        yield from (word for word in node.get("enum", ()) if isinstance(word, str))
        properties = node.get("properties")
        yield from properties if isinstance(properties, dict) else ()
        for key, inner in node.items():
            if key != "x-expect":
                yield from _words(inner)
    if isinstance(node, list):
        for inner in node:
            yield from _words(inner)


def test_the_page_names_every_word() -> None:
    code = " ".join(re.findall(r"`([^`]+)`", PAGE))
    missing = {word for word in _words(SCHEMA) if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", code)}
    assert missing == set()


def test_the_page_names_every_occasion() -> None:
    assert [word for word in (*DERIVED_OCCASIONS, *RECURRING_OCCASIONS) if f"{word}`" not in PAGE] == []


def test_the_example_of_the_page_has_the_form_that_it_explains() -> None:
    example = "\n".join(re.findall(r"^    (.*)$", PAGE, re.MULTILINE))
    text = example.replace("ru: …, kk: …", "ru: А, kk: А").replace("a concept paper …", "a concept paper")
    entry = YAML(typ="safe").load(text)[0]
    shape = packaged_kinds().shapes.shape("obligation")
    assert [str(error) for error in shape.errors(entry["obligation"])] == []
