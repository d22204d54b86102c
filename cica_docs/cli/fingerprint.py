"""The commands `cica fingerprint`."""

import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from cica_docs.cli.console import say
from cica_docs.cli.impact import read_content
from cica_docs.cli.options import AsOf, Lang, Register, choose_language
from cica_docs.cli.quotation_keys import read_quotation_keys
from cica_docs.cli.register import open_register
from cica_docs.cli.writing import write_file
from cica_docs.values.failure import Failure

fingerprint = typer.Typer(
    name="fingerprint",
    help="Make quotations of restricted information recognisable.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@fingerprint.command()
def record(
    work: Annotated[str, typer.Argument(metavar="ITEM", help="A restricted item, as information-item/air-2026.")],
    files: Annotated[
        list[Path], typer.Argument(metavar="TEXT...", help="Files with its text, one for each language it exists in.")
    ],
    register: Register = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Record by which digests quotations of a restricted text are known (clause 4.2).

    Any eight words of it in a row are recognised, and any whole sentence of five to seven, without regard to numbers,
    case, signs and markup. Names and provisions of the register, and texts that were public before the item was given,
    are left out and listed. The digests are keyed: without the key, which the environment variable CICA_QUOTATION_KEY
    holds or leads to, nobody can test a guess. The texts stay outside the register; TEXT is plain text or Markdown.

      cica fingerprint key ~/cica.key

      export CICA_QUOTATION_KEY=~/cica.key

      cica fingerprint record information-item/air-2026 ~/air-en.txt ~/air-ru.txt
    """
    from cica_docs.api.fingerprint import fingerprint_item
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    words = read_catalogue(packaged_templates(), choose_language(lang)).commands
    keys = read_quotation_keys()
    if not keys:
        raise Failure("key-missing")
    opened = open_register(register, None, as_of)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    for file in files:
        if Path(os.path.realpath(file)).is_relative_to(opened.repository.root if opened.repository else opened.root):
            raise Failure("text-in-repository", path=str(file))
    texts = {str(file): read_content(file) for file in files}
    made = fingerprint_item(opened.corpus(), work, texts, keys[0])
    for path, content in made.files.items():
        write_file(opened.root / path, content)
    for path, number in made.public.items():
        say(words.sentence("fingerprint.public", path=opened.snapshot.prefix + path, number=number) + "\n")
    paths = ", ".join(opened.snapshot.prefix + path for path in made.files)
    say(words.sentence("fingerprint.written", paths=paths, key=made.key) + "\n")
    return 0


@fingerprint.command()
def key(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file, outside every Git work tree.")],
    lang: Lang = None,
) -> int:
    """Make a secret key for fingerprints, in a file that only you can read.

    Keep it like a password: who has it can test guesses at restricted texts. Give it to those who check and publish,
    and to the checks of pull requests as a secret. A file with several keys, one a line, knows the texts of each; the
    first makes new fingerprints.

      cica fingerprint key ~/cica.key
    """
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.register.restricted.fingerprints import KEY_BYTES, name_of_key

    words = read_catalogue(packaged_templates(), choose_language(lang)).commands
    folder = Path(os.path.realpath(file.expanduser())).parent
    if any((above / ".git").exists() for above in (folder, *folder.parents)):
        raise Failure("key-in-repository", path=str(file))
    made = secrets.token_bytes(KEY_BYTES)
    try:
        descriptor = os.open(file.expanduser(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(f"{made.hex()}\n")
    except OSError as error:
        raise Failure("not-writable", status=3, path=str(file), reason=error.strerror or "") from None
    say(words.sentence("fingerprint.key", path=str(file), key=name_of_key(made)) + "\n")
    return 0
