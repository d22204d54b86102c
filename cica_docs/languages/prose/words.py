"""Words that stand twice, remarks left for later, and passages in another language."""

import operator
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cica_docs.languages.lexicon.prose import Prose
from cica_docs.languages.prose.fault import Fault
from cica_docs.text.profile import profile_of

_TWICE = re.compile(r"(?<![\w’'-])([^\W\d_]+)(?:[ \u00a0]{1,2}+|[ \u00a0]?+\n[ >]{0,4}+)(\1)(?![\w’'-])", re.IGNORECASE)
_GAP = re.compile(r"\?{3,}|(?<![_\w\\])_{3,}(?![_\w])|\[[ \u00a0]*[●•○■…][ \u00a0]*\]|\[\.{3,}\]")
GAP_SIGNS = ("???", "___", "●]", "•]", "○]", "■]")
"""What shows that a gap may be left."""
_SIGNS = frozenset(b"|-*+>#_.:0123456789")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+")
_FEWEST, _SHARE = 3, 3


def may_be_doubled(text: bytes) -> bool:
    """Return whether some word of a text of single bytes follows itself."""
    words = text.lower().split()
    if not any(map(operator.eq, words, words[1:])):
        return False
    return any(word == following and not _SIGNS.issuperset(word) for word, following in pairwise(words))


def find_doubled_words(text: str, prose: Prose) -> Iterator[Fault]:
    """Yield the words that follow themselves."""
    for match in _TWICE.finditer(text):
        word = profile_of(prose.language).in_small(match[1])
        if word not in prose.may_be_doubled and match[2] in {match[1], word}:
            yield Fault("word-doubled", *match.span(), {"word": match[1]})


def find_gaps(text: str) -> Iterator[Fault]:
    """Yield the signs that stand for what is to be filled in."""
    for match in _GAP.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0]
        if line.strip() == match[0] and match[0].strip("_") == "":  # a rule between paragraphs
            continue
        yield Fault("remark-left", *match.span(), {"found": match[0]})


def find_remarks(line: str, prose: Prose) -> Iterator[Fault]:
    """Yield the words that a drafter left for later."""
    for pattern in (prose.requests, prose.remarks):
        for match in pattern.finditer(line):
            yield Fault("remark-left", *match.span(), {"found": match[0]})


def find_other_language(lines: Sequence[str], prose: Prose) -> str:
    """Return the language in which a passage is written, if it is another one; else nothing."""
    words = [word.casefold() for line in lines for word in _WORD.findall(line)]
    own = sum(word in prose.frequent[prose.language] for word in words)
    for language, frequent in prose.frequent.items():
        if language is not prose.language:
            other = sum(word in frequent for word in words)
            if other >= _FEWEST and other > _SHARE * own:
                return profile_of(language).name
    return _language_by_letters(words, prose)


def _language_by_letters(words: Sequence[str], prose: Prose) -> str:
    """Return the language of a passage without a letter of its own, in which words end as in that language."""
    if len(words) < _FEWEST:
        return ""
    for language, letters in prose.unlike_others.items():
        if not any(letters.intersection(word) for word in words):
            known = sum(bool(prose.endings[language].search(word)) for word in words)
            if known * _SHARE >= len(words):
                return profile_of(language).name
    return ""
