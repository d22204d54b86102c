"""Remove styles that refer to a missing style: pandoc leaves such styles for code."""

from collections.abc import Iterable, Mapping

from cica_docs.render.docx.elements import Element, W

_REFERENCES = ("basedOn", "next", "link")
_USES = ("pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")


def drop_dangling(styles: Element, parts: Iterable[Element]) -> None:
    """Drop the styles that refer to a missing one; if the parts use such a style, drop only the reference."""
    styles_by_id = {str(style.get(f"{W}styleId")): style for style in styles.iter(f"{W}style")}
    used = _used(styles_by_id, parts)
    dangling = [id for id, style in styles_by_id.items() if _missing(style, styles_by_id)]
    while dangling:
        for id in dangling:
            if id in used:
                for reference in _missing(styles_by_id[id], styles_by_id):
                    styles_by_id[id].remove(reference)
            else:
                styles.remove(styles_by_id.pop(id))
        dangling = [id for id, style in styles_by_id.items() if _missing(style, styles_by_id)]


def _used(styles_by_id: Mapping[str, Element], parts: Iterable[Element]) -> set[str]:
    """Return the styles that the parts name, and those that these build on."""
    pending = {str(use.get(f"{W}val")) for part in parts for name in _USES for use in part.iter(f"{W}{name}")}
    used: set[str] = set()
    while pending:
        used |= pending
        styles = [styles_by_id[id] for id in pending if id in styles_by_id]
        pending = {str(reference.get(f"{W}val")) for style in styles for reference in _references(style)} - used
    return used


def _missing(style: Element, styles_by_id: Mapping[str, Element]) -> list[Element]:
    return [reference for reference in _references(style) if reference.get(f"{W}val") not in styles_by_id]


def _references(style: Element) -> list[Element]:
    return [reference for name in _REFERENCES for reference in style.iter(f"{W}{name}")]
