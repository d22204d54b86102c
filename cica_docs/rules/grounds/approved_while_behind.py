"""A change records that a text was approved, while a translation of it renders an earlier text.

## Why
With its approval a text is final in every language, and whoever reads it in one has to read what was
approved. A translation that is behind on that day gives its reader another text under the same approval.
It is brought in step before the approval is recorded, or in the same change. Differences of spelling and
punctuation alone do not count. A language that is missing altogether is reported by another rule.

## Example
    events:
      - {on: 2026-06-24, kind: approved, by: soc, ref: SOC/2026-II/INF/1}     # kk.md renders the text of May

Use instead
    cica translate status concept-paper/environment-2026
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.curers import TRANSLATOR
from cica_docs.register.record.new_acts import new_acts
from cica_docs.register.record.settled import TEXT
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.translations.settled_texts import translations_behind

PROVISION = "house/grounds"
SCOPE = "change"
CURED_BY = TRANSLATOR
MESSAGE = "`{act}` of {day} is recorded by this change, and this translation renders an earlier text"
HELP = "bring it in step with the approved text: cica translate status {work}"
RELATED = {"": "the act is here"}
_APPROVED = "approved"


def check(corpus: Corpus) -> Iterator[Violation]:
    for new in new_acts(corpus):
        kind = new.work.kind.acts.get(new.act.kind)
        if kind and kind.stage == _APPROVED and TEXT in kind.settles:
            for document in translations_behind(corpus, new.work, new.old):
                yield violation(
                    document.at("/translates"),
                    related=(RelatedPlace(new.act.place, ""),),
                    act=new.act.kind,
                    day=new.act.on,
                    work=new.work.name,
                )
