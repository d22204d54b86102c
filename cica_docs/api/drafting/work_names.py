"""What a new work is called: its kind, its id, the languages that it is written in."""

import re
import unicodedata
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Kind, Kinds
from cica_docs.snapshot.file_names import is_plain_name
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")


def find_kind(kinds: Kinds, name: str) -> Kind:
    """Find a kind by folder name; raise `Failure` with the nearest name for an unknown one."""
    wanted = name.strip().rstrip("/").lower().replace(" ", "-").replace("_", "-")
    if wanted in kinds.kinds:
        return kinds.kinds[wanted]
    kinds.require_used(wanted)
    known = {text.lower(): kind.name for kind in kinds.kinds.values() for text in _called(kind)}
    near = get_close_matches(wanted, known, 1, 0.6) or get_close_matches(name.strip().lower(), known, 1, 0.6)
    raise Failure("kind-unknown", kind=name, kinds=tuple(kinds.kinds), suggestion=tuple(known[text] for text in near))


def _called(kind: Kind) -> tuple[str, ...]:
    return (kind.name, *kind.title.values(), *kind.plural.values())


def require_free_id(corpus: Corpus, kind: Kind, id: str) -> str:
    """Return the id if a new work of the kind can have it, else raise `Failure`."""
    if not _ID.fullmatch(id) or not is_plain_name(id):
        raise Failure("id-unfit", id=id, suggestion=likely_id(id))
    work = f"{kind.name}/{id}"
    if kind.name in corpus.snapshot.refused or work in corpus.snapshot.refused:
        raise Failure("work-blocked", work=work)
    if any(path.startswith(f"{work}/") for path in (*corpus.snapshot.paths(), *corpus.snapshot.refused)):
        raise Failure("work-exists", work=work)
    return id


def likely_id(id: str) -> tuple[str, ...]:
    """Suggest an id of Latin letters and digits, if enough of the text is such."""
    last = id.rstrip("/").rpartition("/")[2]
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode().lower()
    suggestion = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")
    return (suggestion,) if len(suggestion) > 1 and is_plain_name(suggestion) else ()


def languages_of(corpus: Corpus, kind: Kind) -> tuple[Language, ...]:
    """Return the languages of a work of the kind, that of the original first."""
    original, languages = corpus.reference.original, corpus.reference.languages
    return (
        original,
        *(language for language in languages if language is not original and language in kind.languages),
    )
