"""What a run holds that has no place in a text of the register, and what nobody sees of it."""

from cica_docs.word.package import Element, W
from cica_docs.word.state import State, clean, text_in
from cica_docs.word.styles import is_on, to_number, value_of

_WHITE = "FFFFFF"
_SMALLEST = 4
"""Half points: nobody reads smaller letters."""


def why_unseen(properties: Element | None, *, is_shaded: bool) -> str:
    """Return why nobody sees a run; empty if it is seen."""
    if properties is None:
        return ""
    if is_on(properties, "vanish") or is_on(properties, "specVanish") or is_on(properties, "webHidden"):
        return "hidden"
    size = to_number(value_of(properties, "sz"), _SMALLEST + 1)
    if 0 < size <= _SMALLEST:
        return "hidden"
    is_on_colour = is_shaded or has_shade(properties) or properties.find(f"{W}highlight") is not None
    return "white" if value_of(properties, "color").upper() == _WHITE and not is_on_colour else ""


def has_shade(properties: Element | None) -> bool:
    """Whether the ground of a run, paragraph or cell is coloured."""
    shade = None if properties is None else properties.find(f"{W}shd")
    return shade is not None and str(shade.get(f"{W}fill", "auto")).upper() not in {"AUTO", _WHITE, ""}


def note_formats(run: Element, properties: Element | None, state: State) -> None:
    """Note how a run is set apart, where a text of the register has no such way."""
    text = "".join(child.text or "" for child in run.iter(f"{W}t"))
    if properties is None or not text.strip():
        return
    if value_of(properties, "vertAlign") in {"superscript", "subscript"}:
        state.leave_out("raised", text)
    if any(is_on(properties, name) for name in ("strike", "dstrike")):
        state.leave_out("struck", text)
    if value_of(properties, "u") not in {"", "none"}:
        state.leave_out("underlined", text)
    if properties.find(f"{W}highlight") is not None:
        state.leave_out("highlighted", text)


def note_object(element: Element, state: State) -> None:
    """Note a picture, text box or embedded object; of two forms for old and new programs the first counts."""
    choice = element.find("{*}Choice") if element.tag.endswith("}AlternateContent") else None
    shown = element if choice is None else choice
    boxes = list(shown.iter(f"{W}txbxContent"))
    for box in boxes:
        state.leave_out("text-box", text_in(box))
    if boxes:
        return
    names = {str(child.tag).rpartition("}")[2] for child in shown.iter() if isinstance(child.tag, str)}
    if "oMath" in names:
        state.leave_out("equation", text_in(shown))
    elif names & {"drawing", "pict", "blip", "imagedata"}:
        described = (child.get("descr") or child.get("title") or "" for child in shown.iter("{*}docPr"))
        state.leave_out("image", clean(next(described, "")))
    elif names & {"object", "OLEObject"}:
        state.leave_out("object")
    else:
        state.leave_out("other", text_in(shown))
