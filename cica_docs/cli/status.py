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
    colour: Annotated[Colour, typer.Option("--colour", help="Colour of text.")] = Colour.AUTO,
) -> int:
    """Show on one screen how the register stands on a day.

    The decision's status, what is in force, what is draft or circulated, what expires soon, areas without a
    Coordinator or Co-coordinator on record, and how many findings a check has.

      cica status                       today

      cica status --as-of 2027-01-01    what will have expired by then
    """
    from cica_docs.api.status import compute_status, format_status
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    found = compute_status(open_register(register, revision, as_of).corpus(), catalogue)
    colourful = wants_colour(colour)
    say(format_status(found, colour=colourful), colour=colourful)
    return 0
