"""How often the rules on running text find fault with the plain texts of others.

`python benchmarks/prose_alarms.py en FILE…` reads catalogues (.mo) and plain texts and prints
each finding, for somebody to judge. docs/inside/accuracy.md has the results.
"""

import sys
from collections import Counter
from datetime import date
from gettext import GNUTranslations
from pathlib import Path

from cica_docs.documents.corpus import read_corpus
from cica_docs.languages.prose.find import prose_faults
from cica_docs.register.open import packaged_kinds
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.language import Language

HOME = Path(__file__).parents[1]
_REFERENCE = WorktreeSnapshot(HOME / "registry", "")


def main(language: Language, paths: list[Path]) -> None:
    """Count what is found in the texts of the files."""
    files = {path: _REFERENCE.read(path) for path in _REFERENCE.paths() if path.startswith("reference/")}
    size = 0
    for number, path in enumerate(paths):
        text = _text_of(path)
        size += len(text)
        files[f"information-item/text-{number}/{language}.md"] = f"---\ntitle: Text\n---\n\n{text}\n".encode()
    corpus = read_corpus(MemorySnapshot(files), packaged_kinds(), date(2026, 12, 1))
    found: Counter[str] = Counter()
    for kind, faults in sorted(prose_faults(corpus).items()):
        for place, fault in faults:
            found[kind] += 1
            line = corpus.file(place.path).line(place.span.line)  # type: ignore[union-attr]
            print(f"  {kind:18} {dict(fault.details)!s:60.60} {line[:120]!r}")
    print(f"{language}: {size / 1000:.0f} thousand characters, {len(paths)} files")
    for kind, count in found.most_common():
        print(f"  {kind:18} {count:5}  {100_000 * count / size:.2f} in 100,000 characters")


def _text_of(path: Path) -> str:
    if path.suffix == ".mo":
        with path.open("rb") as file:
            catalogue = GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001 - it has no other way to list
        texts = [text for key, text in catalogue.items() if key and isinstance(text, str)]
    else:
        read = path.read_text(encoding="utf-8", errors="replace")
        # What is indented is commands, code and pictures made of signs.
        texts = ["\n".join(line for line in read.split("\n") if not line.startswith(("  ", "\t")))]
    kept = (character for text in texts for character in f"{text}\n\n")
    return "".join(character for character in kept if character.isprintable() or character == "\n")


if __name__ == "__main__":
    main(Language(sys.argv[1]), [Path(path) for path in sys.argv[2:]])
