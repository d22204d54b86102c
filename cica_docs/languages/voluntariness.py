"""Find sentences that oblige Member States, by the lexicon of each language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.languages.sentences import Sentence, sentences_of
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.open_questions import is_bound
from cica_docs.register.works import Work, works_of
from cica_docs.values.language import Language
from cica_docs.values.span import Place

_WORD = re.compile(r"\w[\w’'-]*")
_CLAUSE = re.compile(r"[,;:()—–]")
_SPACE = re.compile(r"\s+")
_AFTER = 8
_LONGEST = 600
"""Characters of a clause that are looked at."""
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, eq=False)
class BindingWording:
    """Words that oblige Member States, and their place."""

    place: Place
    words: str


@dataclass(frozen=True, eq=False)
class _Pattern:
    first: re.Pattern[str]
    then: re.Pattern[str]
    opens: bool
    closes: bool
    most: int


class Lexicon:
    """The words of one language that rules look for, as patterns."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self._compiled: dict[str, re.Pattern[str]] = {}

    def phrases(self, key: str) -> re.Pattern[str]:
        """Return the pattern of any of the phrases under a key."""
        if key not in self._compiled:
            self._compiled[key] = _compile_phrases(self._data.get(key) or ())
        return self._compiled[key]

    @cached_property
    def patterns(self) -> tuple[_Pattern, ...]:
        """The pairs of words that make an obligation."""
        return tuple(
            _Pattern(
                _compile_phrases(pair["first"]),
                _compile_phrases(pair["then"]),
                bool(pair.get("opens")),
                bool(pair.get("closes")),
                int(pair["most"]),
            )
            for pair in self._data.get("obligations") or ()
        )

    @cached_property
    def literals(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """The same pairs as they are written, in lower case."""
        return tuple(
            (_fold_all(pair["first"]), _fold_all(pair["then"])) for pair in self._data.get("obligations") or ()
        )

    @cached_property
    def blocking(self) -> re.Pattern[str]:
        """Words between the two that make somebody else the obliged one."""
        return self.phrases("blocking")

    @cached_property
    def releases(self) -> re.Pattern[str]:
        """Words that say that nobody is obliged."""
        return self.phrases("releases")

    @cached_property
    def closing(self) -> re.Pattern[str]:
        """What ends a clause: its end, a sign, or a word that begins the next one."""
        words = "|".join(sorted(self.words("closers"))) or "(?!)"
        return re.compile(rf"\s*+(?:\Z|[,;:.)—–]|(?:{words})\b)")

    def ends_with_conjunction(self, text: str) -> bool:
        """Return whether the next word opens a clause of its own."""
        return any(match.end() == len(text) for match in self.phrases("conjunctions").finditer(text))

    def words(self, key: str) -> frozenset[str]:
        """Return the single words under a key, in lower case."""
        return frozenset(str(word).casefold() for word in self._data.get(key) or ())


def _fold_all(phrases: Any) -> tuple[str, ...]:
    return tuple(str(phrase).casefold().rstrip("*") for phrase in phrases)


def _compile_phrases(phrases: Any) -> re.Pattern[str]:
    """Compile a pattern of any phrase: whole words, a star for any ending or beginning."""
    written = sorted(map(str, phrases), key=len, reverse=True)
    parts = [r"\s++".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()) for phrase in written]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE) if parts else _NEVER


@cached_query
def lexicons(corpus: Corpus) -> Mapping[Language, Lexicon]:
    """Return the lexicon of each language."""
    return {language: Lexicon(data) for language, data in corpus.kinds.lexicons.items()}


def binding_wording(corpus: Corpus, kind: str) -> Iterator[BindingWording]:
    """Yield wording that obliges Member States in the works of a kind; a sentence of the decision itself may."""
    for work in works_of(corpus, kind):
        if work.is_known_only or not is_bound(corpus, first_day_of(corpus, work)):
            continue
        for language, document in work.documents.items():
            if document.is_parted:
                yield from _find_binding_wording(corpus, document, _decision_text(corpus, language))


def _find_binding_wording(corpus: Corpus, document: Document, decided: str) -> Iterator[BindingWording]:
    lexicon = lexicons(corpus)[document.language]
    if not _may_oblige(document.text, lexicon):
        return
    for sentence in sentences_of(corpus, document):
        if (span := find_obligation(sentence.text, lexicon)) and _fold(sentence.text) not in decided:
            start, end = span
            yield BindingWording(sentence.place(start, end), _quote(sentence, start, end))


def _may_oblige(text: str, lexicon: Lexicon) -> bool:
    """Return whether words of duty follow states in one paragraph: most texts have none, and need no search."""
    paragraphs = text.casefold().replace("\u00a0", " ").replace("\n\n", "\0").replace("\n", " ").split("\0")
    return any(_words_follow(paragraph, lexicon) for paragraph in paragraphs)


def _words_follow(paragraph: str, lexicon: Lexicon) -> bool:
    for first, then in lexicon.literals:
        starts = [at for word in first if (at := paragraph.find(word)) >= 0]
        if starts and any(paragraph.find(word, min(starts)) >= 0 for word in then):
            return True
    return False


def _quote(sentence: Sentence, start: int, end: int) -> str:
    return _SPACE.sub(" ", sentence.text[start:end])


def _decision_text(corpus: Corpus, language: Language) -> str:
    """Return the text of the decision, whose sentences a work may repeat."""
    document = corpus.document(f"decision/{corpus.decision.id}", language)
    return _fold(document.text) if document else ""


def _fold(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" .")


def find_obligation(sentence: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Find where in a sentence Member States are obliged: start and end, from the states to the words of duty."""
    spans = (_find_pair(sentence, pattern, lexicon) for pattern in lexicon.patterns)
    return min((span for span in spans if span), default=None)


def _find_pair(sentence: str, pattern: _Pattern, lexicon: Lexicon) -> tuple[int, int] | None:
    for first in pattern.first.finditer(sentence):
        if pattern.opens and not _opens(sentence, first.start(), lexicon):
            continue
        # Words of duty beyond the longest distance allowed belong to no subject.
        near = next(islice(_WORD.finditer(sentence, first.end()), pattern.most, None), None)
        end = near.start() + _LONGEST if near else len(sentence)
        for then in pattern.then.finditer(sentence, first.end(), end):
            if not _belongs(sentence[first.end() : then.start()], pattern, lexicon):
                continue
            if pattern.closes and not lexicon.closing.match(sentence, then.end()):
                continue
            if not lexicon.releases.search(_surroundings(sentence, first.start(), then.end())):
                return first.start(), then.end()
    return None


def _opens(sentence: str, start: int, lexicon: Lexicon) -> bool:
    """Return whether a clause opens at a place, after words that qualify states or a phrase of time or place."""
    clause = _clause_before(sentence, start)
    ahead = [word.group().casefold() for word in _WORD.finditer(clause)]
    while ahead and ahead[-1] in lexicon.words("before"):
        ahead.pop()
    if not ahead or lexicon.ends_with_conjunction(" ".join(ahead)):
        return True
    never = lexicon.words("openers") | lexicon.words("never_after")
    opened = ahead[0] in lexicon.words("openers") and len(ahead) > 1 and ahead[-1] not in never
    return (opened or ahead[-1] in lexicon.words("enders")) and not lexicon.blocking.search(clause)


def _belongs(between: str, pattern: _Pattern, lexicon: Lexicon) -> bool:
    """Return whether words of duty can belong to the states: near enough, and nobody else between."""
    if ";" in between or len(_WORD.findall(between)) > pattern.most or lexicon.blocking.search(between):
        return False
    has_sign = bool(_CLAUSE.search(between))
    return not has_sign or pattern.closes or between.rstrip().endswith(",")


def _clause_before(sentence: str, start: int) -> str:
    """Return the words of the same clause before a place of a sentence, at most `_LONGEST` characters."""
    return _CLAUSE.split(sentence[max(0, start - _LONGEST) : start])[-1]


def _surroundings(sentence: str, start: int, end: int) -> str:
    """Return the words of an obligation with those just before and after."""
    ahead = _clause_before(sentence, start)
    after = _CLAUSE.split(sentence[end : end + _LONGEST])[0].split()[:_AFTER]
    return f"{ahead}{sentence[start:end]} {' '.join(after)}"


def states_voluntary(corpus: Corpus, work: Work) -> bool:
    """Return whether a work says anywhere that it is voluntary, in the language of the original."""
    return bool(lexicons(corpus)[work.original.language].phrases("voluntary").search(work.original.text))
