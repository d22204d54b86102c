"""What was on record before a change and is not there any more: documents, their languages, their symbols."""

from collections.abc import Iterator
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import acts_as_written
from cica_docs.register.record.settled import facts_corrected_by
from cica_docs.register.successors import successor_of
from cica_docs.register.works import Work, works
from cica_docs.values.language import Language

SYMBOL = "symbol"


class Departed(NamedTuple):
    """A work that was on record and has another name now; `new` is None if it is not there at all."""

    old: Work
    new: Work | None


def departed_works(corpus: Corpus) -> Iterator[Departed]:
    """Yield the works on record that a change takes away or renames."""
    for old in _works_on_record(corpus):
        new = successor_of(corpus, old)
        if corpus.document(old.name) is None and (new is None or new.name != old.name):
            yield Departed(old, new)


def missing_editions(corpus: Corpus) -> Iterator[tuple[Work, Language]]:
    """Yield the works on record that lose a language by a change, with that language."""
    present = {document.path for document in corpus.documents}
    for old in _works_on_record(corpus):
        new = successor_of(corpus, old)
        for language in old.documents if new else ():
            if new and f"{new.name}/{language}.md" not in present:
                yield new, language


class SymbolChange(NamedTuple):
    """A work whose symbol a change alters or takes away, and the symbol that it had."""

    new: Work
    was: str


def symbol_changes(corpus: Corpus) -> Iterator[SymbolChange]:
    """Yield the symbols that a change alters or takes away without an act that corrects them."""
    for old in _works_on_record(corpus):
        was, new = old.original.get(f"/{SYMBOL}"), successor_of(corpus, old)
        if isinstance(was, str) and new and new.original.get(f"/{SYMBOL}") != was:
            known = [act.data for act in acts_as_written(old.original)]
            added = [act for act in acts_as_written(new.original) if act.data not in known]
            if facts_corrected_by(new, added).get(SYMBOL) != was:
                yield SymbolChange(new, was)


def _works_on_record(corpus: Corpus) -> Iterator[Work]:
    """Yield the works of the earlier register that have an act on record or a symbol, so that others know them."""
    before = corpus.before
    for old in works(before).values() if before else ():
        if acts_as_written(old.original) or old.original.get(f"/{SYMBOL}"):
            yield old
