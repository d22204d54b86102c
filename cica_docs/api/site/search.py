"""The search: a page with a script, and for each language an index, in which words of the others are found too."""

from collections.abc import Iterator
from typing import NamedTuple

from cica_docs.api.site.reader import Reader, page_path, symbol_of
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.languages import Term, terms
from cica_docs.register.lifecycle import lifecycles
from cica_docs.register.works import Work, works
from cica_docs.render.site.parts import Finder, Link, Listed, Page
from cica_docs.text.escape import to_json
from cica_docs.text.stemming import stemmer_of
from cica_docs.values.language import Language
from cica_docs.views.listing import holders_of

_FACETS = ("kind", "area", "state", "year", "status")


class Target(NamedTuple):
    """A page that can be found: its title, address, what is said beside it, values of the facets, and its stems."""

    title: str
    href: str
    note: str
    facets: tuple[str, ...]
    stems: frozenset[str]


def search_pages(reader: Reader) -> Iterator[Page]:
    """Yield the page of the search."""
    say, corpus = reader.words.word, reader.corpus
    values = _facet_values(reader, tuple(works(corpus).values()))
    finder = Finder(
        label=say("search.label"),
        button=say("search.button"),
        without_script=say("search.without-script"),
        facets=tuple((key, say("search", key), tuple(values[key])) for key in _FACETS),
        words=(("count", say("search.count")), ("none", say("search.none"))),
        scripts=(f"{reader.language}/search-index.js", "search.js"),
    )
    by_title = Link(say("list.by-title"), reader.address("titles"))
    lists = Listed((by_title, reader.section("works"), reader.section("areas")))
    yield Page(page_path("search"), say("sections.search"), (finder, lists), (reader.home(),), "search")


def _facet_values(reader: Reader, everything: tuple[Work, ...]) -> dict[str, list[tuple[str, str]]]:
    """Return the values of each filter with their names; of kinds, years and statuses those that works have."""
    reference, cycles = reader.corpus.reference, lifecycles(reader.corpus)
    kinds = {work.kind.name: work.kind.plural[reader.language] for work in everything}
    years = sorted({_year(reader, work) for work in everything} - {""}, reverse=True)
    states = dict.fromkeys(cycles[work.name].state.value for work in everything)
    return {
        "kind": sorted(kinds.items(), key=lambda entry: reader.sort_key(entry[1])),
        "area": [(id, reader.name("area", id)) for id in reference.all("area")],
        "state": [(code, reader.name("state", code)) for code in reference.all("state")],
        "year": [(year, year) for year in years],
        "status": [(state, reader.words.word("search.statuses", state)) for state in states],
    }


def search_index(reader: Reader) -> bytes:
    """Build the index of a language as a script that sets one value."""
    stemmer = stemmer_of(reader.language)
    targets = list(_targets(reader))
    by_stem: dict[str, list[int]] = {}
    for place, target in enumerate(targets):
        for stem in target.stems:
            by_stem.setdefault(stem, []).append(place)
    index = {
        "shortest": stemmer.shortest,
        "endings": stemmer.endings,
        "voiced": stemmer.voiced,
        "equal": stemmer.equal,
        "pages": [[target.title, target.href, target.note, *target.facets] for target in targets],
        "stems": sorted(by_stem.items()),
    }
    return f"window.CICA_SEARCH = {to_json(index).strip()};\n".encode()


def _targets(reader: Reader) -> Iterator[Target]:
    corpus = reader.corpus
    for work in works(corpus).values():
        yield _work(reader, work)
    for category, folder in (("area", "areas"), ("state", "states"), ("body", "bodies")):
        for id in corpus.reference.all(category):
            names = corpus.reference.names(category, id, corpus.as_of)
            stems = frozenset().union(*(stemmer_of(language).stems(name) for language, name in names.items()))
            facets = ("", id if category == "area" else "", id if category == "state" else "", "", "")
            note = reader.words.word("sections", folder)
            yield Target(names[reader.language], page_path(folder, id), note, facets, stems)


def _work(reader: Reader, work: Work) -> Target:
    corpus = reader.corpus
    stems: set[str] = set()
    for language, document in work.documents.items():
        title = str(document.get("/title") or "")
        text = f"{title}\n{document.text}" if language == reader.language else title
        stems |= stemmer_of(language).stems(text)
    symbol = symbol_of(work)
    own = frozenset(stems | stemmer_of(reader.language).stems(symbol))
    href = reader.work_link(work).href.removeprefix(f"{reader.language}/")
    facets = (
        work.kind.name,
        str(work.original.get("/area") or ""),
        " ".join(holders_of(corpus, work)),
        _year(reader, work),
        lifecycles(corpus)[work.name].state.value,
    )
    return Target(work.title(reader.language), href, reader.status(work), facets, own | _other_words(reader, own))


def _year(reader: Reader, work: Work) -> str:
    cycle = lifecycles(reader.corpus)[work.name]
    if cycle.period:
        return str(cycle.period.first.year)
    return (cycle.since.text if cycle.since else str(work.original.get("/known/as_of") or ""))[: len("2026")]


def _other_words(reader: Reader, stems: frozenset[str]) -> frozenset[str]:
    """Return the stems of the terms of other languages for the terms that a text has."""
    translated: set[str] = set()
    for own, others in _term_stems(reader.corpus, reader.language):
        if own and own <= stems:
            translated |= others
    return frozenset(translated)


@cached_query
def _term_stems(corpus: Corpus, language: Language) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the stems of each term in a language, and in the others."""
    return tuple((_stems_in(term, language), _others(term, language)) for term in terms(corpus))


def _stems_in(term: Term, language: Language) -> frozenset[str]:
    return stemmer_of(language).stems(term.approved.get(language, ""))


def _others(term: Term, language: Language) -> frozenset[str]:
    return frozenset().union(
        *(stemmer_of(other).stems(form) for other, form in term.approved.items() if other != language)
    )
