"""Options that filter lists by area or state."""

from typing import Annotated

import typer

from cica_docs.cli.complete import complete_areas, complete_states

Area = Annotated[
    str,
    typer.Option(
        "--area",
        metavar="AREA",
        help="Only of this priority area, or of all areas of this dimension.",
        autocompletion=complete_areas,
        show_default=False,
    ),
]
State = Annotated[
    str,
    typer.Option(
        "--state", metavar="CODE", help="Only of this state, as KZ.", autocompletion=complete_states, show_default=False
    ),
]
