"""A concept paper, an action plan or another document with fixed sections lacks one of them.

## Why
A concept paper should as a rule say within its area what clause 2.2 of the CICA decision
names: framework, main directions, rationale, background, aims, objectives, approaches and
thematic areas; an action plan holds what clause 2.9 names. Sections are known by their ids,
because their headings are translated. Some are written after an act only, as the assessment of
a review after it was held: until that act is on record nothing is said.

## Example
    ## Why this matters

Use instead
    ## Rationale {#rationale}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind, SectionKind
from cica_docs.documents.misread.find import misread
from cica_docs.register.papers.forms import form_of
from cica_docs.register.sections import FIRST, misnamed_sections, provision_of_section, to_come
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.revision import Form
from cica_docs.values.span import Span

PROVISION = "house/sections"
MESSAGE = {
    "": "the section “{title}” ({id}) is missing",
    "level": "the heading “{title}” is below the section before it, and the section {id} is missing",
}
HELP = {
    "level": "begin the heading with ##",
    "": "add a heading ## {title} {{#{id}}} and its text",
    "before": "add a heading ## {title} {{#{id}}} and its text before this section",
    "after": "add a heading ## {title} {{#{id}}} and its text after this section",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        # An addendum has the sections to which it adds.
        if work.is_known_only or form_of(work) is Form.ADDENDUM:
            continue
        later = to_come(corpus, work)
        plain = {part.edits[0].text for place, part in misread(corpus).get("heading", ()) if work.name in place.path}
        missing = frozenset(section.id for section in _missing_sections(work.original, work.kind))
        for language, document in work.documents.items():
            if not document.is_parted:
                continue
            for section in _missing_sections(document, work.kind):
                if any(text.endswith(f"{{#{section.id}}}") for text in plain):
                    continue
                if section.id in (later if document is work.original else later | missing):
                    continue
                variant, span = _place(document, work.kind, section)
                place, title = document.place(span), section.title[language]
                provision = provision_of_section(corpus, work, section)
                if provision:
                    yield violation(place, variant=variant, provision=provision, title=title, id=section.id)


def _missing_sections(document: Document, kind: Kind) -> Iterator[SectionKind]:
    present = {section.id for section in document.outline.sections if section.level <= FIRST}
    misnamed_ids = {section.meant.id for section in misnamed_sections(document, kind) if section.meant}
    for section in kind.sections:
        if section.id not in present | misnamed_ids and not section.is_optional:
            yield section


def _place(document: Document, kind: Kind, missing: SectionKind) -> tuple[str, Span]:
    """Return the heading beside which the section belongs: the next present one, else the one before."""
    if lowered := document.outline.section(missing.id):
        return "level", lowered.span
    order = [section.id for section in kind.sections]
    at = order.index(missing.id)
    for variant, neighbours in (("before", order[at + 1 :]), ("after", order[:at][::-1])):
        for id in neighbours:
            if neighbour := document.outline.section(id):
                return variant, neighbour.span
    blank = len(document.text) - len(document.text.lstrip("\n"))
    return "", Span.point(document.body_line + (blank if document.text.strip() else 0))
