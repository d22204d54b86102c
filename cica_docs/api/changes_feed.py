"""What is new in a register as an Atom feed (RFC 4287): an entry for each change, under an id that stays the same."""

from collections.abc import Mapping
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from cica_docs.api.act_rows import describe_act, name_in
from cica_docs.api.changes import ACT
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.words import Words
from cica_docs.register.works import works
from cica_docs.text.escape import escape_print
from cica_docs.values.language import Language
from cica_docs.views.listing import Listing, Row

_ATOM = "http://www.w3.org/2005/Atom"


def format_changes_feed(corpus: Corpus, listing: Listing, words: Words, labels: Labels) -> str:
    """Format the changes as a feed in the reader's language, the latest first.

    An entry bears the day of the commit that brought it, or the day of the answer if it is not committed yet.
    """
    entries = sorted(((_updated(corpus, row), row) for row in listing.rows), key=lambda entry: entry[0], reverse=True)
    organisation = str(corpus.reference.settings.get("organisation") or "")
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", words.language.value)
    _add(feed, "id", _urn(organisation, listing.name))
    _add(feed, "title", words.word("changes.feed"))
    _add(feed, "updated", _moment(entries[0][0] if entries else corpus.as_of))
    _add(_add(feed, "author"), "name", corpus.reference.names("body", organisation, corpus.as_of)[words.language])
    for updated, row in entries:
        entry = _add(feed, "entry")
        _add(entry, "id", _urn(organisation, *_identity(corpus, row)))
        _add(entry, "title", row["title"] or row["work"])
        _add(entry, "updated", _moment(updated))
        _add(entry, "category").set("term", row["what"])
        _add(entry, "content", _described(corpus, row, words, labels)).set("type", "text")
    text = etree.tostring(feed, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}'


def _add(parent: etree._Element, tag: str, text: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{tag}")
    element.text = escape_print(text) or None
    return element


def _urn(*parts: str) -> str:
    return uuid5(NAMESPACE_URL, "\n".join(parts)).urn


def _moment(on: date) -> str:
    return f"{on.isoformat()}T00:00:00Z"


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
