"""Find the faults in the running text of a register in one pass over its documents."""

import re
from collections.abc import Iterable, Iterator, Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.misread.passage import passages_of
from cica_docs.documents.query import cached_query
from cica_docs.documents.text_runs import span_between
from cica_docs.languages.lexicon.prose import FOREIGN, REMARK, WEEKDAY, YEAR, Prose, prose_words
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
from cica_docs.text.profile import profile_of
from cica_docs.values.span import Place, Span

_SPARED = re.compile(rf"{QUOTATION}|^ {{0,3}}>.*$|{ADDRESS.pattern}|`[^`\n]*`|(?<=\]\()[^()\n]+(?=\))", re.MULTILINE)
_BRACKETED = re.compile(r"\[[^\[\]\n]*\]|\{#[^{}\n]*\}")


@cached_query
def prose_faults(corpus: Corpus) -> Mapping[str, tuple[tuple[Place, Fault], ...]]:
    """Return the faults of all documents by their kind; in a translation, only kinds that its original lacks."""
    by_kind: dict[str, list[tuple[Place, Fault]]] = {}
    in_originals: dict[str, frozenset[str]] = {}
    original = corpus.reference.original
    for document in sorted(corpus.documents, key=lambda document: document.language != original):
        if document.problems or not document.is_parted:
            continue
        faults = [*_faults_of(corpus, document)]
        known = in_originals.get(document.work, frozenset())
        if document.language == original:
            in_originals[document.work] = frozenset(fault.kind for fault in faults)
        head = len(document.source.text) - len(document.text)
        starts = document.source.line_starts if faults else []
        for fault in sorted(_once(faults), key=lambda fault: fault.start):
            if fault.kind not in known:
                place = Place(document.path, span_between(starts, fault.start + head, fault.end + head))
                by_kind.setdefault(fault.kind, []).append((place, fault))
        for kind, place in _in_title(document):
            by_kind.setdefault(kind, []).append((place, Fault(kind, 0, 0, {})))
    return {kind: tuple(placed) for kind, placed in by_kind.items()}


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
    lines = document.text.split("\n") if scan is None or scan.clues or scan.figurative else []
    every = frozenset(range(len(lines)))
    clues = dict.fromkeys((WEEKDAY, YEAR, REMARK, FOREIGN), every) if scan is None else scan.clues
    numbers = tokenizers(corpus)[document.language].numbers
    figurative = every if scan is None else scan.figurative
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)

    def moved(faults: Iterable[Fault], number: int) -> Iterator[Fault]:
        by = offsets[number]
        return (fault._replace(start=fault.start + by, end=fault.end + by) for fault in faults)

    none: frozenset[int] = frozenset()
    for number in figurative:
        yield from moved(find_impossible_days(lines[number], numbers), number)
    for number in clues.get(WEEKDAY, none):
        yield from moved(find_other_weekdays(lines[number], prose, numbers), number)
    for number in clues.get(YEAR, none):
        yield from moved(find_misspelt_months(lines[number], prose, numbers), number)
    for number in clues.get(REMARK, none):
        yield from moved(find_remarks(lines[number], prose), number)
    if FOREIGN in clues:
        yield from _in_other_language(document.text, prose)


def _in_other_language(body: str, prose: Prose) -> Iterator[Fault]:
    for passage in passages_of(body):
        texts = [_BRACKETED.sub("", _SPARED.sub("", line.text)) for line in passage if ">" not in line.margin]
        language = find_other_language(texts, prose)
        if language:
            line = passage[0]
            yield Fault("language-other", line.start, line.end, {"language": language})
