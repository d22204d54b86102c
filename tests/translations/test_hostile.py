"""Files that come back in any encoding, damaged, or made to do harm: read, or refused in a line."""

import codecs
import time
import unicodedata
from collections.abc import Callable

import pytest

from bilingual_sample import SOURCE, TARGET, XML, failure, file, given
from cica_docs.translations import merge
from cica_docs.translations.formats import Format
from cica_docs.translations.parse import parse_exchange
from cica_docs.translations.units import Unit

Change = Callable[[str], str]


UTF_16 = {
    "signature": lambda text: text.encode("utf-16"),
    "big-endian signature": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "little-endian": lambda text: text.encode("utf-16-le"),
    "big-endian": lambda text: text.encode("utf-16-be"),
}


@pytest.mark.parametrize("encode", UTF_16.values(), ids=UTF_16)
@pytest.mark.parametrize("format", XML)
def test_xml_in_utf_16_is_read(format: Format, encode: Callable[[str], bytes]) -> None:
    text = file(format)
    assert parse_exchange(encode(text.replace('encoding="UTF-8"', "encoding='utf-16'"))) == given(text)


@pytest.mark.parametrize("format", Format)
def test_utf_16_with_a_signature_needs_no_declaration(format: Format) -> None:
    text = file(format)
    undeclared = text.replace(' encoding="UTF-8"', "").replace("; charset=UTF-8", "")
    assert undeclared != text
    assert parse_exchange(undeclared.encode("utf-16")) == given(text) == parse_exchange(codecs.BOM_UTF8 + text.encode())


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("UTF-16", "utf-8"),
        ("UTF-8", "utf-16"),
        ("windows-1251", "utf-8"),
        ("windows-1251", "windows-1251"),
        ("KOI8-R", "koi8-r"),
        ("UTF-7", "utf-8"),
        ("us-ascii", "utf-8"),
        ("no-such", "utf-8"),
    ],
)
def test_a_wrong_or_foreign_encoding_is_named(format: Format, declared: str, encoding: str) -> None:
    text = (
        file(format)
        .replace('encoding="UTF-8"', f'encoding="{declared}"')
        .replace("charset=UTF-8", f"charset={declared}")
    )
    assert failure(text.encode(encoding)) == ("import-unreadable-encoding", {"declared": declared})


def test_the_declared_encoding_of_plain_ascii_may_be_ascii() -> None:
    text = file(Format.XLIFF, Unit("p1", "a", "b", "x", "y")).replace('"UTF-8"', '"us-ascii"')
    assert given(text).texts == {"p1": ("a", "b")}


@pytest.mark.parametrize("format", Format)
def test_bytes_that_spell_nothing_are_named_with_their_line(format: Format) -> None:
    content = file(format).encode()
    at = content.index(b"\n", len(content) // 2)
    key, details = failure(content[:at] + b"\xff" + content[at:])
    assert (key, details["line"]) == ("import-unreadable-at", content[:at].count(b"\n") + 1)


@pytest.mark.parametrize("format", XML)
def test_bad_xml_is_named_with_its_line(format: Format) -> None:
    lines = file(format).split("\n")
    lines[5] = lines[5].replace(">", "", 1)
    key, details = failure("\n".join(lines).encode())
    assert (key, details["reason"]) == ("import-unreadable-at", "XML")
    assert details["line"] in {6, 7}


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda lines: [*lines[:3], "msgid", *lines[3:]], 4),
        (lambda lines: [*lines[:3], '"a\\q"', *lines[3:]], 4),
        (lambda lines: [*lines[:3], '"a"b"', *lines[3:]], 4),
        (lambda lines: ['"a"', *lines], 1),
        (lambda lines: [*lines, 'msgctxt "p2"', 'msgstr "b"'], 2),
        (lambda lines: [*lines, 'msgid "a"', 'msgid "b"', 'msgstr ""'], 2),
        (lambda lines: [*lines, 'msgid "a"', 'msgstr "b"', 'msgstr "c"'], 3),
        (lambda lines: [*lines, 'msgid "a"', 'msgid_plural "b"', 'msgstr[100000000] "c"'], 2),
        (lambda lines: [*lines, 'msgid "a"', "domain x"], 2),
        (lambda lines: [*lines, 'msgid "a"'], 1),
    ],
)
def test_what_is_no_po_is_named_with_its_line(change: Callable[[list[str]], list[str]], line: int) -> None:
    lines = file(Format.PO).rstrip("\n").split("\n")
    changed = change(lines)
    key, details = failure("\n".join(changed).encode())
    assert (key, details["reason"]) == ("import-unreadable-at", "PO")
    assert details["line"] == (line if changed[-1] == lines[-1] else len(lines) + line)


def in_text(before: str, after: str) -> Change:
    return lambda text: text.replace(SOURCE, before + SOURCE + after)


HARM: dict[str, tuple[Change, str]] = {
    "entities of a file": (
        lambda text: text.replace("?>", '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>').replace(
            "Air", "&e;"
        ),
        "import-with-doctype",
    ),
    "laughs": (
        lambda text: text.replace("?>", '?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>').replace("Air", "&b;"),
        "import-with-doctype",
    ),
    "glued document type": (
        lambda text: text.replace("?>", '?><!DOC<!DOCTYPE tmx SYSTEM "tmx14.dtd">TYPE x [<!ENTITY e "x">]>', 1),
        "import-with-doctype",
    ),
    "two document types": (
        lambda text: text.replace("?>", '?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><!DOCTYPE x SYSTEM "file:///x">', 1),
        "import-with-doctype",
    ),
    "entity of nobody": (in_text("&e;", ""), "import-unreadable-at"),
    "inclusion": (
        in_text('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>', ""),
        "import-markup",
    ),
    "depth": (in_text("<a>" * 300, "</a>" * 300), "import-"),
    "greater depth": (in_text("<a>" * 100_000, "</a>" * 100_000), "import-unreadable-at"),
    "attributes": (
        in_text("<a " + " ".join(f'a{number}="1"' for number in range(100_000)) + "/>", ""),
        "import-",
    ),
    "nothing but a declaration": (lambda _: '<?xml version="1.0"?>', "import-unreadable-at"),
    "declaration without an end": (lambda _: '<?xml version="1.0"', "import-unreadable"),
    "two declarations": (
        lambda text: text.replace("?>", '?><?xml version="1.0" encoding="UTF-7"?>'),
        "import-unreadable",
    ),
    "nul": (in_text("\0", ""), "import-unreadable-at"),
    "hidden character": (in_text("", "\u200b"), "import-character"),
    "reordering": (lambda text: text.replace(TARGET, f"\u202e{TARGET}"), "import-character"),
    "piled up marks": (lambda text: text.replace(TARGET, "e" + "\u0315\u0300" * 16_000), "import-marks"),
    "another root": (lambda _: "<html/>", "import-unreadable"),
    "path in the record": (lambda text: text.replace("paper/x", "../../x", 2), "import-of-others"),
}


@pytest.mark.parametrize(("change", "key"), HARM.values(), ids=HARM)
@pytest.mark.parametrize("format", XML)
def test_a_harmful_file_fails_in_a_line(format: Format, change: Change, key: str) -> None:
    assert failure(change(file(format)).encode())[0].startswith(key)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_a_document_type_hides_in_no_encoding(encoding: str) -> None:
    text = file(Format.XLIFF).replace("UTF-8", "UTF-16").replace("?>", "?><!DOCTYPE x [<!ENTITY e 'x'>]>", 1)
    assert failure(text.encode(encoding))[0] == "import-with-doctype"


@pytest.mark.parametrize("format", Format)
def test_units_are_read_up_to_a_bound(format: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cica_docs.translations.parse.MOST_UNITS", 50)
    units = [Unit(f"p{number}", "a", "b", "x", "y") for number in range(51)]
    assert failure(file(format, *units).encode())[0] == "import-too-large"
    assert len(given(file(format, *units[1:])).texts) == 50


def test_a_po_file_opens_no_other_file() -> None:
    assert failure(b"/etc/passwd")[0] == "import-unreadable-at"
    assert failure(__file__.encode())[0] == "import-unreadable-at"


@pytest.mark.parametrize("name", merge._PROTECTED)
@pytest.mark.parametrize("run", ["[", "](", "[^", "[^a", "*", "](a", "[a](", "\\\n", "[]", "*a"])
def test_protected_marks_are_found_in_one_pass(name: str, run: str) -> None:
    pattern = merge._PROTECTED[name]

    def seconds(times: int) -> float:
        text = run * times
        taken = []
        for _ in range(3):
            start = time.process_time()
            pattern.findall(text)
            taken.append(time.process_time() - start)
        return min(taken)

    # Eight times as much text takes some eight times as long, where each mark looked to the end it took 64 times.
    assert seconds(32_000) < 30 * seconds(4_000) + 0.01


def test_marks_of_ordinary_texts_are_found_as_before() -> None:
    text = r"See [a](https://x.org/a) and [^n1], *one* **two** [three] \[four] [five [six](https://y.org)."
    found = {name: pattern.findall(text) for name, pattern in merge._PROTECTED.items()}
    assert found["footnote"] == ["[^n1]"]
    assert found["link"] == ["](https://x.org/a)", "](https://y.org)"]
    assert found["emphasis"] == ["*", "*", "**", "**"]
    assert len(found["bracket"]) == 2


def test_decomposed_letters_are_no_pile() -> None:
    text = unicodedata.normalize("NFD", "Ёлка й қалай ұйым ə̄")
    assert given(file(Format.PO, Unit("p1", SOURCE, text, "x", ""))).texts["p1"][1] == text
