"""An approved text holds square brackets, which mark what is not agreed.

## Why
Square brackets enclose text on which there is no agreement yet. The SOC approves a concept
paper (CICA decision, clause 2.4), and a plan is issued, when nothing is left open; so an
approved text holds none. Brackets in a quotation are those of the text that is quoted, and notes such as
[sic], numbers such as [2], links and footnotes are no proposals. `cica brackets` lists what is open.

## Example
    6.1 Member States [may wish to] [will] reach the following objectives:

Use instead
    6.1 Member States may wish to reach the following objectives:
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import proposals_of
from cica_docs.register.lifecycle import lifecycles
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.provision import Strictness

PROVISION = "house/agreed-text"
MESSAGE = "“{text}” is in square brackets in an approved text"
HELP = "put here what was agreed, without brackets; a remark that is no proposal goes into round ones"

_NEGOTIATED = ("sections", "paragraphs")
"""The kinds of body that States negotiate; a letter is its author's own."""


def check(corpus: Corpus) -> Iterator[Violation]:
    for name, work in works(corpus).items():
        if (
            work.is_known_only
            or work.kind.data.get("body") not in _NEGOTIATED
            or lifecycles(corpus)[name].strictness is not Strictness.APPROVED
        ):
            continue
        for document in work.documents.values():
            for placed in proposals_of(corpus, document):
                yield violation(placed.place, text=placed.text)
