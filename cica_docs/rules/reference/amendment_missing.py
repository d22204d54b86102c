"""The decision was amended by an act on its record, and no provision is dated by that act.

## Why
What an amendment changed holds from its day on. While the provisions do not say so, acts are judged by
the former law. The act is on the record of the text; its effect belongs in the `provisions.yaml` beside it.

## Example
    events:
      - {on: 2026-12-10, kind: amended, by: soc, ref: SOC/2026-III/INF/9}     # and nothing in provisions.yaml

Use instead
    amended:                                # at the provision, in provisions.yaml
      - {from: 2027-01-01, by: SOC/2026-III/INF/9, force: shall}
"""

from collections.abc import Iterator
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.register.law.amendments import amending_acts, dated_entries, provision_entries
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/whole-record"
MESSAGE = "the amendment by {ref} on {day} has no effect in {path}"
HELP = (
    "enter there, at the provisions that it changed, what holds from which day, by {ref}: under `amended`, under "
    "`values`, or a new provision with `from` and `by`"
)


def check(corpus: Corpus) -> Iterator[Violation]:
    for file in corpus.data:
        if any(True for _ in provision_entries(file)):
            named = {entry.by for entry in dated_entries(file)}
            acts = amending_acts(corpus, file)
            misspelt = named - acts.keys()  # `reference/amendment-unfounded` tells of these
            for ref, act in acts.items():
                if ref and ref not in named and not get_close_matches(ref, misspelt, 1, 0.8):
                    yield violation(act.place, ref=ref, day=act.on.first, path=file.path)
