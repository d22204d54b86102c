"""What a host of issues answers is an issue in every part, or is refused."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_docs.api.issues import Issue
from cica_docs.cli.tracker_answer import Unfit, issues_in, parse_json, reason_in

LABELS = [{"name": "cica-deadline"}]
ISSUE = {"number": 1, "title": "t", "body": "b", "state": "open", "labels": LABELS}
DEEP = b"[" * 100_000


def _page(**fields: Any) -> bytes:
    return json.dumps([{**ISSUE, **fields}]).encode()


UNREADABLE = [
    DEEP,
    DEEP + b"]" * 100_000,
    b'[{"a":' * 50_000,
    b"",
    b"[",
    b"null",
    b"[1]",
    b"[[]]",
    b'[{"number": NaN}]',
    b'[{"number": 1e999}]',
    b"[" + b"9" * 10_000 + b"]",
    "[]".encode("utf-16"),
    "[]".encode("utf-32"),
    b"\xef\xbb\xbf[]",
    b"[\xff]",
    b"\x1f\x8b\x08\x00",
    *(_page(number=number) for number in (-1, 0, 1.5, True, None, "1", [1], 2**60)),
    *(_page(labels=labels) for labels in (5, "x", {"name": "x"}, [5], [[]], [{"name": 5}], [{}], [None], True)),
    *(_page(title=title) for title in (5, [], {}, True)),
    *(_page(body=body) for body in (5, ["x"], {"x": "y"}, False)),
    *(_page(state=state) for state in (None, "OPEN", 1, [], {})),
    *(_page(state_reason=reason) for reason in (1, [], {})),
]


@pytest.mark.parametrize("answer", UNREADABLE)
def test_no_other_shape_is_read_as_issues(answer: bytes) -> None:
    with pytest.raises(Unfit):
        list(issues_in(parse_json(answer)))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*ISSUE, "name", "pull_request", "x"]), inner),
)


@given(
    st.lists(st.fixed_dictionaries({}, optional={name: JSON | st.just(value) for name, value in ISSUE.items()})) | JSON
)
def test_any_answer_is_read_or_refused(answer: Any) -> None:
    content = json.dumps(answer).encode()
    try:
        issues = list(issues_in(parse_json(content)))
    except Unfit:
        return
    assert all(isinstance(issue, Issue) and issue.number > 0 for issue in issues)


@given(st.binary() | JSON.map(lambda answer: json.dumps(answer).encode()))
def test_any_refusal_has_a_reason_or_none(content: bytes) -> None:
    assert isinstance(reason_in(content), str)
