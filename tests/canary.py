"""Canaries: a text planted wherever restricted information may stand, and the search for it in what is told."""

import io
import zipfile
from pathlib import Path

from pypdf import PdfReader

from cica_docs.register.restricted.fingerprints import KEY_BYTES, make_fingerprints, name_of_key
from cica_docs.text.words import read_words

CORPUS = Path(__file__).parent / "corpus"
ITEM = "information-item/air-observation-2026"
PAPER = "concept-paper/environment-2026"
CONSENT = "consent/air-observation-xa"
DAY = "2026-12-01"
CANARY = "zqv"
FIELDS = """\
title: Zqvtitle of the item
symbol: ZQV/SYMBOL
example: zqvexample
area: zqvarea
measure: zqvmeasure
provided_by: [XA, XC]
recipients: [ZQVR]
own_use: zqvown
dissemination: zqvdissemination
via: zqvvia
handling: restricted
sha256: zqvsha
fingerprints: {key: zqvprint, digests: zqvdigest}
source: [zqvsource]
confidence: zqvconfidence
known: {as_of: zqvknown, note: {en: zqvknownnote, ru: zqvknownnote, kk: zqvknownnote}}
note: {en: zqvnote, ru: zqvnote, kk: zqvnote}
place: zqvplace
subject: {en: zqvsubject}
zqvkey: zqvvalue
waivers: [{rule: zqvrule, reason: zqvreason, by: ZQ}]
"""
EVENTS = """\
events:
  - {on: 2026-09-08, kind: submitted, by: ZQV, to: [zqvto], ref: ZQV/REF, note: {en: zqv, ru: zqv, kk: zqv}}
  - {on: zqvon, kind: zqvkind}
"""
BODY = "\nZqvbody and `zqvcode` [TODO: zqvtodo]. <b>zqvhtml</b>[^zqvmark]\n\n## Zqvheading {#zqv-id}\n\n[zqv]: https://zqv\n"
SECTION = """
Zqvparagraph of the section, with a note.[^1]

### Zqvsubhead {#inner}

1.99 Zqvnumbered [TODO: zqvtodo] text.

- zqvlist

[^1]: Zqvfootnote.

"""
COMMENTS = """\
comments:  # zqvremark
  - {paragraph: p1.99, from: XB, received: 2026-04-20, language: en, kind: replacement, words: zqvwords, text: zqvtext}
  - {paragraph: background, from: XC, received: 2026-04-20, language: en, kind: remark, reason: zqvreason, author: zqva}
  - paragraph: document
    from: XC
    received: 2026-04-20
    language: en
    kind: remark
    reason: |-
      zqvone
      zqvtwo
    was: {reason: zqvwas}
    answer: {on: 2026-04-28, by: XA, outcome: noted, says: {en: zqvanswer, ru: zqvanswer}}
"""
SPELLINGS = {
    "letter": '"restrict\\u0065d":',
    "byte": '"\\x72estricted":',
    "long": '"restricte\\U00000064":',
    "explicit": '? "restrict\\u0065d"\n:',
    "folded": '? "restr\\\n  icted"\n:',
    "after-an-alias": 'area: *a\n"restrict\\u0065d":',
}
BROKEN = {
    "quote": 'title: "Zqvtitle\nhandling: restricted\n',
    "bracket": "title: [Zqvtitle\nhandling: restricted\n",
    "duplicate": "zqvtwice: a\nzqvtwice: b\nhandling: restricted\n",
    "alias": "title: *zqvalias\n",
    "no-handling": "title: Zqvtitle\narea: zqvarea\n",
    "misspelt": "title: Zqvtitle\nhandling: opne\n",
}


def consents(register: Path, scope: str = "publish") -> None:
    for by in ("XA", "XC"):
        folder = register / f"consent/air-published-{by.lower()}"
        folder.mkdir()
        (folder / "en.md").write_text(
            f"---\ntitle: Consent\nexample: true\nitem: air-observation-2026\nby: {by}\nscope: [{scope}]\nto: public\n"
            f"period: {{from: 2026-11-01}}\nevents:\n  - {{on: 2026-10-20, kind: given, by: {by}}}\n"
            "---\n\nIt consents.\n",
            encoding="utf-8",
        )


def plant(register: Path, front: str, body: str = BODY) -> None:
    (register / ITEM / "en.md").write_text(f"---\n{front}---\n{body}", encoding="utf-8")
    for language in ("ru", "kk"):
        text = f"---\ntitle: Zqvtitle\ntranslates: zqvtranslates\nzqvkey: 1\n---\n{body}"
        (register / ITEM / f"{language}.md").write_text(text, encoding="utf-8")


def mark(register: Path, section: str = "background", item: str = "", key: str = "restricted:") -> None:
    """Mark a section of the paper, and put the canaries there in every language, and into the comments on it."""
    (register / PAPER / "comments.yaml").write_text(COMMENTS, encoding="utf-8")
    for language in ("en", "ru", "kk"):
        path = register / PAPER / f"{language}.md"
        text = path.read_text(encoding="utf-8")
        start = text.index("\n", text.index("{#background}"))
        text = text[:start] + SECTION + text[text.index("\n## ", start) :]
        if language == "en":
            more = f", item: {item}" if item else ""
            text = text.replace("---\n", f"---\n{key} [{{section: {section}, provided_by: [XA, XC]{more}}}]\n", 1)
        path.write_text(text, encoding="utf-8")


KEY = bytes(range(KEY_BYTES))


def fingerprinted(item: str, text: str) -> str:
    """The entry of an item with the fingerprints of a text."""
    digests = " ".join(make_fingerprints([read_words(text)], KEY))
    restricted = "handling: restricted\n"
    field = f"fingerprints: {{key: '{name_of_key(KEY)}', digests: '{digests}'}}\n"
    return item.replace(restricted, restricted + field)


def texts(content: bytes, name: str) -> str:
    """All that a file says, what is packed in it included."""
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    if name.endswith(".pdf"):
        reader = PdfReader(io.BytesIO(content))
        return "".join(page.extract_text() for page in reader.pages) + str(reader.metadata) + str(reader.outline)
    return content.decode("utf-8")


def printed(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): texts(path.read_bytes(), path.name)
        for path in folder.rglob("*")
        if path.is_file()
    }


def leaking(said: dict[str, str]) -> dict[str, list[str]]:
    lines_by_name = {
        name: [line for line in text.splitlines() if CANARY in line.casefold()] for name, text in said.items()
    }
    return {name: lines for name, lines in lines_by_name.items() if lines}
