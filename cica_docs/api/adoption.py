"""The adoption of a decision: the register as it would be, and what that changes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cica_docs.api.amendments import read_yaml_file
from cica_docs.api.checking.check import check
from cica_docs.api.impact import changes_between
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.edit import encode_text, quote_yaml
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.documents.yaml.scalar import format_scalar
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.open import open_corpus
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.values.failure import Failure
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity
from cica_docs.views.adoption import Adoption
from cica_docs.views.decision_changes import compare_bindings, compare_provisions
from cica_docs.views.provisions import Clauses

_STATUS = re.compile(r"^status:[ \t]*[a-z]+", re.MULTILINE)
_EVENTS = re.compile(r"^events:[ \t]*+(?:\[\][ \t]*+)?\n((?:(?:[ \t]|- ).*+\n)*+)", re.MULTILINE)


@dataclass(frozen=True)
class Act:
    """The act of adoption: the day, the body and the symbol, each "" if not given."""

    on: str = ""
    by: str = ""
    symbol: str = ""


@dataclass(frozen=True, eq=False)
class PlannedAdoption:
    """The changes, the files to write by path, and the first finding that forbids writing them."""

    adoption: Adoption
    files: Mapping[str, bytes]
    obstacle: Finding | None


def plan_adoption(corpus: Corpus, catalogue: Catalogue, content: bytes, name: str, act: Act) -> PlannedAdoption:
    """Compare the register with the one that holds the adopted provisions; raise `Failure` if they are unreadable."""
    file = read_yaml_file(catalogue, content, name)
    if not isinstance(file.front.get("/provisions"), list):
        raise Failure("adoption-malformed", path=name)
    folder = f"decision/{corpus.decision.id}"
    text = file.source.text
    text = _STATUS.sub("status: adopted", text, count=1) if _STATUS.search(text) else f"status: adopted\n{text}"
    files = {f"{folder}/provisions.yaml": text.encode()}
    original = corpus.document(folder)
    if original is not None and act.on:
        files[original.path] = encode_text(_recorded(original, act), corpus.snapshot.read(original.path))
    overlay = OverlaySnapshot(corpus.snapshot, MemorySnapshot(files))
    after = open_corpus(overlay, corpus.as_of, past=corpus.past, quotation_keys=corpus.quotation_keys)
    old, new = Clauses(corpus, catalogue), Clauses(after, catalogue)
    changes = (
        *compare_provisions(old, new),
        *compare_bindings(corpus.decision, after.decision),
        *changes_between(corpus, after, catalogue),
    )
    return PlannedAdoption(Adoption(old, name, changes), files, _obstacle(corpus, after, catalogue, files))


def _obstacle(before: Corpus, after: Corpus, catalogue: Catalogue, files: Mapping[str, bytes]) -> Finding | None:
    """Return the first error that the new files would have and the present ones have not."""
    prefix = before.snapshot.prefix
    present = {(finding.rule, finding.path, finding.message) for finding in check(before, catalogue).findings}
    return next(
        (
            finding
            for finding in check(after, catalogue).findings
            if finding.severity is Severity.ERROR
            and finding.path.removeprefix(prefix) in files
            and (finding.rule, finding.path, finding.message) not in present
        ),
        None,
    )


def _recorded(original: Document, act: Act) -> str:
    """Return the original with the event of adoption as the last one, and the symbol."""
    body = act.by or str(original.front.get("/body") or "")
    event = f"{{on: {act.on}, kind: adopted, by: {format_scalar(body)}}}"
    text = original.source.text
    events = _EVENTS.search(text)
    if events is None:
        raise Failure("adoption-events-unfit", path=original.path)
    margin = "- " if events[1].startswith("- ") else "  - "
    text = f"{text[: events.start()]}events:\n{events[1]}{margin}{event}\n{text[events.end() :]}"
    if act.symbol and not original.front.get("/symbol"):
        text = text.replace("\nevents:\n", f"\nsymbol: {quote_yaml(act.symbol)}\nevents:\n", 1)
    front = parse_yaml(text.split("\n---\n", 1)[0].removeprefix("---\n") + "\n")
    if front.problems or len(front.value["events"]) != len(original.front.get("/events") or ()) + 1:
        raise Failure("adoption-events-unfit", path=original.path)
    return text
