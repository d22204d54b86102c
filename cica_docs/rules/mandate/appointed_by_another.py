"""A Coordinator was appointed by another body than the one that appoints in this area.

## Why
Some decisions know two bodies that appoint: one for the areas of working groups and another for those of
subgroups. An area says in areas.yaml under `appointed_by` who appoints its Coordinator; in all other areas
it is the body that approves, by the roles of the settings.

## Example
    - {on: 2026-12-10, kind: appointed, by: ministers}      # the area says: appointed_by: national-coordinators

Use instead
    - {on: 2026-12-10, kind: appointed, by: national-coordinators}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.appointments import appointing_body_of, appointments
from cica_docs.register.mandates.service import area_name_of
from cica_docs.rules.rule import Violation, violation

MESSAGE = "{expected} appoints in {area}, but {body} is named"
HELP = "{if_slip}{expected} must still decide; its act is recorded then"
GROUNDS = ("", "by-area")


def check(corpus: Corpus) -> Iterator[Violation]:
    for appointment in appointments(corpus):
        act, area = appointment.act, appointment.mandate.area
        named = appointing_body_of(corpus, area)
        expected = named or corpus.reference.role("approves")
        on = act.on.first
        if expected and act.by and expected not in act.by:
            yield violation(
                act.document.at(f"{act.pointer}/by"),
                judged_on=on,
                ground="by-area" if named else "",
                body=corpus.reference.names("body", act.by[0], on),
                area=area_name_of(corpus, area, on),
                expected=corpus.reference.names("body", expected, on),
            )
