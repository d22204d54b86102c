"""The statement of an approval, computed from the register: what a signatory of it would sign today."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cica_docs import __version__
from cica_docs.documents.approvals.statement import Statement, format_digest, make_statement
from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.editions import stored_content, text_in
from cica_docs.register.events import Event, acts_as_written
from cica_docs.register.record.changed_acts import REMARKS
from cica_docs.register.record.settled import TEXT, facts_of
from cica_docs.register.record.silences import is_by_silence
from cica_docs.register.works import Work, works
from cica_docs.text.escape import escape_pointer

TOOL, VERDICT = "tool", "verdict"
NO_ERROR = "no error"
_REMARKS = frozenset({"from", "by", "source", "confidence", "note"})
"""Fields of a dated value that say where it comes from and not what it is."""
_MANNER = "decided"
_STATED_OTHERWISE = frozenset({"on", "kind", "by", "ref", "mode", "decided", "ends_on", *REMARKS})
"""Fields of an act that have lines of their own or say nothing of what was done."""
_CORRECTED, _EDITED, _WAS = "corrected", "edited", "was"


def statement_of(corpus: Corpus, name: str, act: Event) -> Statement:
    """Return the statement of an approval of a work."""
    return make_statement(tuple(_fields(corpus, works(corpus)[name], act)))


def _fields(corpus: Corpus, work: Work, act: Event) -> Iterator[tuple[str, str]]:
    decision = corpus.decision
    yield "document", work.name
    yield "symbol", str(work.original.get("/symbol") or "")
    for language, document in sorted(work.documents.items()):
        yield f"title {language}", str(document.get("/title") or "")
    yield "act", act.kind
    yield "day", act.on.text
    yield "by", ", ".join(act.by)
    yield "mode", mode_of(act)
    yield "decision", str(act.data.get("ref") or "")
    for field, value in sorted(act.data.items()):
        if field not in _STATED_OTHERWISE:
            yield f"act {field}", value if isinstance(value, str) else _canonical(value)
    yield "judged-under", f"{decision.id}, {decision.status}"
    yield "provisions", format_digest(decision.file.source.text.encode()) if decision.file else ""
    for value in sorted({name for provision in decision.recorded.values() for name in provision.values}):
        entry = decision.value(value, act.on.last)
        yield f"value {value}", _canonical({key: each for key, each in entry.items() if key not in _REMARKS})
    yield TOOL, f"cica {__version__}"
    yield VERDICT, NO_ERROR
    for language, document in sorted(work.documents.items()):
        content = stored_content(corpus.snapshot, document.path)
        text = text_in(document, content)
        yield f"file {language}", format_digest(content)
        yield f"text {language}", "" if text is None else format_digest(text)
    yield "facts", format_digest(canonical_facts(work))


def mode_of(act: Event) -> str:
    """Say how an act was decided: `consensus`, `silence until` a day, or as the act itself says."""
    if is_by_silence(act):
        return f"silence until {act.data.get('ends_on') or act.on.text}"
    return str(act.data.get(_MANNER) or "consensus")


def canonical_facts(work: Work) -> bytes:
    """Return the settled facts of a work in their one form: each value on a line behind its JSON pointer, sorted.

    Remarks are none: one that was left out may be added later.
    """
    facts = {name: value for name, value in facts_of(work).items() if name not in REMARKS}
    return "".join(f"{line}\n" for line in sorted(_lines(facts, ""))).encode()


def _lines(value: Any, pointer: str) -> Iterator[str]:
    inner: Sequence[tuple[object, Any]] = ()
    if isinstance(value, Mapping):
        inner = tuple(value.items())
    elif isinstance(value, list):
        inner = tuple(enumerate(value))
    for key, each in inner:
        yield from _lines(each, f"{pointer}/{escape_pointer(str(key))}")
    if not inner:
        yield f"{pointer}: {_canonical(value)}"


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def is_text_final(work: Work) -> bool:
    """Whether an act on record made the words of a work final, and not only its facts."""
    kinds = (work.kind.acts.get(act.kind) for act in acts_as_written(work.original))
    return any(kind is not None and TEXT in kind.settles for kind in kinds)


def changes_since(work: Work, act: Event) -> Sequence[Event]:
    """Return the acts below an approval by which the text or the facts were lawfully changed since."""
    acts = acts_as_written(work.original)
    place = next((at for at, each in enumerate(acts) if each.pointer == act.pointer), 0)
    return [each for each in acts[place + 1 :] if _changes(work, each)]


def _changes(work: Work, act: Event) -> bool:
    kind = work.kind.acts.get(act.kind)
    return act.kind == _EDITED or (act.kind == _CORRECTED and _WAS in act.data) or bool(kind and kind.amends)
