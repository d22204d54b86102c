"""Terms of the organisation: approved and forbidden forms, and the names that things had at other times."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.documents.reference_data import validity_of
from cica_docs.values.language import Language
from cica_docs.values.period import Period


class Term(NamedTuple):
    """A concept with its terms in each language."""

    id: str
    approved: Mapping[Language, str]
    variants: Mapping[Language, tuple[str, ...]]
    forbidden: Mapping[Language, tuple[str, ...]]
    unattested: tuple[Language, ...]
    """Languages in which the term is our own rendering."""
    note: str
    aliases: tuple[Mapping[str, Any], ...]


class Forbidden(NamedTuple):
    """A form that is not to be written, and the one to write instead."""

    form: str
    approved: str
    is_name: bool
    """Whether it is a name of a State, which has its capitals everywhere."""


class Name(NamedTuple):
    """A name of a state, a body or a concept in some period, and its names at other times."""

    form: str
    language: Language
    period: Period
    others: tuple[tuple[str, Period], ...]


@cached_query
def terms(corpus: Corpus) -> tuple[Term, ...]:
    """Return all readable terms, in the order of the file."""
    return tuple(_term(entry) for entry in corpus.reference.entries("terms") if isinstance(entry.get("id"), str))


def _term(entry: Mapping[str, Any]) -> Term:
    attested = entry.get("attested")
    aliases = entry.get("aliases")
    return Term(
        entry["id"],
        {language: str(entry[language.value]) for language in Language if isinstance(entry.get(language.value), str)},
        _forms(entry.get("variants")),
        _forms(entry.get("forbidden")),
        tuple(language for language in Language if isinstance(attested, dict) and not attested.get(language.value)),
        str(entry.get("note") or ""),
        tuple(alias for alias in aliases if isinstance(alias, dict)) if isinstance(aliases, list) else (),
    )


def _forms(entry: Any) -> Mapping[Language, tuple[str, ...]]:
    if not isinstance(entry, dict):
        return {}
    return {
        language: tuple(form for form in entry[language.value] if isinstance(form, str) and form.strip())
        for language in Language
        if isinstance(entry.get(language.value), list)
    }


@cached_query
def forbidden_forms(corpus: Corpus, language: Language) -> tuple[Forbidden, ...]:
    """Return the forms of terms and the names of States that are not to be written in a language."""
    of_terms = (
        Forbidden(form, term.approved.get(language, ""), is_name=False)
        for term in terms(corpus)
        for form in term.forbidden.get(language, ())
    )
    states = corpus.reference.all("state").values()
    of_states = (
        Forbidden(form, _newest_name(state, language), is_name=True)
        for state in states
        for form in _forms(state.get("forbidden")).get(language, ())
    )
    return (*of_terms, *of_states)


def _newest_name(state: Mapping[str, Any], language: Language) -> str:
    names = state.get("names")
    newest = names[0] if isinstance(names, list) and names else None
    return str(newest.get(language.value) or "") if isinstance(newest, dict) else ""


@cached_query
def dated_names(corpus: Corpus) -> tuple[Name, ...]:
    """Return the names that bodies, states and concepts had for a time only."""
    return tuple(_find_dated_names(corpus))


def _find_dated_names(corpus: Corpus) -> Iterator[Name]:
    for kind in ("body", "state"):
        for entry in corpus.reference.all(kind).values():
            names = entry.get("names")
            yield from _names_of_a_time(
                [name for name in names if isinstance(name, dict)] if isinstance(names, list) else []
            )
    for term in terms(corpus):
        now = {language.value: text for language, text in term.approved.items()}
        for alias in term.aliases:
            for name in _names_of_a_time([now, alias]):
                if name.form != now.get(name.language.value):
                    yield name


def _names_of_a_time(names: list[Mapping[str, Any]]) -> Iterator[Name]:
    for language in Language:
        known = [
            (str(name[language.value]), validity_of(name))
            for name in names
            if isinstance(name.get(language.value), str)
        ]
        if len({form for form, _ in known}) > 1:
            for form, period in known:
                yield Name(form, language, period, tuple(name for name in known if name[0] != form))
