"""A change alters words of a document after the act that made them final.

## Why
What a body approved, a State sent or a review assessed is that text and no other, in every language in
which it was circulated. A text changed afterwards bears an approval that nobody gave to it. It is
changed as the organisation changes texts: by a revision, a corrigendum or an addendum with a symbol of
its own (`/Rev.1`, `/Corr.1`, `/Add.1`), by a new document that takes its place, or by the act that the
kind has for it, such as `revised` of an action plan. Spelling, punctuation and typography are brought in
order with an act `edited`. A translation that never rendered the final text may be brought in step.
An act says something of the text that was on record with it. An approval that was recorded by mistake
is taken off, and the text is a draft again; but whoever puts that approval back, in whatever change,
says that this text was approved, not the one written meanwhile. So the text is put back with it. The
text of an act that allows changes, such as `revised`, goes with that act when it is taken off.

## Example
    3.1 Air, soil and water know no borders.      # "Air and water" when it was approved

Use instead
    symbol: SOC/2026-II/INF/3/Corr.1              # a document of its own
    3.1 In paragraph 3.1, for "Air and water" read "Air, soil and water".
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.corrections import write_edit
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.translations.settled_texts import TextChange, text_changes
from cica_docs.values.span import Place, Span

PROVISION = "house/settled-text"
SCOPE = "change"
MESSAGE = {
    "changed": "this passage is altered after `{act}` of {day}, which made the text final",
    "added": "this passage is new after `{act}` of {day}, which made the text final",
    "removed": "a passage is taken out after `{act}` of {day}, which made the text final: {id}",
    "editorial": "the spelling or punctuation of this passage is altered after `{act}` of {day}, which made it final",
}
HELP = {
    "": "put the text back; what is to be changed goes into a document of its own: a revision, corrigendum or addendum "
    "with its symbol, or one that takes its place",
    "act": "put the text back, or record below all acts the one with which it was changed: {acts}",
    "editorial": "put the text back, or record the edit below all acts: {edit}",
}
RELATED = {"": "the act that made it final"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for settled, changes in text_changes(corpus):
        edited = sum(change.words for change in changes if change.is_editorial)
        amending = tuple(name for name, kind in settled.new.kind.acts.items() if kind.amends)
        for change in changes:
            if change.is_editorial and settled.edits:
                continue  # correction/edit-out-of-bounds counts them.
            yield violation(
                _place(change),
                variant=change.change.kind.value,
                cure="editorial" if change.is_editorial else "act" if amending else "",
                acts=amending,
                related=(RelatedPlace(settled.act_now.place, ""),) if settled.act_now else (),
                act=settled.act.kind,
                day=settled.act.on,
                id=change.change.id,
                edit=write_edit(corpus, settled.new, edited),
            )


def _place(change: TextChange) -> Place:
    """Return the line on which the passage begins, or the title where it is there no more."""
    segment = change.change.new
    return change.document.place(Span.point(segment.line)) if segment else change.document.at("/title")
