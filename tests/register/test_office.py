from datetime import date

from cica_docs.register.mandates.offices import office_holders, vacancies
from small_register import small_register

_ACTING = """\
---
title: Acting
area: tourism
role: acting-coordinator
holder: XA
absence: {en: Vacant}
events:
  - {on: 2027-02-01, kind: assumed, by: XA, from: 2027-02-10}
---

Text.
"""
_WHOLE = """\
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


def held(as_of: date, area: str = "tourism", **files: str) -> list[tuple[str, str]]:
    corpus = small_register({f"mandate/{name}/en.md": text for name, text in files.items()}, as_of)
    return [(office.mandate.role, office.mandate.holder) for office in office_holders(corpus, area)]


def test_offices_are_those_of_the_day() -> None:
    assert held(date(2026, 12, 31)) == [("coordinator", "KZ"), ("co-coordinator", "XA")]
    assert held(date(2027, 1, 1)) == [("co-coordinator", "XA")]


def test_what_became_known_later_says_nothing_of_an_earlier_day() -> None:
    assert held(date(2022, 12, 31)) == []
    assert held(date(2023, 1, 1)) == [("co-coordinator", "XA")]


def test_who_acts_has_an_office_without_an_end() -> None:
    corpus = small_register({"mandate/acting/en.md": _ACTING}, date(2027, 2, 10))
    acting = office_holders(corpus, "tourism")[0]
    assert (acting.mandate.role, acting.since, acting.until) == ("acting-coordinator", date(2027, 2, 10), None)


def test_an_office_in_the_whole_dimension_counts_in_its_areas() -> None:
    assert held(date(2027, 3, 1), "finance", whole=_WHOLE) == [("coordinator", "JP")]
    corpus = small_register({"mandate/whole/en.md": _WHOLE}, date(2027, 3, 1))
    assert office_holders(corpus, "finance", enclosing=False) == ()


def test_an_area_is_vacant_from_the_day_after_the_last_service() -> None:
    tourism, finance = vacancies(small_register(as_of=date(2027, 1, 1)))
    assert (tourism.area, tourism.is_complete, tourism.since) == ("tourism", False, date(2027, 1, 1))
    assert (finance.area, finance.is_complete, finance.since) == ("finance", True, None)


def test_who_acts_does_not_end_a_vacancy() -> None:
    corpus = small_register({"mandate/acting/en.md": _ACTING}, date(2027, 2, 10))
    tourism = vacancies(corpus)[0]
    assert (tourism.area, tourism.is_complete) == ("tourism", False)
