"""`cica due`: the command never fails a check, and every form is written."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from cica_docs.cli.run import run

CORPUS = str(Path(__file__).parents[1] / "corpus")
DAY = ["--register", CORPUS, "--as-of", "2027-07-20"]


@pytest.mark.parametrize(
    ("form", "begins"),
    [("text", "tests"), ("json", "{"), ("csv", "id,state,due"), ("md", "# Obligations"), ("ics", "BEGIN:VCALENDAR")],
)
def test_what_is_overdue_gates_nothing(capfdbinary: pytest.CaptureFixture[bytes], form: str, begins: str) -> None:
    assert run(["due", *DAY, "--format", form, "--lang", "en"]) == 0
    assert capfdbinary.readouterr().out.decode().startswith(begins)


def test_the_calendar_of_a_state_holds_its_own_days_only(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["due", *DAY, "--state", "XA", "--format", "ics", "--lang", "kk"]) == 0
    events = Calendar.from_ical(capfdbinary.readouterr().out).events
    assert events
    assert all(str(event["SUMMARY"]).startswith("Авелор · ") for event in events)


@pytest.mark.parametrize(("span", "number"), [("0d", 2), ("30", 2), ("24w", 4), ("24m", 5)])
def test_a_span_of_time_is_days_weeks_or_months(capsys: pytest.CaptureFixture[str], span: str, number: int) -> None:
    assert run(["due", *DAY, "--within", span, "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["obligations"]) == number


@pytest.mark.parametrize("span", ["", "x", "-1", "90 days", "9y", "99999"])
def test_what_is_no_span_is_told(capsys: pytest.CaptureFixture[str], span: str) -> None:
    assert run(["due", *DAY, "--within", span]) == 2
    assert "write it as 90d, 12w or 6m" in capsys.readouterr().err
