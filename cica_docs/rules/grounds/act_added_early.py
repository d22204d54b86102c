"""A change records an act of a day that is still to come.

## Why
What has not been done is not on record: an approval, a notice or an extension of tomorrow may still turn out
otherwise, and nobody can undo the record. The day is that of the register's time zone. An act of a later day
that is on record already is a notice (`record/act-to-come`).

## Example
    - {on: 2027-01-15, kind: approved, by: soc, ref: SOC/2027-I/INF/2}   # recorded in December 2026

Use instead
    the act on the day on which it is done, or later
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.new_acts import new_acts
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/act-added"
SCOPE = "change"
MESSAGE = "`{act}` of {day} is recorded by this change, and {day} is after the day of this check, {as_of}"
HELP = "record it when it has been done; if the day is a slip of the pen, correct it"


def check(corpus: Corpus) -> Iterator[Violation]:
    for new in new_acts(corpus):
        if not new.act.has_happened(corpus.as_of):
            yield violation(new.act.place, act=new.act.kind, day=new.act.on, as_of=corpus.as_of)
