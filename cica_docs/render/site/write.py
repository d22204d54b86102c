"""Write a page of the site: one file without a script, which loads nothing."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from markupsafe import Markup

from cica_docs.render.html.style import build_page_style
from cica_docs.render.site.parts import Cell, Finder, Grid, Page, PagePart
from cica_docs.render.template import Templates, fill_text, read_template
from cica_docs.text.escape import escape_print
from cica_docs.values.language import Language


class Frame(NamedTuple):
    """What surrounds every page in one language."""

    language: Language
    organisation: str
    words: Mapping[str, str]
    """The words of the frame, by key."""
    sections: Cell
    """The entries of the navigation; `note` is the key of the section."""
    languages: tuple[tuple[str, str], ...]
    """The code and the own name of each language of the site."""
    foot: tuple[str, ...]
    """The day and the commit that the site shows."""


def write_page(page: Page, frame: Frame, templates: Templates) -> bytes:
    """Write a page in the language of its frame."""
    up = "../" * (page.path.count("/") + 1)
    scripts = tuple(script for part in page.parts if isinstance(part, Finder) for script in part.scripts)
    style = _style(templates, tuple(sorted(page.widths)))
    values = {
        "up": up,
        "page": page,
        "frame": frame,
        "parts": [(type(part).__name__.lower(), _without_empty_columns(part)) for part in page.parts],
        "others": [(code, name, f"{up}{code}/{page.path}") for code, name in frame.languages],
        "scripts": scripts,
    }
    shown: dict[str, Any] = {name: _printable(value) for name, value in values.items()}
    text = read_template(templates, "site/parts.html.j2") + read_template(templates, "site/page.html.j2")
    policy = _policy(style, has_scripts=bool(scripts))
    return fill_text(text, **shown, style=style, policy=policy).encode()


def write_entrance(
    choices: Sequence[tuple[str, str, str, str]], organisations: Sequence[str], templates: Templates
) -> bytes:
    """Write the first page of the site: the name of the organisation in each language.

    A choice is the code and the name of a language, the name of the organisation in it, and the words to go on.
    """
    style = _style(templates, ())
    return fill_text(
        read_template(templates, "site/entrance.html.j2"),
        choices=[tuple(map(escape_print, choice)) for choice in choices],
        title=escape_print(" · ".join(dict.fromkeys(organisations))),
        style=style,
        policy=_policy(style, has_scripts=False),
    ).encode()


def _without_empty_columns(part: PagePart) -> PagePart:
    """Leave out the columns of a table in which no row has anything."""
    if not isinstance(part, Grid):
        return part
    places = [place for place in range(len(part.columns)) if any(_has_text(row[place]) for row in part.rows)]
    rows = tuple(tuple(row[place] for place in places) for row in part.rows)
    return part._replace(columns=tuple(part.columns[place] for place in places), rows=rows)


def _has_text(cell: Cell) -> bool:
    return any(link.text or link.note for link in cell)


@lru_cache(maxsize=256)
def _style(templates: Templates, widths: tuple[int, ...]) -> Markup:
    return build_page_style(templates, widths) + Markup(read_template(templates, "site/site.css"))  # noqa: S704 - own file


def _policy(style: str, *, has_scripts: bool) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    script = " script-src 'self';" if has_scripts else ""
    return f"default-src 'none'; style-src 'sha256-{digest}';{script} base-uri 'none'; form-action 'none'"


def _printable(value: Any) -> Any:
    """Escape all texts in a value of parts, mappings and tuples; markup is written by our own writers."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return escape_print(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*map(_printable, value))
    if isinstance(value, tuple | list):
        return [_printable(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _printable(each) for key, each in value.items()}
    return value
