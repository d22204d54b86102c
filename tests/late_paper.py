"""A paper under consideration for longer than the decision allows, and the mandate of the State that leads its area.

An acting Coordinator leads, since it owes nothing of its own.
"""

from pathlib import Path

_PAPER = """\
---
title: A paper
area: {area}
prepared_by: {state}
events:
  - {{on: {on}, kind: issued, by: {state}}}
---

Text.
"""
_MANDATE = """\
---
title: A mandate
area: {area}
role: acting-coordinator
holder: {state}
events:
  - {{on: 2026-01-02, kind: assumed}}
---

Text.
"""


def paper(area: str, state: str, on: str) -> str:
    """A paper of a State, issued on a day."""
    return _PAPER.format(area=area, state=state, on=on)


def mandate(area: str, state: str) -> str:
    """The mandate of the State that leads an area."""
    return _MANDATE.format(area=area, state=state)


PAPER = paper("sample-area", "XA", "2026-01-10")


def write_late_papers(register: Path, *ids: str) -> None:
    """Write papers with these ids into a register, and the mandate."""
    texts = {**{f"concept-paper/{id}": PAPER for id in ids}, "mandate/xa": mandate("sample-area", "XA")}
    for work, text in texts.items():
        (register / work).mkdir(parents=True)
        (register / work / "en.md").write_text(text, encoding="utf-8")
