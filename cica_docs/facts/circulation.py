"""Circulation: which Member States the note that an act names did not reach."""

from collections.abc import Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.event import Event, names
from cica_docs.facts.fact import fact
from cica_docs.facts.letter import Letter, letters

_EVERYBODY = frozenset({"member-states", "all"})


@fact
def _by_reference(corpus: Corpus) -> Mapping[str, Letter]:
    """Letters by their number and by their name."""
    found = {letter.work.name: letter for letter in letters(corpus)}
    return {**{letter.number: letter for letter in letters(corpus) if letter.number}, **found}


def left_out(corpus: Corpus, act: Event) -> tuple[str, ...]:
    """The Member States of the day whom the note that an act names does not address; none where it is not on record."""
    letter = _by_reference(corpus).get(str(act.data.get("ref") or ""))
    if letter is None:
        return ()
    addressed = frozenset(names(letter.work.original.get("/to")))
    if not addressed or addressed & _EVERYBODY:
        return ()
    return tuple(code for code in corpus.reference.members(act.on.first) if code not in addressed)
