"""One text in each language."""

from collections.abc import Mapping
from typing import Any

from cica_docs.values.language import SOURCE_LANGUAGE, Language

Texts = Mapping[Language, str]


class Hint(str):
    """What a schema expects of a value, in English; it is translated where it is shown."""

    __slots__ = ()


def texts_by_language(value: Any) -> Texts:
    """Read the texts of a mapping by language; English replaces a missing language."""
    texts = value if isinstance(value, dict) else {}
    return {language: str(texts.get(language.value) or texts.get(SOURCE_LANGUAGE) or "") for language in Language}
