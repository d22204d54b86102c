"""Two notes bear the same number.

## Why
A note is cited by its number. One that two notes share names neither. Each State numbers its notes
itself, often from one again each year: two with the same number and the same day are the same note.

## Example
    number: SWG/569     # in two folders

Use instead
    number: SWG/570
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.letters import Letter, letters
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/correspondence"
MESSAGE = {
    "": "the number {number} is already that of {work}",
    "state": "this is the same note as {work}: of one State, one number ({number}) and one day",
}
HELP = {
    "": "take the next number of the register of outgoing notes",
    "state": "if the note is recorded twice, keep one; if there are two, correct the number or day that is wrong",
}
RELATED = {"": "the other note is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    first: dict[tuple[str, ...], Letter] = {}
    for letter in letters(corpus):
        if not letter.number:
            continue
        earlier = first.setdefault(letter.identity, letter)
        if earlier is not letter:
            related_place = RelatedPlace(earlier.work.original.at("/number"), "")
            place = letter.work.original.at("/number")
            yield violation(
                place,
                variant="state" if letter.state else "",
                related=(related_place,),
                number=letter.number,
                work=earlier.work.name,
            )
