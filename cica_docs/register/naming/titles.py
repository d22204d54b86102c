"""What things with an id of the register are called in papers: measures, and the items of a plan or a review."""

from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.works import Work, works
from cica_docs.values.language import Language
from cica_docs.values.obligation import MEETING, Obligation


def measure_name(corpus: Corpus, id: str, language: Language, on: date) -> str:
    """Return the number of the Catalogue and the words of a measure; an id of the register only if it has no words."""
    reference = corpus.reference
    words = reference.names("measure", id, on)[language] if id in reference.all("measure") else ""
    if not words or words == id:
        return id
    return f"{id} {words}" if is_catalogue_number(id) else words


def is_catalogue_number(id: str) -> bool:
    """Whether the id of a measure is its number in the Catalogue, and not one that the register gave it."""
    return id[:1].isdecimal()


def item_title(work: Work, id: str, language: Language) -> str:
    """Return the heading of an item in a language, else in that of the original, else its id."""
    for document in (work.documents.get(language), work.original):
        for section in document.outline.sections if document else ():
            if section.id == id:
                return section.title
    return id


def concern_title(corpus: Corpus, obligation: Obligation, language: Language) -> str:
    """Return the title of the item or work that an obligation concerns; "" for a meeting, which has its day."""
    concerned, work = works(corpus).get(obligation.item), works(corpus).get(obligation.work)
    if obligation.occasion == MEETING:
        return ""
    if concerned:
        return concerned.title(language)
    return item_title(work, obligation.item, language) if work else obligation.item
