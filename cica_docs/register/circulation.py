"""Circulation: which Member States the note that an act names did not reach."""

from collections.abc import Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Texts
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, read_names
from cica_docs.register.letters import Letter, letters
from cica_docs.values.language import Language

_EVERYBODY = frozenset({"member-states", "all"})


@cached_query
def _by_reference(corpus: Corpus) -> Mapping[str, Letter]:
    """Letters by their number and by their name."""
    found = {letter.work.name: letter for letter in letters(corpus)}
    return {**{letter.number: letter for letter in letters(corpus) if letter.number}, **found}


def missing_addressees(corpus: Corpus, act: Event) -> Texts | None:
    """The names of the Member States of the day whom the note that an act names does not address, if any."""
    letter = _by_reference(corpus).get(str(act.data.get("ref") or ""))
    addressed = frozenset(read_names(letter.work.original.get("/to"))) if letter else _EVERYBODY
    if not addressed or addressed & _EVERYBODY:
        return None
    on = act.on.first
    missed = [
        corpus.reference.names("state", code, on) for code in corpus.reference.members(on) if code not in addressed
    ]
    return {language: ", ".join(one[language] for one in missed) for language in Language} if missed else None
