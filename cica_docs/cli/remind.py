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
            help="An open obligation, as cica due names it in the last line of each.",
            autocompletion=complete_open_obligations,
        ),
    ],
    number: Annotated[str, typer.Option("--number", metavar="NUMBER", help="The number of the note, as SWG/1002.")],
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="The day of the note, by which it is judged. Default: today."),
    ] = None,
    register: Register = None,
    lang: Lang = None,
) -> int:
    """Draft a note verbale that reminds of an obligation, in all languages, to whoever owes it.

    The note is a new folder of the register; nothing that is there is touched. What nobody but the Secretariat knows
    is left as a marked text. Print it with cica render.

      cica remind 2.7/new-coordinator:mandate/tourism-xa --number SWG/1002
    """
    from cica_docs.api.remind import KIND, draft_reminder, require_free_reminder
    from cica_docs.cli.new import describe_draft, write_draft
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, day)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    corpus = opened.corpus()
    folder = opened.root / KIND / require_free_reminder(corpus, number)
    draft = draft_reminder(corpus, packaged_templates(), catalogue, obligation, number)
    write_draft(draft, opened.root, folder)
    say("".join(f"{line}\n" for line in describe_draft(draft, opened, register, catalogue)))
    return draft.report.status
