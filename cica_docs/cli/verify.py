"""The command `cica verify`."""

from enum import StrEnum
from typing import Annotated

import typer

from cica_docs.cli.console import emit, say
from cica_docs.cli.options import AsOf, Lang, Register, Revision, choose_language
from cica_docs.cli.register import open_register
from cica_docs.values.failure import Failure

_NOT_PROVED = 1


class ProofFormat(StrEnum):
    """Format of what was verified."""

    TEXT = "text"
    JSON = "json"


def verify(
    works: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORK]...", help="Works, as concept-paper/tourism-2026; by default all approved ones."),
    ] = None,
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    format: Annotated[ProofFormat, typer.Option("--format", help="Output format.")] = ProofFormat.TEXT,
    lang: Lang = None,
) -> int:
    """Verify that these are the texts that were approved, and that those signed who may.

    Reads the clone alone, without the network. Each record is held against the register as it was when it entered the
    main line, each signature against the keys from before, on the day on which it entered. Exit status 1: something is
    not proved; 2: it cannot be decided, since a part of the history or ssh-keygen is missing.

      cica verify

      cica verify concept-paper/tourism-2027 --format json
    """
    from cica_docs.api.proving.entered import Entered
    from cica_docs.api.proving.verify import verify_approvals
    from cica_docs.api.proving.wording import format_proofs, proofs_as_json
    from cica_docs.api.recording.act import find_work
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
    names = [find_work(now, work).name for work in works or ()]
    entered = Entered(opened.repository, now, opened.snapshot.commit or "HEAD")
    proofs = verify_approvals(now, entered, names)
    if format is ProofFormat.JSON:
        emit(proofs_as_json(proofs))
    else:
        say(format_proofs(proofs, now, catalogue.commands))
    return 0 if all(proof.is_good for proof in proofs) else _NOT_PROVED
