"""Find and make elements of WordprocessingML."""

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROPERTIES_BEFORE_KEEP = ("pStyle",)
"""What the order of the format wants before the properties that keep paragraphs together."""

Element = Any


def style_of(paragraph: Element) -> str:
    """Return the id of a paragraph's style, or an empty string."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val", ""))


def properties_of(paragraph: Element) -> Element:
    """Return the properties of a paragraph; add them if they are missing."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = make_element(paragraph, "pPr")
        paragraph.insert(0, properties)
    return properties


def put_property(properties: Element, name: str, after: tuple[str, ...]) -> Element:
    """Return the named property; if missing, add it behind those that the schema wants before it."""
    element = properties.find(f"{W}{name}")
    if element is None:
        element = make_element(properties, name)
        properties.insert(sum(child.tag in {f"{W}{other}" for other in after} for child in properties), element)
    return element


def make_element(beside: Element, name: str) -> Element:
    """Make an element of the format that has no parent yet."""
    return beside.makeelement(f"{W}{name}", {}, None)
