"""The command `cica receive`."""

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cica_docs.cli.complete import complete_states
from cica_docs.cli.console import say
from cica_docs.cli.impact import read_content
from cica_docs.cli.new import describe_files, describe_findings, read_titles, write_draft
from cica_docs.cli.options import AsOf, Lang, Register, choose_language, parse_day_option
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.role import MEMBER_STATES

if TYPE_CHECKING:
    from cica_docs.api.drafting.new import Draft
    from cica_docs.i18n.messages import Catalogue


def receive(
    state: Annotated[
        str, typer.Argument(metavar="STATE", help="The State whose note it is, as KZ.", autocompletion=complete_states)
    ],
    number: Annotated[
        str | None, typer.Option("--number", metavar="NUMBER", help="The number that the State gave it.")
    ] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DAY", help="The day that the note bears.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="The day on which it came in; today if left out.")
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="PARTY", help="To whom: a body, a State or member-states. Default: who keeps the register."
        ),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--form", metavar="FORM", help="How it came: paper, copy or electronic.")
    ] = None,
    scan: Annotated[
        str | None, typer.Option("--scan", metavar="NAME", help="The name of the file in which its scan is kept.")
    ] = None,
    in_reply_to: Annotated[
        str | None, typer.Option("--in-reply-to", metavar="NOTE", help="The note that it answers.")
    ] = None,
    own_use: Annotated[
        bool, typer.Option("--own-use", help="It gives information for own use: its text stays out of the register.")
    ] = False,
    title: Annotated[
        list[str] | None,
        typer.Option("--title", metavar="TEXT", help="What it is about; as ru=TEXT in another language; repeatable."),
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Option(
            "--text", metavar="FILE", help="Its text in Markdown; as ru=FILE in another language; repeatable."
        ),
    ] = None,
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Name of its folder, made if left out.")] = None,
    register: Register = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Register a note received from a State, as it came: its number, its day, and its text in the State's own words.

    On a terminal it asks for number and day. Nothing is written if the check finds an error, as a note that is
    registered already. What is given for own use is restricted: only that the note exists is registered.

      cica receive XB --number 03-1/245 --date 2026-11-03 --on 2026-11-05 --in-reply-to note-verbale/swg-1002

      cica receive XB --number 03-1/246 --date 2026-11-04 --own-use --scan xb-246.pdf
    """
    from cica_docs.api.drafting.remind import KIND
    from cica_docs.api.recording.act import canonical_names, find_work
    from cica_docs.api.recording.receive import IncomingNote, incoming_id, register_note
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.naming.find import find_state
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, as_of)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    corpus = opened.corpus()
    sender = find_state(corpus, state)
    addressee = canonical_names(corpus, to or corpus.reference.role("circulates"))
    if addressee not in {MEMBER_STATES, *corpus.reference.all("state"), *corpus.reference.all("body")}:
        raise Failure("addressee-unknown", name=addressee)
    if own_use and text:
        raise Failure("receive-own-use")
    answers = _ask_missing({"number": number, "date": date}, catalogue)
    note = IncomingNote(
        state=sender,
        number=answers["number"],
        date=parse_day_option(answers["date"]).isoformat(),
        received_on=parse_day_option(on).isoformat() if on else corpus.as_of.isoformat(),
        to=addressee,
        form=form or "",
        scan=scan or "",
        in_reply_to=find_work(corpus, in_reply_to if "/" in in_reply_to else f"{KIND}/{in_reply_to}").name
        if in_reply_to
        else "",
        is_for_own_use=own_use,
        titles=read_titles(title or [], corpus.reference.original),
        texts=_read_texts(text or [], corpus.reference.original),
    )
    draft = register_note(corpus, packaged_templates(), catalogue, note, id or incoming_id(note))
    say("".join(f"{line}\n" for line in _write(draft, opened, catalogue, register)))
    return draft.report.status


def _write(draft: "Draft", opened: OpenedRegister, catalogue: "Catalogue", register: Path | None) -> Iterator[str]:
    """Write the files unless the check finds errors, and describe them."""
    words = catalogue.commands
    if draft.report.status:
        yield from describe_findings(draft, catalogue)
        yield words.sentence("receive.refused", work=draft.work)
        return
    write_draft(draft, opened.root, opened.root / draft.work)
    yield from describe_files("receive.written", draft, opened, catalogue)
    yield from describe_findings(draft, catalogue)
    where = ["--register", str(register)] if register else []
    yield words.sentence("record.next", check=shlex.join(["cica", "check", *where]))


def _ask_missing(given: Mapping[str, str | None], catalogue: "Catalogue") -> Mapping[str, str]:
    """Return what was given and what the user answers on a terminal; raise `Failure` if something is missing."""
    from cica_docs.cli.asking import can_ask, read_day, read_text

    answers = {name: value for name, value in given.items() if value}
    missing = [name for name in given if name not in answers]
    if missing and not can_ask():
        raise Failure("options-missing", missing=tuple(f"--{name}" for name in missing))
    words = catalogue.commands
    if "number" in missing:
        answers["number"] = read_text(words.word("receive.ask-number"))
    if "date" in missing:
        answers["date"] = read_day(words.word("receive.ask-date"), catalogue)
    return answers


def _read_texts(options: list[str], original: Language) -> Mapping[Language, bytes]:
    texts = {}
    for option in options:
        name, sign, rest = option.partition("=")
        language, path = (Language(name), rest) if sign and name in Language else (original, option)
        texts[language] = read_content(Path(path))
    return texts
