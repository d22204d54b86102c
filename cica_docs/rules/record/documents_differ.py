"""A document and another that it names say different things of the same fact.

## Why
A mandate and the notice on which it rests, a request and the mandate that it would extend, a plan and
its concept paper speak of one area, one role, one State, one last day. Where they differ, it is open
which is meant. Which fields say the same is data of each kind, under `same_as`.

## Example
    role: coordinator
    notice: tourism-kz-2026         # offers the role of Co-coordinator

Use instead
    role: co-coordinator
    notice: tourism-kz-2026
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.open_questions import is_noted
from cica_docs.register.record.counterparts import differences
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
ALSO = ("house/appointed-tenure",)
MESSAGE = {
    "": "`{field}` is {value} here and {other} in {work}",
    "expects": "{work} is named, but its `{field}` is {other}, not {value}",
    "noted": "{value} was asked for in `{field}`, and {other} was decided ({work})",
}
HELP = {
    "": "correct the one that is wrong, or name another document",
    "expects": "name the document that is meant",
    "noted": "nothing needs to be done if that was decided",
}
RELATED = {"": "the other document says it here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in differences(corpus):
        relation = difference.relation
        if relation == "noted" and not is_noted(corpus):
            continue
        yield violation(
            difference.place,
            variant=relation if relation in MESSAGE else "",
            provision=ALSO[0] if relation == "noted" else "",
            related=(RelatedPlace(difference.other_place, ""),),
            field=difference.field.removeprefix("/"),
            value=difference.value,
            other=difference.other_value,
            work=difference.other.name,
        )
