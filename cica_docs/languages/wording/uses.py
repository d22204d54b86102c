"""Find the wordings of the lexicons in the texts of works."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.languages.sentences import Sentence, sentences_of
from cica_docs.languages.wording.frames import Reading
from cica_docs.languages.wording.lexicon import lexicons
from cica_docs.languages.wording.pair import Pair
from cica_docs.languages.wording.search import find_wording, fold
from cica_docs.register.events import read_names
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.mandates.service import may_serve
from cica_docs.register.open_questions import is_bound
from cica_docs.register.reviews.reviews import areas_in_focus
from cica_docs.register.works import Work, works, works_of
from cica_docs.text.inflection import normalize
from cica_docs.values.day import parse_partial_date
from cica_docs.values.language import Language
from cica_docs.values.span import Place

PAPER_KINDS = (
    "concept-paper",
    "action-plan",
    "recommendation",
    "review",
    "review-contribution",
    "completion-report",
    "expert-meeting",
    "contribution-request",
    "note-verbale",
)
"""The kinds of document whose wordings most rules judge: what is drafted for Member States under the measures."""
_SPACE = re.compile(r"\s+")
_GAP = re.compile(r"\s{4,}")
"""What a quotation leaves in a sentence."""


class WordingUse(NamedTuple):
    """Words of a text that have a wording, their place, and the sentence that they are in."""

    place: Place
    words: str
    sentence: str


def wording_uses(corpus: Corpus, wording: str, *kinds: str) -> Iterator[WordingUse]:
    """Yield the uses of a wording in the works of some kinds that the decision binds."""
    for kind in kinds:
        for work in works_of(corpus, kind):
            if not (work.is_known_only or _is_own(corpus, work)) and is_bound(corpus, first_day_of(corpus, work)):
                states = _states_without_part(corpus, work)
                for document in work.documents.values():
                    yield from find_uses(corpus, document, wording, states)


def find_uses(
    corpus: Corpus, document: Document, wording: str, states: AbstractSet[str] | None = None
) -> Iterator[WordingUse]:
    """Yield the uses of a wording in a document; a sentence of the decision itself may have it."""
    for sentence, sought in _sentences_with_words(corpus, document):
        if wording in sought:
            span = find_wording(sentence.text, sought[wording], lexicons(corpus)[document.language], states)
            if span and _fold(sentence.text) not in _decision_text(corpus, document.language):
                yield WordingUse(sentence.place(*span), _quote(sentence, *span), sentence.text)


def states_voluntary(corpus: Corpus, work: Work) -> bool:
    """Return whether a work says anywhere that it is voluntary, in the language of the original."""
    return bool(lexicons(corpus)[work.original.language].phrases("voluntary").search(work.original.text))


@cached_query
def _sentences_with_words(
    corpus: Corpus, document: Document
) -> tuple[tuple[Sentence, Mapping[str, tuple[Pair | Reading, ...]]], ...]:
    """List the sentences of a document that may have a wording, with what they may have; most have few words of any."""
    lexicon = lexicons(corpus)[document.language]
    if not document.is_parted or not lexicon.wordings_in(fold(normalize(document.text))):
        return ()
    sentences = ((each, lexicon.wordings_in(fold(normalize(each.text)))) for each in sentences_of(corpus, document))
    return tuple((sentence, sought) for sentence, sought in sentences if sought)


def _is_own(corpus: Corpus, work: Work) -> bool:
    """Return whether a work is a letter of a State, whose words are its own."""
    return work.original.get("/from") in corpus.reference.all("state")


def _states_without_part(corpus: Corpus, work: Work) -> AbstractSet[str]:
    """Return the Member States without a role in the area or a part in the work, which may bring duties with it."""
    on = parse_partial_date(first_day_of(corpus, work).isoformat())
    mandate = works(corpus).get(f"mandate/{work.original.get('/mandate')}")
    concerned = (work, mandate) if mandate else (work,)
    areas = [*areas_in_focus(corpus, read_names(work.original.get("/focus")))]
    areas += [str(area) for each in concerned if (area := each.original.get("/area"))]
    fronts = [each.original.front.value for each in concerned]
    taking_part = {
        name for front in fronts for key, value in front.items() if key != "events" for name in _names_in(value)
    }
    return {
        state
        for state in corpus.reference.members(first_day_of(corpus, work))
        if state not in taking_part and not (on and any(may_serve(corpus, state, area, on) for area in areas))
    }


def _names_in(value: object) -> Iterator[str]:
    """Yield every text anywhere in a value of front matter."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _names_in(inner)


@cached_query
def _decision_text(corpus: Corpus, language: Language) -> str:
    """Return the text of the decision, whose sentences a work may repeat."""
    document = corpus.document(f"decision/{corpus.decision.id}", language)
    return _fold(document.text) if document else ""


def _quote(sentence: Sentence, start: int, end: int) -> str:
    """Return words of a sentence as a finding shows them."""
    return _SPACE.sub(" ", _GAP.sub(" … ", sentence.text[start:end]))


def _fold(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" .")
