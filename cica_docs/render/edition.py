"""A document ready for print."""

from dataclasses import dataclass
from datetime import date

from cica_docs.documents.markdown.blocks import Block, Group, Paragraph, Text
from cica_docs.values.language import Language

REMARKS = "remarks"
"""The role of the blocks that say of a text what remarks on it say too; where these are comments, they are left out."""


@dataclass(frozen=True)
class Edition:
    """One printed document in one language, or a parallel one in several, with nothing left to look up or translate.

    Writers know nothing but this. A writer prints `blocks`, which begin with the marks; one that draws the marks on
    each page by itself prints `unmarked`. The first heading of level 1 is the document's title.
    """

    name: str
    """Path below the output folder without ending: `concept-paper/tourism/en`."""
    work: str
    """Kind and id of the work: `concept-paper/tourism`; empty for a generated list."""
    languages: tuple[Language, ...]
    title: str
    """Title for document properties."""
    subject: str
    """What kind of document it is, in its language."""
    author: str
    """The organisation, in the document's language."""
    dated: date
    """The day of the document, for file properties; never the day of the run."""
    unmarked: tuple[Block, ...]
    """The blocks in reading order, without the marks."""
    header: str = ""
    """Symbol or number at the head of every page."""
    page_label: str = "{page} / {pages}"
    """The page number in the document's language: `Page {page} of {pages}`."""
    marks: tuple[str, ...] = ()
    """DRAFT, EXAMPLE and the like in the document's language, for writers that draw them across the page."""
    layout: str = "paper"
    """`letter` or `paper`: a letter begins with a letterhead and has no header on page one."""
    landscape: bool = False
    has_line_numbers: bool = False
    """Whether lines are numbered and a wide margin is left, for a text that is worked on at the table."""
    changed_by: str = ""
    """Who made the changes that it shows; empty if that is the organisation, on the day of the document."""
    changed_on: date | None = None
    commit: str = ""
    """The commit that holds exactly the files it is printed from, for file properties; empty if none does."""
    blob: str = ""
    """The Git id of the file whose text it prints, for file properties; empty if it prints more than one, or a part."""
    proof: str = ""
    """The last line of every page, by which a copy is verified: a fingerprint and the commit."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All that is printed, in reading order: the marks, then the rest."""
        marks = tuple(Paragraph((Text(mark),)) for mark in self.marks)
        return (Group("marks", marks), *self.unmarked) if marks else self.unmarked
