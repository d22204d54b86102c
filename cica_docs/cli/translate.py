"""The commands `cica translate …`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from cica_docs.cli.console import emit, emit_bytes, say
from cica_docs.cli.options import Register, Revision, choose_language
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.cli.writing import write_file
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

if TYPE_CHECKING:
    from cica_docs.documents.corpus import Corpus
    from cica_docs.report.words import Words


class Written(StrEnum):
    """How the status of translations is written."""

    TEXT = "text"
    JSON = "json"


class Exchanged(StrEnum):
    """A format of translators' tools."""

    XLIFF = "xliff"
    XLIFF2 = "xliff2"
    PO = "po"
    TMX = "tmx"


Messages = Annotated[
    Language | None,
    typer.Option("--messages", help="Language of messages. Default: from the locale, then English."),
]
Edition = Annotated[Language | None, typer.Option("--lang", help="The language of the translation: ru or kk.")]

translate = typer.Typer(
    help="See what translations are behind, and give them to translators' tools and back.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@translate.command()
def status(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[WORK]...", help="Works, as concept-paper/tourism-2026; or all.")
    ] = None,
    lang: Edition = None,
    format: Annotated[Written, typer.Option("--format", help="How it is written.")] = Written.TEXT,
    register: Register = None,
    revision: Revision = None,
    messages: Messages = None,
) -> int:
    """Show which paragraphs of which translation are behind the original, and what changed in it.

    The words taken out of the original stand in [- -], those put in in {+ +}. A change of spelling or punctuation alone
    is called editorial. Exit status 1 where anything is behind in more than that, or cannot be known.

      cica translate status

      cica translate status concept-paper/tourism-2026 --lang ru
    """
    from cica_docs.views.translation_status import (
        format_translation_status,
        format_translation_status_json,
        is_settled,
        list_translations,
    )

    opened, corpus = _open(register, revision)
    chosen = [find_work(corpus, name) for name in names or []]
    found = list_translations(corpus, chosen, [lang] if lang else tuple(Language))
    is_shallow = opened.repository.is_shallow if opened.repository else None
    if format is Written.JSON:
        emit(format_translation_status_json(found, is_shallow=is_shallow))
    else:
        say(format_translation_status(found, _words(messages), is_shallow=is_shallow))
    return 0 if all(map(is_settled, found)) else 1


@translate.command()
def sync(
    name: Annotated[str, typer.Argument(metavar="WORK", help="A work, as concept-paper/tourism-2026.")],
    lang: Edition = None,
    paragraph: Annotated[
        list[str] | None,
        typer.Option("--paragraph", metavar="ID", help="Only: this paragraph stays as it is; repeatable."),
    ] = None,
    register: Register = None,
    messages: Messages = None,
) -> int:
    """Put on record that a translation renders the current original.

    With --paragraph it is put on record that the change of a paragraph leaves the translation as it is; once no other
    is behind, the whole translation is current. Nothing but this record in the head of the file is touched.

      cica translate sync concept-paper/tourism-2026 --lang ru

      cica translate sync concept-paper/tourism-2026 --lang ru --paragraph p1.2
    """
    from cica_docs.translations.sync import sync as synced

    opened, corpus = _open(register, None)
    work = find_work(corpus, name)
    result = synced(corpus, work, lang or _unnamed(), paragraph or [])
    words = _words(messages)
    path = f"{work}/{lang}.md"
    if result.output is None:
        say(words.sentence("translate.already", path=path) + "\n")
        return 0
    write_file(_root(opened) / result.output.path, result.output.content)
    key = "translate.left-unknown" if result.unknown else "translate.left" if result.left else "translate.synced"
    left = words.count("paragraph", result.left)
    say(words.sentence(key, path=path, left=left) + "\n")
    return 0


@translate.command("export")
def export(
    name: Annotated[str, typer.Argument(metavar="[WORK]", help="A work, as concept-paper/tourism-2026.")] = "",
    lang: Edition = None,
    format: Annotated[Exchanged, typer.Option("--format", help="The format of the tool.")] = Exchanged.XLIFF,
    stale: Annotated[bool, typer.Option("--stale", help="Only what is behind or not translated yet.")] = False,
    memory: Annotated[
        bool, typer.Option("--memory", help="The register's translation memory as TMX, instead of a work.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="File to write; else it is printed.")
    ] = None,
    register: Register = None,
    revision: Revision = None,
) -> int:
    """Write a translation, or the register's memory, for a translator's tool.

    Each heading, paragraph, list item, table cell and footnote is one unit, with the text as Markdown, its section, the
    approved terms that occur in it, and the earlier original where that has changed.

      cica translate export concept-paper/tourism-2026 --lang ru --stale -o tourism.xlf

      cica translate export --memory -o memory.tmx
    """
    from cica_docs.translations.formats import Format, write_exchange_file, write_memory_file
    from cica_docs.translations.sync import find_translation
    from cica_docs.translations.units import build_memory, export_units
    from cica_docs.views.translation_status import list_translations

    _, corpus = _open(register, revision)
    if memory == bool(name):
        raise Failure("export-what")
    if memory:
        entries = build_memory(list_translations(corpus, (), [lang] if lang else tuple(Language)))
        content = write_memory_file(entries, corpus.reference.original)
    else:
        found = find_translation(corpus, find_work(corpus, name), lang or _unnamed())
        content = write_exchange_file(export_units(corpus, found, stale_only=stale), Format(format.value))
    if output is None:
        emit_bytes(content)
    else:
        write_file(output, content)
    return 0


@translate.command("import")
def take(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that cica translate export wrote.")],
    unfinished: Annotated[
        bool, typer.Option("--unfinished", help="Also take texts that their tool marks as unfinished.")
    ] = False,
    register: Register = None,
    messages: Messages = None,
) -> int:
    """Take the translated texts back into the register.

    Only words of the translation change. A text that lost a number, a footnote, a link or emphasis, or that would make
    another list or table, is refused with its id, and then nothing is written. Texts that are empty, a placeholder or
    marked as unfinished by their tool are left out and counted.

      cica translate import tourism.xlf
    """
    from cica_docs.translations.merge import merge
    from cica_docs.translations.parse import MOST_BYTES, parse_exchange
    from cica_docs.translations.sync import find_translation
    from cica_docs.views.translation_import import describe_import

    opened, corpus = _open(register, None)
    root = _root(opened)
    if not file.is_file():
        raise Failure("path-missing-here", path=str(file))
    with file.open("rb") as stream:
        given = parse_exchange(stream.read(MOST_BYTES + 1))
    found = find_translation(corpus, find_work(corpus, given.work), given.language)
    result = merge(corpus, found, given, take_unfinished=unfinished)
    if result.output is not None and not result.refused:
        write_file(root / result.output.path, result.output.content)
    words = _words(messages)
    say("".join(f"{line}\n" for line in describe_import(result, found, words)))
    return 1 if result.refused else 0


def _open(register: Path | None, revision: str | None) -> "tuple[OpenedRegister, Corpus]":
    opened = open_register(register, revision, None)
    return opened, opened.corpus()


def find_work(corpus: "Corpus", name: str) -> str:
    """The work that a name or the path of one of its files means."""
    from cica_docs.register.works import works

    plain = name.rstrip("/")
    for candidate in (plain, plain.rpartition("/")[0], "/".join(plain.split("/")[-2:])):
        if candidate in works(corpus):
            return candidate
    raise Failure("work-unknown", work=name)


def _unnamed() -> NoReturn:
    raise Failure("translation-language")


def _root(opened: OpenedRegister) -> Path:
    """The folder that files may be written to; a revision or a bare repository has none."""
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    return opened.root


def _words(messages: Language | None) -> "Words":
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.report.words import Words

    catalogue = read_catalogue(packaged_templates(), choose_language(messages))
    return Words(catalogue.language, catalogue.part("commands"))
