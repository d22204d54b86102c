"""The command `cica status`."""

from typing import Annotated

import typer

from cica_docs.cli.console import say
from cica_docs.cli.options import AsOf, Colour, Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.cli.terminal import wants_colour


def status(
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
    colour: Annotated[Colour, typer.Option("--colour", help="When to colour text.")] = Colour.AUTO,
) -> int:
    """Show the state of the register on a day on one screen.

    The decision's status, works in force, drafts and circulated works, periods that expire soon, areas without a
    Coordinator or Co-coordinator on record, and the number of findings.

      cica status                       today

      cica status --as-of 2027-01-01    with periods expired by then
    """
    from cica_docs.api.status import compute_status
    from cica_docs.api.status_screen import format_status
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    computed = compute_status(open_register(register, revision, as_of).corpus(), catalogue)
    colourful = wants_colour(colour)
    say(format_status(computed, colour=colourful), colour=colourful)
    return 0
