"""The terms of the register: searched, and written for people, spreadsheets and translators' programs."""

import csv
import io
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import Term, terms
from cica_docs.report.words import Words
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import join_lines
from cica_docs.values.language import Language
from cica_docs.views.listing_formats import escape_csv

_COLUMNS = (
    "id",
    *(language.value for language in Language),
    *(f"{sort}_{language}" for sort in ("variants", "forbidden") for language in Language),
    "own_rendering",
    "note",
)
_FEW = 5
_STATUS = {
    "approved": "preferredTerm-admn-sts",
    "variants": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}


def find_terms(corpus: Corpus, query: str = "") -> tuple[Term, ...]:
    """The terms of which the id or any form holds the words of a query, or all."""
    wanted = query.casefold().split()
    return tuple(term for term in terms(corpus) if all(word in _all_of(term) for word in wanted))


def _all_of(term: Term) -> str:
    forms = [term.id, *term.approved.values()]
    forms += [form for several in (term.variants, term.forbidden) for one in several.values() for form in one]
    forms += [str(text) for alias in term.aliases for text in alias.values()]
    return "\n".join(forms).casefold()


def format_terms(found: Sequence[Term], words: Words) -> str:
    """The terms one below the other; of a few also what is not to be written, and the note."""
    if not found:
        return join_lines((words.word("list.none"),))
    lines: list[str] = []
    for one in found:
        lines += [escape_ci(one.id), *(f"  {language}  {escape_ci(text)}" for language, text in one.approved.items())]
        lines += [*(_details(one, words) if len(found) <= _FEW else ()), ""]
    return join_lines((*lines, words.count("entry", len(found))))


def _details(term: Term, words: Words) -> Iterator[str]:
    for sort, several in (("variants", term.variants), ("forbidden", term.forbidden)):
        for language, forms in several.items():
            if forms:
                yield f"  {words.word(f'terms.{sort}')} ({language}): {escape_ci(', '.join(forms))}"
    for alias in term.aliases:
        period = " – ".join(str(alias.get(key) or "…") for key in ("from", "until"))
        yield from (f"  {escape_ci(str(alias[one]))} ({one}, {period})" for one in Language if one.value in alias)
    if term.unattested:
        yield f"  {words.word('terms.own')}: {', '.join(term.unattested)}"
    if term.note:
        yield f"  {escape_ci(term.note)}"


def format_terms_csv(found: Sequence[Term]) -> str:
    """The terms as CSV; several forms of one cell are parted by a bar."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in found:
        values = [one.id, *(one.approved.get(language, "") for language in Language)]
        values += [
            " | ".join(several.get(language, ())) for several in (one.variants, one.forbidden) for language in Language
        ]
        writer.writerow([escape_csv(value) for value in (*values, " ".join(one.unattested), one.note)])
    return text.getvalue()


def format_terms_tbx(found: Sequence[Term]) -> str:
    """The terms as TBX-Basic (ISO 30042), each form with its standing."""
    return "\n".join(_tbx(found)) + "\n"


def _tbx(found: Sequence[Term]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<martif type="TBX-Basic" xml:lang="en">'
    yield "<martifHeader><fileDesc><sourceDesc><p>reference/terms.yaml</p></sourceDesc></fileDesc></martifHeader>"
    yield "<text><body>"
    for one in found:
        yield f"<termEntry id={quoteattr(one.id)}>"
        if one.note:
            yield f"<note>{escape(one.note)}</note>"
        for language in Language:
            yield from _language_set(one, language)
        yield "</termEntry>"
    yield "</body></text>"
    yield "</martif>"


def _language_set(term: Term, language: Language) -> Iterator[str]:
    approved = term.approved.get(language)
    if approved is None:
        return
    yield f'<langSet xml:lang="{language.value}">'
    yield _tig(approved, "approved", own=language in term.unattested)
    for sort, several in (("variants", term.variants), ("forbidden", term.forbidden)):
        yield from (_tig(form, sort) for form in several.get(language, ()))
    yield "</langSet>"


def _tig(form: str, sort: str, *, own: bool = False) -> str:
    note = "<note>own rendering, to be confirmed</note>" if own else ""
    status = f'<termNote type="administrativeStatus">{_STATUS[sort]}</termNote>'
    return f"<tig><term>{escape(form)}</term>{status}{note}</tig>"
