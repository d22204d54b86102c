"""The table of reporters."""

import pytest

from cica_docs.report.reporters import REPORTERS

from .sample import PLACEHOLDER, TENURE, report, words


def test_the_forms_that_a_report_can_have() -> None:
    assert set(REPORTERS) == {"text", "concise", "json", "github", "sarif", "summary"}


@pytest.mark.parametrize("name", ["text", "concise", "json", "github", "sarif"])
def test_the_same_findings_give_the_same_bytes_in_any_order(name: str) -> None:
    one, other = report(TENURE, PLACEHOLDER, TENURE), report(PLACEHOLDER, TENURE, TENURE)
    assert REPORTERS[name](one, words()) == REPORTERS[name](other, words())
