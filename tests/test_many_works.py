"""Rules that join works do not hold every one against every other: they grow with the register, not with its square."""

import sys
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import FrameType

import pytest

from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.register.open import packaged_kinds
from cica_docs.rules.rule import Rule, find_rule, rules
from cica_docs.snapshot.memory import MemorySnapshot
from nightly import IS_NIGHTLY

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parent / "corpus"
FEW, MANY = (16, 48) if IS_NIGHTLY else (8, 24)
_NOISE = 30_000
"""Calls that say nothing about growth."""
_ONCE = frozenset({"reference", "decision", "review"})
"""What a register has few of: reviews are held once a year, and each asks something of all who serve."""

_OF_EACH = frozenset({"concept-paper/co-coordinator-not-consulted"})
"""Rules that have something to say of each paper and each state that was to be asked."""


@cache
def _files(copies: int) -> Mapping[str, bytes]:
    """The worked example with each work so many times, all of one area and period."""
    files: dict[str, bytes] = {}
    for path in CORPUS.rglob("*.*"):
        kind, _, rest = path.relative_to(CORPUS).as_posix().partition("/")
        id, _, name = rest.partition("/")
        content = path.read_bytes()
        files[f"{kind}/{rest}"] = content
        if name and kind not in _ONCE:
            files |= {f"{kind}/{id}-{number}/{name}": content for number in range(1, copies)}
    return files


def _corpus(files: Mapping[str, bytes]) -> Corpus:
    return read_corpus(MemorySnapshot(dict(files)), packaged_kinds(), date(2026, 12, 1))


def _calls(rule: Rule, corpus: Corpus) -> int:
    """How many functions a rule calls, those of the facts included that nobody asked for before."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        for _ in rule.check(corpus):
            pass
    finally:
        sys.setprofile(None)
    return count


def test_no_rule_that_joins_works_makes_pairs_of_all() -> None:
    few, many = _corpus(_files(FEW)), _corpus(_files(MANY))
    growth = {}
    for rule in rules():
        if rule.scope == "register" and rule.name not in _OF_EACH:
            before, after = _calls(rule, few), _calls(rule, many)
            if after > _NOISE and after > 5 * before:
                growth[rule.name] = (before, after)
    assert not growth


PAPER = """\
---
title: Paper {number}
example: true
area: environment-protection
prepared_by: XA
applicability: {{from: 2027-01-01, to: 2029-12-31}}
events:
  - {{on: 2026-08-03, kind: issued, by: XA}}
  - {{on: 2026-08-20, kind: considered, channel: swg}}
  - {{on: 2026-11-18, kind: approved, by: soc, mode: meeting}}
---

## General framework {{#framework}}

1.1 Cooperation is voluntary.
"""
MANDATE = """\
---
title: Mandate {number}
example: true
area: environment-protection
role: {role}
holder: {holder}
events:
  - {{on: {first}, kind: appointed, by: soc, mode: meeting, tenure: {{from: {first}, to: 2028-12-31}}}}
---
"""


def _register(kind: str, texts: list[str]) -> Corpus:
    works = {f"{kind}/several-{number:03}/en.md": text.encode() for number, text in enumerate(texts)}
    return _corpus({**{path: text for path, text in _files(1).items() if path.split("/")[0] in _ONCE}, **works})


def _check(name: str, corpus: Corpus) -> tuple[int, int]:
    rule = find_rule(name)
    assert rule
    return sum(1 for _ in rule.check(corpus)), _calls(rule, corpus)


def test_five_hundred_papers_of_one_area_are_each_told_once() -> None:
    some, calls = _check(
        "concept-paper/papers-overlap", _register("concept-paper", [PAPER.format(number=n) for n in range(125)])
    )
    all_of_them, more_calls = _check(
        "concept-paper/papers-overlap", _register("concept-paper", [PAPER.format(number=n) for n in range(500)])
    )
    assert (some, all_of_them) == (124, 499)
    assert more_calls < 6 * calls


ROLES = {
    "mandate/coordinators-overlap": ("coordinator", "coordinator"),
    "mandate/both-roles": ("coordinator", "co-coordinator"),
    "mandate/acting-beside-coordinator": ("coordinator", "acting-coordinator"),
}


@pytest.mark.parametrize("name", ROLES)
def test_five_hundred_mandates_over_one_area_are_each_told_at_most_once(name: str) -> None:
    texts = [
        MANDATE.format(
            number=number,
            holder=("XA", "XB", "KZ")[number // 2 % 3],
            role=ROLES[name][number % 2],
            first=date(2024, 1, 1) + timedelta(days=number),
        )
        for number in range(500)
    ]
    some, calls = _check(name, _register("mandate", texts[:125]))
    all_of_them, more_calls = _check(name, _register("mandate", texts))
    assert 0 < some < all_of_them < 500
    assert more_calls < 6 * calls
