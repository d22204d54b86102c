"""The material for a review, printed as its pack."""

from cica_docs.api.printing.material import Material
from cica_docs.documents.corpus import Corpus
from cica_docs.render.data.reviews import build_review_material
from cica_docs.render.data.works import organisation_name
from cica_docs.render.edition import Edition
from cica_docs.render.pages.review_pack import compose_review_pack
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.language import Language


class ReviewPack(Material):
    """The printing of the material for one year's review with the tool's templates."""

    def __init__(self, corpus: Corpus, templates: Snapshot, year: int, focus: tuple[str, ...]) -> None:
        super().__init__(corpus, templates, f"review-pack/{year}")
        self.year = year
        self.focus = focus

    def edition(self, language: Language) -> Edition:
        """Compose the document of one language."""
        material = build_review_material(self.corpus, self.labels[language], self.year, self.focus)
        name = organisation_name(self.corpus, language, self.corpus.as_of)
        return compose_review_pack(material, self.labels[language], name, self.corpus.as_of)
