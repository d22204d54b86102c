"""A text has somebody else appoint, extend, approve or amend, or has a tenure or a concept paper renewed by itself.

## Why
Coordinators and Co-coordinators are appointed by the Senior Officials Committee (CICA decision, clause 1.9), a term
is extended with its approval only (clause 1.12), it approves concept papers (clause 2.4), with what is changed in
them later, and it amends the decision (clause 5.2). No text under the measures can give this to the Coordinator, the
Secretariat or a meeting of experts, do without it, or have a period renewed automatically or in the absence of
objections. That somebody proposes, drafts or considers is another matter, and so is an action plan, which needs no
approval. The words are those of `lexicon.yaml` of each language in `templates/locales/`; they leave out what is in
doubt.

## Example
    The tenure of the Coordinator is prolonged automatically.

Use instead
    The tenure of the Coordinator may be extended by the Senior Officials Committee.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import PAPER_KINDS, wording_uses
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/approval-of-committee"
MESSAGE = "“{words}” leaves the Senior Officials Committee out, which appoints, extends, approves and amends ({basis})"
HELP = "say that the Committee decides on it; quotations go in quotation marks"

_WORDINGS = ("appointment", "tenure-extension", "paper-approval", "modalities-amendment")


def check(corpus: Corpus) -> Iterator[Violation]:
    for wording in _WORDINGS:
        for use in wording_uses(corpus, wording, *PAPER_KINDS):
            yield violation(use.place, words=use.words)
