"""The commands `cica review plan` and `cica review pack`."""

from pathlib import Path
from typing import Annotated

import typer

from cica_docs.cli.console import say
from cica_docs.cli.options import (
    DEFAULT_TO,
    EVERY_LANGUAGE,
    AsOf,
    Formats,
    Lang,
    Languages,
    Output,
    Register,
    Revision,
    choose_language,
    warn_untranslated,
)
from cica_docs.cli.register import open_register
from cica_docs.render.writers import WRITERS

Year = Annotated[int, typer.Argument(metavar="YEAR", help="The year of the review, as 2026.", min=1993, max=2199)]
Focus = Annotated[
    list[str] | None,
    typer.Option(
        "--focus",
        metavar="NAME",
        help="A dimension, area or measure in focus; repeatable. Default: the focus on record for that year, "
        "else all dimensions.",
        show_default=False,
    ),
]

review = typer.Typer(
    name="review",
    help="Prepare the yearly review of chapter 3: scope and material.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@review.command()
def plan(
    year: Annotated[
        int | None,
        typer.Argument(metavar="[YEAR]", help="The year of the review. Default: this year.", min=1993, max=2199),
    ] = None,
    focus: Focus = None,
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show the scope of a year's review on a screen.

    Its focus and when each dimension was last in focus; contributions by state and area, received, late or not on
    record (clause 3.5); each area with its coordinators, papers, plans and items; open proposals on the Catalogue; and
    possible follow-ups. The focus is that of the review document of the year, or of the SOC meeting; cica new review
    begins one.

      cica review plan 2026                          as on record

      cica review plan 2027 --focus human            human dimension in focus

      cica review plan 2026 --as-of 2026-10-01       as of an earlier day
    """
    from cica_docs.api.review_plan import format_review_plan
    from cica_docs.i18n.labels import read_labels
    from cica_docs.register.open import packaged_templates

    corpus = open_register(register, revision, as_of).corpus()
    say(
        format_review_plan(
            corpus,
            read_labels(packaged_templates(), choose_language(lang)),
            year or corpus.as_of.year,
            tuple(focus or ()),
        )
    )
    return 0


@review.command()
def pack(
    year: Year,
    focus: Focus = None,
    to: Formats = DEFAULT_TO,
    languages: Languages = EVERY_LANGUAGE,
    output: Output = Path("build"),
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Print the material for a year's review, in each language and side by side.

    The content of the plan as a document to complete and circulate: scope, contributions, a sheet for each area with
    its items and outcomes, open proposals, a draft list of follow-ups. It is written to DIR/review-pack/YEAR.

      cica review pack 2026                                   all languages and formats

      cica review pack 2026 --languages ru --to docx -o out   to edit in Russian
    """
    from cica_docs.api.review_pack import ReviewPack
    from cica_docs.cli.printing import parse_languages, parse_list
    from cica_docs.cli.publishing import print_material
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    corpus = open_register(register, revision, as_of).corpus()
    editions, parallel = parse_languages(languages, corpus.languages)
    warn_untranslated(*editions)
    formats = parse_list(to, tuple(WRITERS), "format-unknown")
    made = ReviewPack(corpus, packaged_templates(), year, tuple(focus or ()))
    return print_material(made, formats, editions, output, catalogue, parallel=parallel)
