"""A file is where the register has no place for it, or is not a regular file.

## Why
The path says what a document is: `<kind>/<id>/<language>.md`. A file elsewhere would be
neither checked nor printed, without notice. The settings may name the kinds that a register
uses; a document of another kind would not be checked either. Links and files with unusual names
are not read at all, because what they show can differ from one machine to another. What Windows,
macOS and Word leave in a folder is no document; remove it, and name it in `.gitignore` once.

## Example
    registry/concept-papers/tourism.md

Use instead
    registry/concept-paper/tourism/en.md
"""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/file-names"
MESSAGE = {
    "": "this file has no place in the register",
    "kind": "“{kind}” is not a kind of document",
    "misspelt": "“{kind}” is not a kind of document",
    "left-out": "this register does not use the kind of document “{kind}”",
    "reference": "“{name}” is not a file of reference data",
    "key": "“{name}” is neither a key nor the signature of a change of one",
    "evidence": "“{name}” is neither the record of an approval nor a signature of one",
    "link": "this is a link, and links are not read",
    "submodule": "this is another repository, and it is not read",
    "device": "this is not a regular file",
    "name": "the name has characters that files of the register may not have, or is too long",
    "twice": "two files have this name",
    "unreadable": "this file or folder cannot be opened",
    "word-document": "a register holds its documents as text, and this is a document of a word processor",
    "lock": "a word processor left this beside a document that is or was open",
    "left-by-system": "the operating system left this file here for itself; it is no document",
    "altered": "Git puts another text on the disk here than the commit holds, and it is not read",
}
HELP = {
    "": "documents are at <kind>/<id>/en.md, ru.md and kk.md; ids are lower-case letters, digits and hyphens",
    "kind": "kinds are {kinds}",
    "misspelt": "{suggestion}rename the folder",
    "left-out": "if the register is to hold such documents, name the kind under kinds in reference/settings.yaml",
    "reference": "{suggestion}files of reference/ are {known}",
    "key": "keys are at keys/<principal>.yaml, signatures of their changes at keys/<principal>.yaml.<signer>.sig",
    "evidence": "records are at <act>-<day>.txt beside the document, signatures at <act>-<day>.<principal>.sig",
    "link": "put the file itself here",
    "submodule": "put the files themselves here",
    "device": "remove it",
    "name": "use lower-case letters, digits and hyphens",
    "twice": "remove one of the two",
    "unreadable": "make it readable for the user who runs the check",
    "word-document": 'move it out of the register and take its text over: cica import "{name}" --as <kind>/<id>',
    "lock": "close the document in the word processor and remove this file",
    "left-by-system": "remove it; a line {name} in .gitignore of the repository keeps it out for good",
    "altered": "take the attributes working-tree-encoding, filter and ident off the files of the register",
}
_WORD_DOCUMENTS = (".docx", ".doc", ".docm", ".dotx", ".odt", ".rtf")
_LEFT_BY_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store"})
_LOCKS = ("~$", ".~lock.")


def check(corpus: Corpus) -> Iterator[Violation]:
    for path, reason in corpus.snapshot.refused.items():
        yield violation(
            Place(path, Span.point(1)), variant=(reason == "name" and _left_by(path)) or reason, name=_name_of(path)
        )
    kinds = tuple(sorted(corpus.kinds.kinds))
    reported: set[str] = set()
    for path in corpus.stray:
        kind = path.partition("/")[0]
        place = Place(path, Span.point(1))
        variant = _left_by(path) or _evidence_meant(path, kinds)
        if variant:
            yield violation(place, variant=variant, name=_name_of(path))
        elif "/" not in path or kind in {*kinds, "reference"}:
            yield violation(place)
        elif kind in corpus.kinds.left_out:
            yield violation(place, variant="left-out", kind=kind)
        elif kind not in reported:
            reported.add(kind)
            close = tuple(get_close_matches(kind, kinds, 1, 0.6))
            yield violation(place, variant="misspelt" if close else "kind", kind=kind, kinds=kinds, suggestion=close)
    yield from _stray_reference_files(corpus)


def _name_of(path: str) -> str:
    return path.rpartition("/")[2]


def _left_by(path: str) -> str:
    """Say what a program other than cica left: `word-document`, `lock` or `left-by-system`; "" for anything else."""
    name = _name_of(path).lower()
    if name.startswith(_LOCKS):
        return "lock"
    if name in _LEFT_BY_SYSTEM:
        return "left-by-system"
    return "word-document" if name.endswith(_WORD_DOCUMENTS) else ""


def _evidence_meant(path: str, kinds: Sequence[str]) -> str:
    """Say what a stray file seems to be meant for: `key`, or `evidence` of an approval; "" for anything else."""
    folder, _, name = path.rpartition("/")
    if folder == "keys":
        return "key"
    is_beside_a_work = folder.count("/") == 1 and folder.partition("/")[0] in kinds
    return "evidence" if is_beside_a_work and name.endswith((".txt", ".sig")) else ""


def _stray_reference_files(corpus: Corpus) -> Iterator[Violation]:
    """Yield the files beside the reference data that are not read."""
    shapes = (id.partition("/")[2] for id in corpus.kinds.shapes.schemas if id.startswith("cica:reference/"))
    known_names = tuple(sorted(f"{name}.yaml" for name in shapes))
    for file in corpus.data:
        folder, _, name = file.path.rpartition("/")
        if folder == "reference" and name not in known_names:
            close = tuple(get_close_matches(name, known_names, 1, 0.6))
            place = Place(file.path, Span.point(1))
            yield violation(place, variant="reference", name=name, known=known_names, suggestion=close)
