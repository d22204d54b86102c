"""Remove styles that refer to a missing style: pandoc leaves such styles for code."""

from collections.abc import Iterable, Mapping

from cica_docs.render.docx.elements import Element, W

_REFERENCES = ("basedOn", "next", "link")
_USES = ("pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")


def drop_dangling(styles: Element, parts: Iterable[Element]) -> None:
    """Drop the styles that refer to a missing one; if the parts use such a style, drop only the reference."""
    found = {str(style.get(f"{W}styleId")): style for style in styles.iter(f"{W}style")}
    used = _used(found, parts)
    dangling = [id for id, style in found.items() if _missing(style, found)]
    while dangling:
        for id in dangling:
            if id in used:
                for reference in _missing(found[id], found):
                    found[id].remove(reference)
            else:
                styles.remove(found.pop(id))
        dangling = [id for id, style in found.items() if _missing(style, found)]


def _used(found: Mapping[str, Element], parts: Iterable[Element]) -> set[str]:
    """Return the styles that the parts name, and those that these build on."""
    pending = {str(one.get(f"{W}val")) for part in parts for name in _USES for one in part.iter(f"{W}{name}")}
    used: set[str] = set()
    while pending:
        used |= pending
        styles = [found[id] for id in pending if id in found]
        pending = {str(reference.get(f"{W}val")) for style in styles for reference in _references(style)} - used
    return used


def _missing(style: Element, found: Mapping[str, Element]) -> list[Element]:
    return [reference for reference in _references(style) if reference.get(f"{W}val") not in found]


def _references(style: Element) -> list[Element]:
    return [one for name in _REFERENCES for one in style.iter(f"{W}{name}")]
