"""A text uses a form that the organisation does not use for the thing.

## Why
The press and other translators call the bodies and notions of CICA by many names. Two names in
two papers look like two things. reference/terms.yaml holds one approved term for each notion and
language, and the forms that are not to be written; quotations are left as they are.

## Example
    Комитет высших должностных лиц рассмотрел проект.

Use instead
    Комитет старших должностных лиц рассмотрел проект.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import forbidden_terms
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/terms"
SCOPE = "work"
MESSAGE = {
    "": "“{found}” is not the term of the organisation",
    "state": "“{found}” is not the name by which the organisation calls the State",
}
HELP = {"": "write “{approved}” in the form that the sentence asks for; a quotation in its marks may keep its words"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for term in forbidden_terms(corpus):
        variant = "state" if term.is_name else ""
        yield violation(term.place, variant=variant, found=term.current, approved=term.approved)
