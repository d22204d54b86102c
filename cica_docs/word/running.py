"""Running text of a Word document: runs as atoms with marks, and what among them has no place."""

import re
from collections.abc import Iterator

from cica_docs.documents.markdown.blocks import DELETED, INSERTED, LineBreak
from cica_docs.documents.redline.atoms import Atom, Mark
from cica_docs.documents.source import REFUSED
from cica_docs.values.address import is_allowed
from cica_docs.word.left_out import note_formats, note_object, why_unseen
from cica_docs.word.package import RELATION, Element, W
from cica_docs.word.state import Field, Setting, State, change_of, clean, text_in
from cica_docs.word.styles import PLAIN, is_on, value_of

_TRACKED = {f"{W}ins": INSERTED, f"{W}moveTo": INSERTED, f"{W}del": DELETED, f"{W}moveFrom": DELETED}
_HOLDERS = frozenset(f"{W}{name}" for name in ("smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo"))
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_SILENT = frozenset(
    f"{W}{name}"
    for name in (
        *("rPr", "pPr", "sdtPr", "sdtEndPr", "softHyphen", "lastRenderedPageBreak", "proofErr", "permStart", "permEnd"),
        *("annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator", "fldData", "pgNum"),
    )
)
_GONE = "gone"
"""Why text of the other view is not seen; its change is noted where it begins."""
_ADDRESS = re.compile(r'\s*+HYPERLINK\s++"([^"\s]++)"')


def atoms_in(element: Element, state: State, setting: Setting) -> Iterator[Atom]:
    """Yield the runs of a paragraph in the wanted view; marks of tracked changes are noted in either."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _SILENT:
            continue
        if child.tag == f"{W}r":
            yield from _run(child, state, setting)
        elif child.tag in _TRACKED:
            kind = _TRACKED[child.tag]
            _note_change(child, kind, state)
            yield from atoms_in(child, state, setting._replace(kinds=setting.kinds | {kind}))
        elif child.tag == f"{W}hyperlink":
            yield from atoms_in(child, state, _linked(child, state, setting))
        elif child.tag == f"{W}sdt":
            yield from _control(child, state, setting)
        elif child.tag in _HOLDERS:
            if child.tag == f"{W}fldSimple":
                state.leave_out("field", str(child.get(f"{W}instr", "")))
            yield from atoms_in(child, state, setting)
        else:
            _mark(child, state)


def _mark(element: Element, state: State) -> None:
    """Note a bookmark or the range of a comment; what is unknown is left out with its text."""
    id = str(element.get(f"{W}id", ""))
    match element.tag.removeprefix(W):
        case "bookmarkStart":
            state.bookmarks.append(str(element.get(f"{W}name", "")))
        case "commentRangeStart":
            state.ranges.add(id)
            state.anchors.setdefault(id, state.paragraph)
        case "commentRangeEnd":
            state.ranges.discard(id)
        case name if name.endswith(("RangeStart", "RangeEnd", "bookmarkEnd")):
            pass
        case name:
            kind = "equation" if "oMath" in name else "other"
            if text := text_in(element):
                state.leave_out(kind, text)


def _note_change(element: Element, kind: str, state: State) -> None:
    text = text_in(element)
    if text.strip():
        state.changes.append(change_of(element, kind, state.paragraph, text))


def _linked(element: Element, state: State, setting: Setting) -> Setting:
    target = setting.targets.get(str(element.get(f"{RELATION}id", "")), "")
    if is_allowed(target):
        return setting._replace(marks=_with(setting.marks, ("link", target)))
    if target:
        state.leave_out("link", target)
    return setting


def _control(element: Element, state: State, setting: Setting) -> Iterator[Atom]:
    content = element.find(f"{W}sdtContent")
    if content is None:
        return
    if element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
        state.leave_out("prompt", text_in(content))
        return
    yield from atoms_in(content, state, setting)


def _run(run: Element, state: State, setting: Setting) -> Iterator[Atom]:
    properties = run.find(f"{W}rPr")
    style = state.styles.get(value_of(properties, "rStyle"), PLAIN)
    marks = setting.marks
    bold, italic = is_on(properties, "b"), is_on(properties, "i")
    if bold or (bold is None and style.is_bold):
        marks = _with(marks, ("strong", ""))
    if italic or (italic is None and style.is_italic):
        marks = _with(marks, ("emphasis", ""))
    unseen = why_unseen(properties, is_shaded=setting.is_shaded)
    if (style.is_hidden or setting.is_hidden) and is_on(properties, "vanish") is not False:
        unseen = "hidden"
    for child in run:
        if isinstance(child.tag, str) and child.tag not in _SILENT:
            yield from _content(child, state, setting, marks, unseen)
    if not unseen:
        note_formats(run, properties, state)


def _content(child: Element, state: State, setting: Setting, marks: tuple[Mark, ...], unseen: str) -> Iterator[Atom]:
    is_gone = (DELETED if state.wanted == INSERTED else INSERTED) in setting.kinds
    atoms: tuple[Atom, ...] = ()
    match child.tag.removeprefix(W):
        case "t" | "delText":
            atoms = _text(child.text or "", state, marks, unseen=_GONE if is_gone else unseen)
        case "br" | "cr" if child.get(f"{W}type") not in {"page", "column"}:
            atoms = (Atom("", marks, LineBreak()),)
        case "br" | "cr":
            pass
        case "footnoteReference" | "endnoteReference" as kind:
            note = state.note(kind.removesuffix("Reference") + "s", str(child.get(f"{W}id", "")))
            atoms = (Atom("", marks, note),) if note is not None else ()
        case "commentReference":
            state.anchors.setdefault(str(child.get(f"{W}id", "")), state.paragraph)
        case "fldChar" | "instrText" | "delInstrText":
            _follow_field(child, state)
        case "sym":
            state.leave_out("symbol", f"{child.get(f'{W}font', '')} {child.get(f'{W}char', '')}")
        case _ if child.tag in _SIGNS:
            atoms = (Atom(_SIGNS[child.tag], marks),)
        case _:
            note_object(child, state)
    if not is_gone:
        yield from atoms


def _field_marks(field: Field | None, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    match = _ADDRESS.match(field.instruction) if field is not None else None
    return _with(marks, ("link", match[1])) if match and is_allowed(match[1]) else marks


def _follow_field(element: Element, state: State) -> None:
    kind = element.get(f"{W}fldCharType")
    if kind == "begin":
        state.fields.append(Field())
    elif not state.fields:
        return
    elif kind == "separate":
        state.fields[-1].is_in_result = True
    elif kind == "end":
        field = state.fields.pop()
        if field.instruction.strip() and not _ADDRESS.match(field.instruction):
            state.leave_out("field", field.instruction)
    else:
        state.fields[-1].instruction += element.text or ""


_MEANT_FOR_PAPER = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{LEFT-TO-RIGHT MARK}\t\n"))
"""What only says how lines are set, so that nobody misses it."""


def _text(text: str, state: State, marks: tuple[Mark, ...], unseen: str) -> tuple[Atom, ...]:
    """Return a text as it is kept; nothing for the instruction of a field and what is not seen."""
    field = state.fields[-1] if state.fields else None
    if field is not None and not field.is_in_result:
        state.leave_out("field", text)
        return ()
    if unseen:
        if unseen != _GONE:
            state.leave_out(unseen, text)
        return ()
    for number in state.ranges:
        state.about[number] = state.about.get(number, "") + text
    refused = REFUSED.findall(text.translate(_MEANT_FOR_PAPER))
    if refused:
        state.leave_out("character", " ".join(f"U+{ord(sign):04X}" for sign in dict.fromkeys(refused)))
    return (Atom(clean(text), _field_marks(field, marks)),)


def _with(marks: tuple[Mark, ...], mark: Mark) -> tuple[Mark, ...]:
    return tuple(sorted({*marks, mark}))


def are_bold(atoms: tuple[Atom, ...]) -> bool:
    """Whether all words are bold."""
    words = [atom for atom in atoms if atom.leaf is None and not atom.text.isspace()]
    return bool(words) and all(("strong", "") in atom.marks for atom in words)
