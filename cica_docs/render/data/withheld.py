"""The notices printed in place of withheld text."""

from collections.abc import Iterator
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.blocks import Block, Group, Heading, Paragraph, Text
from cica_docs.i18n.labels import Labels


def printed_blocks_of(corpus: Corpus, document: Document, labels: Labels, on: date) -> tuple[Block, ...]:
    """Return the blocks of a body, with a boxed notice in place of each withheld part."""
    if document.is_withheld:
        return (_box(labels.word("notices", "withheld-item")), *document.body.blocks)
    if not document.withheld:
        return document.body.blocks
    return tuple(_with_notices(corpus, document, labels, on))


def _with_notices(corpus: Corpus, document: Document, labels: Labels, on: date) -> Iterator[Block]:
    if "" in document.withheld:
        yield _notice(corpus, document.withheld[""], labels, on)
    for block in document.body.blocks:
        yield block
        if isinstance(block, Heading) and block.id in document.withheld:
            yield _notice(corpus, document.withheld[block.id], labels, on)


def _notice(corpus: Corpus, providers: tuple[str, ...], labels: Labels, on: date) -> Group:
    known = [provider for provider in providers if provider in corpus.reference.all("state")]
    if not known:
        return _box(labels.word("notices", "withheld-item"))
    names = (corpus.reference.names("state", state, on)[labels.language] for state in known)
    return _box(labels.sentence("notices", "withheld", states=labels.word("joins", "comma").join(names)))


def _box(text: str) -> Group:
    return Group("notice", (Paragraph((Text(text),)),))
