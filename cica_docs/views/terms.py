"""The terms of the register: search, and output as text, CSV and TBX."""

import csv
import io
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.words import Words
from cica_docs.languages import Term, terms
from cica_docs.text.escape import escape_ci, escape_csv
from cica_docs.text.terminal import join_lines
from cica_docs.values.language import SOURCE_LANGUAGE, Language

_FEW = 5
_STATUS = {
    "approved": "preferredTerm-admn-sts",
    "variants": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}


def find_terms(corpus: Corpus, query: str = "") -> tuple[Term, ...]:
    """Return the terms whose id or any form contains the words of a query; all for an empty query."""
    query_words = query.casefold().split()
    return tuple(term for term in terms(corpus) if all(word in _searchable_text(term) for word in query_words))


def _searchable_text(term: Term) -> str:
    forms = [term.id, *term.approved.values()]
    forms += [
        form for by_language in (term.variants, term.forbidden) for listed in by_language.values() for form in listed
    ]
    forms += [str(text) for alias in term.aliases for text in alias.values()]
    return "\n".join(forms).casefold()


def format_terms(matches: Sequence[Term], words: Words) -> str:
    """Format the terms; with notes and forbidden forms if they are few."""
    if not matches:
        return join_lines((words.word("list.none"),))
    lines: list[str] = []
    for term in matches:
        lines += [escape_ci(term.id), *(f"  {language}  {escape_ci(text)}" for language, text in term.approved.items())]
        lines += [*(_details(term, words) if len(matches) <= _FEW else ()), ""]
    return join_lines((*lines, words.count("entry", len(matches))))


def _details(term: Term, words: Words) -> Iterator[str]:
    for list_key, forms_by_language in (("variants", term.variants), ("forbidden", term.forbidden)):
        for language, forms in forms_by_language.items():
            if forms:
                yield f"  {words.word(f'terms.{list_key}')} ({language}): {escape_ci(', '.join(forms))}"
    for alias in term.aliases:
        period = " – ".join(str(alias.get(key) or "…") for key in ("from", "until"))
        yield from (
            f"  {escape_ci(str(alias[language]))} ({language}, {period})"
            for language in Language
            if language.value in alias
        )
    if term.unattested:
        yield f"  {words.word('terms.own')}: {', '.join(term.unattested)}"
    if term.note:
        yield f"  {escape_ci(term.note)}"


def format_terms_csv(matches: Sequence[Term], languages: Sequence[Language]) -> str:
    """Format the terms as CSV; several forms in one cell are separated by a bar."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    headings, *rows = tabulate_terms(matches, languages)
    writer.writerow(headings)
    writer.writerows([escape_csv(cell) for cell in row] for row in rows)
    return text.getvalue()


def tabulate_terms(matches: Sequence[Term], languages: Sequence[Language]) -> Iterator[tuple[str, ...]]:
    """Yield the headings and then the cells of each term; several forms in one cell are separated by a bar."""
    forms = (f"{list_key}_{language}" for list_key in ("variants", "forbidden") for language in languages)
    yield ("id", *languages, *forms, "own_rendering", "note")
    for term in matches:
        values = [term.id, *(term.approved.get(language, "") for language in languages)]
        values += [
            " | ".join(forms_by_language.get(language, ()))
            for forms_by_language in (term.variants, term.forbidden)
            for language in languages
        ]
        yield (*values, " ".join(term.unattested), term.note)


def format_terms_tbx(matches: Sequence[Term]) -> str:
    """Format the terms as TBX-Basic (ISO 30042), each form with its status."""
    return "\n".join(_tbx(matches)) + "\n"


def _tbx(matches: Sequence[Term]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<martif type="TBX-Basic" xml:lang="{SOURCE_LANGUAGE}">'
    yield "<martifHeader><fileDesc><sourceDesc><p>reference/terms.yaml</p></sourceDesc></fileDesc></martifHeader>"
    yield "<text><body>"
    for term in matches:
        yield f"<termEntry id={quoteattr(term.id)}>"
        if term.note:
            yield f"<note>{escape(term.note)}</note>"
        for language in Language:
            yield from _language_set(term, language)
        yield "</termEntry>"
    yield "</body></text>"
    yield "</martif>"


def _language_set(term: Term, language: Language) -> Iterator[str]:
    approved = term.approved.get(language)
    if approved is None:
        return
    yield f'<langSet xml:lang="{language.value}">'
    yield _tig(approved, "approved", is_own=language in term.unattested)
    for list_key, forms_by_language in (("variants", term.variants), ("forbidden", term.forbidden)):
        yield from (_tig(form, list_key) for form in forms_by_language.get(language, ()))
    yield "</langSet>"


def _tig(form: str, list_key: str, *, is_own: bool = False) -> str:
    note = "<note>own rendering, to be confirmed</note>" if is_own else ""
    status = f'<termNote type="administrativeStatus">{_STATUS[list_key]}</termNote>'
    return f"<tig><term>{escape(form)}</term>{status}{note}</tig>"
