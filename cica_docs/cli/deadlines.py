"""The command `cica deadlines`."""

import os
from typing import Annotated

import typer

from cica_docs.cli.console import say, warn
from cica_docs.cli.options import AsOf, Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.values.failure import Failure

_API = "https://api.github.com"


def deadlines(
    repository: Annotated[
        str,
        typer.Option(
            "--repository",
            metavar="OWNER/NAME",
            help="Repository on GitHub whose issues are updated.",
            envvar="GITHUB_REPOSITORY",
            show_default=False,
        ),
    ] = "",
    apply: Annotated[bool, typer.Option("--apply", help="Make the changes; without it they are only listed.")] = False,
    api: Annotated[
        str,
        typer.Option("--api", metavar="URL", help="Address of the API of the issues.", envvar="GITHUB_API_URL"),
    ] = _API,
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Keep one issue on GitHub for each open obligation.

    An issue is opened, updated, and closed when the obligation is discharged. Without --apply nothing is changed.
    The token comes from the environment, GITHUB_TOKEN; the issues of a public repository can be read without. An
    issue closed by a person as not planned stays closed. Exit status 2: the issues could not be read and nothing
    was changed; 3: a change failed. Changes made before are listed, and the next run makes the rest.

      cica deadlines                                    issues to be opened

      cica deadlines --repository OWNER/NAME            changes to be made there

      cica deadlines --repository OWNER/NAME --apply    make them
    """
    from cica_docs.api.issues import plan_steps
    from cica_docs.cli.tracker import Tracker
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.obligations.all import obligations
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.obligations import list_obligations

    token = os.environ.get("GITHUB_TOKEN", "")
    if apply and not repository:
        raise Failure("repository-needed")
    if apply and not token:
        raise Failure("token-missing")
    tracker = Tracker(api, repository, token) if repository else None
    corpus = open_register(register, revision, as_of).corpus()
    obligation_list = list_obligations(corpus, read_catalogue(packaged_templates(), choose_language(lang)))
    words = obligation_list.clauses.words
    by_id = {obligation.id: obligation for obligation in obligations(corpus)}
    changes = plan_steps(obligation_list, by_id, tracker.issues() if tracker else ())
    made = 0
    try:
        for step in changes:
            if apply and tracker:
                tracker.apply(step)
            made += 1
            say(words.sentence(f"deadlines.{step.action}", number=step.number, title=step.title) + "\n")
            if apply and tracker and step.comment:
                tracker.comment(step)
    except BaseException:
        if apply:
            warn(words.sentence("deadlines.stopped", made=made, all=len(changes)) + "\n")
        raise
    if not changes:
        say(f"{words.word('deadlines.nothing')}\n")
    if tracker is None:
        say(f"{words.word('deadlines.unseen')}\n")
    if changes and not apply:
        say(f"{words.word('deadlines.dry')}\n")
    return 0
