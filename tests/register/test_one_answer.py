"""Who coordinates an area has one answer, whoever is asked: lists, screens and the printed list of Coordinators."""

from datetime import date

import pytest

from cica_docs.api.status import compute_status
from cica_docs.register.open_questions import setting
from cica_docs.render.data.coordinators import build_coordination_rows
from cica_docs.values.language import Language
from cica_docs.views.areas import list_areas
from cica_docs.views.listing import build_listing
from cica_docs.views.who import list_offices
from small_register import FILES, small_register, words

SETTINGS = "reference/settings.yaml"
WHOLE = """\
---
title: Whole
area: economic
role: coordinator
holder: JP
events:
  - {on: 2026-10-01, kind: appointed, by: soc, tenure: {from: 2027-03-01, to: 2029-02-28}}
---

Text.
"""


@pytest.mark.parametrize(("counts", "holder"), [("whole", "JP"), ("separate", "")])
def test_a_mandate_over_a_dimension_counts_alike_in_every_answer(counts: str, holder: str) -> None:
    question = f"open_questions: {{dimension-mandates: {{clause: '1.9', value: {counts}}}}}\n"
    files = {"mandate/whole/en.md": WHOLE, SETTINGS: FILES[SETTINGS] + question}
    corpus, catalogue = small_register(files, date(2027, 3, 1)), words()
    assert setting(corpus, "dimension-mandates") == counts
    report = catalogue.commands
    expected = {"tourism": holder, "finance": holder}
    screens = list_areas(corpus, report, vacant=False).rows
    assert {row["id"]: row["coordinator"] for row in screens} == expected
    assert {row["id"]: row["coordinator"] for row in build_listing(corpus, catalogue, "areas").rows} == expected
    for area in expected:
        offices = list_offices(corpus, report, area).rows
        assert " ".join(row["state"] for row in offices if row["role"] == "coordinator") == holder
    printed = [row.coordinators for row in build_coordination_rows(corpus, Language("en"))]
    assert printed == [("Japan",) if holder else ()] * 2
    assert compute_status(corpus, catalogue).without_coordinator == (() if holder else ("tourism", "finance"))
