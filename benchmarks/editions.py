"""How much is held against each other in the language editions of a register, and what the rules find there.

    python benchmarks/editions.py registry tests/corpus
    python benchmarks/editions.py --catalogues ru /usr/share

A finding in a correct register is false; docs/inside/accuracy.md gives the figures. The second form takes the
messages of other programs beside their translations, on which nothing here was tuned: those of six words or more.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from gettext import GNUTranslations
from pathlib import Path

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import content_differences, structural_differences
from cica_docs.languages.lexicon.token_diff import diff_tokens
from cica_docs.languages.lexicon.tokenizer import tokenizers
from cica_docs.register.open import open_corpus
from cica_docs.register.works import works
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.language import Language

AS_OF = date(2026, 12, 1)
FEWEST_WORDS = 6


def main(folders: list[str]) -> None:
    """Print the figures of each register."""
    for folder in folders:
        corpus = open_corpus(WorktreeSnapshot(Path(folder)), AS_OF)
        editions, lines, size, heard = _measure(corpus)
        by_kind = (*content_differences(corpus).values(), *structural_differences(corpus).values())
        said = sum(map(len, by_kind))
        print(f"{folder}: {editions} translations, {lines} lines, {size} bytes of text, {said} findings")
        print("  " + ", ".join(f"{kind} {count}" for kind, count in sorted(heard.items())))


def _measure(corpus: Corpus) -> tuple[int, int, int, Counter[str]]:
    """Translations, their lines with text, their bytes, and what was heard in them and asks for a counterpart."""
    heard: Counter[str] = Counter()
    editions = lines = size = 0
    for work in works(corpus).values():
        for document in work.documents.values():
            if document is work.original or not document.is_parted:
                continue
            editions += 1
            size += len(document.text.encode())
            for line in filter(None, document.text.split("\n")):
                lines += 1
                tokens = tokenizers(corpus)[document.language].tokens(line)
                heard.update(token.kind for token in tokens if token.is_certain)
    return editions, lines, size, heard


def of_catalogues(language: Language, folder: Path) -> None:
    """Print how many messages of other programs the comparison finds fault with."""
    heard = tokenizers(open_corpus(WorktreeSnapshot(Path("registry")), AS_OF))
    both = heard[Language("en")], heard[language]
    messages, found = 0, Counter[str]()
    for one, other in _messages(folder, language):
        messages += 1
        found.update(
            kind for kind, _, _ in diff_tokens((one, other), (both[0].tokens(one), both[1].tokens(other)), both)
        )
    print(f"{language}: {messages} messages, " + ", ".join(f"{kind} {count}" for kind, count in sorted(found.items())))


def _messages(folder: Path, language: Language) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob(f"{language}/LC_MESSAGES/*.mo")):
        with path.open("rb") as file:
            read = GNUTranslations(file)
        for one, other in vars(read)["_catalog"].items():
            is_plain = isinstance(one, str) and not {"\x04", "%", "\n"} & set(one.strip())
            if is_plain and len(one.split()) >= FEWEST_WORDS:
                yield one, other


if __name__ == "__main__":
    if sys.argv[1:2] == ["--catalogues"]:
        of_catalogues(Language(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(sys.argv[1:] or ["registry", "tests/corpus"])
