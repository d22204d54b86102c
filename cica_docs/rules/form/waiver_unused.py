"""A waiver has nothing to waive, or has run out.

## Why
A waiver says that a work departs from what is recommended, and why; it is printed in the annex of
the work. When the work complies the waiver says something untrue, and when its last day has
passed it no longer counts.

## Example
    applicability: {from: 2026-07-01, to: 2028-06-30}      # two years
    waivers:
      - {rule: concept-paper/period-out-of-bounds, reason: a trial period, by: XA}

Use instead
    applicability: {from: 2026-07-01, to: 2028-06-30}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.law.days import day_of_place
from cica_docs.register.waivers import Waiver, can_be_waived, waivers
from cica_docs.rules.rule import Rule, Violation, day_of, find_rule, rules, violation

PROVISION = "house/waiver-in-use"
MESSAGE = {
    "": "there is nothing here from which {name} departs",
    "expired": "the waiver of {name} ran out on {until}",
}
HELP = {
    "": "take the waiver out",
    "expired": "comply, or renew the waiver with its reason",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for listed in waivers(corpus).values():
        for waiver in listed:
            if not _is_possible(corpus, waiver):
                continue
            if not waiver.applies(corpus.as_of):
                yield violation(waiver.place, variant="expired", name=waiver.target, until=waiver.until)
            elif not any(_departs(corpus, waiver, rule) for rule in _rules(waiver)):
                yield violation(waiver.place, name=waiver.target)


def _is_possible(corpus: Corpus, waiver: Waiver) -> bool:
    """Whether it is possible at all; if not, another rule reports it."""
    rule, day = find_rule(waiver.target), day_of_place(corpus, waiver.place)
    if rule is None:
        return can_be_waived(corpus.decision.provision(waiver.target, day))
    if rule.name.startswith("form/waiver-"):
        return False
    provision = rule.provision_under(corpus.decision, on=day)
    return not provision or can_be_waived(corpus.decision.provision(provision, day)) or _departs(corpus, waiver, rule)


def _rules(waiver: Waiver) -> tuple[Rule, ...]:
    """Return the rules whose findings it may concern."""
    target = find_rule(waiver.target)
    # A rule on waivers would call itself.
    return (target,) if target else tuple(rule for rule in rules() if not rule.name.startswith("form/waiver-"))


def _departs(corpus: Corpus, waiver: Waiver, rule: Rule) -> bool:
    folder = f"{waiver.work.name}/"
    return any(
        violation.place.path.startswith(folder) and waiver.covers(rule.name, provision)
        for violation in rule.check(corpus)
        if (provision := rule.provision_of(violation, corpus.decision, day_of(corpus, violation)))
    )
