"""The command `cica remind`."""

from typing import Annotated

import typer

from cica_docs.cli.complete import complete_open_obligations
from cica_docs.cli.console import say
from cica_docs.cli.options import Lang, Register, choose_language
from cica_docs.cli.register import open_register
from cica_docs.values.failure import Failure


def remind(
    obligation: Annotated[
        str,
        typer.Argument(
            metavar="OBLIGATION",
            help="Id of an open obligation: the last line of each in cica due.",
            autocompletion=complete_open_obligations,
        ),
    ],
    number: Annotated[str, typer.Option("--number", metavar="NUMBER", help="Number of the note, as SWG/1002.")],
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="Date of the note. Default: today."),
    ] = None,
    informally: Annotated[
        bool,
        typer.Option("--informally", help="Under a draft decision: write a note saying that nothing is due yet."),
    ] = False,
    register: Register = None,
    lang: Lang = None,
) -> int:
    """Draft a note verbale that reminds of an obligation.

    It is addressed to whoever owes the duty, in all languages, as a new folder of the register; existing files are
    not changed. Text that only the Secretariat can supply is marked. Print it with cica render. Nothing is owed under
    a draft decision, so only --informally writes a note under one, which says so.

      cica remind 2.7/new-coordinator:mandate/tourism-xa --number SWG/1002
    """
    from cica_docs.api.drafting.remind import KIND, draft_reminder, require_free_reminder
    from cica_docs.cli.new import describe_draft, write_draft
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, day)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    corpus = opened.corpus()
    folder = opened.root / KIND / require_free_reminder(corpus, number)
    draft = draft_reminder(corpus, packaged_templates(), catalogue, obligation, number, informally=informally)
    write_draft(draft, opened.root, folder)
    say("".join(f"{line}\n" for line in describe_draft(draft, opened, register, catalogue)))
    return draft.report.status
