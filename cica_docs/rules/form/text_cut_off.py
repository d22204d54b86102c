"""A text of the front matter ends at a number sign, and what follows is lost.

## Why
In YAML a space and the sign # begin a remark, which no document prints. Where the sign belongs
to the text, the text is cut off there without a word. A remark has a space after its sign, so
a sign right before a letter or a digit is taken for a part of the text.

## Example
    title: Report #5 of the group

Use instead
    title: "Report #5 of the group"
"""

import re
from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.text_runs import span_between, value_runs_of
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place

PROVISION = "house/whole-texts"
SCOPE = "work"
MESSAGE = "“{lost}” is taken for a remark and is not part of the text"
HELP = "put the whole text into quotation marks, or write a space after the # of a remark"
_LOST = re.compile(r"[ \t]+(#[^\s#][^\n]*)")
_SUSPECT = re.compile(r"#(?<=[ \t]#)[^\s#]")


def check(corpus: Corpus) -> Iterator[Violation]:
    for file in corpus.files:
        text = file.source.text
        if not (" #" in text or "\t#" in text) or not _SUSPECT.search(text):
            continue
        for run in value_runs_of(file):
            match = _LOST.match(text, run.start + len(run.text))
            if match:
                span = span_between(file.source.line_starts, *match.span(1))
                yield violation(Place(file.path, span), lost=match[1])
