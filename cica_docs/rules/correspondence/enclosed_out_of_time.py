"""A note encloses a document whose first act on record is later than the note.

## Why
What is enclosed with a note has been issued, sent or submitted by then, or is with that very note. Where
the first act of the enclosed document is of a later day, the note has a wrong day, encloses another document,
or the act is dated too late. A document without acts is left alone.

## Example
    # note-verbale/swg-1001, sent on 2026-06-10
    enclosures: [{work: action-plan/environment-2026}]      # its first act is of 2026-07-15

Use instead
    # note-verbale/swg-1001, sent on 2026-10-05
    enclosures: [{work: action-plan/environment-2026}]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of
from cica_docs.register.letters import letters
from cica_docs.register.works import work_named
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
MESSAGE = "{work} is enclosed with a note of {sent}, and its first act on record, `{act}`, is of {day}"
HELP = "{if_slip}the document has still to be sent: enclose it with a further note"
RELATED = {"": "its first act is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for letter in letters(corpus):
        sent = next((act.on for act in events_of(letter.work.original) if act.kind == "sent"), None)
        for name, pointer in letter.enclosed if sent else ():
            work = work_named(corpus, name)
            acts = events_of(work.original) if work and not work.is_known_only else ()
            first = min(acts, key=lambda act: act.on.first, default=None)
            if sent and first and sent.last < first.on.first:
                yield violation(
                    letter.work.original.at(pointer),
                    related=(RelatedPlace(first.place, ""),),
                    work=name,
                    sent=sent,
                    act=first.kind,
                    day=first.on,
                )
