"""`cica import` of what was printed before: an edition that was edited, or the answer of a delegation."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cica_docs.cli.console import say
from cica_docs.cli.import_answer import describe_left_out, describe_rest, shortened
from cica_docs.cli.new import describe_findings
from cica_docs.cli.register import OpenedRegister
from cica_docs.cli.writing import write_together
from cica_docs.i18n.messages import Catalogue
from cica_docs.values.language import Language

if TYPE_CHECKING:
    from cica_docs.api.drafting.new import Draft
    from cica_docs.api.importing.answer import Answer
    from cica_docs.api.importing.edition_back import EditionBack
    from cica_docs.api.importing.kept import Arrival

_PRINTED = frozenset({"margin", "property", "cell-lines"})
"""What every printed document has."""


def import_back(
    opened: OpenedRegister,
    catalogue: Catalogue,
    edition: tuple[str, Language],
    arrival: "Arrival",
    state: str | None,
) -> int:
    """Take over what was changed in an edition, or what a State asks of it; write the files and say what was done."""
    from cica_docs.api.importing.answer import import_answer
    from cica_docs.api.importing.edition_back import import_edition
    from cica_docs.register.naming.find import find_state
    from cica_docs.register.open import packaged_templates

    corpus, templates = opened.corpus(), packaged_templates()
    path = "/".join(edition) + ".md"
    if state is None:
        back = import_edition(corpus, templates, catalogue, edition, arrival)
        draft, lines = back.draft, tuple(_describe_edition(back, arrival, path, catalogue))
    else:
        sender = find_state(corpus, state)
        answer = import_answer(corpus, templates, catalogue, edition, (sender, arrival))
        draft, lines = answer.draft, tuple(_describe_answer(answer, sender, path, catalogue))
    if draft is not None:
        write_together(opened.root, {output.path: output.content for output in draft.outputs})
    say("".join(f"{line}\n" for line in lines))
    if draft is None:
        return 0
    say("".join(f"{line}\n" for line in _describe_draft(draft, arrival, catalogue)))
    return draft.report.status


def _describe_edition(back: "EditionBack", arrival: "Arrival", path: str, catalogue: Catalogue) -> Iterator[str]:
    words, changes = catalogue.commands, back.comparison.changes
    if changes:
        counts = {
            "changed": sum(former is not None and later is not None for former, later in changes),
            "added": sum(former is None for former, _ in changes),
            "removed": sum(later is None for _, later in changes),
        }
        yield words.sentence("word.edited", path=path, **counts)
    else:
        yield words.sentence("word.same", path=path)
    yield from _describe_altered(back.altered, catalogue)
    unplaced = tuple(entry for entry in arrival.received.unplaced if entry.kind not in _PRINTED)
    yield from describe_left_out(unplaced, arrival.received, catalogue)


def _describe_answer(answer: "Answer", state: str, path: str, catalogue: Catalogue) -> Iterator[str]:
    words, received = catalogue.commands, answer.arrival.received
    if answer.draft is None:
        yield words.sentence("word.nothing-asked", path=path)
    else:
        counts = {"proposals": len(answer.proposals), "comments": len(answer.rows)}
        yield words.sentence("word.answered", state=state, path=path, **counts)
        authors = [change.author for change in received.changes] + [remark.author for remark in received.remarks]
        if named := tuple(dict.fromkeys(author for author in authors if author)):
            yield words.sentence("word.claimed", authors=named)
    if answer.untracked:
        yield words.sentence("word.untracked", number=answer.untracked)
    yield from _describe_altered(answer.comparison.altered, catalogue)
    unplaced = tuple(entry for entry in received.unplaced if entry.kind not in _PRINTED)
    yield from describe_left_out(unplaced, received._replace(changes=(), remarks=()), catalogue)


def _describe_altered(altered: "tuple[object, ...]", catalogue: Catalogue) -> Iterator[str]:
    from cica_docs.documents.markdown.blocks import text_of
    from cica_docs.word.received import Part

    for part in altered:
        if isinstance(part, Part):
            text = " ".join(text_of(part.block).split())
            yield catalogue.commands.sentence("word.altered", number=part.paragraph, text=text)


def _describe_draft(draft: "Draft", arrival: "Arrival", catalogue: Catalogue) -> Iterator[str]:
    from cica_docs.api.importing.kept import digest_of

    words = catalogue.commands
    yield words.sentence("word.kept", path=draft.outputs[-1].path, digest=digest_of(arrival.content))
    yield from describe_findings(shortened(draft), catalogue)
    yield from describe_rest(draft, catalogue)
    yield words.sentence("record.next", check="cica check")
