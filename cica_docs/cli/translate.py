"""The commands `cica translate …`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cica_docs.cli.console import emit, say
from cica_docs.cli.options import Edition, Lang, Register, Revision, choose_language
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.cli.translate_export import export, refuse_without_language
from cica_docs.cli.writing import write_file
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

if TYPE_CHECKING:
    from cica_docs.documents.corpus import Corpus
    from cica_docs.i18n.words import Words


class StatusFormat(StrEnum):
    """Format of the status of translations."""

    TEXT = "text"
    JSON = "json"


translate = typer.Typer(
    help="Show stale translations; exchange texts with translation tools.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@translate.command()
def status(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORK]...", help="Works, as concept-paper/tourism-2026. Default: all."),
    ] = None,
    language: Edition = None,
    format: Annotated[StatusFormat, typer.Option("--format", help="Output format.")] = StatusFormat.TEXT,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """Show which paragraphs of a translation are stale, and how the original has changed.

    Words removed from the original are in [- -], words added in {+ +}. A change of spelling or punctuation alone is
    called editorial. Exit status 1: a paragraph is stale by more than that, or its status is unknown.

      cica translate status

      cica translate status concept-paper/tourism-2026 --languages ru
    """
    from cica_docs.register.naming.find import find_work_name
    from cica_docs.views.translation_status import (
        format_translation_status,
        format_translation_status_json,
        is_settled,
        list_translations,
    )

    opened, corpus = _open(register, revision)
    chosen = [find_work_name(corpus, name) for name in names or []]
    translations = list_translations(corpus, chosen, [language] if language else tuple(Language))
    is_shallow = opened.repository.is_shallow if opened.repository else None
    if format is StatusFormat.JSON:
        emit(format_translation_status_json(translations, is_shallow=is_shallow))
    else:
        say(format_translation_status(translations, _words(lang), is_shallow=is_shallow))
    return 0 if all(map(is_settled, translations)) else 1


@translate.command()
def sync(
    name: Annotated[str, typer.Argument(metavar="WORK", help="A work, as concept-paper/tourism-2026.")],
    language: Edition = None,
    paragraph: Annotated[
        list[str] | None,
        typer.Option(
            "--paragraph", metavar="ID", help="Record for this paragraph alone that it stays as it is; repeatable."
        ),
    ] = None,
    register: Register = None,
    lang: Lang = None,
) -> int:
    """Record that a translation renders the current original.

    With --paragraph it is recorded that the change of a paragraph does not affect the translation; once no other
    paragraph is stale, the whole translation is current. Only this record in the front matter is changed.

      cica translate sync concept-paper/tourism-2026 --languages ru

      cica translate sync concept-paper/tourism-2026 --languages ru --paragraph p1.2
    """
    from cica_docs.register.naming.find import find_work_name
    from cica_docs.translations.sync import sync as synced

    opened, corpus = _open(register, None)
    work = find_work_name(corpus, name)
    result = synced(corpus, work, language or refuse_without_language(), paragraph or [])
    words = _words(lang)
    path = f"{work}/{language}.md"
    if result.output is None:
        say(words.sentence("translate.already", path=path) + "\n")
        return 0
    write_file(_root(opened) / result.output.path, result.output.content)
    key = "translate.left-unknown" if result.unknown else "translate.left" if result.left else "translate.synced"
    remaining = words.count("paragraph", result.left)
    say(words.sentence(key, path=path, left=remaining) + "\n")
    return 0


translate.command()(export)


@translate.command("import")
def take(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that cica translate export wrote.")],
    unfinished: Annotated[
        bool, typer.Option("--unfinished", help="Also import texts that the tool marks as unfinished.")
    ] = False,
    register: Register = None,
    lang: Lang = None,
) -> int:
    """Import translated texts into the register.

    Only words of the translation change. A text that lost a number, a footnote, a link or emphasis, or that would make
    another list or table, is refused with its id, and then nothing is written. Texts that are empty, a placeholder or
    marked as unfinished by the tool are left out and counted. So are those whose original has changed since the
    export, and those changed in the register too; exit status 1 then.

      cica translate import tourism.xlf
    """
    from cica_docs.register.naming.find import find_work_name
    from cica_docs.translations.merge import merge
    from cica_docs.translations.parse import MOST_BYTES, parse_exchange
    from cica_docs.translations.sync import find_translation
    from cica_docs.views.translation_import import describe_import

    opened, corpus = _open(register, None)
    root = _root(opened)
    if not file.is_file():
        raise Failure("path-missing-here", path=str(file))
    with file.open("rb") as stream:
        exchange_file = parse_exchange(stream.read(MOST_BYTES + 1), file.name)
    translation = find_translation(corpus, find_work_name(corpus, exchange_file.work), exchange_file.language)
    result = merge(corpus, translation, exchange_file, take_unfinished=unfinished)
    if result.output is not None and not result.refused:
        write_file(root / result.output.path, result.output.content)
    words = _words(lang)
    say("".join(f"{line}\n" for line in describe_import(result, translation, words)))
    return 1 if result.refused or result.outdated or result.contested else 0


def _open(register: Path | None, revision: str | None) -> "tuple[OpenedRegister, Corpus]":
    opened = open_register(register, revision, None)
    return opened, opened.corpus()


def _root(opened: OpenedRegister) -> Path:
    """Return the folder to write to; raise `Failure` for a revision or a bare repository."""
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    return opened.root


def _words(lang: Language | None) -> "Words":
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    return catalogue.commands
