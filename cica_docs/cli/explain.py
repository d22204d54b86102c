"""The command `cica explain`."""

from typing import Annotated

import typer

from cica_docs.cli.complete import complete_rules_and_clauses
from cica_docs.cli.console import say
from cica_docs.cli.options import AsOf, Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.values.language import SOURCE_LANGUAGE


def explain(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE|CLAUSE]",
            help="A rule, a group of rules, a clause, a chapter or a provision. Default: list all.",
            autocompletion=complete_rules_and_clauses,
            show_default=False,
        ),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Print the manual pages of all rules as Markdown, in English unless --lang."),
    ] = False,
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Explain a rule, or a clause and the checks on it.

    A rule has a manual page: its purpose, an example, a remedy, the provision that it enforces and the severity of a
    breach. For a clause every provision is shown, in our own words.

      cica explain mandate/tenure-out-of-bounds   the rule named in a finding

      cica explain 1.10 --lang ru                 notices of intention, in Russian

      cica explain 2                              all of chapter 2

      cica explain house/placeholder              a rule of the house
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.views.explain import explain as explained
    from cica_docs.views.explain import format_overview
    from cica_docs.views.handbook import format_handbook

    corpus = open_register(register, revision, as_of).corpus()
    if everything:
        # A generated page must not depend on the locale of the run.
        text = format_handbook(corpus, read_catalogue(packaged_templates(), lang or SOURCE_LANGUAGE))
    else:
        catalogue = read_catalogue(packaged_templates(), choose_language(lang))
        text = explained(corpus, catalogue, name) if name else format_overview(corpus, catalogue)
    say(text)
    return 0
