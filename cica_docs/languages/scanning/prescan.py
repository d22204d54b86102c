"""Scan a document once for every word that any rule looks for: which of them it may hold, and on which lines."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.languages.lexicon.phrases import TENS, compile_whole_words, first_letters
from cica_docs.languages.lexicon.prose import BODY, NAME, Clue, prose_words
from cica_docs.languages.lexicon.terms import dated_names, forbidden_forms
from cica_docs.languages.lexicon.tokenizer import tokenizers
from cica_docs.languages.scanning.multi_search import MultiPattern, literals_of
from cica_docs.languages.sentences import SentenceSplitter, sentence_splitters
from cica_docs.text.inflection import SPACE, normalize, prefilters_of
from cica_docs.text.single_byte import decode_single_byte
from cica_docs.values.language import Language

Word = tuple[str, str, int]
"""Kind and value of a word and, of words of duty, the number of its sentence in the line."""
Words = Mapping[int, AbstractSet[Word]]
"""Words by line, counted from 0."""


class Entry(NamedTuple):
    """An entry of a phrase list: its rank, its meaning, and its pattern if the literal alone is no proof."""

    rank: int
    kind: str
    value: str
    is_certain: bool
    length: int
    pattern: str


class Form(NamedTuple):
    """A form of a term, or a name, which has its capitals everywhere."""

    text: str
    is_name: bool


_Thing = Entry | Form | Clue | None
"""What a literal belongs to; None for words that change the meaning of figures beside them."""


class Prescan(NamedTuple):
    """What the scan of a document shows."""

    forms: frozenset[Form]
    """The terms and names that the document may hold, in whatever inflection."""
    starts: Sequence[int]
    """The offsets of the lines in the body without marks of emphasis."""
    words: Words
    """The words of the body that translations are compared by."""
    certain: Words
    """Those of them that ask for a counterpart."""
    figurative: frozenset[int]
    """The lines with words that are read together with figures: months, Roman numerals, percentages."""
    unsure: frozenset[int]
    """The lines with tens in words, which units may follow."""
    clues: Mapping[str, AbstractSet[int]]
    """The lines of the body with words of running text that are worth reading, by the kind of the word."""


@cached_query
def prescan(corpus: Corpus, document: Document) -> Prescan | None:
    """Scan a document; None if it has characters that single bytes cannot hold, so that it has to be read."""
    text = document.source.single_byte
    if text is None:
        return None
    head = len(text) - len(document.text)
    body = strip_emphasis(document)
    starts = [0, *accumulate(len(line) + 1 for line in body.split(b"\n"))]
    forms: set[Form] = set()
    entries: list[tuple[int, int, Entry]] = []
    figurative: set[int] = set()
    clues: dict[str, set[int]] = {}
    for at, thing in scanners(corpus)[document.language].find_all(text[:head] + body):
        if type(thing) is Entry:
            if at >= head:
                entries.append((at - head, thing.rank, thing))
        elif type(thing) is Form:
            forms.add(thing)
        elif type(thing) is Clue:
            if at >= head:
                clues.setdefault(thing.kind, set()).add(bisect_right(starts, at - head) - 1)
        elif at >= head:
            figurative.add(bisect_right(starts, at - head) - 1)
    entries.sort()
    splitter = sentence_splitters(corpus)[document.language]
    words, certain, unsure = _words(entries, body, starts, splitter, document.language)
    return Prescan(frozenset(_possible(forms, document)), starts, words, certain, frozenset(figurative), unsure, clues)


def may_contain(corpus: Corpus, document: Document, form: str, *, is_name: bool = False) -> bool:
    """Return whether a document may contain a form in some inflection, so that it is worth a search."""
    scan = prescan(corpus, document)
    prefilters = prefilters_of(form, document.language, is_name=is_name)
    return scan is None or not prefilters or Form(form, is_name=is_name) in scan.forms


def strip_emphasis(document: Document) -> bytes:
    """Return the body of a document in single bytes, without its marks of emphasis."""
    body = document.single_byte or b""
    return body.translate(None, b"*") if b"*" in body else body


@cached_query
def scanners(corpus: Corpus) -> Mapping[Language, MultiPattern[_Thing]]:
    """Return for each language the search for all its words, terms and names."""
    return {language: MultiPattern(_literals(corpus, language)) for language in Language}


def _literals(corpus: Corpus, language: Language) -> Iterator[tuple[str, _Thing]]:
    tokenizer, asked = tokenizers(corpus)[language], _asked(corpus)
    for rank, (pattern, meaning) in enumerate(tokenizer.words.entries):
        if meaning.is_certain or (meaning.kind, meaning.value) in asked or SPACE in pattern:
            capital, small = first_letters(pattern, language)
            for literal in literals_of(pattern, firsts=capital if meaning.is_proper else {capital, small}):
                length, proof = len(literal.text.strip()), "" if literal.is_whole else pattern
                yield literal.text, Entry(rank, meaning.kind, meaning.value, meaning.is_certain, length, proof)
    for pattern in tokenizer.numbers.patterns:
        yield from ((literal.text, None) for literal in literals_of(pattern, firsts=pattern[0]))
    prose = prose_words(corpus)[language]
    yield from prose.literal_clues
    for pattern, clue in prose.clues():
        capital, small = first_letters(pattern, language)
        firsts = {NAME: {capital}, BODY: {small}}.get(clue.kind, {capital, small})
        yield from ((literal.text, clue) for literal in literals_of(pattern, firsts=firsts))
    forms = [Form(each.form, is_name=each.is_name) for each in forbidden_forms(corpus, language)]
    forms += [Form(name.form, is_name=True) for name in dated_names(corpus) if name.language is language]
    for form in dict.fromkeys(forms):
        # The longest of its words is the rarest.
        for spellings in prefilters_of(form.text, language, is_name=form.is_name)[:1]:
            yield from ((spelling, form) for spelling in spellings)


@cached_query
def _asked(corpus: Corpus) -> AbstractSet[tuple[str, str]]:
    """Return what a word of some language asks for; an uncertain word of another meaning need not be seen."""
    words = (entry for tokenizer in tokenizers(corpus).values() for _, entry in tokenizer.words.entries)
    return {(meaning.kind, meaning.value) for meaning in words if meaning.is_certain}


def _possible(forms: AbstractSet[Form], document: Document) -> Iterator[Form]:
    """Yield the forms whose longer words are all somewhere in a document."""
    text = normalize(document.source.text) if forms else ""
    for form in forms:
        words = prefilters_of(form.text, document.language, is_name=form.is_name)
        if all(any(map(text.__contains__, spellings)) for spellings in words):
            yield form


def _words(
    entries: Sequence[tuple[int, int, Entry]],
    body: bytes,
    starts: Sequence[int],
    splitter: SentenceSplitter,
    language: Language,
) -> tuple[Words, Words, frozenset[int]]:
    """Return the words on each line, the certain ones of them, and the lines with tens in words.

    Entries are (offset, rank, entry), sorted; of those that overlap the first of each kind counts, as in `PhraseList`.
    """
    words: dict[int, set[Word]] = {}
    certain: dict[int, set[Word]] = {}
    unsure: set[int] = set()
    ends: dict[str, int] = {}
    text = normalize(decode_single_byte(body)) if entries else ""
    sentences = [match.start() for match in splitter.find_ends(text, 0, len(text))]
    line, line_end, sentences_before = 0, 0, 0
    for start, _, entry in entries:
        kind, value = entry.kind, entry.value
        if start < ends.get(kind, 0):
            continue
        if not entry.pattern:
            ends[kind] = start + entry.length
        else:
            match = compile_whole_words(entry.pattern, language).match(text, start)
            if match is None:
                continue
            ends[kind] = match.end()
        if start >= line_end:
            line = bisect_right(starts, start) - 1
            line_end, sentences_before = starts[line + 1], bisect_right(sentences, starts[line])
        if kind == "number" and value in TENS:
            unsure.add(line)
        sentence = bisect_right(sentences, start) - sentences_before if kind == "force" else 0
        word = (kind, value, sentence)
        words.setdefault(line, set()).add(word)
        if entry.is_certain:
            certain.setdefault(line, set()).add(word)
    return words, certain, frozenset(unsure)
