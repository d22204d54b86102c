"""A commit of a change holds restricted information, which its last commit no longer has.

## Why
What was received for a state's own use "cannot be disclosed" without the consent of those who gave it
(CICA decision, clause 4.2). A text that is deleted by a later commit of the same branch stays in Git: with
the merge, everybody who clones the repository has it. `cica check --base` looks at each commit between the
base and the last one. The text is taken out of these commits, not by one more.

## Example
    git commit -m "Add the item with its text"
    git commit -m "Take the text out"          # and the branch is merged with both

Use instead
    git reset --soft origin/main               # then one commit of what is left
    git commit
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.curers import PROPOSER
from cica_docs.register.restricted.leak_audit import MAX_BYTES_HASHED, File, find_leaks
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

CURED_BY = PROPOSER
MESSAGE = {
    "text": "the commit {commit} holds the text of a restricted item, which a later one takes out",
    "section": "the commit {commit} holds the text of a restricted section, which a later one takes out",
    "quotation": "the commit {commit} quotes restricted information, which a later one takes out",
    "marked": "the commit {commit} holds a text that is marked as restricted, which a later one takes out",
    "unsearched": "the commit {commit} holds a file, which a later one takes out, that cannot be searched for "
    "restricted information",
}
HELP = (
    "history keeps it: leave it out of all commits of the branch (git reset --soft, or git rebase), and push it again"
)
_ID = 12


def check(corpus: Corpus) -> Iterator[Violation]:
    passing = corpus.change.passing if corpus.change else None
    if passing is None:
        return
    commits: dict[str, tuple[str, str]] = {}

    def files() -> Iterator[File]:
        for file in passing(MAX_BYTES_HASHED):
            commits[file.blob] = (file.path, file.commit)
            yield File(file.path, file.blob, file.content)

    audit = find_leaks(corpus, files())
    faults = [(leak.object, leak.category) for leak in audit.leaks]
    for blob, category in (*faults, *((blob, "unsearched") for blob in audit.too_large)):
        path, commit = commits[blob]
        yield violation(Place(f"/{path}", Span.point(1)), variant=category, commit=commit[:_ID])
