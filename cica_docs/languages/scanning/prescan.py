"""What one pass over a document shows of the words that rules listen for: which of them it may hold, and where."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.languages.lexicon.phrases import TENS, compile_whole_words
from cica_docs.languages.lexicon.terms import dated_names, terms
from cica_docs.languages.lexicon.tokenizer import tokenizers
from cica_docs.languages.scanning.multi_search import MultiPattern, literals_of
from cica_docs.languages.sentences import SentenceSplitter, sentence_splitters
from cica_docs.text.inflection import SPACE, normalize, prefilters_of
from cica_docs.text.single_byte import decode_single_byte
from cica_docs.values.language import Language

Word = tuple[str, str, int]
"""Kind and value of a word and, of words of duty, the number of its sentence in the line."""
Words = Mapping[int, AbstractSet[Word]]
"""Words by line, counted from nought."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list of words: its place among the others, and its pattern where the needle alone is no proof."""

    rank: int
    kind: str
    value: str
    is_certain: bool
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
class Prescan:
    """What was seen of a document whose characters are all ordinary."""

    forms: frozenset[Form]
    """The terms and names that may stand in the document, in whatever inflection."""
    starts: Sequence[int]
    """Where the lines of what is spoken begin."""
    words: Words
    """The words that count in the body, as a list of words finds them where no strokes are."""
    certain: Words
    """Those of them that ask for a counterpart."""
    figurative: frozenset[int]
    """The lines with what is read together with figures: months, Roman numerals, percentages."""
    unsure: frozenset[int]
    """The lines with tens in words, which units may follow."""


def strip_emphasis(document: Document) -> bytes:
    """The coded body of a document of ordinary characters, less its marks of emphasis."""
    body = document.coded or b""
    return body.translate(None, b"*") if b"*" in body else body


@cached_query
def prescan(corpus: Corpus, document: Document) -> Prescan | None:
    """The glance at a document; nothing where it has characters that are not ordinary: then it is to be read."""
    return _glance(document, _lookouts(corpus)[document.language], sentence_splitters(corpus)[document.language])


@cached_query
def _lookouts(corpus: Corpus) -> Mapping[Language, MultiPattern[_Thing]]:
    return {language: MultiPattern(_sought(corpus, language)) for language in Language}


def _sought(corpus: Corpus, language: Language) -> Iterator[tuple[str, _Thing]]:
    listener = tokenizers(corpus)[language]
    asked = _asked(corpus)
    for rank, (pattern, meaning) in enumerate(listener.words.entries):
        if meaning.is_certain or (meaning.kind, meaning.value) in asked or SPACE in pattern:
            capital, small = pattern[0].upper(), pattern[0].lower()
            for needle in literals_of(pattern, firsts=capital if meaning.is_proper else {capital, small}):
                length, proof = len(needle.text.strip()), "" if needle.is_whole else pattern
                yield needle.text, Entry(rank, meaning.kind, meaning.value, meaning.is_certain, length, proof)
    for pattern in listener.figures.patterns:
        yield from ((needle.text, None) for needle in literals_of(pattern, firsts=pattern[0]))
    forms = [Form(form, is_name=False) for term in terms(corpus) for form in term.forbidden.get(language, ())]
    forms += [Form(name.form, is_name=True) for name in dated_names(corpus) if name.language is language]
    for form in dict.fromkeys(forms):
        # The longest of its words is the rarest.
        for spellings in prefilters_of(form.text, language, is_name=form.is_name)[:1]:
            yield from ((spelling, form) for spelling in spellings)


def _asked(corpus: Corpus) -> AbstractSet[tuple[str, str]]:
    """What a word of some language asks for; a word alone that stands for nothing of this need not be seen."""
    words = (entry for listener in tokenizers(corpus).values() for _, entry in listener.words.entries)
    return {(meaning.kind, meaning.value) for meaning in words if meaning.is_certain}


def _glance(document: Document, lookout: MultiPattern[_Thing], splitter: SentenceSplitter) -> Prescan | None:
    text = document.source.coded
    if text is None:
        return None
    head = len(text) - len(document.text)
    body = strip_emphasis(document)
    starts = [0, *accumulate(len(line) + 1 for line in body.split(b"\n"))]
    forms: set[Form] = set()
    entries: list[tuple[int, int, Entry]] = []
    figurative: set[int] = set()
    for at, thing in lookout.sightings(text[:head] + body):
        if type(thing) is Entry:
            if at >= head:
                entries.append((at - head, thing.rank, thing))
        elif type(thing) is Form:
            forms.add(thing)
        elif at >= head:
            figurative.add(bisect_right(starts, at - head) - 1)
    held = frozenset(form for form in forms if _holds(document, form))
    entries.sort()
    words, certain, unsure = _words(entries, body, starts, splitter)
    return Prescan(held, starts, words, certain, frozenset(figurative), unsure)


def _holds(document: Document, form: Form) -> bool:
    """Whether all longer words of a form stand somewhere in a document."""
    text = normalize(document.source.text)
    words = prefilters_of(form.text, document.language, is_name=form.is_name)
    return all(any(map(text.__contains__, spellings)) for spellings in words)


def _words(
    entries: Sequence[tuple[int, int, Entry]], body: bytes, starts: Sequence[int], splitter: SentenceSplitter
) -> tuple[Words, Words, frozenset[int]]:
    """The words on each line, those of them that are certain, and the lines to be read word by word.

    Of the entries whose needles were seen those count that stand there, as a list of words chooses among them.
    """
    found: dict[int, set[Word]] = {}
    certain: dict[int, set[Word]] = {}
    unsure: set[int] = set()
    text = normalize(decode_single_byte(body)) if entries else ""
    ends = [match.start() for match in splitter.find_ends(text, 0, len(text))]
    sentences_before = 0
    here: set[Word] = set()
    done: dict[str, int] = {}
    line, end = 0, 0
    for start, _, entry in entries:
        kind, value, is_certain = entry.kind, entry.value, entry.is_certain
        if start < done.get(kind, 0):
            continue
        if not entry.pattern:
            done[kind] = start + entry.length
        else:
            match = compile_whole_words(entry.pattern).match(text, start)
            if match is None:
                continue
            done[kind] = match.end()
        sentence = 0
        if start >= end:
            line = bisect_right(starts, start) - 1
            end, sentences_before = starts[line + 1], bisect_right(ends, starts[line])
            here = found[line] = set()
        if kind == "force":
            sentence = bisect_right(ends, start) - sentences_before
        elif kind == "number" and value in TENS:
            unsure.add(line)
        word = (kind, value, sentence)
        here.add(word)
        if is_certain:
            certain.setdefault(line, set()).add(word)
    return found, certain, frozenset(unsure)
