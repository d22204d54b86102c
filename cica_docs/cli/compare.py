"""The command `cica compare`."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cica_docs.cli.console import say
from cica_docs.cli.options import Colour, LanguageChoice, Output, Register, Revision, choose_language
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.cli.terminal import wants_colour
from cica_docs.cli.translate import find_work
from cica_docs.render.writers import WRITERS
from cica_docs.text.terminal import paint_changes
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

if TYPE_CHECKING:
    from cica_docs.api.redline import Redline
    from cica_docs.documents.corpus import Corpus

_WIDTH = 120


def compare(
    name: Annotated[str, typer.Argument(metavar="WORK", help="A work, as concept-paper/tourism-2026.")],
    languages: Annotated[
        bool, typer.Option("--languages", help="Show its languages side by side, paragraph by paragraph.")
    ] = False,
    base: Annotated[
        str | None,
        typer.Option("--base", metavar="REV", help="Show what changed since this revision, as main or v1, by word."),
    ] = None,
    only: Annotated[
        list[Language] | None,
        typer.Option(
            "--lang", click_type=LanguageChoice(), help="Languages to show, in this order; repeatable. Default: all."
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="FORMATS", help=f"Print what changed: {', '.join(WRITERS)}, by commas."),
    ] = None,
    output: Output = Path("build"),
    width: Annotated[
        int | None,
        typer.Option("--width", min=40, max=400, help="Width in characters. Default: that of the terminal, else 120."),
    ] = None,
    register: Register = None,
    revision: Revision = None,
    colour: Annotated[Colour, typer.Option("--colour", help="When to colour changes.")] = Colour.AUTO,
) -> int:
    """Show the languages of a work side by side, or what changed in it.

    With --languages, columns are aligned by sections, numbers and order; a missing paragraph is an empty cell. ◆ marks
    text that does not yet follow the current original.

    With --base, the later text shows {+what was inserted+} and [-what was deleted-], as printed, facts too. In DOCX
    these are tracked changes, to accept or reject. With --to it is printed to DIR/redline/WORK.

      cica compare --languages concept-paper/tourism-2026 --lang en --lang ru

      cica compare concept-paper/tourism-2026 --base main

      cica compare concept-paper/tourism-2026 --base v1 --to docx,pdf -o out
    """
    from cica_docs.register.works import works

    if languages == (base is not None):
        raise Failure("compare-what")
    opened = open_register(register, revision, None)
    corpus = opened.corpus()
    work = works(corpus)[find_work(corpus, name)]
    chosen = tuple(dict.fromkeys(only or [language for language in Language if language in work.documents]))
    for language in chosen:
        if language not in work.documents:
            raise Failure("no-translation", work=work.name, language=str(language))
    if base is not None:
        redline = _redline(opened, corpus, work.name, base)
        common = tuple(language for language in chosen if language in redline.languages)
        if not common:
            raise Failure("redline-one-side", work=work.name, since=redline.since)
        if to is not None:
            return _print(redline, common, to, output)
        text = "\n".join(redline.text(language) for language in common)
        is_coloured = wants_colour(colour)
        say(paint_changes(text) if is_coloured else text, colour=is_coloured)
        return 0
    from cica_docs.views.side_by_side import format_side_by_side

    room = width or shutil.get_terminal_size((_WIDTH, 24)).columns
    say("".join(f"{line}\n" for line in format_side_by_side(corpus, work, chosen, room)))
    return 0


def _redline(opened: OpenedRegister, corpus: "Corpus", name: str, base: str) -> "Redline":
    """Return what changed in a work since a revision."""
    from cica_docs.api.redline import Redline
    from cica_docs.register.open import packaged_templates

    if opened.repository is None:
        raise Failure("no-repository", folder=str(opened.root))
    commit = opened.repository.commit(base)
    earlier = opened._replace(snapshot=opened.repository.snapshot(commit, opened.snapshot.prefix))
    return Redline(earlier.corpus(), corpus, packaged_templates(), name, f"{base} ({commit[:12]})")


def _print(redline: "Redline", languages: tuple[Language, ...], to: str, output: Path) -> int:
    """Print a redline in some formats."""
    from cica_docs.cli.printing import parse_list
    from cica_docs.cli.publishing import print_material
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    formats = parse_list(to, tuple(WRITERS), "format-unknown")
    catalogue = read_catalogue(packaged_templates(), choose_language(None))
    return print_material(redline, formats, languages, output, catalogue, parallel=False)
