"""Facts that a text tells: offered to whoever imports it, never written on the strength of a guess."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cica_docs.api.drafting.questionnaire import Questions
from cica_docs.documents.kind import Kind, Kinds, Question
from cica_docs.documents.markdown.blocks import Block, Heading, Paragraph, text_of
from cica_docs.languages import days_of
from cica_docs.text.inflection import find_inflected
from cica_docs.text.profile import profile_of
from cica_docs.values.language import Language
from cica_docs.word.received import Part

_MOST_OFFERED = 6
_MOST_TEXT = 200_000


class Offer(NamedTuple):
    """The answers to a question that a text names, in its order: what is written, and what it is called."""

    field: str
    values: tuple[tuple[str, str], ...]


def offers_of(questions: Questions, language: Language, text: str) -> tuple[Offer, ...]:
    """Return what a text names of what the kind asks for; `questions` speak the language of the text."""
    offers = []
    for question in questions.kind.questions:
        values = tuple(_named(questions, question, language, text[:_MOST_TEXT]))[:_MOST_OFFERED]
        if values:
            offers.append(Offer(question.field, values))
    return tuple(offers)


def _named(questions: Questions, question: Question, language: Language, text: str) -> Iterator[tuple[str, str]]:
    if question.source == "day":
        yield from ((day, "") for day in days_of(questions.corpus, language, text))
        return
    places = ((_place(choice.name, language, text), choice) for choice in questions.choices(question, {}))
    named = sorted((at, choice.value, choice.name) for at, choice in places if at >= 0)
    yield from ((value, name) for _, value, name in named)


def _place(name: str, language: Language, text: str) -> int:
    """Return where a name, in any of its forms, is first in a text, or -1."""
    match = next(find_inflected(profile_of(language).in_small(name), language, text), None)
    return -1 if match is None else match.start()


def title_candidates(parts: Sequence[Part]) -> tuple[str, ...]:
    """Return the lines at the head of a document that may be its title: set apart, before its first paragraph."""
    candidates = []
    for part in parts[:_MOST_OFFERED]:
        if not isinstance(part.block, Heading | Paragraph) or not (
            part.is_bold or part.is_centred or isinstance(part.block, Heading)
        ):
            break
        candidates.append(" ".join(text_of(part.block).split()))
    return tuple(candidates)


def kinds_named(kinds: Kinds, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the kinds of document that the head of a text names, in the order of the text."""
    head = "\n".join(text_of(block) for block in blocks[:_MOST_OFFERED])
    places = ((min(_places(kind, head), default=-1), kind.name) for kind in kinds.kinds.values())
    return tuple(name for at, name in sorted(places) if at >= 0)


def _places(kind: Kind, head: str) -> list[int]:
    return [at for language, title in kind.title.items() if (at := _place(title, Language(language), head)) >= 0]
