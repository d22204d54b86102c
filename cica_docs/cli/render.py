"""The command `cica render`."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cica_docs.cli.complete import complete_works
from cica_docs.cli.console import say, warn
from cica_docs.cli.options import (
    DEFAULT_TO,
    EVERY_LANGUAGE,
    AsOf,
    Formats,
    Lang,
    Languages,
    Output,
    Register,
    Revision,
    choose_language,
    warn_untranslated,
)
from cica_docs.cli.printing import Progress, parse_languages, parse_list
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.render.writers import PAGED_FORMAT, WRITERS
from cica_docs.values.failure import Failure


def render(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORKS]...",
            help="Works to print, as concept-paper/tourism-2026 or its folder; default: all.",
            autocompletion=complete_works,
        ),
    ] = None,
    to: Formats = DEFAULT_TO,
    languages: Languages = EVERY_LANGUAGE,
    view: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="VIEW",
            help="A text under negotiation as rolling, clean, if-agreed, or as a State would have it: XB.",
        ),
    ] = None,
    output: Output = Path("build"),
    register: Register = None,
    revision: Revision = None,
    as_of: AsOf = None,
    bundle: Annotated[
        bool,
        typer.Option("--bundle", help="Bind each letter with its enclosures into one PDF, and pack the files."),
    ] = False,
    sign_with: Annotated[
        Path | None,
        typer.Option(
            "--sign-with", metavar="PATH", help="Sign a copy of each PDF by the certificate in this file (.p12)."
        ),
    ] = None,
    password_file: Annotated[
        Path | None,
        typer.Option(
            "--password-file", metavar="PATH", help="The password of the certificate, if it is not to be asked."
        ),
    ] = None,
    lang: Lang = None,
) -> int:
    """Print works as PDF, DOCX and HTML, in each language and side by side.

    Without WORKS everything is printed, with the list of coordinators, an index.html that lists all files, and a
    manifest.json that says of each file what it was made from. What has not changed is not printed again. What cannot
    be printed is named, with the reason, and stops nothing else; the exit status is then 3.

    With --as, what is in square brackets is shown, or settled as the view says: in files with its name, as
    en-rolling.pdf. Nothing is printed as clean while anything is open.

      cica render                                        all of the register into build/

      cica render concept-paper/tourism-2026 --to pdf    one paper, as PDF

      cica render concept-paper/tourism-2026 --to txt    as plain text, for e-mail and diff

      cica render --as rolling --to pdf,docx             texts under negotiation, brackets framed, lines numbered

      cica render note-verbale/swg-1001 --bundle         a letter with its enclosures: en-bundle.pdf, en-bundle.zip

      cica render --revision v1 --languages ru -o out    as it was at a tag, in Russian

      cica render --to pdf --sign-with secretariat.p12   and, beside each PDF, en.signed.pdf
    """
    from cica_docs.api.printing.bundle import Bundled, make_bundles, with_enclosures
    from cica_docs.api.printing.render import PrintRequest, PrintRun
    from cica_docs.cli.output_folder import OutputFolder
    from cica_docs.cli.publishing import publish, refuse
    from cica_docs.cli.signed_copies import open_signer, write_signed
    from cica_docs.register.restricted.leak_audit import count_unsearched
    from cica_docs.report.words import report_words_of

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    if sign_with is None and password_file is not None:
        raise Failure("password-without-certificate")
    opened = open_register(register, revision, as_of)
    corpus = opened.corpus()
    chosen, parallel = parse_languages(languages, corpus.languages)
    works = tuple(_work(name, corpus, opened) for name in names or [])
    request = PrintRequest(
        works=with_enclosures(corpus, works) if bundle else works,
        formats=tuple(parse_list(to, tuple(WRITERS), "format-unknown")),
        languages=chosen,
        parallel=parallel,
        commit=opened.commit,
    )
    warn_untranslated(*request.languages)
    if view is not None:
        from cica_docs.cli.negotiated import View

        viewed = View(opened, corpus, view, request.works)
        return viewed.write(request.formats, chosen, output, catalogue, parallel=parallel)
    if unsearched := report_words_of(catalogue).unsearched(count_unsearched(corpus)):
        warn(f"{unsearched}\n")
    if sign_with is not None and PAGED_FORMAT not in request.formats:
        raise Failure("sign-without-pdf")
    if bundle and PAGED_FORMAT not in request.formats:
        raise Failure("bundle-without-pdf")
    now = datetime.now(UTC)
    signer = None if sign_with is None else open_signer(sign_with, password_file, now, catalogue)
    lines = Progress(catalogue)
    with OutputFolder(output, catalogue) as folder:
        printing = PrintRun(corpus, packaged_templates(), request, folder.unchanged, lines.show)
        printed = printing.run()
        bundled = make_bundles(corpus, printed.outputs, works) if bundle else Bundled((), ())
        printed = printed.joined(bundled)
        printed = printed.without(folder.write(printed.outputs), corpus)
        if not request.works:
            publish(opened, corpus, printed, folder)
        signed = write_signed(folder, printed.outputs, signer, now) if signer else 0
        lines.end(len(folder.written), folder.fresh, output)
    if signer:
        say(f"{catalogue.commands.sentence('sign.done', count=signed)}\n")
    return refuse(printed.refused, corpus, catalogue)


def _work(name: str, corpus: Corpus, opened: OpenedRegister) -> str:
    """Return the name of the work that a name or a path refers to."""
    plain = name.rstrip("/").removesuffix(".md")
    for candidate in (plain, plain.rpartition("/")[0], _relative(Path(name), opened)):
        if any(document.work == candidate for document in corpus.documents):
            return candidate
    from cica_docs.register.naming.find import find_work_name

    return find_work_name(corpus, name)


def _relative(path: Path, opened: OpenedRegister) -> str:
    try:
        parts = Path(os.path.realpath(path)).relative_to(opened.root.resolve()).parts
    except ValueError:
        return ""
    return "/".join(parts[:2])
