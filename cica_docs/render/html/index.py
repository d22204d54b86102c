"""The page that lists what was printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from cica_docs.render.html.style import build_page_policy, build_page_style, read_page_words
from cica_docs.render.template import Templates, fill_template
from cica_docs.render.writers import FORMATS_BY_SCOPE
from cica_docs.text.escape import escape_print
from cica_docs.text.profile import profile_of
from cica_docs.values.language import Language
from cica_docs.values.output import Output


@dataclass(frozen=True)
class IndexRow:
    """A work of the list: its kind, title, status and marks in each language, and the files made of it."""

    work: str
    kinds: Mapping[Language, str]
    """The kind in the plural: `Concept papers`."""
    titles: Mapping[Language, str]
    outputs: Sequence[Output]
    """Paths are relative to the list; the language is `parallel` or empty where a file holds several."""
    symbol: str = ""
    statuses: Mapping[Language, str] = field(default_factory=dict)
    marks: Mapping[Language, Sequence[str]] = field(default_factory=dict)
    missing: Sequence[tuple[str, str]] = ()
    """What could not be printed: language and format, empty for all."""


def write_index(rows: Sequence[IndexRow], organisation: Mapping[Language, str], templates: Templates) -> bytes:
    """Write the list of all works by kind, in the order given, in every language."""
    words = read_page_words(templates)
    style = build_page_style(templates)
    kinds = [
        {"name": _in_each(run[0].kinds), "rows": [_shown(row) for row in run]}
        for run in (list(group) for _, group in groupby(rows, key=lambda row: tuple(sorted(row.kinds.items()))))
    ]
    return fill_template(
        templates,
        "html/index.html.j2",
        languages=[language.value for language in organisation],
        words={language.value: spoken for language, spoken in words.items()},
        organisation=_in_each(organisation),
        kinds=kinds,
        style=style,
        policy=build_page_policy(style),
    ).encode()


def _shown(row: IndexRow) -> dict[str, object]:
    files = sorted(row.outputs, key=_place)
    return {
        "titles": _in_each(row.titles),
        "symbol": escape_print(row.symbol),
        "statuses": _in_each(row.statuses),
        "marks": {language.value: escape_print(" · ".join(row.marks.get(language, ()))) for language in Language},
        "files": [
            {"language": language, "links": [_link(output) for output in run]}
            for language, run in groupby(files, key=lambda output: output.language)
        ],
        "missing": [
            {"language": language, "formats": ", ".join(escape_print(form).upper() for _, form in run if form)}
            for language, run in groupby(sorted(row.missing), key=lambda missing: missing[0])
        ],
    }


def _place(output: Output) -> tuple[int, int, str]:
    """Sort files by language (all in one file first, parallel last), then by format."""
    languages = ["", *(language.value for language in Language)]
    language = languages.index(output.language) if output.language in languages else len(languages)
    kind = FORMATS_BY_SCOPE.index(output.format) if output.format in FORMATS_BY_SCOPE else len(FORMATS_BY_SCOPE)
    return language, kind, output.path


def _link(output: Output) -> dict[str, object]:
    plurals = {language.value: profile_of(language).plural_category(output.pages or 0) for language in Language}
    form = escape_print(output.format).upper()
    return {"href": _relative(output.path), "format": form, "pages": output.pages, "plurals": plurals}


def _relative(path: str) -> str:
    """Make the path a link that stays below the list, however the path begins."""
    return "./" + "/".join(part for part in path.split("/") if part not in ("", ".", ".."))


def _in_each(texts: Mapping[Language, str]) -> dict[str, str]:
    """Return the text in each language, or in the first one that has it."""
    first = next((text for text in texts.values() if text), "")
    return {language.value: escape_print(texts.get(language, "") or first) for language in Language}
