"""Which findings are new: not those that only say something else than before."""

from dataclasses import replace

import pytest

from cica_docs.api.checking.changes import find_new_findings
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.values.finding import Finding, Related
from cica_docs.values.provision import Severity
from cica_docs.values.span import Place, Span

OTHER = Place("mandate/a/en.md", Span.point(3))
FOUND = Finding(
    path="registry/mandate/b/en.md",
    place=Place("mandate/b/en.md", Span(9, 3, 9, 18)),
    severity=Severity.WARNING,
    rule="mandate/coordinators-overlap",
    provision="1.9/one",
    clause="1.9",
    force="should",
    message="from line 3 on Exampleland is in office, too; known are CHAIR, INF",
    related=(Related(OTHER, "here"),),
)
BEFORE = MemorySnapshot({"mandate/a/en.md": b"a", "mandate/b/en.md": b"b", "mandate/c/en.md": b"c"})
REWORDED = replace(FOUND, message="from line 4 on Sample Republic is in office, too; known are CHAIR, INF, SEC")


def _new(findings: list[Finding], known: list[Finding], now: MemorySnapshot = BEFORE) -> list[Finding]:
    return find_new_findings(findings, known, now, BEFORE)


def test_what_only_says_something_else_is_old() -> None:
    assert _new([REWORDED], [FOUND]) == []


def test_a_second_finding_at_the_same_place_is_new() -> None:
    assert _new([FOUND, REWORDED], [FOUND]) == [REWORDED]
    assert _new([REWORDED, FOUND], [FOUND]) == [REWORDED]
    assert _new([FOUND, FOUND], [FOUND]) == [FOUND]
    assert _new([FOUND], []) == [FOUND]


def test_a_finding_about_another_document_does_not_take_the_place_of_one_that_was_mended() -> None:
    elsewhere = replace(REWORDED, related=(Related(Place("mandate/c/en.md", Span.point(3)), "here"),))
    assert _new([elsewhere], [FOUND]) == [elsewhere]


def test_a_finding_about_a_document_that_was_renamed_is_old() -> None:
    now = MemorySnapshot({"mandate/z/en.md": b"a", "mandate/b/en.md": b"b"})
    renamed = replace(REWORDED, related=(Related(Place("mandate/z/en.md", Span.point(3)), "here"),))
    assert _new([renamed], [FOUND], now) == []


@pytest.mark.parametrize(
    ("changes", "known", "is_new"),
    [
        ({"severity": Severity.ERROR}, {}, True),
        ({"severity": Severity.NOTICE}, {}, False),
        ({}, {"waived": "agreed"}, True),
        ({"waived": "agreed"}, {}, False),
        ({"waived": "agreed"}, {"waived": "agreed"}, False),
        ({"count": 7}, {"count": 6}, True),
        ({"count": 6}, {"count": 7}, False),
    ],
)
def test_a_finding_that_weighs_more_than_before_is_new(
    changes: dict[str, object], known: dict[str, object], *, is_new: bool
) -> None:
    finding = replace(FOUND, **changes)  # type: ignore[arg-type]
    assert bool(_new([finding], [replace(FOUND, **known)])) is is_new  # type: ignore[arg-type]
