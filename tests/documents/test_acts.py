"""The acts that count after corrections, wherever acts are read."""

import re
from datetime import date
from pathlib import Path

import pytest

import cica_docs
from case import Case
from cica_docs.documents.acts.record import read_record
from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import corrections_of, events_of, events_until
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.restricted.consents import consents_by_item

PAPER = "concept-paper/environment-2026"
CONSENT = "consent/air-observation-xa"
NO_ACT = "corrected by a later act"
REASON = "reason: {en: Mistyped., ru: Описка., kk: Қате.}"
APPROVED = "  - {on: 2026-06-24, kind: approved, by: soc, ref: SOC/2026-II/INF/1, mode: meeting}\n"
DONE = "done: {on: 2026-06-30, kind: approved, by: soc}"


def _act(day: int, kind: str, **more: object) -> dict[str, object]:
    return {"on": f"2026-06-{day:02}", "kind": kind, **more}


def _correction(day: int, of_day: int, kind: str = "approved", **more: object) -> dict[str, object]:
    return _act(day, "corrected", corrects={"on": f"2026-06-{of_day:02}", "kind": kind}, **more)


ISSUED, FIRST, TRUE, TRUER = (_act(1, "issued"), *(_act(day, "approved") for day in (2, 3, 4)))


@pytest.mark.parametrize(
    ("acts", "counting"),
    [
        pytest.param([ISSUED, FIRST], [ISSUED, FIRST], id="none"),
        pytest.param([ISSUED, FIRST, _correction(9, 2)], [ISSUED], id="not done"),
        pytest.param([ISSUED, FIRST, _correction(9, 2, done=TRUE)], [ISSUED, TRUE], id="done otherwise"),
        pytest.param([FIRST, ISSUED, _correction(9, 2, done=TRUE)], [TRUE, ISSUED], id="in its place"),
        pytest.param([FIRST, _correction(9, 2, done=TRUE), _correction(10, 3, done=TRUER)], [TRUER], id="again"),
        pytest.param([FIRST, _correction(9, 2, done=TRUE), _correction(10, 9, "corrected")], [FIRST], id="withdrawn"),
        pytest.param(
            [FIRST, _correction(9, 2), _correction(10, 9, "corrected", done=TRUE)], [TRUE], id="done after all"
        ),
        pytest.param(
            [FIRST, _correction(9, 2), _correction(10, 9, "corrected"), _correction(11, 10, "corrected")],
            [],
            id="withdrawal withdrawn",
        ),
        pytest.param([FIRST, _correction(9, 2), _correction(10, 2, done=TRUE)], [], id="of what is corrected"),
        pytest.param([ISSUED, _act(9, "corrected", done=TRUE)], [ISSUED, TRUE], id="left out"),
        pytest.param(
            [_act(9, "corrected", done=TRUE), _correction(10, 9, "corrected")], [], id="not left out after all"
        ),
        pytest.param(
            [_act(9, "corrected", done=TRUE), _correction(10, 3, done=TRUER)], [TRUER], id="left out otherwise"
        ),
        pytest.param([_correction(9, 2), FIRST], [FIRST], id="of a later one"),
        pytest.param([FIRST, FIRST, _correction(9, 2)], [FIRST, FIRST], id="of one of two"),
        pytest.param([FIRST, _act(9, "corrected", corrects="approved")], [FIRST], id="of something else"),
        pytest.param([FIRST, _act(9, "corrected")], [FIRST], id="of nothing"),
    ],
)
def test_a_correction_takes_effect_on_the_act_that_it_names(acts: list[object], counting: list[object]) -> None:
    assert [act.data for act in read_record(acts).counting] == counting


def test_what_a_correction_of_two_alike_means_says_its_place() -> None:
    correction = _act(9, "corrected", corrects={**FIRST, "place": 2})
    assert [act.pointer for act in read_record([FIRST, FIRST, correction]).counting] == ["/events/0"]


@pytest.mark.parametrize(
    ("corrections", "corrected"),
    [
        ([], False),
        ([_correction(9, 2)], True),
        ([_correction(9, 2, done=TRUE)], True),
        ([_correction(9, 2), _correction(10, 9, "corrected")], False),
        ([_correction(9, 3)], False),
    ],
)
def test_what_is_wrong_with_a_corrected_act_is_past(corrections: list[object], corrected: bool) -> None:
    record = read_record([ISSUED, FIRST, *corrections])
    assert record.is_corrected("/events/1/by") is corrected
    assert not record.is_corrected("/events/0/by")
    assert not record.is_corrected("/events/11/by")


def test_later_acts_leave_a_correction_as_it_was() -> None:
    acts = [ISSUED, FIRST, _correction(9, 2, done=TRUE)]
    later = [_act(20, "approved"), _act(21, "issued"), _correction(22, 21, "issued")]
    before, after = read_record(acts), read_record([*acts, *later])
    assert [act.data for act in after.counting[: len(before.counting)]] == [act.data for act in before.counting]


def _corpus(path: str, find: str, added: str, day: str = "2026-12-01") -> Corpus:
    edits = [{"file": f"{path}/en.md", "find": find, "replace": find + added}]
    return Case("record/act-to-come", NO_ACT, {"edits": edits, "as-of": day}).corpus


def _state(corpus: Corpus) -> State:
    return lifecycles(corpus)[PAPER].state


def _correct(by: str, named: str, more: str = "") -> str:
    return f"  - {{on: 2026-11-01, kind: corrected, by: {by}, corrects: {named}, {more}{REASON}}}\n"


def test_a_corrected_act_counts_on_no_day() -> None:
    added = _correct("secretariat", "{on: 2026-06-24, kind: approved}")
    for day in ("2026-07-15", "2026-12-01"):
        assert _state(_corpus(PAPER, APPROVED, "", day)) is State.IN_FORCE
        assert _state(_corpus(PAPER, APPROVED, added, day)) is State.CIRCULATED


def test_the_act_as_it_was_done_counts_from_its_day() -> None:
    added = _correct("secretariat", "{on: 2026-06-24, kind: approved}", f"{DONE}, ")
    before, after = (_corpus(PAPER, APPROVED, added, day) for day in ("2026-06-29", "2026-07-01"))
    assert (_state(before), _state(after)) == (State.CIRCULATED, State.IN_FORCE)
    original = after.document(PAPER)
    assert original
    approval = events_until(after, original)[-1]
    assert (approval.on.text, approval.place.span.line) == ("2026-06-30", 23)


def test_a_correction_is_no_act_of_the_matter_itself() -> None:
    added = _correct("secretariat", "{on: 2026-06-24, kind: approved}", f"{DONE}, ")
    original = _corpus(PAPER, APPROVED, added).document(PAPER)
    assert original
    assert "corrected" not in {event.kind for event in events_of(original)}
    assert [each.act.on.text for each in corrections_of(original)] == ["2026-11-01"]


@pytest.mark.parametrize(("by", "is_given"), [("XA", False), ("secretariat", False)])
def test_what_is_corrected_was_given_by_nobody(by: str, is_given: bool) -> None:
    given = "  - {on: 2026-10-26, kind: given, by: XA}\n"
    corpus = _corpus(CONSENT, given, _correct(by, "{on: 2026-10-26, kind: given}"))
    (consent,) = [each for each in consents_by_item(corpus)["air-observation-2026"] if each.work.name == CONSENT]
    assert consent.is_valid(date(2026, 11, 30)) is is_given


@pytest.mark.parametrize(("by", "is_revoked"), [("XA", False), ("secretariat", True), ("[XA, XB]", True)])
def test_only_the_state_itself_corrects_its_revocation(by: str, is_revoked: bool) -> None:
    given = "  - {on: 2026-10-26, kind: given, by: XA}\n"
    revoked = "  - {on: 2026-10-30, kind: revoked, by: XA}\n"
    corpus = _corpus(CONSENT, given, revoked + _correct(by, "{on: 2026-10-30, kind: revoked}"))
    (consent,) = [each for each in consents_by_item(corpus)["air-observation-2026"] if each.work.name == CONSENT]
    assert (consent.revoked != date.max) is is_revoked


MAY_READ_ALL = {
    "documents/document.py": "the record itself is read here",
    "documents/acts/record.py": "places of acts",
    "api/adoption.py": "an edition handed in keeps each act as it is written, and a further one is written below them",
    "register/restricted/rewritten_consents.py": "acts that a change removes were on record, corrected or not",
    "register/successors.py": "an act once written identifies a document, corrected or not",
    "render/pages/page_data.py": "the record of plain values",
    "rules/form/schema.py": "the form of all that is written",
    "rules/notice/request_after_expiry.py": "a place",
    "rules/record/act_removed.py": "a place",
    "rules/review/update_overdue.py": "a place",
    "documents/field_writing.py": "fields are written above the acts, which it only looks for",
    "rules/approval/record_rewritten.py": "it names the place of the list, and reads no act",
    "views/reasoning.py": "acts are shown as they are on record, corrected or not",
}


def test_acts_are_read_by_one_door() -> None:
    package = Path(cica_docs.__file__).parent
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(r'"/events[/"]', path.read_text(encoding="utf-8"))
    }
    assert found == MAY_READ_ALL.keys(), "read Document.record or register/events.py, which know corrections"
