"""New works of every kind, drafted with answers that fit the worked example."""

from cica_docs.api.drafting.new import Draft, draft_work
from cica_docs.api.drafting.questionnaire import Questions
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kind
from cica_docs.i18n.labels import read_labels
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.values.language import Language

# Where the states of the worked example serve, and whom they may address.
FITTING = {"area": "environment-protection", "addressee": "soc"}
SERVING = {"coordinator": "XA", "co-coordinator": "XB"}
PERIODS = {"completion-report": {"period_from": "2026-03-01", "period_to": "2029-06-30"}}


def questions_of(corpus: Corpus, kind: Kind, language: Language = Language("en")) -> Questions:
    """The questions of a kind."""
    return Questions(
        corpus, kind, read_catalogue(packaged_templates(), language), read_labels(packaged_templates(), language)
    )


def answers_to(questions: Questions, first: dict[str, str]) -> dict[str, str]:
    """What fits the worked example, else the first choice, for every question that `first` leaves open."""
    fitting = {**FITTING, **PERIODS.get(questions.kind.name, {}), **first}
    answers: dict[str, str] = {}
    while question := questions.next(answers):
        choices = questions.choices(question, answers)
        free = choices[0].value if choices else "0" * 64
        if question.source == "day":
            free = "2028-12-31" if question.field.endswith("_to") else "2027-01-01"
        elif question.source == "member-state":
            free = SERVING.get(answers.get("role", ""), free)
        answers[question.field] = fitting.get(question.field, free)
    return answers


def drafted(corpus: Corpus, kind: Kind, first: dict[str, str], titles: dict[Language, str] | None = None) -> Draft:
    """A new work of a kind, with its files."""
    catalogue = read_catalogue(packaged_templates(), Language("en"))
    answers = questions_of(corpus, kind).settled(answers_to(questions_of(corpus, kind), first))
    return draft_work(corpus, packaged_templates(), catalogue, (kind, "brand-new"), answers, titles or {})


def with_what_it_needs(corpus: Corpus, kind: Kind) -> Corpus:
    """The corpus with a work of every kind that this kind asks for."""
    for question in kind.questions:
        needed = corpus.kinds.kinds.get(question.source)
        if needed is not None and not any(original.kind == needed.name for original in corpus.originals):
            corpus = with_what_it_needs(corpus, needed)
            files = {output.path: output.content for output in drafted(corpus, needed, {}).outputs}
            corpus = read_corpus(OverlaySnapshot(corpus.snapshot, MemorySnapshot(files)), corpus.kinds, corpus.as_of)
    return corpus
