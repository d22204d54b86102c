"""Circulation: the Member States that the note named by an act did not reach."""

from collections.abc import Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, read_names
from cica_docs.register.letters import Letter, letters
from cica_docs.values.language import Language
from cica_docs.values.role import EVERYBODY, MEMBER_STATES
from cica_docs.values.texts import Texts

_EVERYBODY = frozenset({MEMBER_STATES, EVERYBODY})


@cached_query
def _by_reference(corpus: Corpus) -> Mapping[str, Letter]:
    """Map letters by number and by name."""
    by_name = {letter.work.name: letter for letter in letters(corpus)}
    return {**{letter.number: letter for letter in letters(corpus) if letter.number}, **by_name}


def missing_addressees(corpus: Corpus, act: Event) -> Texts | None:
    """Return the names of the Member States on the day of an act that the note it names does not address, or None."""
    letter = _by_reference(corpus).get(str(act.data.get("ref") or ""))
    addressed = frozenset(read_names(letter.work.original.get("/to"))) if letter else _EVERYBODY
    if not addressed or addressed & _EVERYBODY:
        return None
    on = act.on.first
    missed = [
        corpus.reference.names("state", code, on) for code in corpus.reference.members(on) if code not in addressed
    ]
    return {language: ", ".join(names[language] for names in missed) for language in Language} if missed else None
