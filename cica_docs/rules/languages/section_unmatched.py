"""A section is in one edition only, in another place, or has another id.

## Why
Sections are found by their ids in every language. Where the kind of document itself asks for a
section or knows none of that id, the rules of `form/` say so; this rule says the rest.

## Example
    en.md: ### Environmental awareness {#awareness}      ru.md: ### Просвещение {#education}

Use instead
    ru.md: ### Просвещение {#awareness}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import StructuralDifference, structural_differences
from cica_docs.rules.rule import RelatedPlace, Violation

PROVISION = "house/same-structure"
SCOPE = "work"
MESSAGE = {
    "missing": "after this, the section “{name}” of the original is missing",
    "extra": "the section “{name}” is not in the original",
    "moved": "the section “{name}” is in another place than in the original",
    "renamed": "this section has the id “{name}”, its counterpart “{meant}”",
}
HELP = "give both editions the same sections, in the same order and with the same ids"
RELATED = {"": "the original"}
_OF_KINDS = 2


def check(corpus: Corpus) -> Iterator[Violation]:
    for difference in structural_differences(corpus).get("section", ()):
        if not _is_reported(difference):
            related = (RelatedPlace(difference.in_source, ""),)
            yield Violation(difference.in_translation, difference.variant, "", related, difference.details)


def _is_reported(difference: StructuralDifference) -> bool:
    """Whether a rule of form/ reports it: a section that the kind requires or does not have."""
    sections = {section.id: section for section in difference.work.kind.sections}
    if not sections or difference.details["level"] != _OF_KINDS:
        return False
    section = sections.get(str(difference.details["name"]))
    if difference.variant == "extra" and section is not None:
        return not section.is_optional
    if difference.variant == "missing":
        return section is None or not (section.is_optional or difference.work.is_known_only)
    return difference.variant == "renamed" or (difference.variant == "moved") == (section is not None)
