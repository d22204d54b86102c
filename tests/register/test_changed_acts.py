"""What a change does to acts that were on record before it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.register.open import packaged_kinds
from cica_docs.register.record.changed_acts import act_changes
from cica_docs.snapshot.memory import MemorySnapshot
from nightly import examples

HEAD = "---\ntitle: {title}\narea: tourism\nsymbol: SOC/2026-I/INF/2\nevents:\n"
ISSUED, SENT, SEEN, APPROVED = (
    "{on: 2026-04-06, kind: issued, by: XA}",
    "{on: 2026-04-08, kind: circulated, by: secretariat, to: all}",
    "{on: 2026-05-20, kind: considered, channel: swg}",
    "{on: 2026-06-24, kind: approved, by: soc}",
)
ACTS = (ISSUED, SENT, SEEN, APPROVED)
LATER = "{on: 2026-07-01, kind: circulated, by: secretariat, to: all}"


def _register(acts: Sequence[str], id: str = "tourism", title: str = "Paper") -> Corpus:
    front = HEAD.format(title=title) + "".join(f"  - {act}\n" for act in acts)
    files = {
        "reference/settings.yaml": b"languages: [en]\noriginal: en\n",
        f"concept-paper/{id}/en.md": f"{front}---\n\nText.\n".encode(),
    }
    return read_corpus(MemorySnapshot(files), packaged_kinds(), date(2026, 12, 1))


def _faults(before: Corpus, after: Corpus) -> list[tuple[str, str]]:
    return [(change.fault, change.act.kind) for change in act_changes(replace(after, before=before))]


@pytest.mark.parametrize(
    ("acts", "faults"),
    [
        pytest.param(ACTS, [], id="as they were"),
        pytest.param((*ACTS, LATER), [], id="followed by another"),
        pytest.param(ACTS[1:], [("removed", "issued")], id="without the first"),
        pytest.param((), [("removed", kind) for kind in ("issued", "circulated", "considered", "approved")], id="none"),
        pytest.param((ISSUED, SEEN, SENT, APPROVED), [("moved", "circulated")], id="in another order"),
        pytest.param((APPROVED, ISSUED, SENT, SEEN), [("moved", "approved")], id="one in another place"),
        pytest.param((*ACTS[:3], APPROVED.replace("24", "23")), [("rewritten", "approved")], id="one altered"),
        pytest.param((ISSUED, SENT, APPROVED.replace("approved", "considered"), SEEN), None, id="altered and moved"),
        pytest.param((*ACTS, APPROVED), [], id="done twice"),
    ],
)
def test_acts_are_followed_by_further_ones_alone(acts: Sequence[str], faults: list[tuple[str, str]] | None) -> None:
    said = _faults(_register(ACTS), _register(acts))
    assert (said == faults) if faults is not None else said


def test_the_acts_of_a_renamed_work_are_its_own() -> None:
    assert _faults(_register(ACTS), _register(ACTS[:3], id="travel")) == [("removed", "approved")]


def test_a_work_that_is_gone_is_not_reported_act_by_act() -> None:
    empty = read_corpus(MemorySnapshot({}), packaged_kinds(), date(2026, 12, 1))
    assert _faults(_register(ACTS), empty) == []


@given(order=st.permutations(ACTS))
@settings(max_examples=examples(30), deadline=None)
def test_as_few_acts_as_possible_are_said_to_have_been_moved(order: list[str]) -> None:
    faults = _faults(_register(ACTS), _register(order))
    assert {fault for fault, _ in faults} <= {"moved"}
    assert bool(faults) == (tuple(order) != ACTS)
    assert len(faults) < len(ACTS)


@given(kept=st.lists(st.sampled_from(ACTS), unique=True))
@settings(max_examples=examples(30), deadline=None)
def test_every_act_that_is_gone_is_named_once(kept: list[str]) -> None:
    in_order = [act for act in ACTS if act in kept]
    assert len(_faults(_register(ACTS), _register(in_order))) == len(ACTS) - len(in_order)
