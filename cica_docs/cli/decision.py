"""The command `cica decision adopt`."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cica_docs.cli.console import emit, say
from cica_docs.cli.impact import read_content
from cica_docs.cli.options import AsOf, Lang, Register, choose_language, parse_day_option
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.cli.writing import write_file
from cica_docs.values.failure import Failure

decision = typer.Typer(
    name="decision",
    help="Adopt the text of a decision.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class AdoptionFormat(StrEnum):
    """Format of the comparison."""

    TEXT = "text"
    JSON = "json"


@decision.command()
def adopt(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The adopted provisions, in the form of provisions.yaml.")
    ],
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="Day of adoption.", show_default=False)] = "",
    symbol: Annotated[
        str, typer.Option("--symbol", metavar="TEXT", help="Symbol of the decision.", show_default=False)
    ] = "",
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="BODY", help="Body that adopted it. Default: the body on record.", show_default=False
        ),
    ] = "",
    apply: Annotated[
        bool, typer.Option("--apply", help="Write the files; without it the changes are only shown.")
    ] = False,
    format: Annotated[AdoptionFormat, typer.Option("--format", help="Output format.")] = AdoptionFormat.TEXT,
    register: Register = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Compare an adopted text with the one on record, and put it in its place.

    Provisions that are new (+), repealed (−) or changed (~) are listed part by part: words in each language, force,
    addressee, values, obligation. Then the rules, fields and sections that begin or cease to apply or cite another
    provision, and the findings and obligations that change. All is computed on the register as it would be.

    With --apply and --on, FILE takes the place of provisions.yaml with the status adopted, and the act of adoption and
    the symbol are recorded in the original. The text in en.md is not changed: put the adopted text there, then its
    translations. Nothing is written if the new files would have errors.

      cica decision adopt adopted.yaml

      cica decision adopt adopted.yaml --on 2026-10-20 --apply
    """
    from cica_docs.api.adoption import Act, plan_adoption
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.adoption import format_adoption, format_adoption_json

    if apply and not on:
        raise Failure("adoption-day-missing")
    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, as_of)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    day = parse_day_option(on).isoformat() if on else ""
    planned = plan_adoption(opened.corpus(), catalogue, read_content(file), str(file), Act(day, by, symbol))
    if apply and planned.obstacle is not None:
        place = planned.obstacle.place.span
        message = planned.obstacle.message
        path = planned.obstacle.path
        raise Failure("adoption-refused", path=path, line=place.line, column=place.column, problem=message)
    if apply:
        _write(opened, planned.files)
    if format is AdoptionFormat.JSON:
        emit(format_adoption_json(planned.adoption))
        return 0
    say(format_adoption(planned.adoption))
    paths = ", ".join(opened.snapshot.prefix + path for path in planned.files)
    say(catalogue.commands.sentence(f"adopt.{'written' if apply else 'shown'}", paths=paths) + "\n")
    return 0


def _write(opened: OpenedRegister, files: Mapping[str, bytes]) -> None:
    """Write all files, or leave all as they were."""
    former: dict[str, bytes] = {}
    try:
        for path, content in files.items():
            known = opened.snapshot.read(path) if path in opened.snapshot.paths() else None
            write_file(opened.root / path, content)
            if known is not None:
                former[path] = known
    except Failure:
        for path, content in former.items():
            write_file(opened.root / path, content)
        raise
