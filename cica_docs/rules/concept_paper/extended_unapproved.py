"""The applicability period of a concept paper was extended without the body that the register names.

## Why
Clause 2.6 of the CICA decision asks that the period be extended in time and does not say by
whom. That is an open question (`paper-extension`); this register answers it with the SOC,
which approves the papers.

## Example
    - {on: 2029-06-01, kind: extended, by: XA, until: 2030-06-30}

Use instead
    - {on: 2029-06-01, kind: extended, by: soc, ref: SOC/2029-II/INF/1, until: 2030-06-30}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.open_questions import setting
from cica_docs.register.papers.concept_papers import paper_extensions
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/paper-extension"
MESSAGE = "the extension of {day} names no decision of the {body}"
HELP = (
    "{if_missing}the {body} must still decide on the extension (by: {code}, ref: …), unless the open"
    " question paper-extension is answered otherwise"
)


def check(corpus: Corpus) -> Iterator[Violation]:
    approving = corpus.reference.role("approves")
    if not approving or setting(corpus, "paper-extension") != approving:
        return
    for extension in paper_extensions(corpus):
        if approving not in extension.act.by:
            body = corpus.reference.names("body", approving, extension.act.on.first)
            yield violation(
                extension.act.place, judged_on=extension.act.on.first, day=extension.act.on, body=body, code=approving
            )
