"""Names in a foreign script in Word: runs of their own, with their direction, kind of font and language."""

from typing import Any

from cica_docs.render.docx.elements import Element, W, make_element, put_property
from cica_docs.render.foreign import Script, foreign_runs
from cica_docs.text.escape import escape_print

FORWARD = "\N{LEFT-TO-RIGHT MARK}"
"""Comes after a run that goes from right to left: LibreOffice would take the figures and signs that follow into it."""
_BEFORE_DIRECTION = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position"),
    *("sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign"),
)
_BEFORE_LANGUAGE = (*_BEFORE_DIRECTION, "rtl", "cs", "em")
_PROPERTIES = f"{W}rPr"


def text_nodes(text: str) -> list[dict[str, Any]]:
    """Make pandoc's nodes of a text; a span around each foreign run makes it a run of Word."""
    nodes: list[dict[str, Any]] = []
    for run, script in foreign_runs(escape_print(text)):
        node = {"t": "Str", "c": run}
        nodes.append(node if script is None else {"t": "Span", "c": [["", [], []], [node]]})
        if script is not None and script.is_backward:
            nodes.append({"t": "Str", "c": FORWARD})
    return nodes


def set_foreign_runs(root: Element) -> None:
    """Give each run that is in a foreign script its direction, kind of font and language."""
    for text in root.iter(f"{W}t", f"{W}delText"):
        run, script = next(foreign_runs(text.text or ""))
        if script is not None and run == text.text:
            _set_run(text.getparent(), script)


def _set_run(run: Element, script: Script) -> None:
    properties = run.find(_PROPERTIES)
    if properties is None:
        properties = make_element(run, "rPr")
        run.insert(0, properties)
    if script.is_complex:
        put_property(properties, "rtl" if script.is_backward else "cs", _BEFORE_DIRECTION)
    if script.language:
        slot = "bidi" if script.is_complex else "eastAsia" if script.is_east_asian else "val"
        put_property(properties, "lang", _BEFORE_LANGUAGE).set(f"{W}{slot}", script.language)
