"""What is new in a register as an Atom feed: an entry for each change, under an id that stays the same."""

from collections.abc import Mapping
from datetime import date

from cica_docs.api.act_rows import describe_act, name_in
from cica_docs.api.changes import ACT
from cica_docs.api.feeds.atom import Entry, Feed, format_feed, urn_of
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.words import Words
from cica_docs.register.works import works
from cica_docs.values.language import Language
from cica_docs.views.listing import Listing, Row


def format_changes_feed(corpus: Corpus, listing: Listing, words: Words, labels: Labels) -> str:
    """Format the changes as a feed in the reader's language, the latest first.

    An entry bears the day of the commit that brought it, or the day of the answer if it is not committed yet.
    """
    organisation = str(corpus.reference.settings.get("organisation") or "")
    head = Feed(
        id=urn_of(organisation, listing.name),
        title=words.word("changes.feed"),
        author=corpus.reference.names("body", organisation, corpus.as_of)[words.language],
        language=words.language.value,
        as_of=corpus.as_of,
    )
    return format_feed(
        head,
        (
            Entry(
                id=urn_of(organisation, *_identity(corpus, row)),
                title=row["title"] or row["work"],
                updated=_updated(corpus, row),
                category=row["what"],
                content=_described(corpus, row, words, labels),
            )
            for row in listing.rows
        ),
    )


def _documents(corpus: Corpus, row: Row) -> Mapping[Language, Document]:
    """Return the documents in which a change is written."""
    work = works(corpus).get(row["work"])
    if work is None:
        return {}
    changed = row["languages"].split()
    return {
        language: document
        for language, document in work.documents.items()
        if (language in changed if changed else document is work.original)
    }


def _identity(corpus: Corpus, row: Row) -> tuple[str, ...]:
    """Return what tells a change from all others; of a text it is the bytes."""
    blobs = (document.blob for document in _documents(corpus, row).values()) if row["what"] != ACT else ()
    return (*(row[key] for key in ("work", "what", "on", "act", "by", "to", "ref", "languages")), *blobs)


def _updated(corpus: Corpus, row: Row) -> date:
    documents = _documents(corpus, row).values()
    # A document that is gone was taken away by the last commit that touched its original.
    paths = [document.path for document in documents] or [f"{row['work']}/{corpus.reference.original}.md"]
    days = [revision.on for path in paths for revision in list(corpus.past.revisions(path) if corpus.past else ())[:1]]
    return max(days, default=corpus.as_of)


def _described(corpus: Corpus, row: Row, words: Words, labels: Labels) -> str:
    languages = row["languages"].replace(" ", ", ")
    if row["what"] != ACT:
        return words.sentence(f"changes.{row['what']}", languages=languages)
    return f"{row['on']} · {describe_act(labels, row['act'], row, name_in(corpus, labels))}"
