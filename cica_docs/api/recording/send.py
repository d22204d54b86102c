"""Send a note: its number in the outgoing journal, its date and place, and the act that puts the dispatch on record."""

from collections.abc import Iterator, Mapping
from typing import Any

from cica_docs.api.recording.act import RecordedAct, act_form, record_act
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.events import events_of
from cica_docs.register.letters import Letter, letters
from cica_docs.register.record.used_names import next_in_series, numbers_given, used_names
from cica_docs.register.works import Work, works
from cica_docs.values.failure import Failure
from cica_docs.values.role import EVERYBODY, MEMBER_STATES

SENT = "sent"
"""The act by which a letter leaves."""


def next_number(corpus: Corpus) -> str:
    """Return the number after the last of the outgoing journal that the register, its acts or its history has.

    Raise `Failure` if the settings name no series, or a part of the history is missing in which it may be taken.
    """
    journal = corpus.reference.settings.get("journal")
    series = journal.get("series") if isinstance(journal, dict) else None
    if not isinstance(series, str):
        raise Failure("journal-without-series")
    names = used_names(corpus)
    if corpus.past and corpus.past.is_incomplete:
        raise Failure("history-incomplete")
    return f"{series}/{next_in_series(names, f'{series}/')}"


def require_unused(corpus: Corpus, number: str) -> str:
    """Return a number if no note bears it or ever bore it, else raise `Failure`."""
    if number in numbers_given(corpus):
        raise Failure("send-number-given", number=number)
    return number


def letter_of(corpus: Corpus, work: Work) -> Letter:
    """Return a work as a letter that can be sent, or raise `Failure`."""
    letter = next((letter for letter in letters(corpus) if letter.work.name == work.name), None)
    if letter is None:
        raise Failure("send-no-letter", work=work.name, kind=work.kind.title)
    if letter.state:
        raise Failure("send-of-state", work=work.name, state=letter.state)
    earlier = next((act for act in events_of(work.original) if act.kind == SENT), None)
    if earlier:
        raise Failure("send-again", work=work.name, number=letter.number, day=earlier.on.text)
    return letter


def send_letter(
    corpus: Corpus, catalogue: Catalogue, letter: Letter, number: str, on: str, given: Mapping[str, Any]
) -> RecordedAct:
    """Give a letter its number and day and put its dispatch on record; nothing is written to disk.

    What the letter says already stays as it is; the check finds what does not agree with it.
    """
    original = letter.work.original
    place = next(iter(corpus.reference.all("place")), "")
    facts = {"number": number, "date": on, **({"place": place} if place else {})}
    missing = {field: value for field, value in facts.items() if original.get(f"/{field}") is None}
    act = act_form(letter.work, SENT).complete(on, {"by": original.get("/from"), "to": _addressees(letter), **given})
    return record_act(corpus, catalogue, letter.work, act, missing)


def _addressees(letter: Letter) -> Any:
    to = letter.work.original.get("/to")
    return EVERYBODY if to == MEMBER_STATES else [to] if isinstance(to, str) else to


def carried_acts(
    corpus: Corpus, letter: Letter, act: Mapping[str, Any], number: str
) -> Iterator[tuple[str, list[str]]]:
    """Yield the enclosed works that a letter to all Member States carries to them, with arguments to record that."""
    if act.get("to") != EVERYBODY:
        return
    for name, _ in letter.enclosed:
        work = works(corpus).get(name)
        reaching = [act for act, kind in work.kind.acts.items() if kind.reaches_all] if work else []
        done = {event.kind for event in events_of(work.original)} if work else set()
        for reached in reaching:
            if reached not in done:
                to = ["--on", str(act["on"]), "--by", str(act["by"]), "--to", EVERYBODY, "--ref", number]
                yield name, ["record", name, reached, *to]
