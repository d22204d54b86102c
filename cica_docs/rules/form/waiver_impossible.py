"""A waiver names no rule, or a rule from which no departure is possible.

## Why
What a provision only recommends (should, as a rule, is expected, preferably) may be departed
from, with a reason: comply or explain. What *shall* or *cannot* be done leaves no choice, and a
waiver of it would hide a breach. A waiver names a rule (`concept-paper/period-out-of-bounds`) or one
statement of a clause (`2.6/period`).

## Example
    waivers:
      - {rule: 2.3/prepared-by, reason: the Coordinator was ill, by: XB}

Use instead
    the paper presented by the Coordinator, or by an acting Coordinator (clause 1.11)
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.register.law.days import day_of_place
from cica_docs.register.waivers import Waiver, can_be_waived, waivers
from cica_docs.rules.rule import Violation, day_of, find_rule, rules, violation
from cica_docs.values.provision import Provision

PROVISION = "house/waiver"
MESSAGE = {
    "unknown": "“{name}” is neither a rule nor a provision",
    "binding": "{name} cannot be waived: it rests on {statement}, which leaves no choice",
    "statement": "{name} cannot be waived: it leaves no choice",
}
HELP = {
    "unknown": "{suggestion}cica explain lists the rules",
    "binding": "comply instead, and take the waiver out",
    "statement": "comply instead, and take the waiver out",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for listed in waivers(corpus).values():
        for waiver in listed:
            yield from _impossible(corpus, waiver)


def _impossible(corpus: Corpus, waiver: Waiver) -> Iterator[Violation]:
    provisions = corpus.decision.recorded
    if find_rule(waiver.target) is None and waiver.target not in provisions:
        names = [rule.name for rule in rules()] + list(provisions)
        suggestion = tuple(get_close_matches(waiver.target, names, 1, 0.6))
        yield violation(waiver.place, variant="unknown", name=waiver.target, suggestion=suggestion)
        return
    rests = _provisions_waived(corpus, waiver)
    if not all(rests):  # the decision does not bind the rule: form/waiver-unused reports the waiver
        return
    binding = [id for id, provision in rests.items() if not can_be_waived(provision)]
    if binding and len(binding) == len(rests):
        variant = "statement" if waiver.target in provisions else "binding"
        yield violation(waiver.place, variant=variant, name=waiver.target, statement=binding[0])


def _provisions_waived(corpus: Corpus, waiver: Waiver) -> Mapping[str, Provision | None]:
    """Return the provisions to be waived by id: those breached in the work, else the rule's own."""
    rule, day = find_rule(waiver.target), day_of_place(corpus, waiver.place)
    if rule is None:
        return {waiver.target: corpus.decision.provision(waiver.target, day)}
    if rule.name.startswith("form/waiver-"):  # it would call itself
        return {rule.provision: corpus.decision.provision(rule.provision)}
    folder = f"{waiver.work.name}/"
    breached: dict[str, Provision | None] = {}
    for breach in rule.check(corpus):
        if breach.place.path.startswith(folder):
            on = day_of(corpus, breach)
            id = rule.provision_of(breach, corpus.decision, on)
            breached[id] = corpus.decision.provision(id, on)
    id = rule.provision_under(corpus.decision, on=day)
    stated = {id: breached[id] for id in sorted(breached) if id}
    return stated or {id: corpus.decision.provision(id, day)}
