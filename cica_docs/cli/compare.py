"""The command `cica compare`."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cica_docs.cli.complete import complete_works
from cica_docs.cli.console import say
from cica_docs.cli.options import Colour, Lang, Output, Register, Revision, choose_language
from cica_docs.cli.printing import parse_list
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.cli.terminal import wants_colour
from cica_docs.render.writers import WRITERS
from cica_docs.text.terminal import paint_changes
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

if TYPE_CHECKING:
    from cica_docs.api.printing.material import Material
    from cica_docs.api.redline import Redline
    from cica_docs.documents.corpus import Corpus
    from cica_docs.register.works import Work

_WIDTH = 120


def compare(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORK]...",
            help="Works, as concept-paper/tourism-2026; with --base, by default all that changed.",
            autocompletion=complete_works,
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option("--base", metavar="REV", help="Show what changed since this revision, as main or v1, by word."),
    ] = None,
    only: Annotated[
        str,
        typer.Option(
            "--languages",
            metavar="LANGUAGES",
            help="Languages to show, in this order, separated by commas. Default: all.",
            show_default=False,
        ),
    ] = "",
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="FORMATS", help=f"Print it: {', '.join(WRITERS)}, by commas."),
    ] = None,
    author: Annotated[
        str,
        typer.Option("--author", help="Whom Word names beside each change. Default: who made the last commit."),
    ] = "",
    output: Output = Path("build"),
    width: Annotated[
        int | None,
        typer.Option("--width", min=40, max=400, help="Width in characters. Default: that of the terminal, else 120."),
    ] = None,
    register: Register = None,
    revision: Revision = None,
    lang: Lang = None,
    colour: Annotated[Colour, typer.Option("--colour", help="When to colour changes.")] = Colour.AUTO,
) -> int:
    """Show the languages of a work side by side, or what changed in it.

    Without --base, columns are aligned by sections, numbers and order; a missing paragraph is an empty cell. ◆ marks
    text that does not yet follow the current original. With --to it is printed to DIR/languages/WORK.

    With --base, the later text shows {+what was inserted+} and [-what was deleted-], as printed, facts too. In DOCX
    these are tracked changes, to accept or reject. With --to it is printed to DIR/redline/WORK.

      cica compare concept-paper/tourism-2026 --languages en,ru

      cica compare concept-paper/tourism-2026 --to pdf

      cica compare concept-paper/tourism-2026 --base main

      cica compare --base origin/main --to pdf,docx -o pages      everything that a branch changes

      cica compare concept-paper/tourism-2026 --base v1 --to docx,pdf -o out
    """
    from cica_docs.register.naming.find import find_work_name
    from cica_docs.register.works import works

    if base is None and not names:
        raise Failure("compare-what")
    opened = open_register(register, revision, None)
    corpus = opened.corpus()
    named = [find_work_name(corpus, name) for name in names or ()]
    chosen = tuple(Language(name) for name in dict.fromkeys(parse_list(only, [*Language], "language-unknown")))
    if base is not None:
        redlines = _redlines(opened, corpus, named, base, author)
        if to is None:
            return _show(redlines, chosen, colour)
        return _print([(each, _languages(each.name, each.languages, chosen)) for each in redlines], to, output, lang)
    if len(named) != 1:
        raise Failure("compare-what")
    work = works(corpus)[named[0]]
    shown = _languages(work.name, tuple(work.documents), chosen)
    if to is None:
        return _show_columns(corpus, work, shown, width)
    from cica_docs.api.language_columns import LanguageColumns
    from cica_docs.register.open import packaged_templates

    return _print([(LanguageColumns(corpus, packaged_templates(), work.name), shown)], to, output, lang)


def _show_columns(corpus: "Corpus", work: "Work", languages: tuple[Language, ...], width: int | None) -> int:
    """Show the languages of a work side by side on the terminal."""
    from cica_docs.views.side_by_side import format_side_by_side

    room = width or shutil.get_terminal_size((_WIDTH, 24)).columns
    say("".join(f"{line}\n" for line in format_side_by_side(corpus, work, languages, room)))
    return 0


def _languages(name: str, known: Sequence[Language], chosen: tuple[Language, ...]) -> tuple[Language, ...]:
    """Return the chosen languages of a work, or all; raise `Failure` for one that it does not have."""
    for language in chosen:
        if language not in known:
            raise Failure("no-translation", work=name, language=str(language))
    return chosen or tuple(language for language in Language if language in known)


def _redlines(opened: OpenedRegister, corpus: "Corpus", names: list[str], base: str, author: str) -> "list[Redline]":
    """Return what changed in some works since a revision, or in all that changed."""
    from cica_docs.api.checking.changes import find_touched_places
    from cica_docs.api.redline import Redline
    from cica_docs.register.open import packaged_templates
    from cica_docs.register.works import works

    if opened.repository is None:
        raise Failure("no-repository", folder=str(opened.root))
    commit = opened.repository.commit(base)
    earlier = opened._replace(snapshot=opened.repository.snapshot(commit, opened.snapshot.prefix))
    touched = find_touched_places(opened.snapshot, earlier.snapshot)
    since, before = f"{base} ({commit[:12]})", earlier.corpus()
    every = names or sorted(touched & works(corpus).keys())
    return [Redline(before, corpus, packaged_templates(), name, since, author) for name in every]


def _show(redlines: "Sequence[Redline]", chosen: tuple[Language, ...], colour: Colour) -> int:
    """Show redlines on the terminal."""
    is_coloured = wants_colour(colour)
    for redline in redlines:
        for language in _languages(redline.name, redline.languages, chosen):
            text = redline.text(language) + "\n"
            say(paint_changes(text) if is_coloured else text, colour=is_coloured)
    return 0


def _print(
    materials: "Sequence[tuple[Material, tuple[Language, ...]]]", to: str, output: Path, lang: Language | None
) -> int:
    """Print material in some formats, each in its languages; return the exit status."""
    from cica_docs.cli.publishing import print_material
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    formats = parse_list(to, tuple(WRITERS), "format-unknown")
    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    status = 0
    for material, languages in materials:
        status = max(status, print_material(material, formats, languages, output, catalogue, parallel=False))
    return status
