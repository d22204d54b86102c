"""Governing bodies: those of a register's reference data that may take decisions."""

from cica_docs.documents.corpus import Corpus


def governing_bodies(corpus: Corpus) -> tuple[str, ...]:
    """Return the ids of the governing bodies in the order of the reference data."""
    return tuple(id for id, entry in corpus.reference.all("body").items() if entry.get("kind") == "governing")
