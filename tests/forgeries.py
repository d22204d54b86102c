"""Forgeries of approvals, and what refuses each; `docs/inside/evidence.md` shows this table."""

from collections.abc import Callable
from typing import NamedTuple

from forgery import ACT, HOLDS, RECORD, WORK, Ground
from forging import (
    RUSSIAN,
    act_alone,
    act_alone_of_an_earlier_day,
    decomposed,
    edit,
    grafted,
    history_begun_again,
    key_in_the_same_change,
    keys_begun_again,
    languages_exchanged,
    merged,
    merged_before_its_parent,
    nothing,
    planted_key,
    record_gone,
    record_of_another_document,
    replaced,
    settings_that_ask_for_nothing,
    shallow,
    signature_of_an_earlier_change,
    signed,
    signing_program,
    with_carriage_returns,
)


class Forgery(NamedTuple):
    """A forgery: what it does to the ground, which command is asked, and what that refuses.

    `officer` says when the key of the officer holds, where that matters.
    """

    does: Callable[[Ground], None]
    asks: str
    refused: str
    officer: str = HOLDS


EXPIRED = f"{HOLDS}\nuntil: 2026-11-15"
FORGERIES = {
    "an act without a record": Forgery(act_alone, "check", "approval/record-missing"),
    "an act without a record, of a day before signatures were asked for": Forgery(
        act_alone_of_an_earlier_day, "check", "approval/record-missing"
    ),
    "a record without its act": Forgery(edit(f"{WORK}/en.md", ACT, ""), "check", "approval/act-missing"),
    "a record on another text": Forgery(
        edit(f"{WORK}/en.md", "know no borders", "know of no borders"), "check", "approval/statement-differs"
    ),
    "a record on other facts": Forgery(
        edit(f"{WORK}/en.md", "secretariat_assistance: true\n", ""), "check", "approval/statement-differs"
    ),
    "a record on another decision": Forgery(
        edit(f"{WORK}/en.md", "ref: SOC/2026-III/INF/2", "ref: SOC/2026-III/INF/3"),
        "check",
        "approval/statement-differs",
    ),
    "a record on another document": Forgery(record_of_another_document, "check", "approval/statement-differs"),
    "a record of one language on another": Forgery(languages_exchanged, "check", "approval/statement-differs"),
    "one of three editions exchanged": Forgery(
        edit(RUSSIAN, "не знают границ", "не имеют границ"), "check", "approval/statement-differs"
    ),
    "an edition in decomposed letters (NFD)": Forgery(decomposed, "check", "approval/statement-differs"),
    "an edition with CRLF": Forgery(with_carriage_returns(RUSSIAN), "check", "approval/statement-differs"),
    "a record with CRLF": Forgery(with_carriage_returns(RECORD), "check", "approval/statement-differs"),
    "a record altered after it was signed": Forgery(
        edit(RECORD, "verdict: no error", "verdict: no error at all"), "check", "approval/signature-bad"
    ),
    "a signature by another key": Forgery(signed(("officer", "stranger")), "check", "approval/signature-bad"),
    "a signature made for something else": Forgery(
        signed(("officer", "officer"), namespace="git"), "check", "approval/signature-bad"
    ),
    "a signing program in the configuration of Git, or on the path": Forgery(
        signing_program, "check", "approval/signature-bad"
    ),
    "a signature by somebody without a key": Forgery(
        signed(("stranger", "stranger")), "check", "approval/signer-not-entitled"
    ),
    "a key added in the same change": Forgery(key_in_the_same_change, "check", "approval/signer-not-entitled"),
    "back-dating: a key that has expired, in a commit of a day when it held": Forgery(
        nothing, "check", "approval/key-out-of-time", f"{HOLDS}\nuntil: 2026-11-30"
    ),
    "a revoked key": Forgery(nothing, "check", "approval/key-out-of-time", f"{HOLDS}\nrevoked: 2026-11-20"),
    "a key that does not hold yet": Forgery(nothing, "check", "approval/key-out-of-time", "from: 2026-12-02"),
    "settings that ask for no signature any more": Forgery(
        settings_that_ask_for_nothing, "check", "approval/keys-unsigned"
    ),
    "a change of keys with the signature of an earlier one": Forgery(
        signature_of_an_earlier_change, "check", "approval/keys-unsigned"
    ),
    "a record taken away after the merge": Forgery(merged(record_gone), "history", "approval/record-rewritten"),
    "a record altered after the merge": Forgery(
        merged(edit(RECORD, "mode: consensus", "mode: silence until 2026-11-18")),
        "history",
        "approval/record-rewritten",
    ),
    "a key pushed past the gate": Forgery(planted_key, "history", "approval/keys-unsigned"),
    "an approval by a key that was pushed past the gate": Forgery(planted_key, "verify", "signature planted"),
    "all keys taken away, and others called the first": Forgery(keys_begun_again, "verify", "signature planted"),
    "a text altered after the merge, past the gate": Forgery(
        merged(edit(RUSSIAN, "не знают границ", "не имеют границ")), "verify", "edition differs"
    ),
    "a record taken away after the merge, past the gate": Forgery(merged(record_gone), "verify", "record gone"),
    "a record replaced after the merge, past the gate": Forgery(
        merged(edit(RECORD, "mode: consensus", "mode: majority")), "verify", "record rewritten"
    ),
    "rewritten history: the record in a commit dated before its parent": Forgery(
        merged_before_its_parent, "verify", "signature expired", EXPIRED
    ),
    "rewritten history: all begun again in one commit": Forgery(history_begun_again, "verify", "signature new"),
    "a replace ref that puts another key in place": Forgery(replaced, "check", "refs/replace"),
    "a graft that cuts the history": Forgery(grafted, "check", "info/grafts"),
    "a clone without the history": Forgery(shallow, "verify", "unshallow"),
}
