"""docs/reference/format.md lists the fields and events of every kind as its schema does."""

import json
from pathlib import Path

import pytest

from cica_docs.documents.kind import Kind
from cica_docs.register.open import packaged_kinds
from cica_docs.snapshot.packaged import packaged

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "format.md"


def _row(kind: Kind) -> str:
    schema = json.loads(packaged("schemas").read(f"{kind.name}/schema.json"))
    listed_fields = ", ".join(
        f"**`{name}`**" if name in schema["required"] else f"`{name}`" for name in schema["properties"]
    )
    acts = ", ".join(f"`{act}`{f' ({stage})' if stage else ''}" for act, stage in kind.stages.items())
    return f"| `{kind.name}` | {listed_fields} | {acts} |"


@pytest.mark.parametrize("kind", [pytest.param(kind, id=name) for name, kind in packaged_kinds().kinds.items()])
def test_the_page_has_the_row_of_a_kind(kind: Kind) -> None:
    assert _row(kind) in PAGE.read_text(encoding="utf-8").splitlines(), "docs/reference/format.md lacks this row"
