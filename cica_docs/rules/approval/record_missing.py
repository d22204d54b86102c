"""An approval is on record as an act alone, although the settings ask for a signed record of it.

## Why
An act in the front matter is a line that anyone with access to the file can write. Once the settings
name who signs, an approval is what they have signed. An act that a change adds needs its record whatever
day it bears, for its author chose that day.

## Example
    events:
      - {on: 2027-06-24, kind: approved, by: soc, ref: SOC/2027-II/INF/1}

Use instead
    cica approve concept-paper/tourism-2027 --decision SOC/2027-II/INF/1 --on 2027-06-24
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.records import record_of
from cica_docs.register.approvals.requirements import acts_without_signature
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/approval-record"
MESSAGE = "`{act}` of {day} has no record that could be signed, and the settings ask for one"
HELP = "make the record and have it signed: cica approve {work} --act {act} --on {day}"


def check(corpus: Corpus) -> Iterator[Violation]:
    for work, act in acts_without_signature(corpus):
        if record_of(corpus, work, act) is None:
            yield violation(act.place, act=act.kind, day=act.on, work=work.name)
