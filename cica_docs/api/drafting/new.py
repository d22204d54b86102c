"""A new work: its folder in all languages, filled from the skeletons of its kind, checked before it is written."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cica_docs.api.checking.check import check
from cica_docs.api.drafting.letter_words import letter_words_of
from cica_docs.api.drafting.questionnaire import Answers
from cica_docs.api.drafting.skeleton import fill_skeleton
from cica_docs.api.drafting.work_names import languages_of
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kind
from cica_docs.documents.yaml.scalar import format_scalar
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.register.sections import placeholders_to_replace
from cica_docs.report.report import Report
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.snapshot import Snapshot, blob_id
from cica_docs.text.escape import escape_yaml
from cica_docs.values.language import SOURCE_LANGUAGE, Language
from cica_docs.values.output import Output

_PLACEHOLDER = "form/placeholder-left"
# What a translation's front matter has, whatever the kind.
TRANSLATION = """title: {{ title | as_title }}\ntranslates: {{ original }}"""

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


def draft_work(
    corpus: Corpus, templates: Snapshot, catalogue: Catalogue, work: tuple[Kind, str], answers: Answers, titles: Titles
) -> Draft:
    """Draft a work of a kind under an id; a missing title becomes a placeholder in its language."""
    kind, id = work
    name = f"{kind.name}/{id}"
    languages = languages_of(corpus, kind)
    given = {language: titles.get(language) or untitled_in(templates, language) for language in languages}
    values = {**_values(kind, answers), "today": corpus.as_of.isoformat(), "bodies": _bodies_by_role(corpus)}
    files: dict[str, bytes] = {}
    original = ""
    for language in languages:
        front = TRANSLATION if original else _parts(kind.skeletons[SOURCE_LANGUAGE])[0]
        text = f"---\n{front}\n---\n{_parts(kind.skeletons[language])[1]}"
        words = letter_words_of(corpus, language)
        content = fill_skeleton(text, title=given[language], original=original, letter=words, **values).encode()
        files[f"{name}/{language}.md"] = content
        original = original or blob_id(content)
    return check_draft(
        corpus, catalogue, name, files, tuple(language for language in languages if not titles.get(language))
    )


def check_draft(
    corpus: Corpus, catalogue: Catalogue, work: str, files: Mapping[str, bytes], untitled: tuple[Language, ...] = ()
) -> Draft:
    """Check the files of a draft, the original first, as if they were in the register."""
    overlay = OverlaySnapshot(corpus.snapshot, MemorySnapshot(files))
    after = replace(read_corpus(overlay, corpus.kinds, corpus.as_of), quotation_keys=corpus.quotation_keys)
    report = check(after, catalogue, paths=(work,))
    others = tuple(finding for finding in report.findings if finding.rule != _PLACEHOLDER)
    return Draft(
        work=work,
        outputs=tuple(Output(path, content, work) for path, content in files.items()),
        untitled=untitled,
        placeholders=sum(
            len(placeholders_to_replace(after, document)) for document in after.documents if document.path in files
        ),
        report=replace(report, findings=others),
    )


def _values(kind: Kind, answers: Answers) -> Mapping[str, str]:
    """Format answers for skeletons: names and days as scalars, free text for single quotes."""
    free = {question.field for question in kind.questions if question.source == "text"}
    return {field: escape_yaml(text) if field in free else format_scalar(text) for field, text in answers.items()}


def _bodies_by_role(corpus: Corpus) -> Mapping[str, str]:
    """Return the bodies by role; "" for a role that the settings do not name."""
    return defaultdict(str, {role: format_scalar(body) for role, body in corpus.reference.roles.items()})


def _parts(skeleton: str) -> tuple[str, str]:
    """Split a skeleton into front matter and body."""
    front, _, body = skeleton.removeprefix("---\n").partition("\n---\n")
    return front, body


def untitled_in(templates: Snapshot, language: Language) -> str:
    """Return the placeholder of a title."""
    return read_catalogue(templates, language).word("phrases", "untitled")
