"""A section of the first level has no id, or one that its kind of document does not have.

## Why
Sections are found by their ids in all three languages. A near miss ("backgroud") would count
as missing and its text as belonging nowhere.

## Example
    ## Background {#backgroud}

Use instead
    ## Background {#background}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.sections import misnamed_sections, provision_of_section
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/sections"
MESSAGE = {
    "": "the section “{title}” has no id",
    "unnamed": "the section “{title}” has no id",
    "unknown": "“{id}” is not a section of this kind of document",
    "misspelt": "“{id}” is not a section of this kind of document, and “{meant}” is missing",
}
HELP = {
    "": "end the heading with the id of one of these sections: {sections}; any other heading is ###",
    "unnamed": "end the heading in {{#{meant}}}",
    "unknown": "sections are {sections}; any other heading is ###",
    "misspelt": "end the heading in {{#{meant}}}",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        sections = tuple(section.id for section in work.kind.sections)
        of_original = frozenset(misnamed.section.id for misnamed in misnamed_sections(work.original, work.kind)) - {""}
        for document in work.documents.values():
            for misnamed in misnamed_sections(document, work.kind) if document.is_parted else ():
                # form/markup reports an id that is not valid.
                if document is not work.original and misnamed.section.id in of_original:
                    continue
                if misnamed.is_taken or misnamed.section.title.endswith("}"):
                    continue
                variants = ("misspelt", "unknown") if misnamed.section.id else ("unnamed", "")
                yield violation(
                    document.place(misnamed.section.span),
                    variant=variants[0 if misnamed.meant else 1],
                    provision=provision_of_section(corpus, work, misnamed.meant) if misnamed.meant else "",
                    id=misnamed.section.id,
                    title=misnamed.title,
                    meant=misnamed.meant.id if misnamed.meant else "",
                    sections=sections,
                )
