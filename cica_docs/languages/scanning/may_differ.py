"""The seam of the fast path: find, without parsing, in which parts a translation may differ from its source.

Most translations run line for line with their source and hold the same tokens in each line, so that there is nothing to
compare. `tests/languages/test_may_differ.py` holds a comparison of the parts named here equal to that of whole bodies.
"""

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.languages.pairs import TranslationPair
from cica_docs.languages.scanning.lines import differing_lines, lines_of
from cica_docs.languages.scanning.sections import Parts, differing_sections

__all__ = ["Parts", "may_differ"]

_source_lines_of = cached_query(lines_of)  # a source is compared with each of its translations


def may_differ(corpus: Corpus, pair: TranslationPair) -> Parts | None:
    """Return the lines of both bodies that may differ, none where they agree; None if anything may differ."""
    source, translation = _source_lines_of(corpus, pair.source), lines_of(corpus, pair.translation)
    lines = differing_lines(pair, source, translation)
    return (lines, lines) if lines is not None else differing_sections(pair, source, translation)
