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
        list[Path] | None, typer.Argument(metavar="[PATHS]...", help="These files and folders only.")
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Write the files; without it the changes are only shown.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULE", help="Only what this rule or group finds; repeatable."),
    ] = None,
    register: Register = None,
    lang: Lang = None,
) -> int:
    """Put right letters of the wrong alphabet, quotation marks, dashes, spaces and line ends.

    Only what leaves the text and its data the same to every reader is changed; a file in which anything else would
    differ afterwards is left alone and named. YAML keeps its order and its style. The changes are shown as a diff;
    exit status 1 means that there are some and that they are not written.

      cica fix                                  what would be changed

      cica fix registry/notice --apply          change it

      cica fix --select letters/mixed-script
    """
    from cica_docs.api.fix import plan_repairs
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.report.words import Words

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    words = Words(catalogue.language, catalogue.part("commands"))
    opened = open_register(register, None, None)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    places = [register_path_of(path, opened) for path in paths or []]
    found = plan_repairs(opened.corpus(), select=select or (), paths=places)
    changed = [one for one in found if not one.refused]
    for one in changed:
        shown = opened.snapshot.prefix + one.path
        say("".join(f"{line}\n" for line in one.diff(shown)))
    for one in found:
        if one.refused:
            warn(words.sentence("fix.refused", path=escape_terminal(opened.snapshot.prefix + one.path)) + "\n")
    if apply:
        for one in changed:
            write_file(opened.root / one.path, one.after)
    key = "none" if not changed else "written" if apply else "shown"
    say(words.sentence(f"fix.{key}", number=len(changed)) + "\n")
    return 1 if changed and not apply else 0
