"""A new work: its folder in all languages, filled from the skeletons of its kind, checked before it is written."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from cica_docs.api.check import check
from cica_docs.api.questionnaire import Answers
from cica_docs.api.skeleton import fill_skeleton
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kind, Kinds
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.report.report import Report
from cica_docs.snapshot.file_names import is_plain_name
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.snapshot import Snapshot, blob_id
from cica_docs.text.escape import escape_yaml
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.output import Output

_PLACEHOLDER = "form/placeholder-left"
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
# What a translation's front matter has, whatever the kind.
TRANSLATION = """title: '{{ title | replace("'", "''") }}'\ntranslates: {{ original }}"""

Titles = Mapping[Language, str]


@dataclass(frozen=True)
class Draft:
    """A new work: its files, and what is left to do."""

    work: str
    outputs: tuple[Output, ...]
    """The original first; paths are relative to the register's root."""
    untitled: tuple[Language, ...]
    placeholders: int
    """How many are to be replaced before it is circulated, in all languages together."""
    report: Report
    """What else a check finds in it."""


def find_kind(kinds: Kinds, name: str) -> Kind:
    """The kind that a name means: that of its folder, as it is or with a slip in it; else a failure that suggests."""
    wanted = name.strip().rstrip("/").lower().replace(" ", "-").replace("_", "-")
    if wanted in kinds.kinds:
        return kinds.kinds[wanted]
    known = {text.lower(): kind.name for kind in kinds.kinds.values() for text in _called(kind)}
    near = get_close_matches(wanted, known, 1, 0.6) or get_close_matches(name.strip().lower(), known, 1, 0.6)
    raise Failure("kind-unknown", kind=name, kinds=tuple(kinds.kinds), suggestion=tuple(known[one] for one in near))


def _called(kind: Kind) -> tuple[str, ...]:
    return (kind.name, *kind.title.values(), *kind.plural.values())


def require_free_id(corpus: Corpus, kind: Kind, id: str) -> str:
    """The id, where it can name a new work of the kind; else a failure."""
    if not _ID.fullmatch(id) or not is_plain_name(id):
        raise Failure("id-unfit", id=id, suggestion=_likely(id))
    work = f"{kind.name}/{id}"
    if kind.name in corpus.snapshot.refused or work in corpus.snapshot.refused:
        raise Failure("work-blocked", work=work)
    if any(path.startswith(f"{work}/") for path in (*corpus.snapshot.paths(), *corpus.snapshot.refused)):
        raise Failure("work-exists", work=work)
    return id


def _likely(id: str) -> tuple[str, ...]:
    """The id that was meant, where enough of it is Latin letters and digits."""
    last = id.rstrip("/").rpartition("/")[2]
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")
    return (found,) if len(found) > 1 and is_plain_name(found) else ()


def languages_of(corpus: Corpus, kind: Kind) -> tuple[Language, ...]:
    """The languages that a work of the kind is written in, that of the original first."""
    settings = corpus.reference.settings.get("languages")
    named = [*(settings if isinstance(settings, list) else Language)]
    own = kind.data.get("languages") or list(Language)
    original = corpus.reference.original
    return (original, *(one for one in Language if one is not original and one in named and one in own))


def draft_work(
    corpus: Corpus, templates: Snapshot, catalogue: Catalogue, work: tuple[Kind, str], answers: Answers, titles: Titles
) -> Draft:
    """A draft of a work of a kind under an id; a title that is not given is a placeholder in its language."""
    kind, id = work
    name = f"{kind.name}/{id}"
    languages = languages_of(corpus, kind)
    given = {language: titles.get(language) or _placeholder(templates, language) for language in languages}
    values = {**_values(kind, answers), "today": corpus.as_of.isoformat()}
    files: dict[str, bytes] = {}
    original = ""
    for language in languages:
        front = TRANSLATION if original else _parts(kind.skeletons[Language.EN])[0]
        text = f"---\n{front}\n---\n{_parts(kind.skeletons[language])[1]}"
        content = fill_skeleton(text, title=given[language], original=original, **values).encode()
        files[f"{name}/{language}.md"] = content
        original = original or blob_id(content)
    return check_draft(
        corpus, catalogue, name, files, tuple(language for language in languages if not titles.get(language))
    )


def check_draft(
    corpus: Corpus, catalogue: Catalogue, work: str, files: Mapping[str, bytes], untitled: tuple[Language, ...] = ()
) -> Draft:
    """The draft that some files make, checked as they will lie; the original comes first."""
    report = _checked(corpus, files, work, catalogue)
    others = tuple(finding for finding in report.findings if finding.rule != _PLACEHOLDER)
    return Draft(
        work=work,
        outputs=tuple(Output(path, content, work) for path, content in files.items()),
        untitled=untitled,
        placeholders=len(report.findings) - len(others),
        report=replace(report, findings=others),
    )


def _values(kind: Kind, answers: Answers) -> Mapping[str, str]:
    """The answers as skeletons take them: names and days as scalars, free text for the inside of single quotes."""
    free = {question.field for question in kind.questions if question.source == "text"}
    return {field: escape_yaml(text) if field in free else format_scalar(text) for field, text in answers.items()}


def _parts(skeleton: str) -> tuple[str, str]:
    """The front matter and the body of a skeleton."""
    front, _, body = skeleton.removeprefix("---\n").partition("\n---\n")
    return front, body


def _placeholder(templates: Snapshot, language: Language) -> str:
    return read_catalogue(templates, language).word("phrases", "untitled")


def _checked(corpus: Corpus, files: Mapping[str, bytes], work: str, catalogue: Catalogue) -> Report:
    laid = OverlaySnapshot(corpus.snapshot, MemorySnapshot(files))
    return check(read_corpus(laid, corpus.kinds, corpus.as_of), catalogue, paths=(work,))


def format_scalar(text: str) -> str:
    """A text as YAML reads it back: as it stands where that is safe, else in quotes."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", text) and parse_yaml(text).value == text:
        return text
    return f"'{escape_yaml(text)}'"
