"""References: the names in front matter and data that must exist elsewhere."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from cica_docs.documents.approvals.file_names import principal_of
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.query import cached_query
from cica_docs.documents.schema.schema import Schema
from cica_docs.register.open_questions import ANSWERS
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.obligation import DERIVED_OCCASIONS, RECURRING_OCCASIONS
from cica_docs.values.role import EVERYBODY, MEMBER_STATES

# Categories that are unions of others; `a-or-b` is the union of a and b.
_UNIONS = {"party": ["state", "body", "addressee", "everybody"]}
_COLLECTIVES = {"addressee": MEMBER_STATES, "everybody": EVERYBODY, "always": "always"}
_SETTINGS = "reference/settings"


class Reference(NamedTuple):
    """A name at a place, the category it must belong to, and the day for which that is asked."""

    file: RegisterFile
    pointer: str
    name: str
    category: str
    on: date
    must_be_member: bool
    act_on: PartialDate | None = None
    """The day of the act that names it, if an act does."""
    may_be_past: bool = False
    """Whether it may name what is no longer there, as one who looks back does."""

    def exists(self, corpus: Corpus) -> bool:
        """Whether the name exists, or may exist: if a file cannot be read, none of its names is known to be missing."""
        known = (
            candidates_of(corpus, "section", self.file) if self.category == "section" else _names(corpus, self.category)
        )
        return self.name in known or not _are_complete(corpus, self.category)


def candidates_of(corpus: Corpus, category: str, file: RegisterFile | None = None) -> tuple[str, ...]:
    """Return the names that a reference of a category may have; for `section`, those of the referring document."""
    if category == "section":
        outline = getattr(file, "outline", None)
        return tuple(section.id for section in outline.sections) if outline else ()
    return tuple(_names(corpus, category))


@cached_query
def _names(corpus: Corpus, category: str) -> Mapping[str, None]:
    """Return all names of a category, in order."""
    return dict.fromkeys(_listed(corpus, category))


def _listed(corpus: Corpus, category: str) -> Iterator[str]:
    if category in _UNIONS or "-or-" in category:
        for member in _UNIONS.get(category, category.split("-or-")):
            yield from _listed(corpus, member)
    elif category in _COLLECTIVES:
        yield _COLLECTIVES[category]
    elif category in _VOCABULARIES:
        yield from _VOCABULARIES[category](corpus)
    elif category in {"rule", "provision"}:
        yield from corpus.decision.recorded
    elif category == "work" or category in corpus.kinds.every:
        # Unreadable works and works without an original exist too: other rules report them.
        documents = (document for document in corpus.documents if category in {"work", document.kind})
        yield from (document.work if category == "work" else document.id for document in documents)
    else:
        yield from corpus.reference.all(category)


def _kinds(corpus: Corpus) -> Iterator[str]:
    yield from corpus.kinds.every


def _acts(corpus: Corpus) -> Iterator[str]:
    """Yield every act of every kind: `mandate.appointed`."""
    yield from (f"{kind.name}.{act}" for kind in corpus.kinds.every.values() for act in kind.stages)


def _occasions(corpus: Corpus) -> Iterator[str]:
    """Yield what an obligation may arise from."""
    yield from RECURRING_OCCASIONS
    yield from _acts(corpus)
    yield from (f"{kind}.{occasion}" for kind in corpus.kinds.every for occasion in DERIVED_OCCASIONS)


def _own_acts(corpus: Corpus) -> Iterator[str]:
    yield from (act for kind in corpus.kinds.every.values() for act in kind.stages)


def _values(corpus: Corpus) -> Iterator[str]:
    yield from (name for provision in corpus.decision.recorded.values() for name in provision.values)


def _settings(corpus: Corpus) -> Iterator[str]:
    schema = corpus.kinds.data(_SETTINGS)
    deadlines = corpus.reference.settings.get("deadlines")
    yield from (
        *ANSWERS,
        *(schema.properties if schema else ()),
        *(deadlines if isinstance(deadlines, dict) else ()),
    )


_VOCABULARIES: Mapping[str, Callable[[Corpus], Iterator[str]]] = {
    "kind": _kinds,
    "act": _acts,
    "occasion": _occasions,
    "own-act": _own_acts,
    "value": _values,
    "setting": _settings,
    "body-role": lambda corpus: iter(corpus.reference.roles),
}


def _are_complete(corpus: Corpus, category: str) -> bool:
    """Whether all files that list names of a category could be read; a list of words without any is at fault itself."""
    if category in _VOCABULARIES and next(_VOCABULARIES[category](corpus), None) is None:
        return False
    return all(corpus.reference.is_whole(member) for member in _UNIONS.get(category, category.split("-or-")))


@cached_query
def references(corpus: Corpus) -> tuple[Reference, ...]:
    """List all references in the originals and in the reference data."""
    return tuple(_references(corpus))


def schema_of(corpus: Corpus, file: RegisterFile) -> Schema | None:
    """Return the schema for the front matter or data of a file."""
    language = getattr(file, "language", None)
    if language is None:
        folder, _, name = file.path.removesuffix(".yaml").rpartition("/")
        if principal_of(file.path):
            return corpus.kinds.data("key")
        return corpus.kinds.data(f"reference/{name}" if folder == "reference" else name)
    if language != corpus.reference.original:
        return corpus.kinds.translation
    kind = corpus.kind(file.path.partition("/")[0])
    return kind.shape if kind else None


def _references(corpus: Corpus) -> Iterator[Reference]:
    files: tuple[RegisterFile, ...] = (*corpus.originals, *corpus.data)
    for file in files:
        if file.problems:
            continue
        schema = schema_of(corpus, file)
        if schema is None:
            continue
        for pointer, name, node in schema.references(file.front.value):
            if isinstance(file, Document) and file.record.is_corrected(pointer):
                continue
            act_on = _act_day(file, pointer)
            yield Reference(
                file,
                pointer,
                name,
                str(node["x-refers"]),
                act_on.first if act_on else _day(corpus, file, node),
                bool(node.get("x-member")) or "x-member-on" in node,
                act_on,
                "x-past" in node,
            )


def _act_day(file: RegisterFile, pointer: str) -> PartialDate | None:
    """Return the day of the act that encloses a reference, or None if none does."""
    value, nearest = file.front.value, None
    for step in pointer.split("/")[1:]:
        if isinstance(value, dict):
            nearest = parse_partial_date(str(value.get("on") or "")) or nearest
        # A key with escaped characters is no field of an act.
        value = value[int(step)] if isinstance(value, list) else value.get(step) if isinstance(value, dict) else None
    return nearest


def _day(corpus: Corpus, file: RegisterFile, node: Mapping[str, Any]) -> date:
    """Return the day of a reference outside acts: as its schema says, else of the first act on record."""
    front = file.front
    acts = file.record.counting if isinstance(file, Document) else ()
    first_act = f"{acts[0].pointer}/on" if acts else ""
    for day_pointer in (node.get("x-member-on"), "/date", first_act, "/known/as_of"):
        if day_pointer and (when := parse_partial_date(str(front.get(str(day_pointer)) or ""))):
            return when.last
    return corpus.as_of
