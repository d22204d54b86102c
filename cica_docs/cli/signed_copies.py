"""Signed copies of printed PDFs, beside them."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cica_docs.cli.asking import can_ask
from cica_docs.cli.output_folder import OutputFolder
from cica_docs.cli.printed_files import read_bytes
from cica_docs.i18n.messages import Catalogue
from cica_docs.render.writers import PAGED_FORMAT
from cica_docs.signing.certificates import read_signer
from cica_docs.signing.pdf_signature import SIGNED, add_signature
from cica_docs.values.failure import Failure
from cica_docs.values.output import Output

if TYPE_CHECKING:
    from cica_docs.signing.certificates import Signer


def open_signer(certificate: Path, password_file: Path | None, now: datetime, catalogue: Catalogue) -> "Signer":
    """Read the certificate to sign by; its password is in a file, or asked for on a terminal, or there is none."""
    content = read_bytes(certificate)
    if password_file is not None:
        password = read_bytes(password_file).partition(b"\n")[0].removesuffix(b"\r")
    elif can_ask():
        asked = catalogue.commands.sentence("sign.password", path=certificate)
        password = str(click.prompt(asked, hide_input=True, default="", show_default=False, err=True)).encode()
    else:
        password = b""
    return read_signer(str(certificate), content, password, now)


def write_signed(folder: OutputFolder, outputs: Iterable[Output], signer: "Signer", now: datetime) -> int:
    """Write a signed copy of each PDF beside it, and return how many there are."""
    count = 0
    for output in outputs:
        if output.format == PAGED_FORMAT:
            signed = add_signature(output.content, now, signer.room, signer.sign)
            if signed is None:
                raise Failure("pdf-unsignable", path=output.path)
            folder.folder.write(signed_path(output.path), signed)
            count += 1
    return count


def signed_path(path: str) -> str:
    """Return the path of the signed copy of a file: `en.signed.pdf` of `en.pdf`."""
    stem, _, ending = path.rpartition(".")
    return f"{stem}{SIGNED}.{ending}"
