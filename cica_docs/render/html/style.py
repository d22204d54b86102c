"""What all pages share: words, style sheet, and a policy that lets them load nothing."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from markupsafe import Markup

from cica_docs.i18n.translated import read_translated
from cica_docs.render.template import Templates, read_template
from cica_docs.values.language import Language

_EACH_LANGUAGE = re.compile(r"EACH\[([^\[\]]*+)\]")
"""A selector of the style sheet that is repeated for each language, whose code replaces LANGUAGE."""

Words = Mapping[Language, Mapping[str, Any]]


def read_page_words(templates: Templates) -> Words:
    """Read the words of the page itself, such as "Side by side", in each language."""
    return {language: read_translated(templates, language, "labels")["web-page"] for language in Language}


def build_page_style(templates: Templates, widths: Iterable[int] = ()) -> Markup:
    """Build the style sheet, with a class for each column width, since the policy forbids style attributes."""
    shares = "".join(f".wide-{width} {{ width: {width}%; }}\n" for width in sorted(widths))
    sheet = _EACH_LANGUAGE.sub(_repeat, read_template(templates, "html/page.css"))
    return Markup(sheet + shares)  # noqa: S704 - our own file, and whole numbers


def _repeat(selector: re.Match[str]) -> str:
    return ",\n".join(selector[1].replace("LANGUAGE", language) for language in Language)


def build_page_policy(style: str) -> str:
    """Build the content policy: this style sheet and nothing else."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
