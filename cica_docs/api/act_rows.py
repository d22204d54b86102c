"""An act as a row of a listing, and as a line of text."""

from collections.abc import Callable
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels
from cica_docs.register.events import Event
from cica_docs.register.sources import names_of
from cica_docs.values.role import EVERYBODY, MEMBER_STATES
from cica_docs.views.listing import Row


def act_row(act: Event) -> Row:
    """Return who did an act, to whom, and by which paper; several names are separated by spaces.

    Of an act that names nobody it is the body by which it was considered.
    """
    by = " ".join(act.by) or _joined(act.data.get("channel"))
    return {"by": by, "to": _joined(act.data.get("to")), "ref": _joined(act.data.get("ref"))}


def _joined(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def describe_act(labels: Labels, kind: str, row: Row, name_of: Callable[[str], str] = str) -> str:
    """Return an act in the reader's language, with the parties and the paper of its row; not yet safe to print.

    `name_of` gives the name of a State or body; without it they go by code and id.
    """
    act = labels.word("events", kind) if labels.has("events", kind) else kind
    named = [", ".join(map(name_of, row[part].split())) for part in ("by", "to")]
    parties = " → ".join(filter(None, named))
    return " · ".join(filter(None, (act, parties, row["ref"])))


def name_in(corpus: Corpus, labels: Labels) -> Callable[[str], str]:
    """Return the function that gives the name of a State, a body or all Member States in the language of labels."""

    def name_of(party: str) -> str:
        if party in {EVERYBODY, MEMBER_STATES}:
            return labels.word("circular", "everybody")
        return names_of(corpus, (party,), corpus.as_of)[labels.language]

    return name_of
