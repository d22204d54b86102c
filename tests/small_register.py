"""A register of a handful of files, held in memory."""

from collections.abc import Mapping
from datetime import date

from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.register.open import packaged_kinds, packaged_templates
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.values.language import Language

DAY = date(2026, 12, 1)

# Clauses 9.8 and 9.9 name nothing that enforces them.
FILES: Mapping[str, str] = {
    "reference/settings.yaml": """\
decision: modalities
draft_decision: gate
expiring_within_days: 90
provisions:
  - {id: house/placeholder, force: shall, addressee: drafter, binds: circulated, says: {en: No placeholder is left.}}
""",
    "decision/modalities/provisions.yaml": """\
provisions:
  - {id: preamble/voluntary, force: states, addressee: member-states, says: {en: Measures are voluntary.}}
  - id: 1.2/leading-role
    force: shall
    addressee: coordinator
    says: {en: It shall lead.}
    unchecked: leading is not on paper
  - id: 1.10/tenure
    force: should
    addressee: candidate
    says: {en: Two to four years., ru: От двух до четырех лет., kk: Екі жылдан төрт жылға дейін.}
    values: {tenure: [{from: 2023-05-13, years: [2, 4]}]}
    enforced_by: [mandate/tenure-out-of-bounds]
  - id: 1.10/to-all
    force: shall
    addressee: candidate
    says: {en: To all.}
    enforced_by: [notice#/allOf/0/then/required/to, notice#/allOf/0/then/properties/to]
  - {id: 9.8/duty-of-nothing, force: shall, addressee: member-states, says: {en: Papers are made.}}
  - {id: 9.9/nothing, force: as-a-rule, addressee: soc, says: {en: As a rule there is one.}}
""",
    "reference/states.yaml": """\
states:
  - {code: KZ, names: [{en: Kazakhstan, ru: Казахстан, kk: Қазақстан}], member: [{from: "1999"}]}
  - {code: XA, names: [{en: "=Exampleland"}], member: [{from: "2022"}]}
  - {code: JP, names: [{en: Japan, ru: Япония, kk: Жапония}], observer: [{from: "2004"}]}
""",
    "reference/dimensions.yaml": """\
dimensions:
  - {id: economic, names: {en: Economic, ru: Экономическое, kk: Экономикалық}}
""",
    "reference/areas.yaml": """\
areas:
  - {id: tourism, dimension: economic, names: {en: Tourism, ru: Туризм, kk: Туризм}}
  - {id: finance, dimension: economic, names: {en: Finance, ru: Финансы, kk: Қаржы}}
""",
    "reference/bodies.yaml": """\
bodies:
  - {id: soc, route: chairmanship, names: [{en: Committee}], abbreviation: {en: SOC}}
""",
    "reference/measures.yaml": "measures:\n  - {id: '1', area: tourism, says: {en: Exchange}}\n",
    "mandate/tourism-kz/en.md": """\
---
title: "Coordinator for Tourism: Kazakhstan"
area: tourism
role: coordinator
holder: KZ
events:
  - {on: 2024-12-01, kind: appointed, by: soc, tenure: {from: 2025-01-01, to: 2026-12-31}}
---

Text.
""",
    "mandate/tourism-xa/en.md": """\
---
title: "=HYPERLINK(1)"
area: tourism
role: co-coordinator
holder: XA
known: {as_of: "2023"}
---

Text.
""",
    "concept-paper/tourism-2026/en.md": """\
---
title: Concept paper 観光
area: tourism
prepared_by: KZ
events:
  - {on: 2026-10-01, kind: circulated, by: secretariat, to: all}
---

Text.
""",
}


def small_register(changes: Mapping[str, str] | None = None, as_of: date = DAY) -> Corpus:
    """The corpus of these files, some of them put in place of others."""
    files = {path: text.encode() for path, text in {**FILES, **(changes or {})}.items()}
    return read_corpus(MemorySnapshot(files, "registry/"), packaged_kinds(), as_of)


def words(language: str = "en") -> Catalogue:
    """The messages of a language."""
    return read_catalogue(packaged_templates(), Language(language))
