"""What all pages share: words, style sheet, and a policy that lets them load nothing."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256

from markupsafe import Markup

from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.render.template import Templates, read_template
from cica_docs.values.language import Language

Words = Mapping[Language, Mapping[str, str]]


def read_page_words(templates: Templates) -> Words:
    """Read the words of the page itself, such as "Side by side", in each language."""
    return {language: _page_words(read_template(templates, f"locales/{language}/labels.yaml")) for language in Language}


@lru_cache(maxsize=8)
def _page_words(labels: str) -> Mapping[str, str]:
    words: Mapping[str, str] = parse_yaml(labels).value["web-page"]
    return words


def build_page_style(templates: Templates, widths: Iterable[int] = ()) -> Markup:
    """Build the style sheet, with a class for each column width, since the policy forbids style attributes."""
    shares = "".join(f".wide-{width} {{ width: {width}%; }}\n" for width in sorted(widths))
    return Markup(read_template(templates, "html/page.css") + shares)  # noqa: S704 - our own file, and whole numbers


def build_page_policy(style: str) -> str:
    """Build the content policy: this style sheet and nothing else."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
