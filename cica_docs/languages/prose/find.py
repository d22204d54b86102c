"""Find the faults in the running text of a register in one pass over its documents."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import accumulate

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.misread.passage import passages_of
from cica_docs.documents.misread.placing import place_parts
from cica_docs.documents.query import cached_query
from cica_docs.languages.lexicon.prose import (
    BODY,
    FACT,
    FOREIGN,
    MONTH,
    NAME,
    REFERENCE,
    REMARK,
    WEEKDAY,
    YEAR,
    Prose,
    prose_words,
)
from cica_docs.languages.lexicon.tokenizer import tokenizers
from cica_docs.languages.proofreading.corrections import ADDRESS, Spans
from cica_docs.languages.prose.days import (
    MAY_BE_IN_FIGURES,
    find_days_in_figures,
    find_impossible_days,
    find_misspelt_months,
    find_other_weekdays,
)
from cica_docs.languages.prose.fault import Fault
from cica_docs.languages.prose.names import find_bodies_in_small, find_misspelt_states
from cica_docs.languages.prose.references import find_missing_references, find_other_days
from cica_docs.languages.prose.titles import repeats, styles_of
from cica_docs.languages.prose.words import (
    GAP_SIGNS,
    find_doubled_words,
    find_gaps,
    find_other_language,
    find_remarks,
    may_be_doubled,
)
from cica_docs.languages.scanning.prescan import prescan
from cica_docs.languages.sentences import QUOTATION
from cica_docs.languages.terminology.usage import FORMER
from cica_docs.text.profile import profile_of
from cica_docs.values.day import parse_day
from cica_docs.values.span import Place, Span

_SPARED = re.compile(rf"{QUOTATION}|^ {{0,3}}>.*$|{ADDRESS.pattern}|`[^`\n]*`|(?<=\]\()[^()\n]+(?=\))", re.MULTILINE)
_IN_LINES = (MONTH, WEEKDAY, YEAR, REMARK, BODY, NAME, REFERENCE, FACT, FOREIGN)
_BRACKETED = re.compile(r"\[[^\[\]\n]*\]|\{#[^{}\n]*\}")


@cached_query
def prose_faults(corpus: Corpus) -> Mapping[str, tuple[tuple[Place, Fault], ...]]:
    """Return the faults of all documents by their kind; in a translation, only kinds that its original lacks."""
    by_kind = {**place_parts(corpus, lambda document: _faults_in(corpus, document))}
    for document in filter(_is_readable, corpus.documents):
        for kind, place in _in_title(document):
            by_kind.setdefault(kind, []).append((place, Fault(kind, 0, 0, {})))
    return {kind: tuple(placed) for kind, placed in by_kind.items()}


def _is_readable(document: Document) -> bool:
    return document.is_parted and not document.problems


def _faults_in(corpus: Corpus, document: Document) -> Iterator[Fault]:
    """Yield the faults of a document in order, with offsets of its file."""
    if not _is_readable(document):
        return
    head = len(document.source.text) - len(document.text)
    for fault in sorted(_once(_faults_of(corpus, document)), key=lambda fault: fault.start):
        yield fault._replace(start=fault.start + head, end=fault.end + head)


def _in_title(document: Document) -> Iterator[tuple[str, Place]]:
    title = document.get("/title")
    if not isinstance(title, str):
        return
    for style in styles_of(title, profile_of(document.language)):
        yield style, Place(document.path, document.front.value_at("/title"))
    line = document.text.lstrip().partition("\n")[0]
    if line and repeats(title, line):
        number = document.body_line + document.text[: document.text.index(line)].count("\n")
        yield "repeated", document.place(Span(number, 1, number, len(line) + 1))


def _once(faults: Iterable[Fault]) -> Iterable[Fault]:
    """Return each fault once, that of the first finder where two find the same characters."""
    return {(fault.kind, fault.start): fault for fault in reversed([*faults])}.values()


def _faults_of(corpus: Corpus, document: Document) -> Iterator[Fault]:
    """Yield the faults of a document, with offsets of its body, outside quotations and addresses."""
    faults = [*_suspected(corpus, document)]
    if faults:
        spared = Spans(match.span() for match in _SPARED.finditer(document.text))
        yield from (fault for fault in faults if not spared.meets(fault.start, fault.end))


def _suspected(corpus: Corpus, document: Document) -> Iterator[Fault]:
    text, prose = document.text, prose_words(corpus)[document.language]
    single_byte = document.single_byte
    plain = text.encode("utf-8", "replace") if single_byte is None else single_byte
    if may_be_doubled(plain):
        yield from find_doubled_words(text, prose)
    if single_byte is None or any(sign.encode() in plain for sign in GAP_SIGNS if sign.isascii()):
        yield from find_gaps(text)
    if any(pattern.search(plain) for pattern in MAY_BE_IN_FIGURES):
        yield from find_days_in_figures(text, prose)
    yield from _in_lines(corpus, document, prose)


def _in_lines(corpus: Corpus, document: Document, prose: Prose) -> Iterator[Fault]:
    """Yield the faults in lines to which a word of the scan leads."""
    scan = prescan(corpus, document)
    may_be_foreign = any(line.search(document.text) for line in prose.without_own_letters.values())
    if scan is not None and not scan.clues and not scan.figurative and not may_be_foreign:
        return
    lines = document.text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    every = frozenset(range(len(lines)))
    clues = dict.fromkeys(_IN_LINES, every) if scan is None else {**scan.clues, MONTH: scan.figurative}
    kinds = {*clues}
    if not any(prose.reference.search(lines[number]) for number in clues.get(REFERENCE, ())):
        kinds.discard(REFERENCE)
    for kind, find in _finders(corpus, document, prose, kinds):
        for number in clues[kind]:
            for fault in find(lines[number]):
                yield fault._replace(start=fault.start + starts[number], end=fault.end + starts[number])
    if FOREIGN in clues or may_be_foreign:
        yield from _in_other_language(document.text, prose)


def _finders(
    corpus: Corpus, document: Document, prose: Prose, kinds: AbstractSet[str]
) -> Iterator[tuple[str, Callable[[str], Iterator[Fault]]]]:
    """Yield what finds faults in a line, by the kind of the word that leads to it."""
    numbers = tokenizers(corpus)[document.language].numbers
    finders: dict[str, Callable[[str], Iterator[Fault]]] = {
        MONTH: partial(find_impossible_days, numbers=numbers),
        WEEKDAY: partial(find_other_weekdays, prose=prose, numbers=numbers),
        YEAR: partial(find_misspelt_months, prose=prose, numbers=numbers),
        REMARK: partial(find_remarks, prose=prose),
        BODY: partial(find_bodies_in_small, prose=prose),
        NAME: partial(find_misspelt_states, prose=prose),
    }
    yield from ((kind, find) for kind, find in finders.items() if kind in kinds)
    if REFERENCE in kinds and document.outline.numbered:
        known = frozenset(paragraph.number for paragraph in document.outline.numbered)
        yield REFERENCE, partial(find_missing_references, prose=prose, numbers=known)
    if FACT in kinds and (days := _days_of_facts(corpus, document.work, tuple(prose.facts))):
        yield FACT, partial(find_other_days, prose=prose, numbers=numbers, days=days, former=FORMER)


@cached_query
def _days_of_facts(corpus: Corpus, work: str, names: tuple[str, ...]) -> Mapping[str, Mapping[str, bool]]:
    """Return for each fact of a work that the lexicon names all days of its front matter, and which are the fact's.

    A fact is a period of that name, or acts of that kind.
    """
    original = corpus.document(work)
    if original is None or not original.is_readable:
        return {}
    values = {pointer: str(original.get(pointer)) for pointer in original.front.pointers}
    days = {pointer: value for pointer, value in values.items() if parse_day(value)}
    acts = original.record.counting
    facts: dict[str, Mapping[str, bool]] = {}
    for fact in names:
        own = {day for pointer, day in days.items() if fact in pointer.split("/")}
        own.update(str(act.data.get("on")) for act in acts if act.is_of(fact))
        if own:
            facts[fact] = {day: day in own for day in sorted(days.values())}
    return facts


def _in_other_language(body: str, prose: Prose) -> Iterator[Fault]:
    for passage in passages_of(body):
        texts = [_BRACKETED.sub("", _SPARED.sub("", line.text)) for line in passage if ">" not in line.margin]
        language = find_other_language(texts, prose)
        if language:
            line = passage[0]
            yield Fault("language-other", line.start, line.end, {"language": language})
