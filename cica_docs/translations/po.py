"""PO of gettext: written as `msgfmt` reads it; read as untrusted input."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cica_docs.text.escape import escape_po
from cica_docs.translations.bilingual import ReturnedFile, ReturnedUnit, format_record, notes_of, parse_record
from cica_docs.translations.decoding import Decoded
from cica_docs.translations.units import Exchange, Unit
from cica_docs.values.failure import Failure

_HEADER = "X-Cica"
_WIDTH = 77
"""The most characters of a string on one line, as gettext has it."""
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\", '"': '"'}
_STRING = re.compile(r'(msgctxt|msgid|msgstr)?[ \t]*"((?:[^"\\]|\\[abfnrtv\\"])*+)"')
_ESCAPE = re.compile(r"\\(.)")
_WORD = re.compile(r"[^ \n]*+ *+\n?")
_ORDER = ("", "msgctxt", "msgid", "msgstr")


def write_po(exchanged: Exchange) -> bytes:
    """Write units as a PO file."""
    header = {
        "Project-Id-Version": exchanged.path,
        "Language": exchanged.language.value,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        _HEADER: format_record(exchanged),
    }
    lines = ['msgid ""', *_string("msgstr", "".join(f"{name}: {value}\n" for name, value in header.items()))]
    for unit in exchanged.units:
        lines += ["", *_lines(unit)]
    return "".join(f"{line}\n" for line in lines).encode()


def _lines(unit: Unit) -> Iterator[str]:
    notes = notes_of(unit)
    yield from (
        f"#. {kind}: {' '.join(notes[kind].split())}" for kind in ("context", "terms", "draft") if kind in notes
    )
    yield f"#: {unit.place}"
    if unit.target and unit.is_stale:
        yield "#, fuzzy"
    if unit.was:
        yield from (f"#| {line}" for line in _string("msgid", unit.was))
    for keyword, text in (("msgctxt", unit.id), ("msgid", unit.source), ("msgstr", unit.target)):
        yield from _string(keyword, text)


def _string(keyword: str, text: str) -> Iterator[str]:
    """Write a keyword with its string, in several lines if it is long or has several lines."""
    written = escape_po(text)
    if "\n" not in text and len(keyword) + len(written) < _WIDTH:
        yield f'{keyword} "{written}"'
        return
    yield f'{keyword} ""'
    line = ""
    for match in _WORD.finditer(text):
        word = escape_po(match.group())
        if line and (line.endswith("\\n") or len(line) + len(word) > _WIDTH):
            yield f'"{line}"'
            line = ""
        line += word
    if line:
        yield f'"{line}"'


@dataclass
class _Entry:
    """The strings of an entry by keyword, in pieces, and whether it is fuzzy."""

    strings: dict[str, list[str]] = field(default_factory=dict)
    is_fuzzy: bool = False

    def text(self, keyword: str) -> str:
        return "".join(self.strings.get(keyword, ()))


def read_po(file: Decoded) -> ReturnedFile:
    """Read the units of a PO file."""
    entries = _entries(file.text)
    header = _header(next(entries, _Entry()))
    file.require_charset(header.get("content-type", ""))
    return ReturnedFile(parse_record(header.get(_HEADER.lower(), "")), map(_unit, entries))


def _header(entry: _Entry) -> dict[str, str]:
    """Return the fields of the first entry, by their names in small letters."""
    if entry.text("msgid") or "msgctxt" in entry.strings:
        return {}
    fields = (line.partition(":") for line in entry.text("msgstr").split("\n"))
    return {name.strip().lower(): value.strip() for name, _, value in fields}


def _unit(entry: _Entry) -> ReturnedUnit:
    return ReturnedUnit(entry.text("msgctxt"), entry.text("msgid"), entry.text("msgstr"), is_unfinished=entry.is_fuzzy)


def _entries(text: str) -> Iterator[_Entry]:
    """Yield the entries of a file; a line that is not PO or is out of order is a `Failure`.

    Obsolete entries and earlier texts are comments here. Entries with plural forms are refused: no text of a register
    has any.
    """
    entry, keyword, number = _Entry(), "", 0
    for number, line in enumerate(map(str.strip, text.split("\n")), 1):
        if not line:
            continue
        if line.startswith("#"):
            if keyword == "msgstr":
                yield entry
                entry, keyword = _Entry(), ""
            entry.is_fuzzy = (entry.is_fuzzy or _is_fuzzy(line)) and not line.startswith("#~")
            continue
        match = _STRING.fullmatch(line)
        if not match:
            raise _unreadable(number)
        if match[1]:
            if keyword == "msgstr" and match[1] != "msgstr":
                yield entry
                entry, keyword = _Entry(), ""
            if _ORDER.index(match[1]) <= _ORDER.index(keyword) or (match[1] == "msgstr" and keyword != "msgid"):
                raise _unreadable(number)
            keyword = match[1]
        elif not keyword:
            raise _unreadable(number)
        entry.strings.setdefault(keyword, []).append(_ESCAPE.sub(lambda escape: _ESCAPES[escape[1]], match[2]))
    if keyword == "msgstr":
        yield entry
    elif keyword:
        raise _unreadable(number)


def _is_fuzzy(line: str) -> bool:
    """Whether a line of flags says so: `#, fuzzy`, or `#= fuzzy` in newer versions of gettext."""
    return line.startswith(("#,", "#=")) and "fuzzy" in re.split(r"[,=\s]+", line[2:])


def _unreadable(line: int) -> Failure:
    return Failure("import-unreadable-at", line=line, reason="PO")
