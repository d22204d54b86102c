"""Find the one thing that a reader names; every command that takes a name does so here."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.works import works
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

AREAS = ("area", "dimension")
FOCUSES = (*AREAS, "measure")
_NAMING = ("names", "says", "official", "abbreviation", "alpha3")
"""The fields of reference data that hold names, each a text or texts by language."""
_CUTOFF = 0.6

Names = Mapping[str, Sequence[str]]
"""By id, everything that a thing is called."""


def find_area(corpus: Corpus, given: str) -> str:
    """Return the priority area or dimension that is named; raise `Failure` if there is none, or more than one."""
    return find_named(given, names_of(corpus, *AREAS), "area-unknown")


def find_state(corpus: Corpus, given: str) -> str:
    """Return the code of the State that is named; raise `Failure` if there is none, or more than one."""
    return find_named(given, names_of(corpus, "state"), "state-unknown")


def find_work_name(corpus: Corpus, given: str) -> str:
    """Return the name of the work that is named, by the path of one of its files too; raise `Failure` otherwise."""
    plain = given.rstrip("/").removesuffix(".md")
    for candidate in (plain, plain.rpartition("/")[0], "/".join(plain.split("/")[-3:-1]), _last_two(plain)):
        if candidate in works(corpus):
            return candidate
    return find_named(plain, _names_of_works(corpus), "work-unknown")


def find_named(given: str, names: Names, failure: str) -> str:
    """Return the id of what is named; raise `Failure` with candidates or a suggestion otherwise."""
    meant = ids_meant(given, names)
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise Failure("name-ambiguous", name=given, known=meant)
    raise Failure(failure, name=given, suggestion=suggest(given, names))


def ids_meant(given: str, names: Names, *, whole: bool = False) -> tuple[str, ...]:
    """Return the ids that a text may mean: as an id, else as a name, else (unless `whole`) as a beginning.

    >>> ids_meant("казах", {"KZ": ("Kazakhstan", "Казахстан"), "KG": ("Kyrgyzstan",)})
    ('KZ',)
    """
    wanted = _fold(given)
    if not wanted:
        return ()
    if exact := tuple(id for id in names if _fold(id) == wanted):
        return exact
    called = tuple(id for id, all_names in names.items() if wanted in map(_fold, all_names))
    if called or whole:
        return called
    return tuple(
        id for id, all_names in names.items() if any(_fold(name).startswith(wanted) for name in (id, *all_names))
    )


def suggest(given: str, names: Names) -> tuple[str, ...]:
    """Return the id whose name is nearest to a text; empty if none is near."""
    id_of = {_fold(name): id for id, all_names in names.items() for name in (*all_names, id)}
    return tuple(id_of[name] for name in get_close_matches(_fold(given), id_of, 1, _CUTOFF))


@cached_query
def names_of(corpus: Corpus, *categories: str) -> Names:
    """Return everything that the entries of reference data are called, in all languages."""
    reference = corpus.reference
    return {
        id: tuple(dict.fromkeys(name for field in _NAMING for name in _texts(entry.get(field))))
        for category in categories
        for id, entry in reference.all(category).items()
    }


@cached_query
def _names_of_works(corpus: Corpus) -> Names:
    return {
        name: (work.id, *(work.title(language) for language in work.documents)) for name, work in works(corpus).items()
    }


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for part in node:
            yield from _texts(part)
    elif isinstance(node, Mapping):
        yield from (str(text) for language, text in node.items() if language in Language)


def _last_two(path: str) -> str:
    return "/".join(path.split("/")[-2:])


def _fold(text: str) -> str:
    """Fold what readers write as it comes: capitals and spaces."""
    return " ".join(text.casefold().split())
