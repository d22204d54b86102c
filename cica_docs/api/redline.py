"""A redline: the later edition of a work, with what changed since an earlier state of the register marked in it."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from cica_docs.api.printing.composer import EditionComposer
from cica_docs.api.printing.material import Material
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.blocks import Block
from cica_docs.documents.redline.compare import compare
from cica_docs.documents.redline.moves import moved_texts, renumbered
from cica_docs.register.works import Work, works
from cica_docs.render.edition import Edition
from cica_docs.render.pages.build import make_group
from cica_docs.render.writers import WRITERS
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.failure import Failure
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

    @cached_property
    def _works(self) -> tuple[Work, Work]:
        earlier, later = works(self.before).get(self.name), works(self.corpus).get(self.name)
        if earlier is None or later is None:
            raise Failure("redline-one-side", work=self.name, since=self.since)
        return earlier, later

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which both states have the work."""
        earlier, later = self._works
        return tuple(language for language in later.documents if language in earlier.documents)

    def text(self, language: Language) -> str:
        """Return the redline of one language as plain text."""
        content, _ = WRITERS["txt"].load().write((self.edition(language),), self.files.__getitem__)
        return content.decode()

    def edition(self, language: Language) -> Edition:
        """Compose the redline of one language."""
        earlier, later = self._works
        former = EditionComposer(self.before, self.files, self.labels).edition(earlier, language, _NO_PAGES)
        present = EditionComposer(self.corpus, self.files, self.labels).edition(later, language, _NO_PAGES)
        marked = compare(former.unmarked, present.unmarked)
        key = "same" if marked == present.unmarked else "changed"
        notice = (self.labels[language].sentence("redline", key, since=self.since), *self._table(marked, language))
        return replace(present, name=f"{self.folder}/{language}", unmarked=(make_group("notice", *notice), *marked))

    def _table(self, marked: tuple[Block, ...], language: Language) -> Iterator[str]:
        """Yield a line for each paragraph that was moved, and one for those that were only numbered anew."""
        labels = self.labels[language]
        for text in moved_texts(marked):
            yield labels.sentence("redline", "moved", text=textwrap.shorten(text, _LONGEST, placeholder=" …"))
        if numbers := ", ".join(f"{each.former} → {each.present}" for each in renumbered(marked)):
            yield labels.sentence("redline", "renumbered", numbers=numbers)
