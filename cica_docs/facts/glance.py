"""What one pass over a document shows of the words that rules listen for: which of them it may hold, and where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.facts.countable import listeners
from cica_docs.facts.fact import fact
from cica_docs.facts.lookout import Lookout, needles
from cica_docs.facts.naming import Meaning, folded, whole_words
from cica_docs.facts.term import dated_names, terms
from cica_docs.values.language import Language
from cica_docs.values.ordinary import decoded
from cica_docs.values.stem import probes


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list of words: its place among the others, and its pattern where the needle alone is no proof."""

    rank: int
    meaning: Meaning
    length: int
    pattern: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a term, or a name, which has its capitals wherever it stands."""

    text: str
    is_name: bool


_Thing = Entry | Form | None
"""What a needle stands for; nothing but that what is written in figures may mean something else."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What was seen of a document whose characters are all ordinary."""

    body: bytes
    """The body, one byte a character, less the marks of emphasis."""
    forms: frozenset[Form]
    """The terms and names that may stand in the document, in whatever inflection."""
    words: tuple[tuple[int, Meaning], ...]
    """The words that count in the body and their offsets there, as a list of words finds them where no strokes are."""
    figurative: tuple[int, ...]
    """Offsets in the body of what is read together with figures: months, Roman numerals, percentages."""


def glance(corpus: Corpus, document: Document) -> Glance | None:
    """The glance at a document; nothing where it has characters that are not ordinary: then it is to be read."""
    known = _glances(corpus)
    if document.path not in known:
        known[document.path] = _glance(document, _lookouts(corpus)[document.language])
    return known[document.path]


@fact
def _glances(corpus: Corpus) -> dict[str, Glance | None]:  # noqa: ARG001 - kept with the corpus, and filled as asked
    return {}


@fact
def _lookouts(corpus: Corpus) -> Mapping[Language, Lookout[_Thing]]:
    return {language: Lookout(_sought(corpus, language)) for language in Language}


def _sought(corpus: Corpus, language: Language) -> Iterator[tuple[str, _Thing]]:
    listener = listeners(corpus)[language]
    for rank, (pattern, meaning) in enumerate(listener.words.entries):
        capital, small = pattern[0].upper(), pattern[0].lower()
        for needle in needles(pattern, firsts=capital if meaning.is_proper else {capital, small}):
            yield needle.text, Entry(rank, meaning, len(needle.text.strip()), "" if needle.is_whole else pattern)
    for pattern in listener.figures.patterns:
        yield from ((needle.text, None) for needle in needles(pattern, firsts=pattern[0]))
    forms = [Form(form, is_name=False) for term in terms(corpus) for form in term.forbidden.get(language, ())]
    forms += [Form(name.form, is_name=True) for name in dated_names(corpus) if name.language is language]
    for form in dict.fromkeys(forms):
        # The longest of its words is the rarest.
        for spellings in probes(form.text, language, is_name=form.is_name)[:1]:
            yield from ((spelling, form) for spelling in spellings)


def _glance(document: Document, lookout: Lookout[_Thing]) -> Glance | None:
    text = document.source.coded
    if text is None:
        return None
    head = len(text) - len(document.text)
    body = text[head:].translate(None, b"*")
    forms: set[Form] = set()
    entries: list[tuple[int, int, Entry]] = []
    figurative: list[int] = []
    for start, thing in lookout.sightings(text[:head] + body):
        if isinstance(thing, Entry):
            entries.append((start - head, thing.rank, thing))
        elif isinstance(thing, Form):
            forms.add(thing)
        else:
            figurative.append(start - head)
    held = frozenset(form for form in forms if _holds(document, form))
    return Glance(body, held, tuple(_words(entries, body)), tuple(at for at in figurative if at >= 0))


def _holds(document: Document, form: Form) -> bool:
    """Whether all longer words of a form stand somewhere in a document."""
    text = document.source.text
    words = probes(form.text, document.language, is_name=form.is_name)
    return all(any(map(text.__contains__, spellings)) for spellings in words)


def _words(entries: list[tuple[int, int, Entry]], body: bytes) -> Iterator[tuple[int, Meaning]]:
    """Of the entries whose needles were seen those that stand there, as a list of words chooses among them."""
    text = ""
    done: dict[str, int] = {}
    entries.sort()
    for start, _, entry in entries:
        meaning = entry.meaning
        if start < done.get(meaning.kind, 0):
            continue
        if not entry.pattern:
            done[meaning.kind] = start + entry.length
        else:
            text = text or folded(decoded(body))
            match = whole_words(entry.pattern).match(text, start)
            if match is None:
                continue
            done[meaning.kind] = match.end()
        yield start, meaning
