"""A redline: the later edition of a work, with what changed since an earlier state of the register marked in it."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cica_docs.api.act_rows import act_row, describe_act, name_in
from cica_docs.api.printing.composer import EditionComposer
from cica_docs.api.printing.material import Material
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.blocks import Block, Group
from cica_docs.documents.redline.compare import compare
from cica_docs.documents.redline.moves import moved_texts, renumbered
from cica_docs.documents.redline.remarks import is_changed, is_title, put_remark
from cica_docs.i18n.labels import Labels
from cica_docs.register.events import Event, acts_as_written
from cica_docs.register.works import works
from cica_docs.render.edition import REMARKS, Edition
from cica_docs.render.pages.build import make_group
from cica_docs.render.writers import WRITERS
from cica_docs.snapshot.past import Revision
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.language import SOURCE_LANGUAGE, Language

_LONGEST = 90
_MOST_LINES = 20
"""Moved paragraphs and new numbers that are named one by one; of others it is said how many there are."""
_NO_PAGES: Mapping[str, int] = {}


class Redline(Material):
    """The printing of what changed in a work from one public view of the register to another.

    `since` names the earlier state for the reader, as `main (76438594a1b2)`; `author` whom Word shows beside each
    change, if it is not who made the last commit of the text.
    """

    def __init__(
        self, before: Corpus, corpus: Corpus, templates: Snapshot, name: str, since: str, author: str = ""
    ) -> None:
        super().__init__(corpus, templates, f"redline/{name}")
        self.before = before
        self.name = name
        self.since = since
        self.author = author

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
        """Say above the text what changed and by which acts, and again in remarks on the places of the text."""
        labels = self.labels[language]
        summary = labels.sentence("redline", key, since=self.since)
        moved, acts = moved_texts(marked), tuple(self._acts(labels))
        table = tuple(self._table(marked, moved, labels))
        remarked = put_remark(marked, acts, is_changed, is_title)
        remarked = put_remark(remarked, (summary, *table), is_title)
        above = Group(REMARKS, (make_group("notice", summary, *acts, *table),))
        commit = self._last_commit(present, language)
        return replace(
            present,
            name=f"{self.folder}/{language}",
            unmarked=(above, *remarked),
            blob="",
            changed_by=self.author or (commit.author if commit else ""),
            changed_on=commit.on if commit else None,
        )

    def _last_commit(self, present: Edition, language: Language) -> Revision | None:
        """Return the commit that made the text what it is; None if it is not committed."""
        path, past = works(self.corpus)[self.name].documents[language].path, self.corpus.past
        if past is None or not present.blob or present.blob not in past.blobs(path):
            return None
        return next(past.revisions(path), None)

    def _table(self, marked: tuple[Block, ...], moved: tuple[str, ...], labels: Labels) -> Iterator[str]:
        """Yield a line for each paragraph that was moved, and one for those whose number alone changed."""
        for text in moved[:_MOST_LINES]:
            yield labels.sentence("redline", "moved", text=textwrap.shorten(text, _LONGEST, placeholder=" …"))
        if len(moved) > _MOST_LINES:
            yield labels.sentence("redline", "moved-too", count=len(moved) - _MOST_LINES)
        changes = renumbered(marked)
        named = [f"{each.former} → {each.present}" for each in changes[:_MOST_LINES]]
        if named:
            more = [f"+ {len(changes) - _MOST_LINES}"] if len(changes) > _MOST_LINES else []
            yield labels.sentence("redline", "renumbered", numbers=", ".join([*named, *more]))

    def _acts(self, labels: Labels) -> Iterator[str]:
        """Yield a line for each act that came on record since, with the reason that it gives."""
        earlier = works(self.before).get(self.name)
        known = [act.data for act in acts_as_written(earlier.original)] if earlier else []
        name_of = name_in(self.corpus, labels)
        for act in acts_as_written(works(self.corpus)[self.name].original):
            if act.data not in known:
                described = describe_act(labels, act.kind, act_row(act), name_of)
                yield labels.sentence("redline", "act", on=act.on, act=described)
                if reason := _reason(act, labels.language):
                    yield labels.sentence("redline", "reason", reason=reason)


def _reason(act: Event, language: Language) -> str:
    """Return the reason that an act gives, in a language if there is one in it."""
    texts = act.data.get("reason")
    texts = texts if isinstance(texts, Mapping) else {}
    return str(texts.get(language.value) or texts.get(SOURCE_LANGUAGE.value) or "")
