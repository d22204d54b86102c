"""A register whose decision is made up: one provision with an obligation, and one mandate."""

import json
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.obligations.all import obligations
from cica_docs.values.obligation import Obligation
from dated_register import document, register

TERM = "{on: 2026-02-18, kind: appointed, by: ministers, tenure: {from: 2026-03-01, to: 2028-02-29}}"
ROLES = {"coordinator": "always"}

ADOPTED = document(title="D", body="ministers", events="[{on: 2020-01-01, kind: adopted, by: ministers}]")


def appointed(act: str = TERM, holder: str = "XA") -> str:
    return document(title="M", area="tourism", role="coordinator", holder=holder, events=f"[{act}]")


def decided_register(
    obligation: dict[str, object],
    as_of: str,
    files: dict[str, str] | None = None,
    *,
    force: str = "shall",
    meetings: str = "  []\n",
    **values: dict[str, object] | list[dict[str, object]],
) -> Corpus:
    """A register whose decision has one provision with an obligation and no other."""
    entry = {
        "id": "7.1/duty",
        "force": force,
        "says": {"en": "It is to be done."},
        "values": {
            name: value if isinstance(value, list) else [{"from": "2023-05-13", **value}]
            for name, value in values.items()
        },
        "obligation": obligation,
    }
    decision = f"provisions:\n  - {json.dumps(entry)}\n"
    own = {
        "decision/modalities/provisions.yaml": decision,
        "decision/modalities/en.md": ADOPTED,
        "mandate/a/en.md": appointed(),
    }
    return register(date.fromisoformat(as_of), {**own, **(files or {})}, meetings=meetings)


def only(corpus: Corpus) -> Obligation:
    (obligation,) = obligations(corpus)
    return obligation


def meetings_on(*days: str, body: str = "group") -> str:
    return "".join(f"  - {{id: m-{day}, body: {body}, on: {day}}}\n" for day in days)
