"""A redline: the later edition of a work, with what changed since an earlier state of the register marked in it."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cica_docs.api.printing.composer import EditionComposer
from cica_docs.api.printing.material import Material
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.blocks import Block
from cica_docs.documents.redline.compare import compare
from cica_docs.documents.redline.moves import moved_texts, renumbered
from cica_docs.register.works import works
from cica_docs.render.edition import Edition
from cica_docs.render.pages.build import make_group
from cica_docs.render.writers import WRITERS
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.language import Language

_LONGEST = 90
_NO_PAGES: Mapping[str, int] = {}


class Redline(Material):
    """The printing of what changed in a work from one public view of the register to another.

    `since` names the earlier state for the reader, as `main (76438594a1b2)`.
    """

    def __init__(self, before: Corpus, corpus: Corpus, templates: Snapshot, name: str, since: str) -> None:
        super().__init__(corpus, templates, f"redline/{name}")
        self.before = before
        self.name = name
        self.since = since

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the work as it is now."""
        return tuple(works(self.corpus)[self.name].documents)

    def text(self, language: Language) -> str:
        """Return the redline of one language as plain text."""
        content, _ = WRITERS["txt"].load().write((self.edition(language),), self.files.__getitem__)
        return content.decode()

    def edition(self, language: Language) -> Edition:
        """Compose the redline of one language; of one that is new, the text with a note that says so."""
        present = self._compose(self.corpus, language)
        earlier = works(self.before).get(self.name)
        if earlier is None or language not in earlier.documents:
            return self._noted(present, present.unmarked, language, "new")
        marked = compare(self._compose(self.before, language).unmarked, present.unmarked)
        return self._noted(present, marked, language, "same" if marked == present.unmarked else "changed")

    def _compose(self, corpus: Corpus, language: Language) -> Edition:
        composer = EditionComposer(corpus, self.files, self.labels)
        return composer.edition(works(corpus)[self.name], language, _NO_PAGES)

    def _noted(self, present: Edition, marked: tuple[Block, ...], language: Language, key: str) -> Edition:
        notice = (self.labels[language].sentence("redline", key, since=self.since), *self._table(marked, language))
        return replace(present, name=f"{self.folder}/{language}", unmarked=(make_group("notice", *notice), *marked))

    def _table(self, marked: tuple[Block, ...], language: Language) -> Iterator[str]:
        """Yield a line for each paragraph that was moved, and one for those whose number alone changed."""
        labels = self.labels[language]
        for text in moved_texts(marked):
            yield labels.sentence("redline", "moved", text=textwrap.shorten(text, _LONGEST, placeholder=" …"))
        if numbers := ", ".join(f"{each.former} → {each.present}" for each in renumbered(marked)):
            yield labels.sentence("redline", "renumbered", numbers=numbers)
