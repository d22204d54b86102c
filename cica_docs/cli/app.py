"""The command line application."""

import inspect
from typing import Annotated

import click
import typer

from cica_docs import __version__
from cica_docs.cli.approve import approve
from cica_docs.cli.areas import areas
from cica_docs.cli.audit import audit
from cica_docs.cli.brackets import brackets
from cica_docs.cli.changes import changes
from cica_docs.cli.check import check
from cica_docs.cli.comments import comments
from cica_docs.cli.compare import compare
from cica_docs.cli.console import say
from cica_docs.cli.deadlines import deadlines
from cica_docs.cli.decision import decision
from cica_docs.cli.doctor import doctor
from cica_docs.cli.due import due
from cica_docs.cli.explain import explain
from cica_docs.cli.fingerprint import fingerprint
from cica_docs.cli.fix import fix
from cica_docs.cli.history import history
from cica_docs.cli.impact import impact
from cica_docs.cli.importing import import_word
from cica_docs.cli.in_force import in_force
from cica_docs.cli.init import init
from cica_docs.cli.journal import journal
from cica_docs.cli.listing import listing
from cica_docs.cli.new import new
from cica_docs.cli.receive import receive
from cica_docs.cli.record import record
from cica_docs.cli.remind import remind
from cica_docs.cli.render import render
from cica_docs.cli.review import review
from cica_docs.cli.revise import revise
from cica_docs.cli.send import send
from cica_docs.cli.site import site
from cica_docs.cli.status import status
from cica_docs.cli.terms import terms
from cica_docs.cli.trace import trace
from cica_docs.cli.translate import translate
from cica_docs.cli.verify import verify
from cica_docs.cli.who import who
from cica_docs.values.docstring import docstring_of

app = typer.Typer(
    name="cica",
    help="Check, explain and print the documents of a register: concept papers, action plans, mandates and the "
    "papers around them, in English, Russian and Kazakh.",
    epilog="Exit status: 0 nothing at error level · 1 findings at error level · 2 cannot decide, or wrong usage · "
    "3 cannot write · 70 internal error.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _say_version(is_asked: bool) -> None:
    """Print the version; usually done before this module is imported."""
    if is_asked:
        say(f"cica {__version__}\n")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")] = False,
) -> None:
    """Diplomatic documents as code."""
    # `run` reads `--debug` when it catches an error.


app.command()(check)
app.command()(render)
app.command()(site)
app.command()(explain)
app.command()(trace)
app.command("list")(listing)
app.command()(status)
app.command()(due)
app.command()(deadlines)
app.command()(remind)
app.command()(who)
app.command()(areas)
app.command("in-force")(in_force)
app.add_typer(review)
app.command()(history)
app.command()(changes)
app.command()(journal)
app.command()(impact)
app.add_typer(decision)
app.add_typer(audit)
app.add_typer(fingerprint)
app.add_typer(translate, name="translate")
app.command()(compare)
app.command()(brackets)
app.command()(comments)
app.command()(new)
app.command("import")(import_word)
app.command()(record)
app.command()(revise)
app.command()(send)
app.command()(receive)
app.command()(approve)
app.command()(verify)
app.command()(init)
app.command()(doctor)
app.command()(fix)
app.command()(terms)


def restore_help(command: click.Command) -> None:
    """Restore the help of a command and its subcommands, which `python -OO` removes."""
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            restore_help(inner)
    function = inspect.unwrap(command.callback) if command.callback else None
    if function is not None and not command.help:
        command.help = docstring_of(function.__module__, function.__name__)
