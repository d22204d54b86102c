"""The command `cica new`."""

import os
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cica_docs.cli.console import say
from cica_docs.cli.options import AsOf, Lang, Register, choose_language
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.cli.writing import write_file
from cica_docs.text.escape import escape_terminal
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

if TYPE_CHECKING:
    from cica_docs.api.drafting.new import Draft
    from cica_docs.i18n.messages import Catalogue


def complete_kinds(incomplete: str) -> list[str]:
    """Complete kinds of document."""
    from cica_docs.cli.complete import kinds_here

    return [name for name in kinds_here().kinds if name.startswith(incomplete)]


def new(
    kind: Annotated[
        str,
        typer.Argument(
            help="A kind of document, as concept-paper or mandate.", autocompletion=complete_kinds, show_default=False
        ),
    ] = "",
    id: Annotated[
        str,
        typer.Argument(
            help="Name of its folder: lower-case letters, digits and hyphens, as tourism-2026.", show_default=False
        ),
    ] = "",
    title: Annotated[
        list[str] | None,
        typer.Option(
            "--title",
            metavar="TEXT",
            help="The title; repeat as --title ru=TEXT for other languages. Missing titles stay placeholders.",
        ),
    ] = None,
    answer: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="FIELD=VALUE", help="A field that the kind asks for, as --set area=tourism; repeatable."
        ),
    ] = None,
    register: Register = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Begin a new document, in all languages, with all sections.

    On a terminal it prompts for what is not given; elsewhere fields come from --set. Nothing is written until all are
    known, and existing files are never changed. The draft passes the check; missing text is marked.

      cica new concept-paper tourism-2027

      cica new mandate tourism-xa --set area=tourism --set role=coordinator --set holder=XA --title "Tourism"
    """
    from cica_docs.api.drafting.new import draft_work
    from cica_docs.api.drafting.questionnaire import Questions
    from cica_docs.api.drafting.work_names import find_kind, languages_of, require_free_id
    from cica_docs.cli.asking import ask, ask_id, ask_kind, ask_titles, can_ask
    from cica_docs.i18n.labels import read_labels
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, as_of)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    corpus = opened.corpus()
    document_kind = find_kind(corpus.kinds, kind or ask_kind(corpus.kinds, catalogue))
    name = require_free_id(corpus, document_kind, id or ask_id(document_kind, catalogue))
    folder = opened.root / document_kind.name / name
    if os.path.lexists(folder):
        raise Failure("work-exists", work=f"{document_kind.name}/{name}")
    questions = Questions(corpus, document_kind, catalogue, read_labels(packaged_templates(), catalogue.language))
    given_answers = dict(parse_assignments(answer or []))
    questions.fits(given_answers)
    titles = read_titles(title or [], corpus.reference.original)
    if can_ask():
        answers = ask(questions, given_answers)
        titles = titles or ask_titles(languages_of(corpus, document_kind), catalogue)
    else:
        answers = questions.settled(given_answers)
    draft = draft_work(corpus, packaged_templates(), catalogue, (document_kind, name), answers, titles)
    write_draft(draft, opened.root, folder)
    say("".join(f"{line}\n" for line in describe_draft(draft, opened, register, catalogue)))
    return draft.report.status


def parse_assignments(pairs: list[str]) -> Iterator[tuple[str, str]]:
    """Read the answers given as `FIELD=VALUE`."""
    for pair in pairs:
        field, sign, value = pair.partition("=")
        if not sign or not field.strip():
            raise Failure("set-unreadable", given=pair)
        yield field.strip(), value


def read_titles(options: list[str], original: Language) -> Mapping[Language, str]:
    """Read titles by language: `TEXT` for the original, `ru=TEXT` for another language."""
    from cica_docs.api.drafting.skeleton import read_line

    titles = {}
    for text in options:
        name, sign, rest = text.partition("=")
        language = Language(name) if sign and name in Language else original
        titles[language] = read_line(rest if sign and name in Language else text, "--title")
    return titles


def write_draft(draft: "Draft", root: Path, folder: Path) -> None:
    """Create the folder, which must be new, and its files; if one cannot be written, remove all."""
    try:
        folder.parent.mkdir(exist_ok=True)
        folder.mkdir()
    except FileExistsError:
        raise Failure("work-exists", work=draft.work) from None
    except OSError as error:
        raise Failure("not-writable", status=3, path=str(folder), reason=error.strerror or "") from None
    try:
        for output in draft.outputs:
            write_file(root / output.path, output.content)
    except BaseException:
        for output in draft.outputs:
            (root / output.path).unlink(missing_ok=True)
        folder.rmdir()
        raise


def describe_draft(
    draft: "Draft", opened: OpenedRegister, register: Path | None, catalogue: "Catalogue"
) -> Iterator[str]:
    """Describe the files written, the missing texts and the next command."""
    commands = catalogue.commands
    yield from describe_files("new.written", draft, opened, catalogue)
    if draft.placeholders:
        yield commands.sentence("new.left", placeholders=commands.count("placeholder", draft.placeholders))
    if draft.untitled:
        yield commands.sentence("new.untitled", languages=", ".join(draft.untitled))
    yield commands.word("new.order")
    yield from describe_findings(draft, catalogue)
    where = ["--register", str(register)] if register else []
    yield commands.sentence(
        "new.next",
        check=shlex.join(["cica", "check", *where, _format_path(opened.root / draft.work)]),
        render=shlex.join(["cica", "render", *where, draft.work]),
    )


def describe_files(written: str, draft: "Draft", opened: OpenedRegister, catalogue: "Catalogue") -> Iterator[str]:
    """Name the files written, below a sentence that names their work."""
    yield catalogue.commands.sentence(written, work=draft.work)
    yield from (f"  {escape_terminal(_format_path(opened.root / output.path))}" for output in draft.outputs)


def describe_findings(draft: "Draft", catalogue: "Catalogue") -> Iterator[str]:
    """Describe what the check finds in a draft."""
    from cica_docs.report.text import format_finding
    from cica_docs.report.words import report_words_of

    if draft.report.findings:
        yield ""
        words = report_words_of(catalogue)
        yield from (format_finding(finding, words) for finding in draft.report.findings)


def _format_path(path: Path) -> str:
    """Return the path relative to the current folder if it is below it, else in full."""
    try:
        return Path(os.path.realpath(path)).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
