"""The adoption of a decision: the register as it would be, and what that changes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from cica_docs.api.amendments import read_yaml_file
from cica_docs.api.checking.check import check
from cica_docs.api.editions import Edition, PlacedText, place_editions, read_edition
from cica_docs.api.impact import compare_decisions
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
from cica_docs.values.language import Language
from cica_docs.values.provision import Severity
from cica_docs.views.decision.comparison import DecisionComparison
from cica_docs.views.decision.remaining_work import remaining_work

_WORD = frozenset({".doc", ".docx", ".odt", ".rtf", ".pdf"})
_EVENTS = re.compile(r"^events:[ \t]*+(?:\[\][ \t]*+)?\n((?:(?:[ \t]|- ).*+\n)*+)", re.MULTILINE)


@dataclass(frozen=True)
class Act:
    """The act of adoption: the day, the body and the symbol, each "" if not given."""

    on: str = ""
    by: str = ""
    symbol: str = ""


@dataclass(frozen=True)
class Obstacle:
    """A finding that forbids writing, with its place in the file that was given, if it stands there."""

    finding: Finding
    path: str
    line: int


@dataclass(frozen=True, eq=False)
class PlannedAdoption:
    """The changes, the files to write by path, what remains to do then, and what forbids writing them."""

    comparison: DecisionComparison
    files: Mapping[str, bytes]
    remaining: tuple[str, ...]
    obstacle: Obstacle | None


def plan_adoption(
    corpus: Corpus, catalogue: Catalogue, name: str, read: Callable[[str], bytes | None], act: Act
) -> PlannedAdoption:
    """Compare the register with the one that holds an adopted text: provisions, or the Markdown of its clauses.

    `read` returns the bytes of a file, or None if there is none; raise `Failure` for what does not fit.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _WORD:
        raise Failure("edition-of-word", path=name)
    if suffix != ".md":
        return _plan_provisions(corpus, catalogue, read(name) or b"", name, act)
    contents = {language: (path, read(path)) for language, path in _names_beside(name, corpus).items()}
    editions = {
        language: read_edition(catalogue, content, path, language)
        for language, (path, content) in contents.items()
        if content is not None
    }
    return _plan_editions(corpus, catalogue, editions, name, act)


def _plan_provisions(corpus: Corpus, catalogue: Catalogue, content: bytes, name: str, act: Act) -> PlannedAdoption:
    """Compare the register with the one that holds the adopted provisions; raise `Failure` if they are unreadable."""
    file = read_yaml_file(catalogue, content, name)
    if not isinstance(file.front.get("/provisions"), list):
        raise Failure("adoption-malformed", path=name)
    folder = f"decision/{corpus.decision.id}"
    files = {f"{folder}/provisions.yaml": file.source.text.encode()}
    original = corpus.document(folder)
    if original is not None and act.on:
        files[original.path] = encode_text(_recorded(original, act), corpus.snapshot.read(original.path))
    after = _with_files(corpus, files)
    comparison = compare_decisions(corpus, after, catalogue, name)
    return PlannedAdoption(comparison, files, (), _obstacle(corpus, after, catalogue, files, {}))


def _plan_editions(
    corpus: Corpus, catalogue: Catalogue, editions: Mapping[Language, Edition], name: str, act: Act
) -> PlannedAdoption:
    """Compare the register with the one that holds the adopted text; raise `Failure` if it does not fit.

    Provisions that rest on a clause in other words state the former text, until they are adapted.
    """
    folder = f"decision/{corpus.decision.id}"
    recorded = corpus.document(folder)

    def record(original: Document) -> str:
        if recorded is not None:
            _require_events(recorded, original, name)
        return _recorded(original, act) if act.on else original.source.text

    placed = place_editions(corpus, editions, record)
    paths = frozenset(corpus.snapshot.paths())
    files = {
        path: encode_text(file.content, corpus.snapshot.read(path) if path in paths else b"")
        for path, file in placed.items()
    }
    comparison = compare_decisions(corpus, _with_files(corpus, files), catalogue, name)
    is_settled = not any(change.dependents.provisions or not change.former for change in comparison.clauses)
    after = _with_files(corpus, files)
    remaining = remaining_work(comparison, after, frozenset(editions), is_settled=is_settled)
    return PlannedAdoption(comparison, files, remaining, _obstacle(corpus, after, catalogue, files, placed))


def _names_beside(name: str, corpus: Corpus) -> Mapping[Language, str]:
    """Return the names of the editions that may come with `en.md`, by language; of another name only its own."""
    path, languages = PurePath(name), corpus.reference.languages
    if path.stem not in languages:
        return {corpus.reference.original: name}
    return {language: str(path.with_stem(language)) for language in languages}


def _with_files(corpus: Corpus, files: Mapping[str, bytes]) -> Corpus:
    overlay = OverlaySnapshot(corpus.snapshot, MemorySnapshot(files))
    return open_corpus(overlay, corpus.as_of, past=corpus.past, quotation_keys=corpus.quotation_keys)


def _obstacle(
    before: Corpus,
    after: Corpus,
    catalogue: Catalogue,
    files: Mapping[str, bytes],
    placed: Mapping[str, PlacedText],
) -> Obstacle | None:
    """Return the first error that the new files would have and the present ones have not."""
    prefix = before.snapshot.prefix
    present = {(finding.rule, finding.path, finding.message) for finding in check(before, catalogue).findings}
    for finding in check(after, catalogue).findings:
        path = finding.path.removeprefix(prefix)
        is_new = (finding.rule, finding.path, finding.message) not in present
        if finding.severity is Severity.ERROR and path in files and is_new:
            line, file = finding.place.span.line, placed.get(path)
            if file is not None and line >= file.line:
                return Obstacle(finding, file.name, line - file.line + file.body_line)
            return Obstacle(finding, finding.path, line)
    return None


def _require_events(recorded: Document, original: Document, name: str) -> None:
    """Raise `Failure` if a text with its own front matter leaves out an act that is on record."""
    remaining = original.get("/events")
    for event in recorded.get("/events") or ():
        if not isinstance(remaining, list) or event not in remaining:
            raise Failure("edition-act-missing", path=name, day=event.get("on", ""), kind=event.get("kind", ""))


def _recorded(original: Document, act: Act) -> str:
    """Return the original with the event of adoption as the last one, unless it is on record, and the symbol."""
    text = original.source.text
    known = (event.data for event in original.record.counting)
    if not any((event.get("kind"), event.get("on")) == ("adopted", act.on) for event in known):
        text = _with_event(original, act)
    if act.symbol and not original.front.get("/symbol"):
        text = text.replace("\nevents:", f"\nsymbol: {quote_yaml(act.symbol)}\nevents:", 1)
    return text


def _with_event(original: Document, act: Act) -> str:
    body = act.by or str(original.front.get("/body") or "")
    event = f"{{on: {act.on}, kind: adopted, by: {format_scalar(body)}}}"
    text = original.source.text
    events = _EVENTS.search(text)
    if events is None:
        raise Failure("adoption-events-unfit", path=original.path)
    margin = "- " if events[1].startswith("- ") else "  - "
    text = f"{text[: events.start()]}events:\n{events[1]}{margin}{event}\n{text[events.end() :]}"
    front = parse_yaml(text.split("\n---\n", 1)[0].removeprefix("---\n") + "\n")
    if front.problems or len(front.value["events"]) != len(original.front.get("/events") or ()) + 1:
        raise Failure("adoption-events-unfit", path=original.path)
    return text
