"""The command `cica import`."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cica_docs.cli.complete import complete_states
from cica_docs.cli.console import say
from cica_docs.cli.import_answer import describe_offers, describe_paper, describe_rest, describe_version, shortened
from cica_docs.cli.new import describe_draft, parse_assignments, read_titles, write_draft
from cica_docs.cli.options import AsOf, Lang, LanguageChoice, Register, choose_language, parse_day_option
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.cli.writing import write_together
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

if TYPE_CHECKING:
    from cica_docs.api.drafting.questionnaire import Answers
    from cica_docs.api.importing.new_paper import ImportedPaper
    from cica_docs.documents.kind import Kind
    from cica_docs.i18n.messages import Catalogue
    from cica_docs.word.received import Received


def import_word(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A Word document; old formats if LibreOffice is there.")],
    name: Annotated[
        str | None,
        typer.Option("--as", metavar="KIND/ID", help="The work that it is or becomes: concept-paper/x."),
    ] = None,
    language: Annotated[
        Language | None,
        typer.Option(
            "--language",
            click_type=LanguageChoice(),
            help="The language of its text. Default: as printed, else that of originals.",
        ),
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="STATE",
            help="It is the answer of this State: its changes become proposals, its comments rows of comments.yaml.",
            autocompletion=complete_states,
        ),
    ] = None,
    received_on: Annotated[
        str | None, typer.Option("--received", metavar="DAY", help="The day on which it came in; today if left out.")
    ] = None,
    title: Annotated[
        list[str] | None,
        typer.Option("--title", metavar="TEXT", help="The title, if the document has another; as ru=TEXT too."),
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
    """Bring a Word document into the register: a new paper, an edition that was edited, or a delegation's answer.

    Headings of a new paper become the sections of its kind; the facts that it names are offered. A document that cica
    printed is recognised, and what was changed in it is taken over, whether tracked or not. With --from nothing is
    taken over: it becomes proposals in brackets and comments. What has no place is listed.

      cica import tourism.docx --as concept-paper/tourism-2027 --set area=tourism

      cica import edited.docx

      cica import answer.docx --from XB --received 2026-11-20
    """
    from cica_docs.api.importing.kept import Arrival
    from cica_docs.api.importing.printed import printed_origin
    from cica_docs.cli.import_back import import_back
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates
    from cica_docs.word.convert import old_format_of, to_docx
    from cica_docs.word.reader import read_word

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, as_of)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    content = _read_file(file)
    received = read_word(to_docx(content, file.name), file.name)
    corpus = opened.corpus()
    origin = printed_origin(received)
    work = (name or (origin.work if origin else "")).strip().rstrip("/")
    if work.count("/") != 1:
        raise _unnamed(opened, received, file)
    written_in = language or (Language(origin.language) if origin else corpus.reference.original)
    day = parse_day_option(received_on) if received_on else corpus.as_of
    if state or corpus.document(work, written_in):
        ending = old_format_of(content) or "docx"
        arrival = Arrival(file.name, content, received, day.isoformat(), ending)
        return import_back(opened, catalogue, (work, written_in), arrival, state)
    text = NewText(work, received, written_in, title or [], answer or [])
    return _import_new(opened, register, catalogue, text)


class NewText(NamedTuple):
    """A document that becomes a new work, and what was given about it."""

    work: str
    received: "Received"
    language: Language
    titles: list[str]
    answers: list[str]


def _import_new(opened: OpenedRegister, register: Path | None, catalogue: "Catalogue", text: NewText) -> int:
    from cica_docs.api.drafting.work_names import find_kind, require_free_id
    from cica_docs.api.importing.new_paper import import_paper, import_translation
    from cica_docs.register.open import packaged_templates

    corpus = opened.corpus()
    titles = read_titles(text.titles, corpus.reference.original)
    read = (text.received, text.language)
    if (original := corpus.document(text.work)) is not None:
        if not original.is_shown_whole:
            raise Failure("work-withheld", work=text.work)
        version = import_translation(corpus, packaged_templates(), catalogue, original, read, titles)
        write_together(opened.root, {output.path: output.content for output in version.draft.outputs})
        say("".join(f"{line}\n" for line in describe_version(version, text.received, opened, catalogue)))
        return version.draft.report.status
    kind_name, _, id = text.work.partition("/")
    kind = find_kind(corpus.kinds, kind_name)
    work = (kind, require_free_id(corpus, kind, id))
    folder = opened.root / kind.name / id
    if os.path.lexists(folder):
        raise Failure("work-exists", work=f"{kind.name}/{id}")
    answers = _answers(opened, kind, read, dict(parse_assignments(text.answers)), catalogue)
    paper = import_paper(corpus, packaged_templates(), catalogue, work, read, (answers, titles))
    write_draft(paper.draft, opened.root, folder)
    return _describe(paper, text, opened, register, catalogue)


def _describe(
    paper: "ImportedPaper", text: NewText, opened: OpenedRegister, register: Path | None, catalogue: "Catalogue"
) -> int:
    say("".join(f"{line}\n" for line in describe_paper(paper, text.received, catalogue)))
    say("".join(f"{line}\n" for line in describe_draft(shortened(paper.draft), opened, register, catalogue)))
    say("".join(f"{line}\n" for line in describe_rest(paper.draft, catalogue)))
    return paper.draft.report.status


def _read_file(path: Path) -> bytes:
    """Return the bytes of a file, at most one more than the limit: a device has no end."""
    from cica_docs.word.package import MOST_BYTES

    try:
        if not path.is_file():
            raise Failure(
                "word-missing", path=str(path), reason=os.strerror(errno.EISDIR if path.is_dir() else errno.ENOENT)
            )
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Failure("word-missing", path=str(path), reason=error.strerror or "") from None


def _unnamed(opened: OpenedRegister, received: "Received", file: Path) -> Failure:
    """Return the failure of a call without `--as`, with names that would do."""
    from cica_docs.api.drafting.work_names import likely_id
    from cica_docs.api.importing.facts import kinds_named

    kinds = kinds_named(opened.corpus().kinds, received.blocks) or tuple(opened.corpus().kinds.kinds)[:1]
    id = next(iter(likely_id(file.stem)), "new-1")
    return Failure("word-unnamed", suggestion=tuple(f"--as {kind}/{id}" for kind in kinds))


def _answers(
    opened: OpenedRegister,
    kind: "Kind",
    text: "tuple[Received, Language]",
    given: Mapping[str, str],
    catalogue: "Catalogue",
) -> "Answers":
    """Return the given answers and those that the user adds on a terminal, once what the text names is shown."""
    from cica_docs.api.drafting.questionnaire import Questions
    from cica_docs.api.importing.facts import offers_of
    from cica_docs.cli.asking import ask, can_ask
    from cica_docs.documents.markdown.blocks import text_of
    from cica_docs.i18n.labels import read_labels
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    received, language = text
    corpus, templates = opened.corpus(), packaged_templates()
    questions = Questions(corpus, kind, catalogue, read_labels(templates, catalogue.language))
    questions.fits(given)
    spoken = Questions(corpus, kind, read_catalogue(templates, language), read_labels(templates, language))
    offers = [offer for offer in offers_of(spoken, language, text_of(received.blocks)) if offer.field not in given]
    say("".join(f"{line}\n" for line in describe_offers(offers, catalogue)))
    return ask(questions, given) if can_ask() else questions.settled(given)
