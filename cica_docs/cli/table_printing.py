"""Print tables that are documents and workbooks too, for `cica brackets` and `cica comments`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cica_docs.render.writers import WRITERS

if TYPE_CHECKING:
    from cica_docs.api.printing.material import Material
    from cica_docs.i18n.messages import Catalogue
    from cica_docs.views.listing import Listing

_WORKBOOK = "xlsx"
TABLE_FORMATS = (*WRITERS, _WORKBOOK)
"""The formats of documents, and workbooks."""
TableLanguages = Annotated[
    str, typer.Option("--languages", metavar="LANGUAGES", help="Languages of the print, by commas, or parallel.")
]


def print_tables(
    tables: "Sequence[tuple[Material, Listing]]", to: str, languages: str, output: Path, catalogue: "Catalogue"
) -> int:
    """Print tables in some formats, each below the output folder; return the exit status."""
    from cica_docs.cli.options import warn_untranslated
    from cica_docs.cli.output_folder import OutputFolder
    from cica_docs.cli.printing import parse_languages, parse_list
    from cica_docs.cli.publishing import print_material
    from cica_docs.text.workbook import write_workbook
    from cica_docs.values.output import Output
    from cica_docs.views.listing_formats import tabulate

    formats = parse_list(to, TABLE_FORMATS, "format-unknown")
    printed = [name for name in formats if name in WRITERS]
    status = 0
    for material, listing in tables:
        chosen, parallel = parse_languages(languages, material.corpus.languages)
        warn_untranslated(*chosen)
        if _WORKBOOK in formats:
            content = write_workbook(listing.name, tabulate(listing, catalogue.commands))
            with OutputFolder(output, catalogue) as folder:
                for failure in folder.write([Output(f"{material.folder}.{_WORKBOOK}", content)]).values():
                    raise failure
        if printed:
            status = max(status, print_material(material, printed, chosen, output, catalogue, parallel=parallel))
    return status
