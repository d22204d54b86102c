"""An action plan covers a shorter or longer period than the decision sets.

## Why
Some decisions say for how long a Coordinator plans, for example two years, which is its term. The period
is counted in whole calendar years, both days included, and by the value of the day of its first act.

## Example
    period: {from: 2026-01-01, to: 2026-12-31}      # plans are for two years

Use instead
    period: {from: 2026-01-01, to: 2027-12-31}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import read_period
from cica_docs.register.law.days import day_of_text
from cica_docs.register.papers.action_plans import action_plans
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.period import out_of_bounds

MESSAGE = {
    "": "plan from {first} to {last} is not for {low} to {high} years",
    "fixed": "plan from {first} to {last} is not for {low} years",
}
HELP = {"": "plan until a day from {earliest} to {latest}", "fixed": "plan until {earliest}"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for plan in action_plans(corpus):
        original, on = plan.work.original, day_of_text(corpus, plan.work)
        fault = out_of_bounds(read_period(original.get("/period")), corpus.decision.years("plan-period", on))
        if fault:
            variant = "fixed" if fault.is_fixed else ""
            yield violation(original.at("/period"), judged_on=on, variant=variant, **fault._asdict())
