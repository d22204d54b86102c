"""Values of the register before a change, which a message may quote only if everybody could read them then."""

from cica_docs.documents.corpus import Corpus
from cica_docs.register.restricted.public_view import public_view
from cica_docs.register.works import Work


def may_be_quoted(corpus: Corpus, old: Work) -> bool:
    """Whether the front matter of a work of the earlier register was shown as it is written."""
    if corpus.before is None:
        return False
    shown = public_view(corpus.before).document(old.name)
    return shown is not None and not shown.is_withheld and shown.front.value == old.original.front.value
