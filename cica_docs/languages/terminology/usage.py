"""Find forbidden terms and outdated names in the texts of documents, outside quotations."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.documents.text_runs import TextRun, body_run_of, span_between, text_runs_of
from cica_docs.languages.lexicon.terms import Name, dated_names, forbidden_forms
from cica_docs.languages.proofreading.corrections import ADDRESS, Spans
from cica_docs.languages.scanning.prescan import may_contain
from cica_docs.languages.sentences import SentenceSplitter, sentence_splitters
from cica_docs.text.inflection import find_inflected, normalize, prefilters_of
from cica_docs.text.profile import profiles
from cica_docs.values.day import parse_partial_date
from cica_docs.values.language import Language
from cica_docs.values.period import Period
from cica_docs.values.span import Place

QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|“[^“”]*”|„[^„“]*“|^ {0,3}>.*$", re.MULTILINE)
_LONGEST = 2_000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Who says that a thing was so once speaks of that time.
FORMER = re.compile(
    "|".join(
        rf"\b{re.escape(words.rstrip('*'))}" + ("" if words.endswith("*") else r"\b")
        for profile in profiles().values()
        for words in profile.former
    ),
    re.IGNORECASE,
)


class TermUse(NamedTuple):
    """A forbidden form, as it is in a text, and the approved term."""

    place: Place
    current: str
    approved: str
    is_name: bool
    """Whether it is the name of a State."""


class Anachronism(NamedTuple):
    """A name of another time than that of its document."""

    place: Place
    name: Name
    current: str
    right: str
    on: date


def find_form(document: Document, form: str, *, is_name: bool = False) -> Iterator[tuple[TextRun, re.Match[str]]]:
    """Yield the matches of a form in any inflection, outside quotations and addresses."""
    language = document.language
    head = normalize(document.source.text[: len(document.source.text) - len(document.text)])
    is_in_head = all(
        any(map(head.__contains__, spellings)) for spellings in prefilters_of(form, language, is_name=is_name)
    )
    for run in text_runs_of(document) if is_in_head else body_run_of(document):
        if run.language is language and (matches := list(find_inflected(form, language, run.text, is_name=is_name))):
            excluded = [Spans(match.span() for match in spared.finditer(run.text)) for spared in (QUOTED, ADDRESS)]
            for match in matches:
                if not any(spared.meets(match.start(), match.start() + 1) for spared in excluded):
                    yield run, match


def place_of(document: Document, run: TextRun, match: re.Match[str]) -> Place:
    """Return the place of a match in a run of text."""
    start, end = (run.start + at for at in match.span())
    return Place(document.path, span_between(document.source.line_starts, start, end))


def _quote(run: TextRun, match: re.Match[str]) -> str:
    """Return the words of a match as they are written in the text."""
    return " ".join(run.text[match.start() : match.end()].split())


@cached_query
def forbidden_terms(corpus: Corpus) -> tuple[TermUse, ...]:
    """Return the uses of forms for which the organisation has another term."""
    return tuple(_find_forbidden(corpus))


def _find_forbidden(corpus: Corpus) -> Iterator[TermUse]:
    for document in corpus.documents:
        for forbidden in forbidden_forms(corpus, document.language):
            form, is_name = forbidden.form, forbidden.is_name
            if may_contain(corpus, document, form, is_name=is_name):
                for run, match in find_form(document, form, is_name=is_name):
                    yield TermUse(place_of(document, run, match), _quote(run, match), forbidden.approved, is_name)


@cached_query
def anachronisms(corpus: Corpus) -> tuple[Anachronism, ...]:
    """Return the uses of names that were not in use at the time of their document."""
    names = {language: [name for name in dated_names(corpus) if name.language is language] for language in Language}
    return tuple(
        anachronism
        for document in corpus.documents
        if names[document.language]
        for anachronism in _find_anachronisms(corpus, document, names[document.language])
    )


def _find_anachronisms(corpus: Corpus, document: Document, names: list[Name]) -> Iterator[Anachronism]:
    time = time_of(corpus, document)
    wrong = [
        name
        for name in names
        if not name.period.overlaps(time) and may_contain(corpus, document, name.form, is_name=True)
    ]
    if not wrong:
        return
    fitting = [
        form for name in names for form, period in ((name.form, name.period), *name.others) if period.overlaps(time)
    ]
    splitter = sentence_splitters(corpus)[document.language]
    for name in wrong:
        right = next((form for form, period in name.others if period.overlaps(time)), "")
        if not right:
            continue
        longer = [form for form in fitting if name.form in form and form != name.form]
        covered: dict[TextRun, list[Spans]] = {}
        for run, match in find_form(document, name.form, is_name=True):
            if run not in covered:
                covered[run] = [_spans_of(document, form, run) for form in longer]
            if any(spans.covers(*match.span()) for spans in covered[run]):
                continue
            if not _is_about(_sentence_around(splitter, run.text, match), name.period):
                yield Anachronism(place_of(document, run, match), name, _quote(run, match), right, time.last)


def _spans_of(document: Document, form: str, run: TextRun) -> Spans:
    """Return the spans of a name that contains another."""
    return Spans(match.span() for match in find_inflected(form, document.language, run.text, is_name=True))


def _sentence_around(splitter: SentenceSplitter, text: str, match: re.Match[str]) -> str:
    """Return the sentence of a match, or as much of it as can be read."""
    first, last = max(0, match.start() - _LONGEST), min(match.end() + _LONGEST, len(text))
    return next(text[start:end] for start, end in splitter.spans(text, first, last) if end >= match.end())


def _is_about(sentence: str, period: Period) -> bool:
    """Return whether a sentence is about a time at which a name was in use."""
    if FORMER.search(sentence):
        return True
    years = (parse_partial_date(year) for year in _YEAR.findall(sentence))
    return any(year is not None and period.overlaps(Period(year.first, year.last)) for year in years)


def time_of(corpus: Corpus, document: Document) -> Period:
    """Return the first to the last day that a work gives for itself; up to today if it records what is known."""
    original = corpus.document(document.work) or document
    written = [act.data.get("on") for act in original.record.counting]
    written += [original.get(pointer) for pointer in ("/date", "/held_on", "/known/as_of")]
    days = [day for value in written if (day := parse_partial_date(str(value or "")))]
    first = min((day.first for day in days), default=corpus.as_of)
    last = max((day.last for day in days), default=corpus.as_of)
    return Period(min(first, last), max(last, corpus.as_of) if original.get("/known") else last)
