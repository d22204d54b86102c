"""An item of an action plan has no heading in its text, or a heading has no item.

## Why
An action plan makes concrete proposals with timelines and modalities (CICA decision, clause
2.9). What is proposed is in the text under a heading; when, how and by whom in the field
`items`. The id joins the two, and the printed schedule takes its words from the heading.

## Example
    items:
      - id: item-8              # no heading ends in {#item-8}

Use instead
    ### Seminar on clean air {#item-8}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.papers.action_plans import ActionPlan, action_plans
from cica_docs.rules.rule import Violation, violation

MESSAGE = {
    "": "the item {id} has no heading in the text",
    "heading": "the heading “{title}” has no item",
    "twice": "two items have the id {id}",
}
HELP = {
    "": "add ### … {{#{id}}} to the section on activities, with what is proposed",
    "heading": "add an item with id: {id} to the field items, with its dates, format and organizer",
    "twice": "give each item an id and a heading of its own",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for plan in action_plans(corpus):
        if not plan.work.is_known_only:
            yield from _items_without_heading(plan)
            yield from _headings_without_item(plan)


def _items_without_heading(plan: ActionPlan) -> Iterator[Violation]:
    headings = {section.id for section in plan.work.original.outline.sections if section.id}
    seen: set[str] = set()
    for pointer, item in plan.items:
        id = str(item.get("id") or "")
        if id and (id not in headings or id in seen):
            variant = "twice" if id in seen else ""
            yield violation(plan.work.original.at(f"{pointer}/id"), variant=variant, id=id)
        seen.add(id)


def _headings_without_item(plan: ActionPlan) -> Iterator[Violation]:
    ids = {str(item.get("id") or "") for _, item in plan.items}
    if len(ids) < len(plan.items):  # which heading lacks its item is known when each item has an id of its own
        return
    within = False
    for section in plan.work.original.outline.sections:
        if section.level <= 2:
            within = section.id == "activities"
        elif within and section.level == 3 and section.id not in ids and plan.items:
            place = plan.work.original.place(section.span)
            yield violation(place, variant="heading", title=section.title, id=section.id or "item-…")
