"""A provision of an adopted decision, or a value, is changed in place or taken out, not amended.

## Why
An act is judged by the law of its own day, so what was law stays on record. An amendment adds an entry
with the day from which it holds and the act `by` which it was made, and a repeal is such an entry too.
While a decision is a draft, its provisions may be replaced. Words may be corrected, since they are
restated; that they were changed is said once, when it is done. What reports a breach may be added at any time.

## Example
    force: shall                   # it was: should

Use instead
    force: should
    amended:
      - {from: 2027-01-01, by: SOC/2026-III/INF/9, force: shall}
"""

from collections.abc import Iterator, Mapping
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import DataFile
from cica_docs.register.events import read_names
from cica_docs.register.law.amendments import provision_entries
from cica_docs.rules.rule import Violation, violation
from cica_docs.text.escape import escape_pointer
from cica_docs.values.span import Place, Span

PROVISION = "house/reference-data"
ALSO = ("house/law-of-the-day",)
SCOPE = "change"
MESSAGE = {
    "": "“{name}” had {former} before this change, and has it no more",
    "vanished": "the provision {name} was here before this change, and is here no more",
    "dated": "{name} was law before this change, and is said to be so from {day} only",
    "gone": "{name}, which holds provisions in force, is taken out",
    "dropped": "the text {name} is in force, and the settings name it no more",
    "words": "the words of {name} are changed in place",
}
HELP = {
    "": "put it back; an amendment is a further entry, with `from` and `by`",
    "vanished": "put it back; if it was repealed, add under `amended`: {{from: …, by: …, repealed: true}}",
    "dated": "take `from` and `by` out; what an amendment changed belongs under `amended`",
    "gone": "put it back; a text that another one replaces has the act `superseded` in en.md",
    "dropped": "name it again under `further_texts`; one that another text replaces has the act `superseded`",
    "words": "if they were misstated, correct them; if they were amended, put the former ones back and add the new "
    "ones under `amended`, with `from` and `by`",
}

_SETTINGS = "reference/settings.yaml"
_HELD = ("force", "addressee")
_DATED = ("from", "by")


def check(corpus: Corpus) -> Iterator[Violation]:
    before = corpus.before
    if before is None:
        return
    for former in before.data:
        if before.decision.is_law(former.path):
            file = corpus.file(former.path)
            if isinstance(file, DataFile):
                yield from _overwritten(former, file)
            else:
                yield violation(Place(former.path, Span.point(1)), variant="gone", name=former.path)
    yield from _dropped(corpus, before)


def _dropped(corpus: Corpus, before: Corpus) -> Iterator[Violation]:
    """Yield the texts in force that the settings named before the change and name no more."""
    settings = corpus.file(_SETTINGS)
    if isinstance(settings, DataFile):
        named = read_names(settings.front.get("/further_texts"))
        for text in before.decision.further:
            if text.standing.name == "adopted" and text.id not in named:
                yield violation(settings.at("/decision"), variant="dropped", name=text.id)


def _overwritten(former: DataFile, file: DataFile) -> Iterator[Violation]:
    present = {entry.get("id"): (pointer, entry) for pointer, entry in provision_entries(file)}
    for _, old in provision_entries(former):
        id = str(old.get("id"))
        if id not in present:
            yield violation(file.at("/provisions"), variant="vanished", name=id)
            continue
        pointer, new = present[id]
        for field in (*_HELD, *_DATED):
            if field in old and old[field] != new.get(field):
                yield violation(file.at(f"{pointer}/{field}"), name=id, former=f"{field}: {old[field]}")
        if "from" in new and "from" not in old:
            yield violation(file.at(f"{pointer}/from"), variant="dated", name=id, day=new["from"])
        if old.get("says") != new.get("says"):
            yield violation(file.at(f"{pointer}/says"), variant="words", provision=ALSO[0], name=id)
        for name, at, entry in _lost(pointer, old, new, id):
            yield violation(file.at(at), name=name, former=_flow(entry))


def _lost(
    pointer: str, old: Mapping[str, Any], new: Mapping[str, Any], id: str
) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield the dated entries that are gone, with the name and the pointer of the list that had them."""
    lists = [(id, f"{pointer}/amended", old.get("amended"), new.get("amended"))]
    former, present = old.get("values"), new.get("values")
    for name, dated in former.items() if isinstance(former, dict) else ():
        at = f"{pointer}/values/{escape_pointer(str(name))}"
        lists.append((str(name), at, dated, present.get(name) if isinstance(present, dict) else None))
    for name, at, dated, left in lists:
        for entry in dated if isinstance(dated, list) else ():
            if isinstance(entry, dict) and entry not in (left if isinstance(left, list) else ()):
                yield name, at, entry


def _flow(entry: Mapping[str, Any]) -> str:
    words = (f"{field}: {'…' if isinstance(figure, dict) else figure}" for field, figure in entry.items())
    return f"{{{', '.join(words)}}}"
