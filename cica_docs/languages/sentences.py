"""Sentences: the one place that says where a sentence ends, and the sentences of a body in the author's own words.

A sentence ends with a mark before a space and a capital letter, or with its paragraph, list item or table cell.
The full stop of an abbreviation (`abbreviations` in the lexicon), an initial or a single letter ends none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.text.profile import Profile, profile_of, profiles
from cica_docs.values.language import Language
from cica_docs.values.span import Place, Span

_BULLET = r"(?:[-*+] |[0-9]{1,9}[.)] |\[\^[^\]\n]*\]: |[0-9]+(?:\.[0-9]+)+[ \u00a0])"
_OPENING = '«“„"([*_'
# A set of characters comes first, to which a search leaps; what follows looks back at which of them it was. Only the
# first of several marks begins an end: a search from each of a thousand full stops would look at all that follow it.
_END = re.compile(
    rf"[.!?…\n|](?:(?<=\|)|(?<=\n)(?=[ \t]*(?:\n|#|>|{_BULLET}))|"
    rf"(?<=[.!?…])(?<![.!?…]{{2}})[.!?…]*+[»”\"’)\]*_]*+\s++(?=[{re.escape(_OPENING)}]*+([^\W\d_])))"
)
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_PLACEHOLDERS = "|".join(profile.placeholder for profile in profiles().values())
QUOTATION = r"“[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*”|«[^«»\n]*(?:«[^«»\n]*»[^«»\n]*)*»|„[^„“”\n]*[“”]|\"[^\"\n]*\""
_QUOTATIONS = re.compile(QUOTATION)
_NOT_OWN_WORDS = re.compile(
    rf"^ {{0,3}}(?:#|>).*$|{QUOTATION}|"
    rf"\[(?:{_PLACEHOLDERS})[^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*\]|"
    r"[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}",
    re.MULTILINE,
)
_QUOTED_LINE = re.compile(r"^ {0,3}>", re.MULTILINE)
_LEADING_BULLET = re.compile(rf"^[ \t]*{_BULLET}", re.MULTILINE)


class Sentence(NamedTuple):
    """A sentence of a body; quotations and emphasis in it are blank, so that offsets are those of the file."""

    document: Document
    text: str
    start: int

    def place(self, start: int, end: int) -> Place:
        """Return the place of some of its characters."""
        first, last = self._position(self.start + start), self._position(self.start + end)
        return self.document.place(Span(*first, *last))

    def _position(self, offset: int) -> tuple[int, int]:
        """Return line and column in the file of an offset in the body."""
        starts = self.document.source.line_starts
        offset += len(self.document.source.text) - len(self.document.text)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1


class SentenceSplitter:
    """Splits the texts of one language."""

    def __init__(self, abbreviations: Iterable[str], profile: Profile) -> None:
        self._abbreviations = frozenset(
            form for word in abbreviations for form in (word, profile.with_capital(profile.in_small(word)))
        )
        self._longest = max(map(len, self._abbreviations))

    def split(self, text: str) -> list[str]:
        """Return the sentences of a text."""
        return [text[start:end] for start, end in self.spans(text)]

    def spans(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield start and end of each sentence in a part of a text."""
        end = len(text) if end is None else end
        for match in self.find_ends(text, start, end):
            mark = match[0].rstrip().rstrip("|")
            yield start, match.start() + len(mark)
            start = match.end()
        yield start, end

    def find_ends(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Find what ends a sentence, with the spaces after it, in a part of a text."""
        for match in _END.finditer(text, start, end):
            capital = match[1]
            if capital is None or (capital.isupper() and not self._is_abbreviation(text, match.start())):
                yield match

    def _is_abbreviation(self, text: str, end: int) -> bool:
        """Return whether the word before a mark is an abbreviation, an initial or a single letter."""
        last = text[max(0, end - self._longest - 1) : end]
        if text[end] != "." or (len(last) > self._longest and last.isalpha()):
            return False
        word = last.split()[-1].lstrip(_OPENING) if last.strip() else ""
        return word in self._abbreviations or _INITIALS.fullmatch(word) is not None


@cached_query
def sentence_splitters(corpus: Corpus) -> Mapping[Language, SentenceSplitter]:
    """Return the splitter of each language."""
    lexicons = corpus.kinds.lexicons.items()
    return {language: SentenceSplitter(data["abbreviations"], profile_of(language)) for language, data in lexicons}


def sentences_of(corpus: Corpus, document: Document) -> Iterator[Sentence]:
    """Yield the sentences of a body; headings, quotations and what is left to fill in are passed over.

    What a document of some kinds quotes is the wording that it proposes: its own words too.
    """
    kind = corpus.kind(document.kind)
    proposes = kind is not None and bool(kind.data.get("proposes_quotations"))
    own_words = blank_quotations(_QUOTED_LINE.sub(_blank, document.text) if proposes else document.text)
    text = _LEADING_BULLET.sub(_blank, own_words)
    for start, end in sentence_splitters(corpus)[document.language].spans(own_words):
        written = text[start:end]
        if sentence := written.strip():
            yield Sentence(document, sentence.replace("\n", " "), start + written.index(sentence))


def blank_quotations(text: str) -> str:
    """Return a text of the same length with spaces for headings, quotations, emphasis and what is left to fill in."""
    return _NOT_OWN_WORDS.sub(_blank, text)


def blank_quotes(text: str) -> str:
    """Return a text of the same length with spaces for what is in quotation marks."""
    return _QUOTATIONS.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
