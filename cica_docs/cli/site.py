"""The command `cica site`."""

from pathlib import Path
from typing import Annotated

import typer

from cica_docs.cli.options import AsOf, Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register


def site(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="PATH", help="The folder of the site.")] = Path(
        "build/site"
    ),
    files: Annotated[
        Path | None,
        typer.Option(
            "--files",
            metavar="PATH",
            help="The folder of cica render, whose files the pages offer; default: the one around the site.",
        ),
    ] = None,
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Make a site of the register, to be read in a browser from a server, a disk or a stick.

    It has a page for each work, area, State, body, meeting and clause, for each day on which something changed, a
    calendar and the register of mandates, in each language of the register. No page loads anything from elsewhere.
    Restricted information is left out, as everywhere. What is printed by cica render is offered on the pages.

      cica site                                  the site of the register in build/site/

      cica site --as-of 2027-01-01 -o preview    as the record foretells it for a day
    """
    from cica_docs.api.printing.publication import build_site_manifest
    from cica_docs.api.site.build import Site
    from cica_docs.cli.output_folder import OutputFolder
    from cica_docs.cli.printing import Progress
    from cica_docs.cli.publishing import refuse
    from cica_docs.cli.site_files import read_printed_files
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, revision, as_of)
    corpus = opened.corpus()
    printed = read_printed_files(files or output.parent, output)
    built = Site(corpus, packaged_templates(), opened.commit, printed)
    lines = Progress(catalogue)
    with OutputFolder(output, catalogue) as folder:
        outputs = tuple(built.outputs())
        for failure in folder.write(outputs).values():
            raise failure
        folder.clear()
        folder.record(build_site_manifest(opened.commit, corpus, outputs, built.refused))
        lines.end(len(folder.written), folder.fresh, output)
    return refuse(built.refused, corpus, catalogue)
