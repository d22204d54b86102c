"""A new register: the files that another secretariat starts from, or the worked example."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cica_docs.api.drafting.bodies import Body
from cica_docs.api.drafting.skeleton import fill_skeleton
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.document import DataFile
from cica_docs.documents.kind import Kinds
from cica_docs.documents.yaml.scalar import format_scalar
from cica_docs.i18n.translated import read_text
from cica_docs.register.references import Reference, references
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.language import Language
from cica_docs.values.output import Output

_FOLDER = "registry"
_SETTINGS = "reference/settings.yaml"
_BODIES = "reference/bodies.yaml"
_SOURCES = "reference/sources.yaml"
_LETTERHEAD = "reference/letterhead.yaml"
_KNOWN_FAULTS = re.compile(rb"\n(?:#[^\n]*\n)?known_faults:\n(?:[ -][^\n]*\n)+")
_ID_IN_README = "sample-2027"

FORGES: Mapping[str, Mapping[str, str]] = {
    "github": {".github/workflows/check.yml": "check.yml", ".github/workflows/render.yml": "render.yml"},
    "gitlab": {".gitlab-ci.yml": "gitlab-ci.yml"},
    "forgejo": {".forgejo/workflows/check.yml": "forgejo.yml"},
    "hook": {"hooks/pre-receive": "pre-receive"},
}
"""By forge the files that let it check a change, by path in the repository, each with its template."""


@dataclass(frozen=True)
class Origin:
    """What a register is made from: templates, the files of a body, and the kinds."""

    templates: Snapshot
    body: Body
    kinds: Kinds


def create_register(
    origin: Origin, language: Language, *, example: bool, name: str = "", forge: str = "github"
) -> tuple[Output, ...]:
    """Build the files of a new register by path in its repository; `name` is that of the organisation.

    `forge` is where changes are proposed, one of `FORGES`.

    With `example` it is the worked example. Otherwise the settings and the decision are the shipped ones, breaches of
    a draft decision are advice, and reference data are what these two name, with a sample of each category besides.
    """
    readme = fill_skeleton(
        read_text(origin.templates.read, "register/README.{}.md", language),
        name=name,
        id=_ID_IN_README,
        clause=origin.body.clause,
        kind=origin.body.kind,
        shipped=origin.body.is_shipped,
        draft=origin.body.is_draft,
        example=example,
    )
    files = {
        "README.md": readme.encode(),
        ".gitignore": origin.templates.read("register/gitignore"),
        **{path: origin.templates.read(f"register/forges/{name}") for path, name in FORGES[forge].items()},
    }
    register = {**_started(origin, name), **(_files(origin.body.example, "") if example else {})}
    # Errors that the shipped register has on record are none of a new one.
    register[_SETTINGS] = _KNOWN_FAULTS.sub(b"", register[_SETTINGS])
    files |= {f"{_FOLDER}/{path}": content for path, content in register.items()}
    return tuple(Output(path, content) for path, content in files.items())


def _files(snapshot: Snapshot, *folders: str) -> dict[str, bytes]:
    return {path: snapshot.read(path) for path in snapshot.paths() if path.startswith(folders)}


def _text(templates: Snapshot, name: str) -> str:
    return templates.read(f"register/{name}").decode()


def _started(origin: Origin, name: str) -> dict[str, bytes]:
    files = _files(origin.body.register, "reference/", "decision/")
    # The letterhead is that of the body: an organisation of another name has none yet.
    shipped = MemorySnapshot({path: content for path, content in files.items() if path != _LETTERHEAD or not name})
    # No day matters: names are only followed to where they lead.
    corpus = read_corpus(shipped, origin.kinds, date.max)
    templates = _files(origin.templates, "register/reference/")
    samples = {path.removeprefix("register/"): content for path, content in templates.items()}
    own_data = _files(shipped, _LETTERHEAD if origin.body.is_shipped else "reference/")
    bodies, sources = _named(corpus) if origin.body.is_shipped else _all(corpus)
    settings = re.sub(
        r"^draft_decision: gate\b", "draft_decision: advise", _source(corpus, _SETTINGS), flags=re.MULTILINE
    )
    own = ""
    if name:
        settings = re.sub(r"^organisation: .*$", "organisation: organisation", settings, flags=re.MULTILINE)
        own = fill_skeleton(_text(origin.templates, "organisation.yaml"), name=format_scalar(name)).removeprefix(
            "bodies:\n"
        )
        bodies = tuple(body for body in bodies if body != f"/bodies/{_organisation(corpus)}")
    return {
        **_files(shipped, "decision/"),
        **samples,
        **own_data,
        _SETTINGS: settings.encode(),
        _BODIES: (_head(corpus, _BODIES) + own + "".join(_entries(corpus, _BODIES, bodies))).encode(),
        _SOURCES: samples[_SOURCES] + "".join(_entries(corpus, _SOURCES, sources)).encode(),
    }


def _source(corpus: Corpus, path: str) -> str:
    return _data(corpus, path).source.text


def _data(corpus: Corpus, path: str) -> DataFile:
    file = corpus.file(path)
    assert isinstance(file, DataFile), path
    return file


def _organisation(corpus: Corpus) -> int:
    """Return the index of the organisation among the bodies."""
    return list(corpus.reference.all("body")).index(str(corpus.reference.settings["organisation"]))


def _named(corpus: Corpus) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the pointers of bodies and sources to which settings, decision and those bodies refer."""
    everything = references(corpus)
    deciding = [
        reference
        for reference in everything
        if reference.file.path in {_SETTINGS, _LETTERHEAD} or reference.file.path.startswith("decision/")
    ]
    names = {reference.name for reference in deciding if reference.category in {"body", "party", "body-or-addressee"}}
    bodies = tuple(f"/bodies/{index}" for index, id in enumerate(corpus.reference.all("body")) if id in names)
    about_bodies = [
        reference for reference in everything if reference.file.path == _BODIES and _entry(reference) in bodies
    ]
    sources = dict.fromkeys(
        reference.name for reference in (*deciding, *about_bodies) if reference.category == "source"
    )
    return bodies, tuple(f"/sources/{id}" for id in corpus.reference.all("source") if id in sources)


def _all(corpus: Corpus) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the pointers of all bodies and sources."""
    bodies, sources = corpus.reference.all("body"), corpus.reference.all("source")
    return tuple(f"/bodies/{index}" for index in range(len(bodies))), tuple(f"/sources/{id}" for id in sources)


def _entry(reference: Reference) -> str:
    """Return the pointer of the entry that contains a reference."""
    return "/".join(reference.pointer.split("/")[:3])


def _head(corpus: Corpus, path: str) -> str:
    """Return the lines before the first entry: the comment and the key."""
    lines = _source(corpus, path).split("\n")
    return "".join(f"{line}\n" for line in lines[: _lines(_data(corpus, path))[0][1] - 1])


def _entries(corpus: Corpus, path: str, pointers: tuple[str, ...]) -> Iterator[str]:
    """Yield the text of each entry without the comments between entries."""
    file = _data(corpus, path)
    lines = file.source.text.split("\n")
    starts = _lines(file)
    ends = [line for _, line in starts[1:]] + [len(lines) + 1]
    for (pointer, start), end in zip(starts, ends, strict=True):
        if pointer in pointers:
            entry = lines[start - 1 : end - 1]
            while entry and (not entry[-1].strip() or entry[-1].lstrip().startswith("#")):
                entry.pop()
            yield "".join(f"{line}\n" for line in entry)


def _lines(file: DataFile) -> list[tuple[str, int]]:
    """Yield the pointer and the first line of each entry."""
    places: Mapping[str, int] = {
        pointer: file.front.at(pointer).line for pointer in file.front.pointers if pointer.count("/") == 2
    }
    return sorted(places.items(), key=lambda place: place[1])
