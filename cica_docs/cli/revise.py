"""The command `cica revise`."""

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cica_docs.cli.complete import complete_works
from cica_docs.cli.console import say
from cica_docs.cli.new import describe_draft, describe_findings, write_draft
from cica_docs.cli.options import Also, AsOf, Lang, Register, choose_language, parse_day_option
from cica_docs.cli.register import open_register
from cica_docs.values.failure import Failure
from cica_docs.values.revision import Form

if TYPE_CHECKING:
    from cica_docs.api.drafting.new import Draft
    from cica_docs.api.drafting.revise import Revision
    from cica_docs.i18n.messages import Catalogue
    from cica_docs.register.works import Work


def revise(
    work: Annotated[
        str,
        typer.Argument(
            metavar="WORK", help="A final document, as concept-paper/tourism-2026.", autocompletion=complete_works
        ),
    ],
    form: Annotated[
        Form | None,
        typer.Option("--as", help="What the new document is: /Rev.n, /Corr.n, /Add.n, or one that takes its place."),
    ] = None,
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Name of its folder, made if left out.")] = None,
    symbol: Annotated[
        str | None,
        typer.Option("--symbol", metavar="SYMBOL", help="Its symbol; the next free one of the former if left out."),
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="The first day of its period, of a successor.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="The last day of its period, of a successor.")
    ] = None,
    also: Also = None,
    register: Register = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Begin a revision, corrigendum, addendum or successor of a final document, in all its languages.

    What was approved or sent is not changed in place. The new document has the next symbol, a link to the former one,
    its facts and its texts, and no act; edit it, then record what is done. On a terminal the command asks for the form,
    and for the period of a successor. The former document is not changed; the command that ends it is shown.

      cica revise concept-paper/tourism-2026 --as corrigendum

      cica revise concept-paper/tourism-2026 --as successor --from 2029-01-01 --until 2031-12-31
    """
    from cica_docs.api.drafting.revise import (
        Revision,
        draft_revision,
        lawful_forms,
        name_of_revision,
        next_symbol,
        require_lawful,
    )
    from cica_docs.api.recording.act import find_work
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, as_of)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    corpus = opened.with_branches(opened.corpus(), also or ())
    former = find_work(corpus, work)
    chosen = form or _ask_form(former, lawful_forms(corpus, former), catalogue)
    require_lawful(corpus, former, chosen)
    days = _read_period(former, chosen, {"--from": first, "--until": last}, catalogue)
    revision = Revision(former, chosen, days)
    bears = symbol or next_symbol(corpus, former, chosen)
    draft = draft_revision(
        corpus, packaged_templates(), catalogue, revision, id or name_of_revision(corpus, revision, bears), bears
    )
    if draft.report.status:
        lines = [*describe_findings(draft, catalogue), catalogue.commands.sentence("receive.refused", work=draft.work)]
    else:
        write_draft(draft, opened.root, opened.root / draft.work)
        lines = [
            *describe_draft(draft, opened, register, catalogue),
            *_follow(draft, revision, bears, catalogue, register),
        ]
    say("".join(f"{line}\n" for line in lines))
    return draft.report.status


def _ask_form(work: "Work", forms: tuple[Form, ...], catalogue: "Catalogue") -> Form:
    """Ask on a terminal which of the lawful forms it is to be."""
    from cica_docs.api.drafting.revise import amending_acts
    from cica_docs.cli.asking import can_ask, read_answer, tell

    if not can_ask():
        acts = amending_acts(work)
        raise Failure("revise-form-or-act" if acts else "revise-form", work=work.name, forms=tuple(forms), acts=acts)
    words = catalogue.commands
    for number, form in enumerate(forms, 1):
        tell(
            f"{number:>4}  {words.sentence('revise.form', form=form.value, meaning=words.word(f'revise.forms.{form}'))}"
        )
    by_answer = {answer: form for number, form in enumerate(forms, 1) for answer in (str(number), form.value)}
    while (answer := read_answer(words.sentence("ask-choice")).strip().lower()) not in by_answer:
        tell(catalogue.failure(Failure("answer-unknown", answer=answer, field="--as", known=tuple(forms))))
    return by_answer[answer]


def _read_period(
    work: "Work", form: Form, given: Mapping[str, str | None], catalogue: "Catalogue"
) -> Mapping[str, Any]:
    """Return the period of a successor as a fact, from options or from answers on a terminal."""
    from cica_docs.cli.asking import can_ask, read_day

    if form is not Form.SUCCESSOR or not work.kind.period:
        if any(given.values()):
            raise Failure("revise-without-period")
        return {}
    missing = tuple(option for option, value in given.items() if value is None)
    if missing and not can_ask():
        raise Failure("options-missing", missing=missing)
    words = catalogue.commands
    days = {
        option: parse_day_option(value or read_day(words.word(f"revise.ask{option[1:]}"), catalogue))
        for option, value in given.items()
    }
    first, last = days["--from"], days["--until"]
    if last < first:
        raise Failure("period-reversed", last=last, first=first)
    return {work.kind.period.removeprefix("/"): {"from": first.isoformat(), "to": last.isoformat()}}


def _follow(
    draft: "Draft", revision: "Revision", symbol: str, catalogue: "Catalogue", register: Path | None
) -> Iterator[str]:
    """Describe what becomes of the former document."""
    words, work = catalogue.commands, revision.work
    if not revision.form.takes_the_place:
        yield words.sentence("revise.beside", work=work.name, symbol=symbol)
    elif "superseded" in work.kind.stages:
        where = ["--register", str(register)] if register else []
        command = ["cica", "record", work.name, "superseded", "--set", f"by_work={draft.work}", *where]
        yield words.sentence("revise.replaces", work=work.name, command=shlex.join(command))
