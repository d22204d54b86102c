"""What a new work needs to know: the questions of its kind, the answers to choose from, and whether one will do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cica_docs.api.drafting.skeleton import read_line
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Kind, Question
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.messages import Catalogue
from cica_docs.i18n.written_day import read_written_day
from cica_docs.register.naming.find import ids_meant, names_of, suggest
from cica_docs.register.open import packaged_templates
from cica_docs.register.references import candidates_of
from cica_docs.register.works import works_of
from cica_docs.values.day import parse_day
from cica_docs.values.failure import Failure
from cica_docs.values.texts import Hint

Answers = Mapping[str, str]

# What is written into front matter by name; a register may hold names that its own check refuses.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_FREE = frozenset({"day", "text"})
# The categories of names to choose from, where the source of the question does not name them.
_CATEGORIES = {"member-state": ["state"], "party": ["state", "body"]}


@dataclass(frozen=True)
class Choice:
    """An answer to choose: what is written, and what it is called in the reader's language."""

    value: str
    name: str


@dataclass(frozen=True, eq=False)
class Questions:
    """The questions of a kind, as one reader of a register is asked them."""

    corpus: Corpus
    kind: Kind
    catalogue: Catalogue
    labels: Labels

    def next(self, answers: Answers) -> Question | None:
        """Return the first question without an answer."""
        return next((question for question in self._apply(answers) if question.field not in answers), None)

    def prompt(self, question: Question) -> str:
        """Return the question in the language of the reader."""
        return question.prompt[self.catalogue.language]

    def choices(self, question: Question, before: Answers) -> tuple[Choice, ...]:
        """List the possible answers given the earlier ones; empty if any day or text is accepted."""
        if question.source in _FREE:
            return ()
        names = {
            **self._named(question, before),
            **{choice: self._label(question, choice) for choice in question.choices},
            **self._bodies(question),
        }
        return tuple(Choice(value, name) for value, name in names.items() if _NAME.fullmatch(value))

    def settled(self, given: Answers) -> Answers:
        """Return all answers, canonical, in the order of the questions.

        Raise `Failure` for missing fields, naming all of them.
        """
        settled: dict[str, str] = {}
        while (question := self.next(settled)) and question.field in given:
            settled[question.field] = self.answer(question, given[question.field], settled)
        missing = tuple(self._missing({**given, **settled}))
        if missing:
            raise Failure("answers-missing", kind=self.kind.title, missing=missing)
        return settled

    def fits(self, given: Answers) -> None:
        """Raise `Failure` if a field is given that no question asks for."""
        known = tuple(dict.fromkeys(question.field for question in self._apply(given, may=True)))
        for field in given:
            if field not in known:
                near = suggest(field, dict.fromkeys(known, ()))
                raise Failure("field-unasked", field=field, kind=self.kind.title, known=known, suggestion=near)

    def answer(self, question: Question, text: str, before: Answers) -> str:
        """Parse an answer into the form in which it is written; raise `Failure` if it is invalid."""
        given = text.strip()
        if question.source == "day":
            return _day(question, given, before)
        if question.source == "text":
            return self._text(question, given)
        choices = self.choices(question, before)
        if not choices:
            raise Failure("nothing-to-choose", kind=self.kind.title, what=self._wanted(question))
        if not given:
            raise Failure("line-empty", option=question.field)
        for choice in choices:
            if given == choice.value or given.casefold() in {choice.value.casefold(), choice.name.casefold()}:
                return choice.value
        names = {choice.value: (choice.name, *self._called(question, choice.value)) for choice in choices}
        meant = ids_meant(given, names)
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise Failure("name-ambiguous", name=given, known=meant)
        known, suggestion = tuple(names), suggest(given, names)
        raise Failure("answer-unknown", answer=given, field=question.field, known=known, suggestion=suggestion)

    def _apply(self, answers: Answers, *, may: bool = False) -> Iterator[Question]:
        """Return the questions that apply under these answers; with `may` also those that may yet apply."""
        for question in self.kind.questions:
            if question.asked_by and not self.corpus.decision.binding(question.asked_by):
                continue
            wanted = question.when or {}
            if all(answers.get(field) == value or (may and field not in answers) for field, value in wanted.items()):
                yield question

    def _missing(self, given: Answers) -> Iterator[str]:
        """Yield the fields still to be answered, each once, with the answers under which it is asked."""
        yield from dict.fromkeys(
            self._describe_missing(question, given)
            for question in self._apply(given, may=True)
            if question.field not in given
        )

    @staticmethod
    def _describe_missing(question: Question, given: Answers) -> str:
        undecided = {field: value for field, value in (question.when or {}).items() if field not in given}
        condition = ", ".join(f"{field}={value}" for field, value in undecided.items())
        return f"{question.field} ({condition})" if condition else question.field

    def _named(self, question: Question, before: Answers) -> Mapping[str, str]:
        """Yield the ids of the category in question, each with its name."""
        corpus, language, source = self.corpus, self.catalogue.language, question.source
        reference, members = corpus.reference, corpus.reference.members(corpus.as_of)
        match source:
            case "choice":
                return {}
            case "member-state":
                ids: tuple[str, ...] = members
            case "party":
                ids = (*members, *reference.all("body"))
            case "measure":
                ids = self._measures(before.get("area", ""))
            case _ if source in corpus.kinds.every:
                return {work.id: work.title(language) for work in works_of(corpus, source)}
            case _:
                ids = candidates_of(corpus, source)
        return {id: self._name(source, id) for id in ids}

    def _measures(self, area: str) -> tuple[str, ...]:
        """Return the measures of an area or dimension; all measures if it has none on record."""
        reference = self.corpus.reference
        areas = {area, *(id for id, entry in reference.all("area").items() if entry.get("dimension") == area)}
        ids = reference.all("measure")
        return tuple(id for id, entry in ids.items() if entry.get("area") in areas) or tuple(ids)

    def _called(self, question: Question, value: str) -> Sequence[str]:
        """Return what reference data calls a choice, in all languages."""
        source = question.source
        categories = _CATEGORIES.get(source, source.split("-or-"))
        return names_of(self.corpus, *categories).get(value, ()) if source not in self.corpus.kinds.every else ()

    def _name(self, source: str, id: str) -> str:
        reference = self.corpus.reference
        categories = _CATEGORIES.get(source, source.split("-or-"))
        category = next((category for category in categories if id in reference.all(category)), categories[0])
        return reference.names(category, id, self.corpus.as_of)[self.catalogue.language]

    def _bodies(self, question: Question) -> Mapping[str, str]:
        """Return the names of the bodies that have one of the roles in question."""
        reference, language = self.corpus.reference, self.catalogue.language
        bodies = filter(None, map(reference.role, question.roles))
        return {body: reference.names("body", body, self.corpus.as_of)[language] for body in bodies}

    def _label(self, question: Question, value: str) -> str:
        for group in (f"{question.field}s", f"item-{question.field}s"):
            if self.labels.has(group, value):
                return self.labels.word(group, value)
        return value

    def _text(self, question: Question, given: str) -> str:
        """Validate one line of text against the schema of the field."""
        text = read_line(given, question.field)
        shape = self.kind.shape
        node = shape.resolve(shape.schema.get("properties", {}).get(question.field, {}))
        if not re.search(str(node.get("pattern") or ""), text):
            raise Failure("answer-malformed", field=question.field, expected=Hint(node.get("x-expect", "")))
        return text

    def _wanted(self, question: Question) -> str:
        kind = self.corpus.kind(question.source)
        return f"cica new {kind.name} ID" if kind else f"reference/{_FILES.get(question.source, question.source)}.yaml"


_FILES = {
    "area": "areas",
    "area-or-dimension": "areas",
    "state": "states",
    "member-state": "states",
    "body": "bodies",
    "measure": "measures",
}


def _day(question: Question, given: str, before: Answers) -> str:
    day = read_written_day(packaged_templates(), given)
    if day is None:
        raise Failure("day-unreadable", day=given)
    stem, _, end = question.field.rpartition("_")
    first = parse_day(before.get(f"{stem}_from", "")) if end == "to" else None
    if first is not None and day < first:
        raise Failure("period-reversed", last=day, first=first)
    return day.isoformat()
