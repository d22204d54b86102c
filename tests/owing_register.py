"""The register of a handful of files with a paper under consideration and a plan whose item awaits its outcome."""

import json
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.views.obligations import ObligationFilters, ObligationList, list_obligations
from late_paper import mandate, paper
from obligation_table import OBLIGATIONS
from small_register import FILES, small_register, words

PAPER = paper("tourism", "KZ", "2026-05-01")
PLAN = """\
---
title: A plan
area: finance
elaborated_by: [XA]
items:
  - {id: item-1, kind: event, organizer: XA, format: online, to: 2026-10-20, status: planned}
events:
  - {on: 2026-09-01, kind: issued, by: XA}
---

Text.
"""
STATES = FILES["reference/states.yaml"]
DECISION = FILES["decision/modalities/provisions.yaml"] + OBLIGATIONS
SETTINGS = (
    "organisation: cica\nroles: {approves: soc}\ndeadlines: {expert-meeting-days: 29}\n"
    + FILES["reference/settings.yaml"]
)
HOSTILE = "@all END:VEVENT\nBEGIN:VALARM\n ::error::x; <b> | #1 " + "x" * 90


def owing_register(changes: dict[str, str] | None = None, as_of: date = date(2026, 12, 1)) -> Corpus:
    """The corpus of these files, some of them put in place of others."""
    files = {
        "concept-paper/tourism-2026/en.md": PAPER,
        "action-plan/finance-2026/en.md": PLAN,
        "mandate/tourism-kz/en.md": mandate("tourism", "KZ"),
        "mandate/finance-xa/en.md": mandate("finance", "XA"),
    }
    own = {"reference/settings.yaml": SETTINGS, "decision/modalities/provisions.yaml": DECISION}
    return small_register({**files, **own, **(changes or {})}, as_of)


def dues(
    filters: ObligationFilters | None = None, language: str = "en", changes: dict[str, str] | None = None
) -> ObligationList:
    """What is owed under it."""
    return list_obligations(owing_register(changes), words(language), filters)


def hostile() -> dict[str, str]:
    """A state whose name tries to be more than a name."""
    return {"reference/states.yaml": STATES.replace('"=Exampleland"', json.dumps(HOSTILE, ensure_ascii=True))}
