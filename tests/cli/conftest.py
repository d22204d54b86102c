"""What tests of the commands share: a register that was just started."""

from pathlib import Path

import pytest

from cica_docs.api.drafting.bodies import Bodies
from cica_docs.api.drafting.init import Origin, create_register
from cica_docs.documents.kind import Kinds
from cica_docs.register.open import packaged_templates
from cica_docs.snapshot.packaged import packaged
from cica_docs.values.language import Language


@pytest.fixture
def papers(tmp_path: Path, shipped_kinds: Kinds, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register that was just started, and the folder that commands run in."""
    templates = packaged_templates()
    bodies = Bodies(templates, packaged("registry"), packaged("example"), packaged("examples"))
    origin = Origin(templates, bodies.body(bodies.default), shipped_kinds)
    for output in create_register(origin, Language("en"), example=False):
        path = tmp_path / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.content)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path / "registry"
