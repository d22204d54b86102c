"""What a report answers about its findings."""

from dataclasses import replace

from cica_docs.report.report import related_path_of
from cica_docs.values.provision import Severity
from cica_docs.values.span import Place, Span

from .sample import PLACEHOLDER, TENURE, report


def test_findings_stand_in_reading_order() -> None:
    early = replace(TENURE, place=Place(TENURE.place.path, Span(9, 2, 9, 3)))
    late = replace(TENURE, place=Place(TENURE.place.path, Span(10, 1, 10, 3)))
    assert report(late, TENURE, early, PLACEHOLDER).findings == (PLACEHOLDER, early, TENURE, late)


def test_only_a_standing_error_fails() -> None:
    assert report().status == 0
    assert report(TENURE).status == 0
    assert report(TENURE, PLACEHOLDER).status == 1
    assert report(replace(PLACEHOLDER, waived="agreed with the Chairmanship")).status == 0


def test_a_decision_that_advises_fails_nothing_but_the_house_does() -> None:
    error = replace(TENURE, severity=Severity.ERROR)
    assert report(error, gate=True).status == 1
    assert report(error, gate=False).status == 0
    assert report(error, PLACEHOLDER, gate=False).status == 1


def test_waived_findings_are_counted_apart() -> None:
    found = report(TENURE, replace(TENURE, waived="a reason"), PLACEHOLDER)
    assert found.waived == 1
    assert list(found.counts.items()) == [(Severity.ERROR, 1), (Severity.WARNING, 1), (Severity.NOTICE, 0)]


def test_a_related_place_is_shown_below_the_same_root() -> None:
    related = TENURE.related[0]
    assert related_path_of(TENURE, related) == "registry/mandate/tourism-tj/en.md"
    assert related_path_of(replace(TENURE, path=TENURE.place.path), related) == "mandate/tourism-tj/en.md"
    assert related_path_of(replace(TENURE, path="elsewhere.md"), related) == "mandate/tourism-tj/en.md"
