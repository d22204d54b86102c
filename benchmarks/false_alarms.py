"""How often the rules on letters and signs find fault with plain Russian and Kazakh text.

`python benchmarks/false_alarms.py ru FILE…` reads catalogues (.mo) and plain texts, takes out what is no text
(placeholders, marks of menus, tags, addresses, commands), counts words and findings by rule, and prints each finding of
a letter, for somebody to judge. docs/inside/accuracy.md has the results.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

from cica_docs.documents.document import Document
from cica_docs.documents.source import decode
from cica_docs.languages.proofreading.scan import find_corrections
from cica_docs.values.language import Language

_NO_TEXT = re.compile(
    r"<[^<>]{0,300}>|%\([a-z_]+\)[a-z]|%[A-Z0-9]+%?|%[a-z]\b|%[-.0-9]*l?[a-zA-Z]|\$\(?[A-Za-z0-9_]+\)?|\{[^{}]*\}|"
    r"#[A-Z]+|&[a-z]+;|\\[a-z]|https?://\S+|[~_`|*]"
)
_MARKS = "~_`|*"
_CYRILLIC = re.compile("[а-яё]{2}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = frozenset({"dash", "quotation-marks", "spacing"})


def main(language: Language, paths: list[Path]) -> None:
    """Count what is found in the texts of the files."""
    words = characters = 0
    found: Counter[str] = Counter()
    for path in paths:
        texts = sorted(set(_texts(path)))
        words += sum(len(_WORD.findall(text)) for text in texts)
        characters += sum(len(text.encode()) for text in texts)
        for text in texts:
            for name, what in _found(text, language):
                found[name] += 1
                if name.partition(" ")[0] not in _SIGNS:
                    print(f"  {name:28} {what!r:24} {text[:90]!r}")
    print(f"{language}: {characters / 1000:.0f} kB, {words} words, {len(paths)} files")
    for name, count in found.most_common():
        print(f"  {name:28} {count:5}  {10_000 * count / words:.2f} in 10,000 words")


def _texts(path: Path) -> Iterator[str]:
    """The texts of a file that are in Cyrillic letters, as a body would hold them."""
    if path.suffix == ".mo":
        with path.open("rb") as file:
            catalogue = GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001 - it has no other way to list
        texts = [text for key, text in catalogue.items() if key]
    else:
        texts = re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
    for text in texts:
        plain = " ".join(_NO_TEXT.sub(_without, text).split())
        if _CYRILLIC.search(plain):
            yield plain


def _without(found: re.Match[str]) -> str:
    """A number in place of what stands for a value, nothing in place of a mark."""
    return "" if found[0] in _MARKS else "0"


def _found(text: str, language: Language) -> Iterator[tuple[str, str]]:
    document = Document("text", "text", language, "text/text/xx.md", decode(f"---\ntitle: t\n---\n{text}\n".encode()))
    for correction in find_corrections(document, lambda _word, _language: False, spaces=False):
        yield f"{correction.rule} {correction.variant}".strip(), correction.found


if __name__ == "__main__":
    main(Language(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
