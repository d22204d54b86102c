"""Find all errors of letters and signs in a register in one pass."""

import re
from collections.abc import Iterator, Mapping

from ahocorasick_rs import BytesAhoCorasick, Implementation

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.query import cached_query
from cica_docs.documents.text_runs import TextRun, span_between, text_runs_of
from cica_docs.languages.proofreading.corrections import Correction
from cica_docs.languages.proofreading.mixed_script import Known, find_mixed_script, may_hold_roman_numerals
from cica_docs.languages.proofreading.punctuation import find_breakable_spaces, find_punctuation
from cica_docs.text.profile import profile_of
from cica_docs.text.single_byte import CYRILLIC, ORDINARY, translation_table_of
from cica_docs.values.language import Language
from cica_docs.values.provision import Strictness
from cica_docs.values.span import Place

_WORD = re.compile(r"[^\W\d_]+")
# What each ordinary character is to a search: a Latin letter, a Cyrillic one, a digit, a sign, or itself.
_CLASSES = translation_table_of(
    {
        "".join(filter(str.isalpha, ORDINARY)): "A",
        CYRILLIC: "C",
        "0123456789": "9",
        ",.;:!?": "P",
        "“”": "E",
        "«»": "R",
        "\u00a0": " ",
    }
)
# Any error in a text of single bytes shows in one of these: letters beside letters of another script, or
# where a digit should be, then signs. One pass finds them all.
_LETTERS = (
    *(b"AC", b"CA", b"C/9", b"-C/", b"-CC/"),
    *(b" A C", b"\nA C", b"RA C", b"(A C", b" AA C", b" AA-C", b"\nAA-C"),
)
_DIGITS = (b"9A9", b"9C9")
_SIGNS = (b'"', b" - ", b" -- ", b"  ", b" P", b"9999-9999", b"A-\n", b"C-\n")
_SEARCH = BytesAhoCorasick([*_LETTERS, *_DIGITS, *_SIGNS], implementation=Implementation.DFA)
_MARKS = str.maketrans({"“": "E", "«": "R"})
_TITLE = re.compile(r'["“«]| -{1,2} |  | [,.;:!?]|[0-9]{4}-[0-9]{4}')


# What is no text: HTML and code, which are refused as a whole, and where links lead.
_NO_TEXT = re.compile(r"<[/!?A-Za-z][^<>]*>|`[^`\n]+`|(?<=\]\()[^()\n]+(?=\))")
_VISIBLE = re.compile(r"[^\n]")
_PLACEHOLDER = "\ufffc"
"""Stands for characters that are no text; no file of the register can hold it."""


@cached_query
def corrections(corpus: Corpus) -> Mapping[str, tuple[tuple[Place, Correction], ...]]:
    """Return the corrections of all documents and data by the name of their rule, each with its place."""
    by_rule: dict[str, list[tuple[Place, Correction]]] = {}
    known, spaces = vocabulary(corpus), _is_asked_for(corpus, "house/no-break-space")
    for file in corpus.files:
        in_file = tuple(find_corrections(file, known, spaces=spaces))
        starts = file.source.line_starts if in_file else []
        for correction in in_file:
            place = Place(file.path, span_between(starts, correction.start, correction.end))
            by_rule.setdefault(correction.rule, []).append((place, correction))
    return {rule: tuple(placed) for rule, placed in by_rule.items()}


def _is_asked_for(corpus: Corpus, provision: str) -> bool:
    """Return whether a register enforces at any stage a provision that is optional."""
    return corpus.decision.severity_of(provision, Strictness.APPROVED) is not None


def find_corrections(file: RegisterFile, known: Known, *, spaces: bool) -> Iterator[Correction]:
    """Yield the corrections of one file, in no order; a file whose characters show no error is not read."""
    text = file.source.text
    is_document = isinstance(file, Document)
    single_byte = file.source.single_byte
    if single_byte is None:
        letters, signs = True, is_document
    elif isinstance(file, Document):
        classes = single_byte.translate(_CLASSES)
        head = len(text) - len(file.text)
        letters, signs = _suspects(file, classes[head:])
        letters = letters or _suspects_letters(classes[:head]) or may_hold_roman_numerals(single_byte)
    else:
        letters, signs = _suspects_letters(single_byte.translate(_CLASSES)), False
    spaces = spaces and is_document and not text.isascii()
    if letters or signs or spaces:
        for run in text_runs_of(file):
            yield from _find_in_run(_hide_no_text(run), known, letters=letters, signs=signs, spaces=spaces)


def _hide_no_text(run: TextRun) -> TextRun:
    """Replace every character that is no text by a placeholder."""
    if not run.is_body or not any(sign in run.text for sign in ("<", "`", "](")):
        return run
    return run._replace(text=_NO_TEXT.sub(lambda match: _VISIBLE.sub(_PLACEHOLDER, match[0]), run.text))


def _suspects_letters(classes: bytes) -> bool:
    """Return whether letters may be wrong, which in data needs letters of two alphabets."""
    return b"C" in classes and any(index < len(_LETTERS) for index, _, _ in _find_classes(classes))


def _suspects(document: Document, body: bytes) -> tuple[bool, bool]:
    """Return whether letters and whether signs of a body, or the signs of a title, may be wrong."""
    profile = profile_of(document.language)
    indexes = {index for index, _, _ in _find_classes(body)}
    first_sign = len(_LETTERS) + len(_DIGITS)
    letters = any(index < first_sign for index in indexes) or (profile.is_latin and b"C" in body)
    foreign = profile.foreign_quotation_marks[0].translate(_MARKS).encode()
    signs = any(index >= first_sign for index in indexes) or foreign in body
    title = str(document.get("/title") or "")
    return letters, signs or (not title.isalnum() and _TITLE.search(title) is not None)


def _find_classes(classes: bytes) -> list[tuple[int, int, int]]:
    return _SEARCH.find_matches_as_indexes(classes, overlapping=True)


def _find_in_run(run: TextRun, known: Known, *, letters: bool, signs: bool, spaces: bool) -> Iterator[Correction]:
    if letters:
        yield from find_mixed_script(run, known)
    if signs:
        yield from find_punctuation(run)
    if spaces:
        yield from find_breakable_spaces(run)


def vocabulary(corpus: Corpus) -> Known:
    """Return a function that tells whether a word occurs in the texts of a language, read on first use."""
    words: dict[Language, frozenset[str]] = {}

    def known(word: str, language: Language) -> bool:
        in_small = profile_of(language).in_small
        if language not in words:
            documents = corpus.documents
            texts = (document.text for document in documents if document.language is language)
            words[language] = frozenset(in_small(word) for text in texts for word in _WORD.findall(text))
        return in_small(word) in words[language]

    return known
