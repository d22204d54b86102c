"""Compose the editions of works with the tool's templates."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cica_docs.api.printing.departures import departures_of
from cica_docs.api.printing.proof import format_proof, proof_of
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.i18n.labels import Labels
from cica_docs.register.lifecycle import lifecycles
from cica_docs.register.works import Work
from cica_docs.render.data.works import build_page_data
from cica_docs.render.edition import Edition
from cica_docs.render.pages.compose import compose
from cica_docs.render.pages.page_data import PageData
from cica_docs.render.pages.parts import is_draft
from cica_docs.translations.staleness import staleness_notice_of, translation_of
from cica_docs.values.language import Language


@dataclass(frozen=True, eq=False)
class EditionComposer:
    """Composes editions of a corpus; `files` are those of the templates."""

    corpus: Corpus
    files: Mapping[str, bytes]
    labels: Mapping[Language, Labels]
    commit: str | None = None
    """The commit that holds exactly these files, "" if none does; None if pages are not to say it."""
    _plans: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def edition(self, work: Work, language: Language, pages: Mapping[str, int]) -> Edition:
        """Compose a work in one language; `pages` are those of its enclosures."""
        page, plan = self.page_data(work, language, pages), self.plan(work.kind.name)
        document = work.documents[language]
        edition = replace(compose(page, plan), blob=document.blob if document.is_shown_whole else "")
        if self.commit is None:
            return edition
        proof = ""
        if edition.layout != "letter":
            key, digits = proof_of(self.corpus, work, document, self.commit, is_draft=is_draft(page, plan))
            proof = format_proof(page.labels, key, digits, self.commit)
        return replace(edition, commit=self.commit, proof=proof)

    def page_data(self, work: Work, language: Language, pages: Mapping[str, int]) -> PageData:
        """Return what is printed of a work; in a draft with marks at what does not follow the original yet."""
        page = build_page_data(
            self.corpus,
            work,
            language,
            self.labels[language],
            pages=pages,
            departures=departures_of(self.corpus, work, language),
        )
        if work.documents[language] is work.original or not lifecycles(self.corpus)[work.name].is_draft:
            return page
        lines, notice = staleness_notice_of(translation_of(self.corpus, work, language))
        return replace(page, stale=lines, stale_notice=notice)

    def plan(self, kind: str) -> Mapping[str, Any]:
        """Return the parts of the printed page of a kind, in their order."""
        if kind not in self._plans:
            data = parse_yaml(self.files[f"{kind}/print.yaml"].decode()).value
            assert isinstance(data, dict), kind
            self._plans[kind] = data
        return self._plans[kind]
