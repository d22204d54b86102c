"""An extension was approved after the tenure had ended.

## Why
A term is extended "subject to approval by the SOC" (CICA decision, clause 1.12). What has
ended cannot be extended; a state that returns is appointed again. There are no bounds on how
long an extension lasts.

## Example
    tenure: {from: 2024-03-01, to: 2026-02-28}
    - {on: 2026-06-24, kind: extended, by: soc, until: 2027-02-28}

Use instead
    a new mandate, with a new notice, from the day of the decision
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.appointments import extensions
from cica_docs.rules.rule import Violation, violation

MESSAGE = "the extension was approved on {approved}, after the tenure had ended on {ended}"
HELP = "{if_slip}the state must be appointed again by the {body_approves}"


def check(corpus: Corpus) -> Iterator[Violation]:
    for extension in extensions(corpus):
        act, ended = extension.act, extension.old_end
        if ended and act.on.first > ended:
            yield violation(act.place, judged_on=act.on.first, approved=act.on, ended=ended)
