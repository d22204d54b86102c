"""The command `cica init`."""

import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cica_docs.cli.console import say
from cica_docs.cli.options import Lang, choose_language
from cica_docs.cli.writing import write_file
from cica_docs.values.failure import Failure

# A repository without files counts as an empty folder.
_NOTHING = frozenset({".git"})


class Forge(StrEnum):
    """Where changes are proposed and checked."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"
    HOOK = "hook"


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to create; it may exist if it is empty.")],
    example: Annotated[
        bool, typer.Option("--example", help="Include the worked example: all kinds, in three languages.")
    ] = False,
    name: Annotated[
        str,
        typer.Option(
            "--name",
            metavar="TEXT",
            help="Organisation named on printed documents.",
            show_default=False,
        ),
    ] = "",
    body: Annotated[
        str,
        typer.Option(
            "--body",
            metavar="NAME",
            help="Organisation whose decision applies. Default: CICA. A wrong name lists those there are.",
            show_default=False,
        ),
    ] = "",
    forge: Annotated[
        Forge, typer.Option("--forge", help="Where changes are proposed; hook: a bare repository without a forge.")
    ] = Forge.GITHUB,
    lang: Lang = None,
) -> int:
    """Start a new register.

    It holds the decision, settings under which breaches of a draft decision are advice, reference data with a sample of
    each category to replace, a workflow that checks pull requests and one that prints, and a README with the first five
    commands.

      cica init papers

      cica init papers --example      with documents to copy

      cica init papers --body guam    under the regulations of another organisation

      cica init papers --forge gitlab
    """
    from cica_docs.api.drafting.bodies import Bodies
    from cica_docs.api.drafting.init import Origin, create_register
    from cica_docs.api.drafting.skeleton import read_line
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_kinds, packaged_templates
    from cica_docs.snapshot.packaged import packaged

    language = choose_language(lang)
    if folder.exists() and not folder.is_dir():
        raise Failure("folder-is-file", folder=str(folder))
    if folder.is_dir() and any(entry.name not in _NOTHING for entry in folder.iterdir()):
        raise Failure("folder-not-empty", folder=str(folder))
    templates = packaged_templates()
    bodies = Bodies(templates, packaged("registry"), packaged("example"), packaged("examples"))
    origin = Origin(templates, bodies.body(body or bodies.default), packaged_kinds())
    organisation = read_line(name, "--name") if name else ""
    outputs = create_register(origin, language, example=example, name=organisation, forge=forge)
    for output in outputs:
        write_file(folder / output.path, output.content)
    words = read_catalogue(templates, language).commands
    say(words.sentence("init.written", folder=folder, files=words.count("file", len(outputs))) + "\n")
    say(words.sentence("init.next", readme=folder / "README.md", folder=shlex.quote(str(folder))) + "\n")
    return 0
