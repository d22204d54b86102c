"""Passages of a restricted text that were public before it was given: names, provisions, titles, earlier papers."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of
from cica_docs.register.restricted.fingerprints import passages_in
from cica_docs.register.restricted.items import InformationItem
from cica_docs.register.restricted.quotations import texts_in
from cica_docs.register.works import works
from cica_docs.text.words import read_words
from cica_docs.values.provision import Strictness

_PUBLIC_STAGES = frozenset({Strictness.CIRCULATED.value, Strictness.APPROVED.value})


def public_passages(corpus: Corpus, item: InformationItem, wanted: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Map paths of files, which were public before an item was given, to those of some passages that they hold.

    A work without an act of an earlier day may quote the item and makes nothing public.
    """
    passages_by_path: dict[str, frozenset[str]] = {}
    for document in item.work.documents.values():
        # An item may be named by its title.
        passages_by_path[document.path] = frozenset(passages_in(read_words(str(document.get("/title") or ""))))
    for file in corpus.data:
        passages_by_path[file.path] = frozenset(
            passage for words, _ in texts_in(file) for passage in passages_in(words)
        )
    given = min((act.on.first for act in events_of(item.work.original)), default=None)
    for name in _public_works(corpus, given):
        for document in works(corpus)[name].documents.values():
            passages = (passage for words, _ in texts_in(document) for passage in passages_in(words))
            passages_by_path[document.path] = frozenset(passages)
    return {path: held for path, passages in passages_by_path.items() if (held := passages & frozenset(wanted))}


def _public_works(corpus: Corpus, before: date | None) -> Iterator[str]:
    """Yield the works that were circulated or approved before a day, and the decision."""
    for name, work in works(corpus).items():
        is_decision = work.kind.name == "decision"
        acts = (act for act in events_of(work.original) if work.kind.stages.get(act.kind) in _PUBLIC_STAGES)
        if is_decision or (before is not None and any(act.on.last < before for act in acts)):
            yield name
