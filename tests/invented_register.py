"""A register of an invented organisation under an invented decision of four provisions."""

from collections.abc import Mapping
from pathlib import Path

DECISION = "lake-coordinators"

_PROVISIONS = """\
source: [sample]
severity:
  {shall: error, must: error, cannot: error, should: warning, as-a-rule: warning, expected: warning, will: notice, \
preferably: notice, may: none, states: none}
provisions:
  - id: 2/term
    force: shall
    addressee: candidate
    enforced_by: [mandate/tenure-out-of-bounds]
    says: {en: A term is one or two years., ru: Срок — год или два., kk: Мерзім — бір не екі жыл.}
    values: {tenure: [{from: 2020-01-01, years: [1, 2]}]}
  - id: 3/report
    force: shall
    addressee: coordinator
    enforced_by: ["completion-report{#progress}"]
    says: {en: A country-coordinator reports on its term., ru: Координатор отчитывается., kk: Үйлестіруші есеп береді.}
    obligation:
      title: {en: Report of the term, ru: Отчет, kk: Есеп}
      discharge: {en: A report to all., ru: Отчет всем., kk: Барлығына есеп.}
      arises: mandate.service-ended
      roles: {coordinator: always}
      owed_by: holder
      due: {days: 60, after: end}
      soon: {days: 30}
      discharged_by:
        - {acts: [completion-report.circulated], matching: {mandate: work}}
  - id: 4.2.1/appointed
    force: must
    addressee: lake-council
    enforced_by: [mandate/appointment-missing, "mandate#/$defs/appointed/properties/by"]
    says: {en: The council appoints., ru: Назначает совет., kk: Кеңес тағайындайды.}
  - id: 5/free
    force: may
    addressee: member-states
    says: {en: A state may do more., ru: Можно больше., kk: Одан да көп істеуге болады.}
"""

_SETTINGS = """\
organisation: lake-council
timezone: Europe/Istanbul
languages: [en, ru, kk]
original: en
decision: lake-coordinators
draft_decision: gate
expiring_within_days: 60
roles: {approves: lake-council, forwards: lake-council, circulates: lake-council}
open_questions:
  retroactivity:
    clause: "2"
    value: 2020-01-01
    note: {en: From its adoption., ru: С принятия., kk: Қабылданғаннан бастап.}
provisions:
  - {id: house/reference, force: shall, addressee: drafter, says: {en: Names exist., ru: Имена есть., kk: Атаулар бар.}}
  - {id: house/shape, force: shall, addressee: drafter, says: {en: Fields fit., ru: Поля верны., kk: Өрістер дұрыс.}}
"""

_DECISION_TEXT = """\
---
title: Country-coordinators of the Lake Council
body: lake-council
source: [sample]
events:
  - {on: 2020-01-01, kind: adopted, by: lake-council}
---

A country-coordinator serves for one or two years.
"""

_MANDATE = """\
---
title: "Country-coordinator for fisheries: Exampleland"
area: fisheries
role: coordinator
holder: XA
notice: fisheries-xa
events:
  - {on: 2023-12-20, kind: appointed, by: lake-council, tenure: {from: 2024-01-01, to: 2024-06-30}}
---

Exampleland coordinates fisheries.
"""

_NOTICE = """\
---
title: Notice of intention
purpose: intention
state: XA
area: fisheries
role: coordinator
proposed_tenure: {from: 2024-01-01, to: 2024-06-30}
events:
  - {on: 2023-10-01, kind: sent, by: XA}
---

Exampleland wishes to coordinate fisheries.
"""

FILES: Mapping[str, str] = {
    "reference/settings.yaml": _SETTINGS,
    "reference/states.yaml": """\
states:
  - code: XA
    alpha3: XAA
    names: [{en: Exampleland, ru: Примерия, kk: Мысалия}]
    member: [{from: 2020-01-01}]
    source: [sample]
    confidence: certain
""",
    "reference/dimensions.yaml": """\
dimensions:
  - {id: economic, order: 1, catalogue: null, names: {en: Economic, ru: Экономическое, kk: Экономикалық}, \
source: [sample], confidence: certain}
""",
    "reference/areas.yaml": """\
areas:
  - {id: fisheries, dimension: economic, names: {en: Fisheries, ru: Рыболовство, kk: Балық аулау}, \
measures_known: none, source: [sample], confidence: certain}
""",
    "reference/bodies.yaml": """\
bodies:
  - id: lake-council
    kind: governing
    names: [{en: Lake Council, ru: Совет озера, kk: Көл кеңесі}]
    route: direct
    source: [sample]
    confidence: certain
""",
    "reference/sources.yaml": """\
sources:
  sample: {url: null, what: An invented sample}
""",
    f"decision/{DECISION}/en.md": _DECISION_TEXT,
    f"decision/{DECISION}/provisions.yaml": _PROVISIONS,
    "mandate/fisheries-xa/en.md": _MANDATE,
    "notice/fisheries-xa/en.md": _NOTICE,
}


def write_register(folder: Path) -> Path:
    """Write the register into a folder and return it."""
    for path, text in FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
