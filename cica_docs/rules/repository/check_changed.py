"""A change alters what checks it.

## Why
A workflow of a pull request is that of the pull request: it may have switched off the very
check whose green mark it bears. Whoever merges it should read what it alters there, and the
rules of the platform should ask for that.

## Example
    .github/workflows/check.yml

Use instead
    a change of the workflow alone, approved by its code owners
"""

import re
from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.curers import PROPOSER
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/check-of-the-base"
CURED_BY = PROPOSER
MESSAGE = {
    "": "the change alters what checks it, so the check that judged it may be its own",
    "owners": "the change alters who must approve changes",
}
HELP = {
    "": "read what it alters here before you rely on the check",
    "owners": "have it approved by those who were the owners before",
}
_OWNERS = re.compile(r"(?:[^/]+/)?codeowners")
_CHECKS = re.compile(
    r"\.(?:github|forgejo|gitea)/(?:workflows|actions)/.+|\.gitlab/.+|\.gitlab-ci\.ya?ml|\.circleci/.+"
    r"|\.woodpecker(?:/.+|\.ya?ml)|jenkinsfile|azure-pipelines\.ya?ml|\.pre-commit-config\.ya?ml"
)


def check(corpus: Corpus) -> Iterator[Violation]:
    for change in corpus.change.paths if corpus.change else ():
        path = change.path.casefold()
        place = Place(f"/{change.path}", Span.point(1))
        if _OWNERS.fullmatch(path):
            yield violation(place, variant="owners")
        elif _CHECKS.fullmatch(path):
            yield violation(place)
