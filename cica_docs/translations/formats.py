"""Units as XLIFF 1.2 and 2.1, PO and TMX: the formats that translators' tools share."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from cica_docs.translations.po import write_po
from cica_docs.translations.tmx import write_memory, write_tmx
from cica_docs.translations.units import Entry, Exchange
from cica_docs.translations.xliff2 import write_xliff2
from cica_docs.translations.xliff12 import write_xliff12
from cica_docs.values.language import Language


class Format(StrEnum):
    """A format of translators' tools."""

    XLIFF = "xliff"
    XLIFF2 = "xliff2"
    PO = "po"
    TMX = "tmx"


_WRITERS: Mapping[Format, Callable[[Exchange], bytes]] = {
    Format.XLIFF: write_xliff12,
    Format.XLIFF2: write_xliff2,
    Format.PO: write_po,
    Format.TMX: write_tmx,
}


def write_exchange_file(exchange: Exchange, format: Format) -> bytes:
    """Write units in a format; the same units give the same bytes."""
    return _WRITERS[format](exchange)


def write_memory_file(entries: Iterable[Entry], source: Language) -> bytes:
    """Write a translation memory as TMX."""
    return write_memory(entries, source)
