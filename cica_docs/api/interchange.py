"""Units as XLIFF 1.2 and 2.1, PO and TMX, written through the library that Weblate reads them with."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from io import BytesIO

from lxml import etree
from translate.storage.pypo import pofile, pounit
from translate.storage.tmx import tmxfile
from translate.storage.xliff import xlifffile, xliffunit
from translate.storage.xliff2 import Xliff2File, Xliff2Unit

from cica_docs import __version__
from cica_docs.api.exchange import Entry, Exchange, Unit
from cica_docs.values.language import Language


class Format(StrEnum):
    """A format of translators' tools."""

    XLIFF = "xliff"
    XLIFF2 = "xliff2"
    PO = "po"
    TMX = "tmx"

    @property
    def ending(self) -> str:
        """The usual ending of a file's name."""
        return {"xliff": "xlf", "xliff2": "xlf"}.get(self.value, self.value)


ORIGIN = "cica"
TMX_PROPERTY = "x-cica"
PO_HEADER = "X-Cica"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# The library's own skeletons are of XLIFF 1.1 and name a DTD for TMX; these are what it reads in their place.
_SKELETONS = {
    Format.XLIFF: '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" '
    'source-language="en" target-language="ru" datatype="plaintext"><header/><body/></file></xliff>',
    Format.XLIFF2: '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="ru">'
    '<file id="f1" original="x"></file></xliff>',
    Format.TMX: '<tmx version="1.4"><header/><body/></tmx>',
}


def written(what: Exchange, format: Format) -> bytes:
    """The bytes of a file in a format; the same units give the same bytes."""
    writers: Mapping[Format, Callable[[Exchange], bytes]] = {
        Format.XLIFF: _xliff,
        Format.XLIFF2: _xliff2,
        Format.PO: _po,
        Format.TMX: _tmx,
    }
    return writers[format](what)


def record(what: Exchange) -> str:
    """What a file says of where it comes from, so that it can be taken back."""
    return f"{what.work} {what.language} original={what.original} edition={what.edition}"


def _skeleton(format: Format) -> BytesIO:
    return BytesIO(f'<?xml version="1.0" encoding="UTF-8"?>{_SKELETONS[format]}'.encode())


def _notes(unit: Unit) -> Mapping[str, str]:
    """What a translator is shown beside a unit, by the kind of note."""
    found = {"context": unit.context, "place": unit.place, "was": unit.was, "terms": "; ".join(unit.hints)}
    return {name: text for name, text in found.items() if text}


def _xliff(what: Exchange) -> bytes:
    store = xlifffile(_skeleton(Format.XLIFF))
    file = store.body.getparent()
    file.set("original", what.path)
    file.set("source-language", what.source_language.tag)
    file.set("target-language", what.language.tag)
    header = file.find(store.namespaced("header"))
    note = etree.SubElement(header, store.namespaced("note"), {"from": ORIGIN})
    note.text = record(what)
    for one in what.units:
        unit = xliffunit(one.source)
        store.addunit(unit)
        unit.xmlelement.set("id", one.id)
        if one.target:
            unit.settarget(one.target, what.language.tag)
            unit.markfuzzy(one.is_stale)
            # The language stands once, on the file; an attribute on every target is more than some readers expect.
            etree.strip_attributes(unit.xmlelement, _LANG)
        for name, text in _notes(one).items():
            if name == "context":
                unit.createcontextgroup(ORIGIN, [("x-section", text)], "information")
            elif name == "was" and one.target:
                unit.addalttrans(one.target, sourcetxt=text)
            else:
                unit.addnote(f"{name}: {text}", origin="developer")
    return _bytes(store)


def _xliff2(what: Exchange) -> bytes:
    store = Xliff2File(_skeleton(Format.XLIFF2))
    root, file = store.document.getroot(), store.body
    root.set("srcLang", what.source_language.tag)
    root.set("trgLang", what.language.tag)
    file.set("original", what.path)
    _note(etree.SubElement(file, store.namespaced("notes")), store.namespaced("note"), ORIGIN, record(what))
    for one in what.units:
        unit = Xliff2Unit(one.source)
        store.addunit(unit)
        unit.setid(one.id)
        if one.target:
            unit.settarget(one.target, what.language.tag)
            unit.xmlelement.set("state", "initial" if one.is_stale else "translated")
            etree.strip_attributes(unit.xmlelement, _LANG)
        # The standard has this on the unit, not on its segment, and the notes of a unit before its segments.
        unit.xmlelement.attrib.pop(_SPACE, None)
        unit.getunitelement().set(_SPACE, "preserve")
        notes = etree.Element(store.namespaced("notes"))
        for name, text in _notes(one).items():
            _note(notes, store.namespaced("note"), name, text)
        unit.getunitelement().insert(0, notes)
    return _bytes(store)


def _note(parent: etree._Element, tag: str, category: str, text: str) -> None:
    note = etree.SubElement(parent, tag, category=category)
    note.text = text


def _po(what: Exchange) -> bytes:
    store = pofile(noheader=True)
    header = {
        "Project-Id-Version": what.path,
        "Language": what.language.value,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        PO_HEADER: record(what),
    }
    first = pounit("")
    first.target = "".join(f"{name}: {value}\n" for name, value in header.items())
    store.addunit(first)
    for one in what.units:
        unit = pounit(one.source)
        unit.setcontext(one.id)
        unit.target = one.target
        unit.addlocation(one.place)
        for name, text in _notes(one).items():
            if name == "was":
                unit.prev_source = text
            elif name != "place":
                unit.addnote(f"{name}: {text}", origin="developer")
        if one.target and one.is_stale:
            unit.markfuzzy()
        store.addunit(unit)
    return bytes(store)


def _tmx(what: Exchange) -> bytes:
    store = _memory_store(what.source_language)
    header = store.document.getroot().find("header")
    prop = etree.SubElement(header, "prop", type=TMX_PROPERTY)
    prop.text = record(what)
    for one in what.units:
        # Where no translation stands yet, its place does: a memory has no entry of one language alone.
        texts = {what.source_language: one.source, what.language: one.target}
        _entry(store, one.id, texts, "; ".join(one.hints))
    return _bytes(store)


def written_memory(entries: Iterable[Entry], source: Language) -> bytes:
    """A translation memory as TMX."""
    store = _memory_store(source)
    for where, texts in entries:
        _entry(store, "", texts, where)
    return _bytes(store)


def _memory_store(source: Language) -> tmxfile:
    store = tmxfile(_skeleton(Format.TMX))
    header = store.document.getroot().find("header")
    for name, value in (
        ("creationtool", ORIGIN),
        ("creationtoolversion", __version__),
        ("segtype", "paragraph"),
        ("o-tmf", "cica"),
        ("adminlang", "en"),
        ("srclang", source.tag),
        ("datatype", "plaintext"),
    ):
        header.set(name, value)
    return store


def _entry(store: tmxfile, id: str, texts: Mapping[Language, str], note: str) -> None:
    source, *others = texts.items()
    unit = store.addsourceunit(source[1], source[0].tag)
    for language, text in others:
        unit.settarget(text, language.tag, append=True)
    unit.xmlelement.attrib.pop("srclang", None)
    if id:
        unit.xmlelement.set("tuid", id)
    if note:
        unit.addnote(note)


def _bytes(store: xlifffile | Xliff2File | tmxfile) -> bytes:
    etree.cleanup_namespaces(store.document)
    out = BytesIO()
    store.serialize(out)
    return out.getvalue()
