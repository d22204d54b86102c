"""The official names of States, as letters to them and from them have these after "of"."""

from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels


def name_after_of(corpus: Corpus, code: str, labels: Labels, on: date) -> str:
    """Return the name of a State after "of": `the Kyrgyz Republic`, «Кыргызской Республики».

    If the official one is not on record it is the short name, in words that need no case of it: «государства Кувейт».
    """
    names = corpus.reference.entry("state", code).get("formal_of")
    official = names.get(labels.language.value) if isinstance(names, dict) else None
    if isinstance(official, str) and official:
        return official
    return labels.sentence("letter", "of-state", name=corpus.reference.names("state", code, on)[labels.language])


def ministry_as_recipient(corpus: Corpus, code: str, labels: Labels, on: date) -> str:
    """Return the ministry to which a letter to a State is written, as the formulae of a letter have it."""
    return labels.sentence("letter", "ministry", state=name_after_of(corpus, code, labels, on))


def ministry_as_addressee(corpus: Corpus, code: str, labels: Labels, on: date) -> tuple[str, ...]:
    """Return the lines that name the ministry below a letter to a State."""
    return labels.lines("letter", "ministry-addressee", state=name_after_of(corpus, code, labels, on))
