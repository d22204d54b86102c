"""The command `cica approve`."""

import shlex
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cica_docs.cli.console import say
from cica_docs.cli.options import TODAY, AsOf, Lang, Register, choose_language, parse_act_day, parse_day_option
from cica_docs.cli.record import parse_fields
from cica_docs.cli.recording import read_to_record, write_recorded
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.cli.writing import write_together
from cica_docs.documents.approvals.file_names import signature_path
from cica_docs.documents.approvals.statement import NAMESPACE
from cica_docs.text.escape import escape_ci, escape_lines
from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from cica_docs.api.recording.approval import Approval, Signer
    from cica_docs.documents.corpus import Corpus
    from cica_docs.i18n.messages import Catalogue


def approve(
    work: Annotated[
        str,
        typer.Argument(metavar="WORK", help="A work, or a changed file of keys, as keys/secretariat.yaml."),
    ],
    decision: Annotated[
        str | None, typer.Option("--decision", metavar="SYMBOL", help="The symbol of the decision that approves it.")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day of the approval.")] = None,
    silence_until: Annotated[
        str | None,
        typer.Option("--silence-until", metavar="DATE", help="The last day of the silence under which it was."),
    ] = None,
    act: Annotated[
        str | None, typer.Option("--act", metavar="ACT", help="The approving act, where there are several: extended.")
    ] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="Any other field of the act, as YAML; repeatable."),
    ] = None,
    signs: Annotated[bool, typer.Option("--sign", help="Sign a record that is there, or a change of keys.")] = False,
    tag: Annotated[
        bool,
        typer.Option(
            "--tag", help="Sign a tag over the commit with which a merged record entered, as a second witness."
        ),
    ] = False,
    key: Annotated[Path | None, typer.Option("--key", metavar="PATH", help="Sign by the SSH key in this file.")] = None,
    principal: Annotated[
        str | None, typer.Option("--as", metavar="PRINCIPAL", help="Whose key it is, by its name in keys/.")
    ] = None,
    base: Annotated[
        str,
        typer.Option(
            "--base",
            metavar="REV",
            help="The revision whose keys, settings and records count; main, to make one again.",
        ),
    ] = "HEAD",
    register: Register = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Put on record that a body approved a document, so that anyone can prove it.

    Writes the act into the original and, beside it, the statement that is signed: a plain text with the digests of
    every edition. Both are written, or neither. With --key it is signed at once; others sign with --sign. A record that
    a branch has committed is made again, as after a late change of the text, with --base main, once the signatures of
    the former one are deleted.

      cica approve concept-paper/tourism-2027 --decision SOC/2027-II/INF/1 --on 2027-06-24

      cica approve concept-paper/tourism-2027 --sign --key ~/.ssh/id_ed25519 --as secretariat

      cica approve mandate/tourism-xa --act extended --on 2027-06-24 --set until=2029-06-30

      cica approve concept-paper/tourism-2027 --tag --key ~/.ssh/id_ed25519 --as secretariat

      cica approve keys/chairmanship.yaml --sign --key ~/.ssh/id_ed25519 --as secretariat
    """
    from cica_docs.api.recording import approval as recording
    from cica_docs.api.recording.act import find_work
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    signer = _signer(key, principal, is_needed=signs or tag)
    if tag and signer:
        return _tag(
            open_register(register, "HEAD", TODAY if as_of is None else as_of), work, (act, on), signer, catalogue
        )
    opened = open_register(register, None, as_of)
    corpus = read_to_record(opened, base)
    if work.endswith(".yaml"):
        return _sign_keys(corpus, opened, work, signer, catalogue)
    chosen = find_work(corpus, work)
    if signs and signer:
        made = recording.sign_record(corpus, catalogue, chosen, (act, on), signer)
    else:
        chosen_act = recording.approving_act(chosen, act)
        day = corpus.as_of.isoformat() if on is None else parse_act_day(on)
        given: Mapping[str, Any] = {} if decision is None else {"ref": decision}
        silence_end = None if silence_until is None else parse_day_option(silence_until).isoformat()
        stated = recording.act_to_approve(
            corpus, chosen, chosen_act, day, {**given, **parse_fields(fields or [])}, silence_end
        )
        made = recording.approve(corpus, catalogue, chosen, stated, signer)
    status = write_recorded(made.recorded, opened, catalogue, register)
    if not status:
        lines = _describe(made, opened, catalogue, is_signed=signer is not None)
        say("".join(f"{line}\n" for line in lines))
    return status


def _signer(key: Path | None, principal: str | None, *, is_needed: bool) -> "Signer | None":
    from cica_docs.api.recording.approval import Signer

    if (key is None) != (principal is None) or (is_needed and key is None):
        raise Failure("signer-incomplete")
    return None if key is None or principal is None else Signer(principal, key)


def _tag(
    opened: OpenedRegister, work: str, act: tuple[str | None, str | None], signer: "Signer", catalogue: "Catalogue"
) -> int:
    """Write a signed tag over the commit with which the record of an approval entered."""
    from cica_docs.api.proving.entered import Entered
    from cica_docs.api.proving.tagging import make_tag
    from cica_docs.api.recording.act import find_work
    from cica_docs.api.recording.approval import find_record

    assert opened.repository is not None
    now = opened.unredacted()
    entered = Entered(opened.repository, now, opened.snapshot.commit)
    record = find_record(now, find_work(now, work), *act)
    made, content = make_tag(now, entered, record, signer, datetime.now(UTC))
    opened.repository.write_tag(made.name, content)
    command = shlex.join(["git", "push", "origin", f"refs/tags/{made.name}"])
    said = catalogue.commands.sentence("approve.tag", name=made.name, commit=made.commit[:12], command=command)
    say(f"{said}\n")
    return 0


def _sign_keys(
    corpus: "Corpus", opened: OpenedRegister, path: str, signer: "Signer | None", catalogue: "Catalogue"
) -> int:
    """Sign a change of keys, or show what is to be signed."""
    from cica_docs.api.recording.approval import sign_keys

    signed = sign_keys(corpus, path, signer)
    write_together(opened.root, signed.files)
    say(escape_lines(signed.statement.decode()))
    words = catalogue.commands
    for written in signed.files:
        say(f"{words.sentence('approve.signature', path=opened.snapshot.prefix + written)}\n")
    return 0


def _describe(made: "Approval", opened: OpenedRegister, catalogue: "Catalogue", *, is_signed: bool) -> Iterator[str]:
    """Show the statement, and who is yet to sign it and how."""
    words = catalogue.commands
    yield ""
    yield words.word("approve.statement")
    yield escape_lines(made.statement.decode()).rstrip("\n")
    yield ""
    for finding in made.missing:
        yield finding.message
    if not is_signed:
        record = opened.snapshot.prefix + made.record
        signature = opened.snapshot.prefix + signature_path(made.record, "PRINCIPAL")
        command = f"ssh-keygen -Y sign -n {NAMESPACE} -f KEY < {shlex.quote(record)} > {shlex.quote(signature)}"
        yield words.sentence("approve.sign", command=escape_ci(command))
