"""The command `cica fix`."""

from pathlib import Path
from typing import Annotated

import typer

from cica_docs.cli.console import say, warn
from cica_docs.cli.options import Lang, Register, choose_language
from cica_docs.cli.register import open_register, register_path_of
from cica_docs.cli.writing import write_file
from cica_docs.text.escape import escape_terminal
from cica_docs.values.failure import Failure


def fix(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATHS]...", help="Correct these files and folders only.")
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Write the files; without it the changes are only shown.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULE", help="Correct findings of this rule or group only; repeatable."),
    ] = None,
    register: Register = None,
    lang: Lang = None,
) -> int:
    """Correct letters, quotation marks, dashes, spaces, invisible signs and line ends.

    Letters of the wrong alphabet are replaced by those of the right one. Only changes that leave the text and its
    data the same to every reader are made; a file in which anything else would change is left alone and named. YAML
    keeps its order and style. The changes are shown as a diff. Exit status 1: there are changes and they have not
    been written.

      cica fix                                  show the changes

      cica fix registry/notice --apply          make them

      cica fix --select letters/mixed-script
    """
    from cica_docs.api.fix import plan_repairs
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    words = catalogue.commands
    opened = open_register(register, None, None)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    places = [register_path_of(path, opened) for path in paths or []]
    repairs = plan_repairs(opened.corpus(), select=select or (), paths=places)
    changed = [repair for repair in repairs if not repair.refused]
    for repair in changed:
        path = opened.snapshot.prefix + repair.path
        say("".join(f"{line}\n" for line in repair.diff(path)))
        if repair.line_ends:
            say(words.sentence("fix.line-ends", path=escape_terminal(path), number=repair.line_ends) + "\n")
    for repair in repairs:
        if repair.refused:
            warn(words.sentence("fix.refused", path=escape_terminal(opened.snapshot.prefix + repair.path)) + "\n")
    if apply:
        for repair in changed:
            write_file(opened.root / repair.path, repair.after)
    key = "none" if not changed else "written" if apply else "shown"
    say(words.sentence(f"fix.{key}", number=len(changed)) + "\n")
    return 1 if changed and not apply else 0
