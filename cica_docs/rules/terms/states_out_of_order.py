"""A list of States does not follow the alphabet of its language.

## Why
States are equal, and a list in alphabetical order says so. The order is that of each language:
Kazakh puts Ә after А and Қ after К, so that no other language's order will do. A list may
mean another order, by date or by part in the work, which its sentence says; this is a notice.

## Example
    Қытай, Қазақстан және Әзербайжан

Use instead
    Әзербайжан, Қазақстан және Қытай
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import unsorted_state_lists
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/order-of-states"
SCOPE = "work"
MESSAGE = "the States in this list are not in the alphabetical order of the language"
HELP = "the order is {ordered}; leave the list as it is where another order is meant"


def check(corpus: Corpus) -> Iterator[Violation]:
    for state_list in unsorted_state_lists(corpus):
        yield violation(state_list.place, ordered=state_list.ordered)
