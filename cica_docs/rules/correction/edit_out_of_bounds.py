"""An act `edited` covers more words than it says, or more than the register allows.

## Why
Spelling, punctuation and quotation marks of a final text may be brought in order without a corrigendum,
if it is seen how much that was. The act says how many words differ, in all languages together, and is
printed with the document; the settings say how many one act may touch (`editorial_words`).

## Example
    - {on: 2026-09-01, kind: edited, by: secretariat, words: 1, reason: {…}}      # five words differ

Use instead
    - {on: 2026-09-01, kind: edited, by: secretariat, words: 5, reason: {…}}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.settled import TEXT, settled_works
from cica_docs.rules.rule import Violation, violation
from cica_docs.translations.settled_texts import text_changes

PROVISION = "house/settled-text"
SCOPE = "change"
MESSAGE = {
    "count": "the edit of {day} states {stated} as the number of words, and {words} differ",
    "many": "the edit of {day} alters {words} words; one edit may alter {most} at most",
}
HELP = {
    "count": "say in `words` how many differ in all languages together, or put back what was not to be edited",
    "many": "what goes beyond spelling and punctuation is a corrigendum, with a symbol of its own",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    counts = {
        settled.new.name: sum(change.words for change in changes if change.is_editorial)
        for settled, changes in text_changes(corpus)
    }
    settings = corpus.reference.settings.get("editorial_words")
    most = settings if isinstance(settings, int) else 0
    for settled in settled_works(corpus):
        if TEXT not in settled.settles or not settled.edits:
            continue
        last = settled.edits[-1]
        words = counts.get(settled.new.name, 0)
        stated = [act.data.get("words") for act in settled.edits]
        total = sum(number for number in stated if isinstance(number, int))
        if words != total or words > most:
            yield violation(
                last.place,
                variant="count" if words != total else "many",
                day=last.on,
                stated=total,
                words=words,
                most=most,
            )
