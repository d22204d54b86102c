"""The differences of two texts of a decision: provisions and what they bind."""

import json
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from cica_docs.documents.decision.decision import Decision
from cica_docs.values.provision import Provision
from cica_docs.views.decision.impact import Change
from cica_docs.views.provisions import Clauses


def compare_provisions(before: Clauses, after: Clauses) -> Iterator[Change]:
    """Yield the provisions that are repealed, changed and new; of a changed one each part that differs."""
    old, new = _of_decision(before), _of_decision(after)
    for id, provision in old.items():
        if id not in new:
            yield Change("vanishes", "provision", "", id, _summary(before, provision))
            continue
        for part, former, present in _parts(before, provision, after, new[id]):
            yield Change("changes", "provision", part, id, former, present)
    for id, provision in new.items():
        if id not in old:
            yield Change("appears", "provision", "", id, "", _summary(after, provision))


def compare_bindings(before: Decision, after: Decision) -> Iterator[Change]:
    """Yield the rules, constraints and sections that begin or cease to apply, or cite another provision."""
    for name in dict.fromkeys((*before.bindings, *after.bindings)):
        old, new = before.binding(name), after.binding(name)
        if old != new:
            yield Change("changes" if old and new else "appears" if new else "vanishes", "rule", "", name, old, new)


def _of_decision(clauses: Clauses) -> dict[str, Provision]:
    provisions = clauses.corpus.decision.recorded
    return {id: provision for id, provision in provisions.items() if not provision.is_house_rule}


def _summary(clauses: Clauses, provision: Provision) -> str:
    return f"{clauses.force_of(provision)} · {clauses.addressee_of(provision)}: {clauses.statement_of(provision)}"


def _parts(before: Clauses, old: Provision, after: Clauses, new: Provision) -> Iterator[tuple[str, str, str]]:
    """Yield the name of each part that differs, as it was and as it is."""
    words = after.words
    for language in after.corpus.reference.languages:
        if old.says.get(language, "") != new.says.get(language, ""):
            name = words.sentence("adopt.words", language=language.value)
            yield name, old.says.get(language, ""), new.says.get(language, "")
    described = (
        ("force", before.force_of(old), after.force_of(new)),
        ("addressee", before.addressee_of(old), after.addressee_of(new)),
        ("binds", words.word(f"stages.{old.binds.value}"), words.word(f"stages.{new.binds.value}")),
        ("unchecked", before.reason_of(old), after.reason_of(new)),
    )
    for part, former, present in described:
        if former != present:
            yield words.word(f"adopt.{part}"), former, present
    for former, present in zip_longest(before.values_of(old), after.values_of(new), fillvalue=""):
        if former != present:
            yield words.word("adopt.values"), former, present
    for former, present in zip_longest(before.history_of(old), after.history_of(new), fillvalue=""):
        if former != present:
            yield words.word("adopt.amended"), former, present
    none: Mapping[str, object] = {}
    for former_entry, present_entry in zip_longest(old.obligations, new.obligations, fillvalue=none):
        keys = dict.fromkeys((*former_entry, *present_entry))
        differing = [key for key in keys if former_entry.get(key) != present_entry.get(key)]
        if differing:
            yield words.word("adopt.due"), _entries(former_entry, differing), _entries(present_entry, differing)


def _entries(obligation: Mapping[str, object], keys: list[str]) -> str:
    """Format the entries of an obligation that have these keys."""
    known = (key for key in keys if key in obligation)
    return "; ".join(f"{key}: {json.dumps(obligation[key], ensure_ascii=False, default=str)}" for key in known)
