"""Atom feeds (RFC 4287): entries under ids that stay the same."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from cica_docs.text.escape import escape_print

_ATOM = "http://www.w3.org/2005/Atom"


class Entry(NamedTuple):
    """An entry of a feed; `href` leads to a page if there is one."""

    id: str
    title: str
    updated: date
    category: str
    content: str
    href: str = ""


class Feed(NamedTuple):
    """The head of a feed; `as_of` is its day while it has no entries."""

    id: str
    title: str
    author: str
    language: str
    as_of: date


def format_feed(head: Feed, entries: Iterable[Entry]) -> str:
    """Format a feed, the latest entries first."""
    latest_first = sorted(entries, key=lambda entry: entry.updated, reverse=True)
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", head.language)
    _add(feed, "id", head.id)
    _add(feed, "title", head.title)
    _add(feed, "updated", _moment(latest_first[0].updated if latest_first else head.as_of))
    _add(_add(feed, "author"), "name", head.author)
    for each in latest_first:
        entry = _add(feed, "entry")
        _add(entry, "id", each.id)
        _add(entry, "title", each.title)
        _add(entry, "updated", _moment(each.updated))
        if each.href:
            _add(entry, "link").set("href", each.href)
        _add(entry, "category").set("term", each.category)
        _add(entry, "content", each.content).set("type", "text")
    text = etree.tostring(feed, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}'


def urn_of(*parts: str) -> str:
    """Return the permanent id of what some names tell from everything else."""
    return uuid5(NAMESPACE_URL, "\n".join(parts)).urn


def _add(parent: etree._Element, tag: str, text: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{tag}")
    element.text = escape_print(text) or None
    return element


def _moment(on: date) -> str:
    return f"{on.isoformat()}T00:00:00Z"
