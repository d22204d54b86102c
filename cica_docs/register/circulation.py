"""Circulation: the Member States that acts reached, by what they say and by the notes that carried them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, events_until, read_names
from cica_docs.register.letters import Letter, letters, own_letters
from cica_docs.register.sources import stated_in
from cica_docs.register.works import work_named
from cica_docs.values.role import EVERYBODY, MEMBER_STATES

_COLLECTIVES = frozenset({MEMBER_STATES, EVERYBODY})


@cached_query
def _by_reference(corpus: Corpus) -> Mapping[str, Letter]:
    """Map letters by name, and those of the organisation by number too."""
    by_name = {letter.work.name: letter for letter in letters(corpus)}
    return {**{letter.number: letter for letter in own_letters(corpus) if letter.number}, **by_name}


def note_of(corpus: Corpus, act: Event) -> Letter | None:
    """Return the note that carried an act, if it names one that is on record."""
    return _by_reference(corpus).get(str(act.data.get("ref") or ""))


def is_to_channel(act: Event, note: Letter) -> bool:
    """Whether a note went to those through whom the act was done, so that its addressees are not those of the act."""
    return {*read_names(note.work.original.get("/to"))} <= {*read_names(act.data.get("via"))}


def is_of_another_state(corpus: Corpus, act: Event, note: Letter) -> bool:
    """Whether a note is a State's own, and the act that of other States."""
    states = corpus.reference.all("state").keys() & {*act.by}
    return bool(note.state and states) and note.state not in states


def is_to_all(act: Event) -> bool:
    """Whether an act says that it was done towards all Member States."""
    return bool(_COLLECTIVES & {*read_names(act.data.get("to") or act.document.get("/to"))})


def same_acts(corpus: Corpus, act: Event) -> list[Event]:
    """Return the acts that together do the same: those of the kind, on the same revision."""
    revision = act.data.get("revision")
    acts = events_until(corpus, act.document)
    return [other for other in acts if other.kind == act.kind and other.data.get("revision") == revision]


def has_reached_all(corpus: Corpus, act: Event) -> bool:
    """Whether with an act, and those before it that do the same, all Member States were reached, if they are to be."""
    kind = corpus.kinds.every[act.document.kind].acts.get(act.kind)
    if kind is None or not kind.reaches_all:
        return True
    return not states_left_out(corpus, [other for other in same_acts(corpus, act) if other.on <= act.on])


def completing_act(corpus: Corpus, acts: Sequence[Event], channels: Collection[str] = ()) -> Event | None:
    """Return the act by which several had reached all Member States, through all of some channels."""
    done = (acts[: number + 1] for number in range(len(acts)))
    complete = (part for part in done if not states_left_out(corpus, part) and not unused_channels(part, channels))
    return next((part[-1] for part in complete), None)


def unused_channels(acts: Sequence[Event], channels: Collection[str]) -> tuple[str, ...]:
    """Return the channels through which none of several acts was done; one that names none leaves that open."""
    via = [read_names(act.data.get("via")) for act in acts]
    return tuple(channel for channel in channels if all(via) and not any(channel in names for names in via))


def expand_members(corpus: Corpus, names: tuple[str, ...], on: date) -> frozenset[str]:
    """Return names with the Member States on a day in place of the words for all of them."""
    everybody = corpus.reference.members(on) if _COLLECTIVES & {*names} else ()
    return frozenset((*(name for name in names if name not in _COLLECTIVES), *everybody))


def states_left_out(corpus: Corpus, acts: Sequence[Event]) -> tuple[str, ...]:
    """Return the Member States on the day of the last of several acts that none of them reached.

    Whoever acts, or made the document, needs no note. An act reaches those it names, less those whom its note does not
    address; one that names nobody leaves open whom it reached, and so does a note to a channel, which passes it on.
    """
    named = [read_names(act.data.get("to") or act.document.get("/to")) for act in acts]
    if not all(named):
        return ()
    on = acts[-1].on.first
    reached = {*_authors_of(corpus, acts[-1].document)}
    for act, names in zip(acts, named, strict=True):
        note = note_of(corpus, act)
        carried = read_names(note.work.original.get("/to")) if note and not is_to_channel(act, note) else ()
        addressees = expand_members(corpus, names, on)
        reached |= (addressees & expand_members(corpus, carried, on) if carried else addressees) | {*act.by}
    return tuple(code for code in corpus.reference.members(on) if code not in reached)


def _authors_of(corpus: Corpus, document: Document) -> tuple[str, ...]:
    """Return the States that made a document: those who do the first kind of act that agrees with its fields."""
    work = work_named(corpus, document.work)
    acts = work.kind.acts.values() if work else ()
    by = next((agreement for act in acts for agreement in act.agreements if agreement.field == "by"), None)
    stated = stated_in(corpus, work, by.sources) if work and by else None
    return stated.names if stated else ()
