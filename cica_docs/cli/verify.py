"""The command `cica verify`."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cica_docs.cli.console import emit, say
from cica_docs.cli.options import AsOf, Lang, Register, Revision, choose_language
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from cica_docs.api.proving.printed import PrintedProof

_NOT_PROVED = 1
_UNDECIDED = 2


class ProofFormat(StrEnum):
    """Format of what was verified."""

    TEXT = "text"
    JSON = "json"


def verify(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORK|FILE|FOLDER]...",
            help="Works, as concept-paper/tourism-2026, or printed files; by default all approved works.",
        ),
    ] = None,
    print_again: Annotated[
        bool, typer.Option("--print-again", help="Print the files again from their commit, and compare the bytes.")
    ] = False,
    trust: Annotated[
        list[Path] | None,
        typer.Option(
            "--trust",
            metavar="PATH",
            help="Trust the authorities in this file (PEM) that sign certificates; repeatable.",
        ),
    ] = None,
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    format: Annotated[ProofFormat, typer.Option("--format", help="Output format.")] = ProofFormat.TEXT,
    lang: Lang = None,
) -> int:
    """Verify that these are the texts that were approved, and that those signed who may.

    Reads the clone alone, without the network. Each record is held against the register as it was when it entered the
    main line, each signature against the keys from before, on the day on which it entered. Tags below approved/, which
    approve --tag makes, are verified too, by the same keys and never by a configuration of Git.

    For a printed file (PDF, DOCX, HTML, TXT) it names the commit, whether the text was approved there, and whether
    every byte is as printed: by the manifest.json of its printing, if that is beside or above it, or by printing it
    again. Exit status 1: something is not proved; 2: it cannot be decided, since a part of the history, the
    manifest or ssh-keygen is missing.

    A signed PDF (render --sign-with) is verified without its signature, and the signature for itself: by whom it is, is
    a claim of its certificate unless --trust names the authority. Whatever else was added to a PDF is refused.

      cica verify

      cica verify concept-paper/tourism-2027 --format json

      cica verify build/concept-paper/tourism-2027/en.pdf --print-again

      cica verify en.signed.pdf --trust authority.pem
    """
    from cica_docs.api.proving.entered import Entered
    from cica_docs.api.proving.printed_wording import format_printed, printed_as_json
    from cica_docs.api.proving.tags import with_tags
    from cica_docs.api.proving.verify import verify_approvals
    from cica_docs.api.proving.wording import format_proofs, proofs_as_json
    from cica_docs.api.recording.act import find_work
    from cica_docs.cli.printed_files import is_printed
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.signing.ssh_keygen import find_program

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, revision, as_of)
    if opened.repository is None:
        raise Failure("no-repository", folder=str(opened.root))
    if find_program() is None:
        raise Failure("ssh-keygen-missing")
    now = opened.unredacted()
    printed = [name for name in names or () if is_printed(name, now, opened.root)]
    works = [find_work(now, name).name for name in names or () if name not in printed]
    if printed and works:
        raise Failure("verify-mixed", work=works[0], path=printed[0])
    if printed:
        day = None if as_of is None else opened.as_of
        files = _verify_files(opened, printed, trust or (), day, print_again=print_again)
        if format is ProofFormat.JSON:
            emit(printed_as_json(files))
        else:
            say(format_printed(files, now, catalogue.commands))
        return _status(files)
    entered = Entered(opened.repository, now, opened.snapshot.commit or "HEAD")
    proofs = with_tags(now, entered, verify_approvals(now, entered, works), works)
    if format is ProofFormat.JSON:
        emit(proofs_as_json(proofs))
    else:
        say(format_proofs(proofs, now, catalogue.commands))
    return 0 if all(proof.is_good for proof in proofs) else _NOT_PROVED


def _verify_files(
    opened: OpenedRegister, paths: Sequence[str], trust: Sequence[Path], as_of: date | None, *, print_again: bool
) -> "list[PrintedProof]":
    from cica_docs.api.proving.committed import CommittedRegisters
    from cica_docs.api.proving.printed import Comparison, missing_file, verify_printed
    from cica_docs.cli.printed_files import find_printed, read_bytes
    from cica_docs.cli.quotation_keys import read_quotation_keys
    from cica_docs.signing.certificates import read_roots

    assert opened.repository is not None
    head = opened.repository.commit(opened.snapshot.commit or "HEAD")
    registers = CommittedRegisters(opened.repository, opened.snapshot.prefix, head, read_quotation_keys())
    at = datetime.now(UTC) if as_of is None else datetime.combine(as_of, time(), UTC)
    roots = [root for path in trust for root in read_roots(str(path), read_bytes(path))]
    proofs = []
    for path in paths:
        printed = find_printed(Path(path))
        beside = Comparison(registers, printed.manifest, at, roots, print_again, as_of)
        proofs += [verify_printed(file, beside) for file in printed.read()]
        proofs += [missing_file(name) for name in printed.missing]
    if not proofs:
        raise Failure("printed-nothing", path=paths[0])
    return proofs


def _status(files: "Sequence[PrintedProof]") -> int:
    if any(proof.is_refused for proof in files):
        return _NOT_PROVED
    return _UNDECIDED if any(proof.is_undecided for proof in files) else 0
