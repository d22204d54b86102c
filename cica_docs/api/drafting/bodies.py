"""Bodies that a register may be started for: what `templates/bodies/` holds of each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from cica_docs.documents.corpus import read_corpus
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.register.open import packaged_kinds
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.failure import Failure
from cica_docs.values.texts import Texts, texts_by_language

_FOLDER = "bodies/"
_DESCRIPTION = "body.yaml"
_SETTINGS = "reference/settings.yaml"
_HOUSE = "\n# House provisions"
_SOURCE = re.compile(r"^    (?:source|confidence|enforced_by): .*\n", re.MULTILINE)


@dataclass(frozen=True, eq=False)
class Body:
    """A body: its names, the clause and the kind of document that a README takes as examples, and its files."""

    id: str
    names: Texts
    clause: str
    kind: str
    register: Snapshot
    """Its `reference/` and `decision/`."""
    example: Snapshot
    """The files of its worked example, in place of and beside those."""
    is_shipped: bool
    """Whether its register is the one that the tool ships, which lists more than a new register needs."""

    @property
    def is_draft(self) -> bool:
        """Whether its decision is a draft."""
        return read_corpus(self.register, packaged_kinds(), date.max).decision.is_draft


@dataclass(frozen=True, eq=False)
class Bodies:
    """All bodies, read from the packaged templates, register and examples."""

    templates: Snapshot
    registry: Snapshot
    example: Snapshot
    examples: Snapshot
    """The worked examples of the other bodies, in a folder each."""

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of all bodies, sorted."""
        paths = (path.removeprefix(_FOLDER) for path in self.templates.paths() if path.startswith(_FOLDER))
        return tuple(sorted(path.partition("/")[0] for path in paths if path.endswith(f"/{_DESCRIPTION}")))

    @property
    def default(self) -> str:
        """The body that needs no data of its own, as the shipped register is its register."""
        return next(id for id in self.names if self._is_shipped(id))

    def body(self, id: str) -> Body:
        """Return a body; raise `Failure` for an unknown id."""
        if id not in self.names:
            near = tuple(get_close_matches(id.strip().lower(), self.names, 1, 0.5))
            raise Failure("body-unknown", name=id, suggestion=near, known=self.names)
        data: Mapping[str, Any] = parse_yaml(self.templates.read(f"{_FOLDER}{id}/{_DESCRIPTION}").decode()).value
        is_shipped = self._is_shipped(id)
        return Body(
            id,
            texts_by_language(data["names"]),
            data["clause"],
            data["kind"],
            self.registry if is_shipped else self._register(id),
            self.example if is_shipped else _below(self.examples, f"{id}/"),
            is_shipped,
        )

    def _is_shipped(self, id: str) -> bool:
        return f"{_FOLDER}{id}/{_SETTINGS}" not in self.templates.paths()

    def _register(self, id: str) -> Snapshot:
        """Return the files of a body; its settings end with the house provisions of the shipped register.

        These go without their sources, which are pages on the practice of that register, and without what they bind
        besides the rules that name them.
        """
        files = _below(self.templates, f"{_FOLDER}{id}/").files
        settings = self.registry.read(_SETTINGS).decode()
        house = _SOURCE.sub("", settings[settings.index(_HOUSE) :])
        return MemorySnapshot({**files, _SETTINGS: files[_SETTINGS] + house.encode()})


def _below(snapshot: Snapshot, folder: str) -> MemorySnapshot:
    return MemorySnapshot(
        {path.removeprefix(folder): snapshot.read(path) for path in snapshot.paths() if path.startswith(folder)}
    )
