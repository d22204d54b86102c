"""Terms of the organisation: approved and forbidden forms, and the names that things had at other times."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.documents.reference_data import validity_of
from cica_docs.values.language import Language
from cica_docs.values.period import Period


@dataclass(frozen=True, slots=True)
class Term:
    """A concept with its terms in each language."""

    id: str
    approved: Mapping[Language, str]
    variants: Mapping[Language, tuple[str, ...]]
    forbidden: Mapping[Language, tuple[str, ...]]
    unattested: tuple[Language, ...]
    """Languages in which the term is our own rendering."""
    note: str
    aliases: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Name:
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
        {one: str(entry[one.value]) for one in Language if isinstance(entry.get(one.value), str)},
        _forms(entry.get("variants")),
        _forms(entry.get("forbidden")),
        tuple(one for one in Language if isinstance(attested, dict) and not attested.get(one.value)),
        str(entry.get("note") or ""),
        tuple(alias for alias in aliases if isinstance(alias, dict)) if isinstance(aliases, list) else (),
    )


def _forms(found: Any) -> Mapping[Language, tuple[str, ...]]:
    if not isinstance(found, dict):
        return {}
    return {
        one: tuple(form for form in found[one.value] if isinstance(form, str) and form.strip())
        for one in Language
        if isinstance(found.get(one.value), list)
    }


@cached_query
def dated_names(corpus: Corpus) -> tuple[Name, ...]:
    """Return the names that bodies, states and concepts had for a time only."""
    return tuple(_dated(corpus))


def _dated(corpus: Corpus) -> Iterator[Name]:
    for what in ("body", "state"):
        for entry in corpus.reference.all(what).values():
            names = entry.get("names")
            yield from _changed([name for name in names if isinstance(name, dict)] if isinstance(names, list) else [])
    for term in terms(corpus):
        now = {one.value: text for one, text in term.approved.items()}
        for alias in term.aliases:
            for name in _changed([now, alias]):
                if name.form != now.get(name.language.value):
                    yield name


def _changed(names: list[Mapping[str, Any]]) -> Iterator[Name]:
    for language in Language:
        known = [
            (str(name[language.value]), validity_of(name))
            for name in names
            if isinstance(name.get(language.value), str)
        ]
        if len({form for form, _ in known}) > 1:
            for form, period in known:
                yield Name(form, language, period, tuple(one for one in known if one[0] != form))
