"""An activity of the Secretariat in an action plan belongs to no measure of the area.

## Why
The Secretariat "may propose specific activities within the framework of the CICA Catalogue of CBMs"
(CICA decision, clause 5.3). An item that it has proposed or organizes therefore names a measure, and at
least one that belongs to the area of the plan. What Member States propose and organize is not looked at.

## Example
    - {id: item-1, kind: event, organizer: secretariat, format: online, from: 2026-05, status: planned}

Use instead
    - {id: item-1, kind: event, measures: [env-1], organizer: secretariat, format: online, from: 2026-05, …}
"""

from collections.abc import Iterator, Mapping
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import read_names
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.mandates.service import area_name_of
from cica_docs.register.papers.themes import may_be_of
from cica_docs.register.works import works_of
from cica_docs.rules.rule import Violation, violation

MESSAGE = {
    "": "this item of the {body_circulates} belongs to no measure",
    "other": "this item of the {body_circulates} belongs to no measure of {area}",
}
HELP = "name a measure of this area (cica list measures shows them), or leave the item to a Member State"


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works_of(corpus, "action-plan"):
        on, area = first_day_of(corpus, work), str(work.original.get("/area") or "")
        items = work.original.get("/items")
        for index, item in enumerate(items if isinstance(items, list) and not work.is_known_only else ()):
            if not isinstance(item, dict) or not _is_of_secretariat(corpus, item):
                continue
            measures = read_names(item.get("measures"))
            if not any(may_be_of(corpus, measure, area) for measure in measures):
                yield violation(
                    work.original.at(f"/items/{index}"),
                    judged_on=on,
                    variant="other" if measures else "",
                    area=area_name_of(corpus, area, on),
                )


def _is_of_secretariat(corpus: Corpus, item: Mapping[str, Any]) -> bool:
    return any(
        corpus.reference.role("circulates") in read_names(item.get(field)) for field in ("proposed_by", "organizer")
    )
