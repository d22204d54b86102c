"""The command `cica decision adopt`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from cica_docs.cli.console import say
from cica_docs.cli.impact import ImpactFormat, print_comparison, read_beside
from cica_docs.cli.options import AsOf, Lang, Register, choose_language, parse_day_option
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.cli.writing import write_file
from cica_docs.text.terminal import join_lines, wrap
from cica_docs.values.failure import Failure

_WIDTH = 80

decision = typer.Typer(
    name="decision",
    help="Adopt the text of a decision.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@decision.command()
def adopt(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="The adopted text: numbered clauses as Markdown, or provisions in the form of provisions.yaml.",
        ),
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
    format: Annotated[ImpactFormat, typer.Option("--format", help="Output format.")] = ImpactFormat.TEXT,
    register: Register = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Compare an adopted text with the one on record, and put it in its place.

    FILE as Markdown has the clauses by number, with or without front matter. Beside a file that is named en.md, the
    translations ru.md and so on are taken too. Each clause that is new (+), repealed (−), renumbered or in other words
    (~) is shown with [-removed-] and {+added+} words, numbers that differ, values that may have to change, and all that
    hangs on it: provisions, rules, works that cite it, obligations. Values are never changed.

    FILE as provisions.yaml is compared part by part: words in each language, force, addressee, values, obligation. Then
    come the rules, fields and sections that begin or cease to apply or cite another provision, and the findings and
    obligations that change. All is computed on the register as it would be.

    With --apply and --on, FILE takes the place of the text or of the provisions, and the act of adoption and the symbol
    are recorded in the original. The provisions state the former text until they are adapted and adopted too;
    the command lists what remains to do. Nothing is written if the new files would have errors.

      cica decision adopt received/en.md

      cica decision adopt received/en.md --on 2026-10-20 --symbol SOC/2026-IV/INF/9 --apply

      cica decision adopt adopted.yaml --on 2026-10-20 --apply
    """
    from cica_docs.api.adoption import Act, plan_adoption
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    if apply and not on:
        raise Failure("adoption-day-missing")
    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, as_of)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    day = parse_day_option(on).isoformat() if on else ""
    planned = plan_adoption(opened.corpus(), catalogue, str(file), read_beside(file), Act(day, by, symbol))
    obstacle = planned.obstacle
    if apply and obstacle is not None:
        column, message = obstacle.finding.place.span.column, obstacle.finding.message
        raise Failure("adoption-refused", path=obstacle.path, line=obstacle.line, column=column, problem=message)
    if apply:
        _write(opened, planned.files)
    print_comparison(planned.comparison, format, planned.remaining)
    if format is ImpactFormat.TEXT:
        paths = ", ".join(opened.snapshot.prefix + path for path in planned.files)
        done = catalogue.commands.sentence(f"adopt.{'written' if apply else 'shown'}", paths=paths)
        say(join_lines(wrap(done, most=_WIDTH)))
        if planned.remaining:
            heading = catalogue.commands.word("adopt.remaining.heading")
            steps = (line for step in planned.remaining for line in wrap(step, first="  - ", most=_WIDTH))
            say(join_lines(["", heading, *steps]))
    return 0


def _write(opened: OpenedRegister, files: Mapping[str, bytes]) -> None:
    """Write all files, or leave all as they were."""
    former: dict[str, bytes | None] = {}
    try:
        for path, content in files.items():
            known = opened.snapshot.read(path) if path in opened.snapshot.paths() else None
            write_file(opened.root / path, content)
            former[path] = known
    except BaseException:
        for path, known in former.items():
            if known is None:
                (opened.root / path).unlink(missing_ok=True)
            else:
                write_file(opened.root / path, known)
        raise
