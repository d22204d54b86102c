"""Begin a document that revises, corrects, adds to or follows a final one, with its facts and all its editions."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cica_docs.api.drafting.new import Draft, check_draft
from cica_docs.api.drafting.work_names import require_free_id
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.edit import remove_field, set_source
from cica_docs.documents.field_writing import set_fields
from cica_docs.documents.front_matter import split_front_matter
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.register.letters import received_works
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.record.settling import settling_act
from cica_docs.register.record.used_names import next_in_series, used_names
from cica_docs.register.works import Work, works
from cica_docs.snapshot.snapshot import Snapshot, blob_id
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.revision import Form
from cica_docs.values.symbol import parse_symbol

_OF_THE_FORMER = ("known", "source", "confidence", "note", "waivers")
"""Fields that say something of the former document alone."""
_DONE = "x-act"
"""What marks fields that say what was done."""


class Revision(NamedTuple):
    """A document to begin: from which, as what, and the facts in which it differs."""

    work: Work
    form: Form
    facts: Mapping[str, Any]


def lawful_forms(corpus: Corpus, work: Work) -> tuple[Form, ...]:
    """Return the forms in which a work may be changed; raise `Failure` if it may be changed otherwise or not at all."""
    if work.name in received_works(corpus):
        raise Failure("revise-of-state", work=work.name)
    if work.kind.is_indispensable:
        raise Failure("revise-by-act", work=work.name, acts=amending_acts(work))
    if settling_act(corpus, work) is None:
        raise Failure("revise-open", work=work.name, path=work.original.path)
    if lifecycles(corpus)[work.name].state is State.SUPERSEDED:
        raise Failure("revise-superseded", work=work.name)
    has_symbol = parse_symbol(str(work.original.get("/symbol") or "")) is not None
    return tuple(form for form in Form if has_symbol or not form.part)


def require_lawful(corpus: Corpus, work: Work, form: Form) -> None:
    """Raise `Failure` unless a work may be changed in a form and no such document is being drafted already."""
    if form not in lawful_forms(corpus, work):
        raise Failure("revise-without-symbol", work=work.name, form=form.part)
    for other in works(corpus).values():
        link = other.original.get("/revises")
        if link == {"work": work.name, "as": form.value} and lifecycles(corpus)[other.name].is_draft:
            raise Failure("revise-again", work=work.name, other=other.name)


def amending_acts(work: Work) -> tuple[str, ...]:
    """Return the acts with which a final work may be changed in place."""
    return tuple(name for name, act in work.kind.acts.items() if act.amends)


def next_symbol(corpus: Corpus, work: Work, form: Form) -> str:
    """Return the next symbol of a revision, corrigendum or addendum, never given before; "" for a successor."""
    symbol = parse_symbol(str(work.original.get("/symbol") or ""))
    if symbol is None or not form.part:
        return ""
    stem = symbol.stem_of(form.part)
    number = next_in_series(used_names(corpus), stem)
    if corpus.past and corpus.past.is_incomplete:
        raise Failure("history-incomplete")
    return f"{stem}{number}"


def name_of_revision(corpus: Corpus, revision: Revision, symbol: str) -> str:
    """Return an id for the new document that no other work has: that of the former with its part, or a number."""
    id, kind = revision.work.id, revision.work.kind.name
    former = parse_symbol(str(revision.work.original.get("/symbol") or ""))
    if former and former.part:
        id = id.removesuffix(former.part.lower().replace("/", "-").replace(".", "-"))
    part = parse_symbol(symbol)
    if part and part.part:
        return f"{id}{part.part.lower().replace('/', '-').replace('.', '-')}"
    period = revision.facts.get(revision.work.kind.period.removeprefix("/"))
    year = str(period["from"])[:4] if isinstance(period, dict) and period.get("from") else ""
    stem, _, last = id.rpartition("-")
    candidates = [f"{stem}-{year}"] if year and last.isdecimal() and stem else []
    candidates += [f"{id}-{number}" for number in range(2, 100)]
    return next(each for each in candidates if f"{kind}/{each}" not in works(corpus))


def draft_revision(
    corpus: Corpus, templates: Snapshot, catalogue: Catalogue, revision: Revision, id: str, symbol: str
) -> Draft:
    """Draft the new document in all languages of the former and check it; nothing is written to disk."""
    work, form = revision.work, revision.form
    name = f"{work.kind.name}/{require_free_id(corpus, work.kind, id)}"
    original = work.original
    text = remove_field(_without_former_facts(work, form), "events")
    if not symbol:
        text = remove_field(text, "symbol")
    facts = {
        **({"symbol": symbol} if symbol else {}),
        "revises": {"work": work.name, "as": form.value},
        **revision.facts,
    }
    text = _with_body(set_fields(text, {**facts, "events": []}), work, form, templates, original)
    files = {f"{name}/{original.language}.md": text.encode()}
    blob = blob_id(text.encode())
    for document in work.documents.values():
        if document is not original:
            translation = _translation(document, original, blob)
            files[f"{name}/{document.language}.md"] = _with_body(translation, work, form, templates, document).encode()
    return check_draft(corpus, catalogue, name, files)


def _translation(document: Document, original: Document, blob: str) -> str:
    """Return a translation that renders the new original if it rendered the former one."""
    if document.get("/translates") != original.blob:
        return document.source.text
    return set_source(document, blob, ())


def _without_former_facts(work: Work, form: Form) -> str:
    """Return the original without what was true of the former document alone, as long as its kind can spare it."""
    text = work.original.source.text
    for field in _fields_to_leave(work, form):
        shorter = remove_field(text, field)
        if len(_schema_errors(work, shorter, form)) <= len(_schema_errors(work, text, form)):
            text = shorter
    return text


def _schema_errors(work: Work, text: str, form: Form) -> tuple[Any, ...]:
    front = split_front_matter(text).front.value
    return work.kind.shape.errors({**front, "revises": {"work": work.name, "as": form.value}, "events": []})


def _fields_to_leave(work: Work, form: Form) -> Iterator[str]:
    shape = work.kind.shape
    properties = shape.schema.get("properties", {})
    for field in work.original.front.value:
        node = shape.resolve(properties.get(field, {}))
        is_done = _DONE in node or field in _OF_THE_FORMER
        is_further = not form.takes_the_place and f"/{field}" == work.kind.period
        is_of_the_text = form is Form.ADDENDUM and field not in {"title", "symbol", "example", "events"}
        if is_done or is_further or is_of_the_text:
            yield field


def _with_body(text: str, work: Work, form: Form, templates: Snapshot, document: Document) -> str:
    """Return a text as it is, or for an addendum with the sections that its kind asks for, still to be written."""
    if form is not Form.ADDENDUM:
        return text
    head = text[: len(text) - len(document.text)]
    return f"{head}\n{_unwritten(work, templates, document.language)}"


def _unwritten(work: Work, templates: Snapshot, language: Language) -> str:
    placeholder = read_catalogue(templates, language).word("phrases", "unwritten")
    sections = [section for section in work.kind.sections if not section.is_optional]
    parts = [f"## {section.title[language]} {{#{section.id}}}\n\n{placeholder}\n" for section in sections]
    return "\n".join(parts) or f"{placeholder}\n"
