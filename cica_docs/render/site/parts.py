"""The parts of a page of the site; all texts are plain and are escaped when the page is written."""

from typing import NamedTuple

from markupsafe import Markup


class Link(NamedTuple):
    """A text that leads somewhere, or a plain text if it leads nowhere."""

    text: str
    href: str = ""
    """A path below the folder of the site, `en/areas/tourism.html`; it may begin with `../` or be an address."""
    note: str = ""
    """What is said beside the link in a quieter type."""


Cell = tuple[Link, ...]


class Part(NamedTuple):
    """The title of a section of a page, and its anchor."""

    title: str
    anchor: str


class Notice(NamedTuple):
    """A sentence on top of a page; a loud one warns that the text below does not apply."""

    text: str
    is_loud: bool = False
    links: Cell = ()


class Facts(NamedTuple):
    """Names with their values."""

    rows: tuple[tuple[str, Cell], ...]


class Paragraphs(NamedTuple):
    """Running text."""

    texts: tuple[str, ...]


class Listed(NamedTuple):
    """A list of links."""

    entries: Cell
    otherwise: str = ""
    """What is said if there is nothing to list."""


class Grid(NamedTuple):
    """A table; the first cell of each row is its head."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    otherwise: str = ""
    """What is said if there are no rows."""


class Drawing(NamedTuple):
    """A picture drawn from data; what it shows is written in the table that follows it."""

    svg: Markup


class Written(NamedTuple):
    """The text of a work in all its languages; the reader chooses which are shown."""

    rows: tuple[Markup, ...]
    languages: tuple[Link, ...]
    """The name of each language; `href` is its code."""
    shown: str
    """The code of the language that is shown first."""
    layout: str
    together: str
    switch: str
    contents: tuple[tuple[str, tuple[Link, ...]], ...] = ()
    """For each language the headings with their anchors."""
    contents_title: str = ""
    stamps: tuple[tuple[str, str], ...] = ()
    """For each language the marks that the printed pages bear."""


class Finder(NamedTuple):
    """The form of the search page; it is of use with the script alone."""

    label: str
    button: str
    without_script: str
    facets: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = ()
    """The key and label of each filter with its values and their names."""
    words: tuple[tuple[str, str], ...] = ()
    """The words that the script puts on the page, by key."""
    scripts: tuple[str, ...] = ()


PagePart = Part | Notice | Facts | Paragraphs | Listed | Grid | Drawing | Written | Finder


class Page(NamedTuple):
    """A page in the reader's language."""

    path: str
    """Below the folder of the language: `areas/tourism.html`."""
    title: str
    parts: tuple[PagePart, ...]
    trail: Cell = ()
    """The pages above it."""
    section: str = ""
    """The entry of the navigation under which it falls."""
    widths: frozenset[int] = frozenset()
    """The widths of columns in its tables, in hundredths."""
    feeds: Cell = ()
    """Feeds and data of what the page is about."""
    has_own_title: bool = False
    """Whether the title is part of the text of the work."""
