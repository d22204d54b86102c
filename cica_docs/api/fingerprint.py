"""Write the fingerprints of a restricted text into the entry of its item."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.edit import encode_text
from cica_docs.documents.source import Source, decode
from cica_docs.register.restricted.fingerprints import MOST, SHORTEST, make_fingerprints, name_of_key, passages_in
from cica_docs.register.restricted.items import FINGERPRINTS, KIND, InformationItem, restricted_items
from cica_docs.register.restricted.public_passages import public_passages
from cica_docs.snapshot.snapshot import blob_id
from cica_docs.text.words import read_words
from cica_docs.values.failure import Failure

_FIELD = FINGERPRINTS.removeprefix("/")
_WRITTEN = re.compile(rf"^{_FIELD}:.*\n(?:[ \t]+\S.*\n|[ \t]*\n)*", re.MULTILINE)
_AFTER = re.compile(r"^(?:sha256|handling):.*\n", re.MULTILINE)
_DIGESTS_A_LINE = 6


@dataclass(frozen=True)
class Fingerprinting:
    """The files to write, by path, and for each file with passages that are public, their number."""

    files: Mapping[str, bytes]
    key: str
    public: Mapping[str, int]


def fingerprint_item(corpus: Corpus, work: str, texts: Mapping[str, bytes], key: bytes) -> Fingerprinting:
    """Fingerprint the texts of an item, one or more files by name; raise `Failure` if nothing can be recognised."""
    unredacted = corpus.unredacted or corpus
    item = _find_item(unredacted, work)
    words = [read_words(_read(name, content)) for name, content in texts.items()]
    wanted = frozenset(passage for text in words for passage in passages_in(text))
    public = public_passages(unredacted, item, wanted)
    digests = make_fingerprints(words, key, frozenset().union(*public.values()))
    if not digests:
        raise Failure("fingerprint-nothing", names=tuple(texts), fewest=SHORTEST)
    if len(digests) > MOST:
        raise Failure("fingerprint-too-long", names=tuple(texts), most=MOST)
    counts = {path: len(held) for path, held in public.items()}
    files = {
        path: encode_text(text, corpus.snapshot.read(path))
        for path, text in _files(item, name_of_key(key), digests).items()
    }
    return Fingerprinting(files, name_of_key(key), counts)


def _find_item(corpus: Corpus, work: str) -> InformationItem:
    kind, _, id = work.rstrip("/").rpartition("/")
    item = restricted_items(corpus).get(id) if kind in {"", KIND} else None
    if item is None:
        raise Failure("fingerprint-no-item", work=work)
    return item


def _read(name: str, content: bytes) -> str:
    source = decode(content)
    if not source.text:
        raise Failure("fingerprint-no-text", path=name)
    return source.text


def _files(item: InformationItem, key: str, digests: Sequence[str]) -> Mapping[str, str]:
    """Return the original with the digests, and its translations with the new id of the original."""
    original = item.work.original
    lines = (" ".join(digests[at : at + _DIGESTS_A_LINE]) for at in range(0, len(digests), _DIGESTS_A_LINE))
    field = f"{_FIELD}:\n  key: {key!r}\n  digests: |\n" + "".join(f"    {line}\n" for line in lines)
    text = original.source.text
    front, rest = text[: len(text) - len(original.text)], original.text
    known = _WRITTEN.search(front)
    after = known or next(reversed([*_AFTER.finditer(front)]), None)
    if after is None:
        raise Failure("fingerprint-no-item", work=item.work.name)
    written = front[: known.start() if known else after.end()] + field + front[after.end() :] + rest
    if not _is_same_otherwise(original, Source.of(written)):
        raise Failure("fingerprint-no-item", work=item.work.name)
    return {original.path: written, **_translations(item, original, blob_id(written.encode()))}


def _is_same_otherwise(original: Document, source: Source) -> bool:
    """Whether nothing but the digests differs from the original."""
    written = Document(original.kind, original.id, original.language, original.path, source)
    if not written.is_readable or written.text != original.text:
        return False
    before, after = (
        {name: value for name, value in document.front.value.items() if name != _FIELD}
        for document in (original, written)
    )
    return bool(before == after)


def _translations(item: InformationItem, original: Document, blob: str) -> Mapping[str, str]:
    return {
        document.path: document.source.text.replace(original.blob, blob)
        for document in item.work.documents.values()
        if original.blob and document.get("/translates") == original.blob
    }
