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
from cica_docs.values.day import add_years, plus_days

MESSAGE = {
    "": "plan from {first} to {last} is not for {low} to {high} years",
    "fixed": "plan from {first} to {last} is not for {low} years",
}
HELP = {"": "plan until a day from {earliest} to {latest}", "fixed": "plan until {earliest}"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for plan in action_plans(corpus):
        period, on = read_period(plan.work.original.get("/period")), day_of_text(corpus, plan.work)
        bounds = corpus.decision.years("plan-period", on)
        if period is None or bounds is None:
            continue
        low, high = bounds
        if not period.lasts(low, high):
            yield violation(
                plan.work.original.at("/period"),
                judged_on=on,
                variant="fixed" if low == high else "",
                first=period.first,
                last=period.last,
                low=low,
                high=high,
                earliest=plus_days(add_years(period.first, low), -1),
                latest=plus_days(add_years(period.first, high), -1),
            )
