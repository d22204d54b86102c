"""The names by which proposals in brackets call States: every name on record, in any language."""

from collections.abc import Iterator, Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.values.language import Language


@cached_query
def delegations(corpus: Corpus) -> Mapping[str, str]:
    """Map the names of States, past ones too, to their codes; a name that two States have had is left out."""
    named: dict[str, set[str]] = {}
    for code, name in _names(corpus):
        named.setdefault(name, set()).add(code)
    return {name: codes.pop() for name, codes in named.items() if len(codes) == 1}


def _names(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for code, entry in corpus.reference.all("state").items():
        dated = entry.get("names")
        for names in dated if isinstance(dated, list) else ():
            if isinstance(names, dict):
                yield from ((code, names[language]) for language in Language if isinstance(names.get(language), str))
