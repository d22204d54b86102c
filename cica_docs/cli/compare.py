"""The command `cica compare`."""

import shutil
from typing import Annotated

import typer

from cica_docs.cli.console import say
from cica_docs.cli.options import LanguageChoice, Register, Revision
from cica_docs.cli.register import open_register
from cica_docs.cli.translate import find_work
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

_WIDTH = 120


def compare(
    name: Annotated[str, typer.Argument(metavar="WORK", help="A work, as concept-paper/tourism-2026.")],
    languages: Annotated[
        bool, typer.Option("--languages", help="Show its languages side by side, paragraph by paragraph.")
    ] = False,
    only: Annotated[
        list[Language] | None,
        typer.Option(
            "--lang", click_type=LanguageChoice(), help="Languages to show, in this order; repeatable. Default: all."
        ),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option("--width", min=40, max=400, help="Width in characters. Default: that of the terminal, else 120."),
    ] = None,
    register: Register = None,
    revision: Revision = None,
) -> int:
    """Show the languages of a work side by side.

    Columns are aligned by sections, numbers and order; a missing paragraph is an empty cell. ◆ marks text that does not
    yet follow the current original.

      cica compare --languages concept-paper/tourism-2026

      cica compare --languages concept-paper/tourism-2026 --lang en --lang ru
    """
    from cica_docs.register.works import works
    from cica_docs.views.side_by_side import format_side_by_side

    if not languages:
        raise Failure("compare-what")
    opened = open_register(register, revision, None)
    corpus = opened.corpus()
    work = works(corpus)[find_work(corpus, name)]
    chosen = tuple(dict.fromkeys(only or [language for language in Language if language in work.documents]))
    for language in chosen:
        if language not in work.documents:
            raise Failure("no-translation", work=work.name, language=str(language))
    room = width or shutil.get_terminal_size((_WIDTH, 24)).columns
    say("".join(f"{line}\n" for line in format_side_by_side(corpus, work, chosen, room)))
    return 0
