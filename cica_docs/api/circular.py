"""What is new in a register, printed as a circular in its languages."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from cica_docs.api.act_rows import describe_act, name_in
from cica_docs.api.changes import ACT, list_changes
from cica_docs.api.printing.material import Material
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels
from cica_docs.register.works import works
from cica_docs.render.data.works import organisation_name
from cica_docs.render.edition import Edition
from cica_docs.render.pages.circular import Circular, CircularEntry, CircularPart, compose_circular
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.text.profile import profile_of
from cica_docs.values.language import Language
from cica_docs.views.listing import Listing, Row


class ChangesCircular(Material):
    """The printing of what is new since an earlier state of the register; None if it is younger than that."""

    def __init__(self, before: Corpus | None, corpus: Corpus, templates: Snapshot, since: date) -> None:
        super().__init__(corpus, templates, f"circular/{corpus.as_of.isoformat()}")
        self.before = before
        self.since = since

    def edition(self, language: Language) -> Edition:
        """Compose the circular of one language."""
        labels = self.labels[language]
        listing = list_changes(self.before, self.corpus, labels)
        named = {row["work"] for row in listing.rows}
        circular = Circular(
            self.since,
            self.corpus.as_of,
            tuple(self._parts(listing, labels)),
            is_example=any(work.is_example for name, work in works(self.corpus).items() if name in named),
        )
        return compose_circular(circular, labels, organisation_name(self.corpus, language, self.corpus.as_of))

    def _parts(self, listing: Listing, labels: Labels) -> Iterator[CircularPart]:
        kinds = self.corpus.kinds.every
        for name, rows in groupby(listing.rows, key=lambda row: row["work"].partition("/")[0]):
            kind = kinds.get(name)
            entries = tuple(
                self._entry(work, tuple(changes), labels)
                for work, changes in groupby(rows, key=lambda row: row["work"])
            )
            yield CircularPart(kind.plural[labels.language] if kind else name, entries)

    def _entry(self, name: str, changes: tuple[Row, ...], labels: Labels) -> CircularEntry:
        work = works(self.corpus).get(name) or (works(self.before).get(name) if self.before else None)
        original = work.original if work else None
        symbol = (original.get("/symbol") or original.get("/number")) if original else None
        title = work.title(labels.language) if work else name
        return CircularEntry(title, str(symbol or name), tuple(self._change(change, labels) for change in changes))

    def _change(self, row: Row, labels: Labels) -> str:
        if row["what"] != ACT:
            changed = row["languages"].split()
            names = (
                labels.word(f"circular.names-of-languages.{language}", otherwise=profile_of(language).name)
                for language in self.corpus.languages
                if language in changed
            )
            return labels.sentence("circular", row["what"], languages=labels.word("joins", "comma").join(names))
        act, *facts = describe_act(labels, row["act"], row, name_in(self.corpus, labels)).split(" · ")
        key = "act-of" if facts else "act"
        return labels.sentence("circular", key, on=row["on"], act=act, facts=labels.word("joins", "comma").join(facts))
