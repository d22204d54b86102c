"""Find lists of states in texts that are not in alphabetical order."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.documents.text_runs import span_between
from cica_docs.languages.proofreading.corrections import matches_outside
from cica_docs.languages.terminology.usage import QUOTED, time_of
from cica_docs.text.inflection import compile_inflected, normalize
from cica_docs.text.profile import profiles
from cica_docs.text.scripts import sort_key_of
from cica_docs.values.language import Language
from cica_docs.values.span import Place

_FEWEST = 3
_KEY = 3


def _words(key: str) -> str:
    """Return the pattern of the words of all languages in lists, such as `and`."""
    return "|".join(dict.fromkeys(word for profile in profiles().values() for word in profile.list_words[key]))


_CAPITALS = "".join(dict.fromkeys("".join(profile.in_capitals(profile.alphabet) for profile in profiles().values())))
_ARTICLES = rf"(?:(?:{_words('articles')})\s+)?"
_BEGINS = rf"(?:(?:{_words('and_after_comma')}|{_words('articles')}) )?([{_CAPITALS}][^\W\d_]{{2}})"
_MAY_LIST = (re.compile(rf", {_BEGINS}"), re.compile(rf"\n- {_BEGINS}"), re.compile(rf"\n\* {_BEGINS}"))
_CAPITAL = re.compile(rf"(?<![\w-])[{_CAPITALS}][^\W\d_]{{2,}}")
_BETWEEN = re.compile(
    rf"\s*(?:[,;]\s*(?:(?:{_words('and_after_comma')})\s+)?|\s(?:{_words('and')})\s+|[;,]?\n[-*] +){_ARTICLES}"
)
_Patterns = Mapping[str, list[tuple[re.Pattern[str], str]]]


class StateList(NamedTuple):
    """A list of states that is not in alphabetical order: their names, and the same in order."""

    place: Place
    names: tuple[str, ...]
    ordered: tuple[str, ...]


@cached_query
def unsorted_state_lists(corpus: Corpus) -> tuple[StateList, ...]:
    """Return the lists of three and more states, outside quotations, that are not in the order of their language."""
    patterns = {language: _patterns(corpus, language) for language in Language}
    return tuple(
        state_list
        for document in corpus.documents
        if _may_list(document.text, patterns[document.language])
        for state_list in _find_unsorted(corpus, document, patterns[document.language])
    )


def _may_list(text: str, patterns: _Patterns) -> bool:
    return any(begins.lower() in patterns for sought in _MAY_LIST for begins in sought.findall(text))


def _patterns(corpus: Corpus, language: Language) -> _Patterns:
    """Return the patterns of all names of states by their first letters, the longest names first."""
    by_beginning: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    named = [
        (str(name[language.value]), code)
        for code, entry in corpus.reference.all("state").items()
        for name in _names(entry)
        if isinstance(name.get(language.value), str)
    ]
    for name, code in sorted(named, key=lambda entry: -len(entry[0])):
        by_beginning.setdefault(normalize(name)[:_KEY].lower(), []).append(
            (compile_inflected(name, language, is_name=True), code)
        )
    return by_beginning


def _names(entry: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    names = entry.get("names")
    return [name for name in names if isinstance(name, dict)] if isinstance(names, list) else []


def _find_unsorted(corpus: Corpus, document: Document, patterns: _Patterns) -> Iterator[StateList]:
    text, language = normalize(document.text), document.language
    row: list[tuple[str, int, int]] = []
    for code, start, end in (*_find_states(text, patterns), ("", len(text), len(text))):
        if row and not _BETWEEN.fullmatch(text, row[-1][2], start):
            yield from _check_order(corpus, document, row, language)
            row = []
        row.append((code, start, end))


def _find_states(text: str, patterns: _Patterns) -> Iterator[tuple[str, int, int]]:
    end = 0
    for capital in matches_outside(_CAPITAL, QUOTED, text):
        if capital.start() < end:
            continue
        for pattern, code in patterns.get(capital[0][:_KEY].lower(), ()):
            if match := pattern.match(text, capital.start()):
                yield code, *match.span()
                end = match.end()
                break


def _check_order(
    corpus: Corpus, document: Document, row: list[tuple[str, int, int]], language: Language
) -> Iterator[StateList]:
    if len(row) < _FEWEST or len({code for code, _, _ in row}) < len(row):
        return
    on: date = time_of(corpus, document).last
    names = tuple(corpus.reference.names("state", code, on)[language] for code, _, _ in row)
    ordered = tuple(sorted(names, key=lambda name: sort_key_of(name, language)))
    if names != ordered:
        head = len(document.source.text) - len(document.text)
        starts = document.source.line_starts
        yield StateList(Place(document.path, span_between(starts, head + row[0][1], head + row[-1][2])), names, ordered)
