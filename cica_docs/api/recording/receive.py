"""Register a note of a State as it was received: its front matter, its acts, and its text where the register has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cica_docs.api.drafting.new import Draft, check_draft
from cica_docs.api.drafting.remind import KIND
from cica_docs.api.drafting.work_names import find_kind, languages_of, likely_id, require_free_id
from cica_docs.documents.act_writing import format_flow
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import read_labels
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.letters import letters
from cica_docs.register.naming.formal_names import name_after_of
from cica_docs.snapshot.snapshot import Snapshot, blob_id
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.role import EVERYBODY, MEMBER_STATES


@dataclass(frozen=True)
class IncomingNote:
    """What is registered of a note of a State."""

    state: str
    number: str
    date: str
    """The day that the note bears."""
    received_on: str
    to: str
    form: str = ""
    scan: str = ""
    """The name of the file that the Secretariat keeps of it; the file itself is not in the register."""
    in_reply_to: str = ""
    is_for_own_use: bool = False
    """Whether it gives information for the own use of those who receive it; then none of its text is registered."""
    titles: Mapping[Language, str] = field(default_factory=dict)
    texts: Mapping[Language, bytes] = field(default_factory=dict)


def incoming_id(note: IncomingNote) -> str:
    """Return the name of the folder of a note: its State, its number, its year."""
    return next(iter(likely_id(f"{note.state} {note.number.replace('/', '-')} {note.date[:4]}")), note.state.lower())


def register_note(corpus: Corpus, templates: Snapshot, catalogue: Catalogue, note: IncomingNote, id: str) -> Draft:
    """Build the files of a note in all languages of the register and check them; nothing is written to disk."""
    kind = find_kind(corpus.kinds, KIND)
    known = next((each for each in letters(corpus) if each.identity == (note.state, note.number, note.date)), None)
    if known:
        raise Failure("receive-again", work=known.work.name, number=note.number, state=note.state)
    name = f"{kind.name}/{require_free_id(corpus, kind, id)}"
    files: dict[str, bytes] = {}
    original = ""
    for language in languages_of(corpus, kind):
        title = note.titles.get(language) or _title(corpus, templates, note, language)
        fields = {"title": title, **({"translates": original} if original else _facts(corpus, note))}
        lines = [f"{name}: {format_flow(value)}" for name, value in fields.items()]
        if not original:
            lines += ["events:", *(f"  - {format_flow(act)}" for act in _acts(corpus, note))]
        head = "\n".join(("---", *lines, "---", ""))
        text = b"" if note.is_for_own_use else note.texts.get(language, b"")
        content = head.encode() + (b"\n" + text.strip() + b"\n" if text.strip() else b"")
        files[f"{name}/{language}.md"] = content
        original = original or blob_id(content)
    return check_draft(corpus, catalogue, name, files)


def _title(corpus: Corpus, templates: Snapshot, note: IncomingNote, language: Language) -> str:
    labels = read_labels(templates, language)
    state = name_after_of(corpus, note.state, labels, corpus.as_of)
    return labels.sentence("letter.received-title", number=note.number, state=state)


def _facts(corpus: Corpus, note: IncomingNote) -> Mapping[str, Any]:
    facts = {
        "number": note.number,
        "date": note.date,
        "from": note.state,
        "to": note.to if note.to == MEMBER_STATES or note.to in corpus.reference.all("body") else [note.to],
        "in_reply_to": note.in_reply_to,
        "restricted": [{"provided_by": [note.state]}] if note.is_for_own_use else (),
    }
    return {name: value for name, value in facts.items() if value}


def _acts(corpus: Corpus, note: IncomingNote) -> Iterator[Mapping[str, Any]]:
    addressee = EVERYBODY if note.to == MEMBER_STATES else [note.to]
    yield {"on": note.date, "kind": "sent", "by": note.state, "to": addressee}
    received = {"form": note.form, "scan": note.scan}
    yield {
        "on": note.received_on,
        "kind": "received",
        "by": corpus.reference.role("circulates"),
        **{name: value for name, value in received.items() if value},
    }
