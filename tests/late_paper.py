"""A paper under consideration for longer than the decision allows, and the mandate of the State that leads its area."""

from pathlib import Path

PAPER = """\
---
title: A paper
area: sample-area
prepared_by: XA
events:
  - {on: 2026-01-10, kind: issued, by: XA}
---

Text.
"""
MANDATE = """\
---
title: A mandate
area: sample-area
role: acting-coordinator
holder: XA
events:
  - {on: 2026-01-02, kind: assumed}
---

Text.
"""


def write_late_papers(register: Path, *ids: str) -> None:
    """Write papers with these ids into a register, and the mandate."""
    texts = {**{f"concept-paper/{id}": PAPER for id in ids}, "mandate/xa": MANDATE}
    for work, text in texts.items():
        (register / work).mkdir(parents=True)
        (register / work / "en.md").write_text(text, encoding="utf-8")
