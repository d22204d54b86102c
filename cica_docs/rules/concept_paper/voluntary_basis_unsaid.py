"""A concept paper nowhere says that cooperation under it is voluntary.

## Why
Measures are carried out voluntarily (preamble), and concept papers serve "as guidelines for
voluntary implementation" (CICA decision, clause 2.1). A reader who knows only the paper should
learn that from it. A notice, no more; the skeleton of `cica new` has the sentence.

## Example
    1.2 Member States cooperate in the directions set out below.

Use instead
    1.2 Member States cooperate on a voluntary basis in the directions set out below.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import states_voluntary
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.papers.concept_papers import concept_papers
from cica_docs.register.papers.forms import form_of
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.revision import Form
from cica_docs.values.span import Span

PROVISION = "house/voluntary-basis"
MESSAGE = "the paper does not say that cooperation under it is voluntary ({basis})"
HELP = "say in the general framework that Member States take part on a voluntary basis"


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper in concept_papers(corpus):
        original = paper.work.original
        if paper.work.is_known_only or not original.text.strip() or form_of(paper.work) is Form.ADDENDUM:
            continue
        if not states_voluntary(corpus, paper.work):
            framework = original.outline.section("framework")
            yield violation(
                original.place(framework.span if framework else Span.point(original.body_line)),
                judged_on=first_day_of(corpus, paper.work),
            )
