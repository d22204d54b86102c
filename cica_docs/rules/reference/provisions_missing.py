"""The decision, or a text beside it, has no provisions on record.

## Why
Papers are checked against `provisions.yaml` of the texts that the settings name. Where that file is
missing or empty, nothing of the text is checked, and a register without findings means nothing. A text
that nobody could read yet says so under `unread`.

## Example
    decision: cbm-modalities      # decision/cbm-modalities/ holds en.md, ru.md and kk.md alone

Use instead
    decision/cbm-modalities/provisions.yaml with the provisions of the decision
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import DataFile
from cica_docs.register.events import read_names
from cica_docs.register.law.amendments import provision_entries
from cica_docs.register.works import work_named
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/reference-data"
MESSAGE = {
    "": "the text {name} has no provisions.yaml, so nothing of it is checked",
    "empty": "{path} holds no provision, so nothing of the text is checked",
}
HELP = {
    "": "put decision/{name}/provisions.yaml in place, or back from an earlier commit",
    "empty": "enter the provisions of the text, or put them back from an earlier commit",
}
_SETTINGS = "reference/settings.yaml"
_DECISION = "decision"


def check(corpus: Corpus) -> Iterator[Violation]:
    settings = corpus.file(_SETTINGS)
    if not isinstance(settings, DataFile):
        return
    further = read_names(settings.front.get("/further_texts"))
    named = {str(settings.front.get("/decision") or ""): "/decision"}
    for index, name in enumerate(further):
        named.setdefault(name, f"/further_texts/{index}")
    for name, pointer in named.items():
        path = f"{_DECISION}/{name}/provisions.yaml"
        file = corpus.file(path)
        if not isinstance(file, DataFile):
            was_law = corpus.before is not None and corpus.before.decision.is_law(path)
            if work_named(corpus, f"{_DECISION}/{name}") is not None and not was_law:
                yield violation(settings.at(pointer), name=name)
        elif not file.problems and not file.front.get("/unread") and not list(provision_entries(file)):
            yield violation(file.at("/provisions"), variant="empty", path=path)
