"""The command `cica translate export`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from cica_docs.cli.console import emit_bytes
from cica_docs.cli.options import Edition, Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.cli.writing import write_file
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

if TYPE_CHECKING:
    from cica_docs.translations.units import Exchange


class ExchangeFormat(StrEnum):
    """Format of a translation tool."""

    XLIFF = "xliff"
    XLIFF2 = "xliff2"
    PO = "po"
    TMX = "tmx"
    DOCX = "docx"


def export(
    name: Annotated[str, typer.Argument(metavar="[WORK]", help="A work, as concept-paper/tourism-2026.")] = "",
    language: Edition = None,
    format: Annotated[
        ExchangeFormat, typer.Option("--format", help="Format of the translation tool.")
    ] = ExchangeFormat.XLIFF,
    stale: Annotated[bool, typer.Option("--stale", help="Only text that is stale or not translated yet.")] = False,
    memory: Annotated[
        bool, typer.Option("--memory", help="Export the register's translation memory as TMX, instead of a work.")
    ] = False,
    is_pretranslated: Annotated[
        bool,
        typer.Option(
            "--pretranslate", help="Suggest texts that the register has, with other numbers too; marked for review."
        ),
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="File to write. Default: standard output.")
    ] = None,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
) -> int:
    """Write a translation, or the register's memory, for a translation tool.

    Each heading, paragraph, list item, table cell and footnote is one unit, with the text as Markdown, its section, the
    approved terms in it, and the earlier original if that has changed. --format docx is a table in Word: a row for
    each text, in which the translation alone can be edited.

      cica translate export concept-paper/tourism-2026 --languages ru --stale -o tourism.xlf

      cica translate export concept-paper/tourism-2026 --languages ru --format docx -o tourism.docx

      cica translate export --memory -o memory.tmx
    """
    from cica_docs.register.naming.find import find_work_name
    from cica_docs.translations.formats import Format, write_exchange_file, write_memory_file
    from cica_docs.translations.pretranslation import pretranslate
    from cica_docs.translations.sync import find_translation
    from cica_docs.translations.units import build_memory, export_units
    from cica_docs.views.translation_status import list_translations

    choose_language(lang)
    corpus = open_register(register, revision, None).corpus()
    if memory == bool(name):
        raise Failure("export-what")
    if memory:
        entries = build_memory(list_translations(corpus, (), [language] if language else tuple(Language)))
        content = write_memory_file(entries, corpus.reference.original)
    else:
        translation = find_translation(corpus, find_work_name(corpus, name), language or refuse_without_language())
        exported = export_units(corpus, translation, stale_only=stale)
        if is_pretranslated:
            entries = build_memory(list_translations(corpus, (), [translation.language]))
            exported = pretranslate(exported, entries)
        if format is ExchangeFormat.DOCX:
            content = _word_table(exported, output, lang)
        else:
            content = write_exchange_file(exported, Format(format.value))
    if output is None:
        emit_bytes(content)
    else:
        write_file(output, content)
    return 0


def _word_table(exported: "Exchange", output: Path | None, lang: Language | None) -> bytes:
    """Write a Word table in the language of the reader; a terminal is refused."""
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.translations.word_table import write_word_table

    if output is None and sys.stdout.isatty():
        raise Failure("bytes-on-terminal", file="translation.docx")
    return write_word_table(exported, read_catalogue(packaged_templates(), choose_language(lang)).commands)


def refuse_without_language() -> NoReturn:
    """Raise the `Failure` of a command that needs the language of a translation."""
    raise Failure("translation-language")
