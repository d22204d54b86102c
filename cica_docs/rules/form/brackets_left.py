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
from cica_docs.languages import sentences_of
from cica_docs.register.lifecycle import lifecycles
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation
from cica_docs.text.proposals import find_proposals
from cica_docs.values.provision import Strictness

PROVISION = "house/agreed-text"
MESSAGE = "“{text}” is in square brackets in an approved text"
HELP = "put here what was agreed, without brackets"


def check(corpus: Corpus) -> Iterator[Violation]:
    for name, work in works(corpus).items():
        has_sections = work.kind.data.get("body") == "sections"
        if work.is_known_only or not has_sections or lifecycles(corpus)[name].strictness is not Strictness.APPROVED:
            continue
        for document in work.documents.values():
            if not document.is_parted or "[" not in document.text:
                continue
            for sentence in sentences_of(corpus, document):
                for proposal in find_proposals(sentence.text):
                    text = sentence.text[proposal.start + 1 : proposal.end - 1]
                    yield violation(sentence.place(proposal.start, proposal.end), text=text)
