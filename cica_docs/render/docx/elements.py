"""Find and make elements of WordprocessingML."""

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROPERTIES_BEFORE_KEEP = ("pStyle",)
"""What the order of the format wants before the properties that keep paragraphs together."""

Element = Any


def style_of(paragraph: Element) -> str:
    """Return the id of a paragraph's style, or an empty string."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val", ""))


def properties_of(paragraph: Element) -> Element:
    """Return the properties of a paragraph; add them if they are missing."""
    found = paragraph.find(f"{W}pPr")
    if found is None:
        found = make_element(paragraph, "pPr")
        paragraph.insert(0, found)
    return found


def put_property(properties: Element, name: str, after: tuple[str, ...]) -> Element:
    """Return the named property; if missing, add it behind those that the schema wants before it."""
    found = properties.find(f"{W}{name}")
    if found is None:
        found = make_element(properties, name)
        properties.insert(sum(child.tag in {f"{W}{each}" for each in after} for child in properties), found)
    return found


def make_element(beside: Element, name: str) -> Element:
    """Make an element of the format that has no parent yet."""
    return beside.makeelement(f"{W}{name}", {}, None)
