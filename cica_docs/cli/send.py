"""The command `cica send`."""

import shlex
from typing import Annotated

import typer

from cica_docs.cli.console import say
from cica_docs.cli.options import Also, AsOf, Lang, Register, choose_language, parse_day_option
from cica_docs.cli.recording import read_to_record, write_recorded
from cica_docs.cli.register import open_register
from cica_docs.values.failure import Failure


def complete_letters(incomplete: str) -> list[str]:
    """Complete the letters that have not been sent."""
    from contextlib import suppress

    from cica_docs.register.letters import own_letters
    from cica_docs.register.lifecycle import lifecycles

    with suppress(Failure):
        corpus = open_register(None, None, None).corpus()
        names = (letter.work.name for letter in own_letters(corpus) if lifecycles(corpus)[letter.work.name].is_draft)
        return [name for name in names if name.startswith(incomplete)]
    return []


def send(
    note: Annotated[
        str,
        typer.Argument(
            metavar="NOTE", help="A note verbale, as note-verbale/tourism-papers.", autocompletion=complete_letters
        ),
    ],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="The day of dispatch; that of the note, else today, if left out."),
    ] = None,
    number: Annotated[
        str | None,
        typer.Option("--number", metavar="NUMBER", help="Its number; the next free one of the journal if left out."),
    ] = None,
    via: Annotated[
        list[str] | None, typer.Option("--via", metavar="BODY", help="The body through which it goes; repeatable.")
    ] = None,
    also: Also = None,
    register: Register = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Send a note verbale: number and date it, and put on record that it was sent.

    Its number follows the highest one of the outgoing journal in the register, its acts and its history, and in
    branches named with --also: two that are open at once would take one number. Nothing is written if the check finds
    an error with it, as a text that is not finished. Papers that go with the note are named, with the command that
    puts their circulation on record.

      cica send note-verbale/tourism-papers

      cica send note-verbale/tourism-papers --on 2026-11-02 --number SWG/1002

      cica send note-verbale/tourism-papers --also origin/other
    """
    from cica_docs.api.drafting.remind import KIND
    from cica_docs.api.recording.act import find_work
    from cica_docs.api.recording.send import carried_acts, letter_of, next_number, require_unused, send_letter
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, as_of)
    corpus = read_to_record(opened)
    letter = letter_of(corpus, find_work(corpus, note if "/" in note else f"{KIND}/{note}"))
    written = letter.work.original.get("/date")
    default = written if isinstance(written, str) else corpus.as_of.isoformat()
    day = parse_day_option(on or default).isoformat()
    if number and letter.number and number != letter.number:
        raise Failure("send-numbered", work=letter.work.name, number=letter.number)
    public = opened.with_branches(opened.corpus(), also or ())
    chosen = letter.number or (require_unused(public, number) if number else next_number(public))
    sent = send_letter(corpus, catalogue, letter, chosen, day, {"via": via} if via else {})
    status = write_recorded(sent, opened, catalogue, register)
    if not status:
        where = ["--register", str(register)] if register else []
        words = catalogue.commands
        lines = [words.sentence("send.number", number=chosen)]
        lines += [
            words.sentence("send.enclosed", work=work, command=shlex.join(["cica", *arguments, *where]))
            for work, arguments in carried_acts(corpus, letter, sent.act, chosen)
        ]
        say("".join(f"{line}\n" for line in lines))
    return status
