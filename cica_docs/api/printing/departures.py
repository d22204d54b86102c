"""What a work departs from, as its page says it: the provision in words, the reason, who says so and until when."""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.law.days import day_of_place
from cica_docs.register.waivers import Waiver, can_be_waived, waivers
from cica_docs.register.works import Work, work_named
from cica_docs.render.pages.page_data import Departure
from cica_docs.rules.rule import find_rule
from cica_docs.values.language import SOURCE_LANGUAGE, Language
from cica_docs.values.provision import Provision, number_of, text_of


def departures_of(corpus: Corpus, work: Work, language: Language) -> tuple[Departure, ...]:
    """Return the waivers of a work that apply on the day of the corpus."""
    return tuple(_departures(corpus, work, language))


def _departures(corpus: Corpus, work: Work, language: Language) -> Iterator[Departure]:
    for waiver in waivers(corpus).get(work.name, ()):
        provision = _provision(corpus, waiver)
        if provision and can_be_waived(provision) and waiver.applies(corpus.as_of):
            yield Departure(
                clause="" if provision.is_house_rule else _clause_of(corpus, provision.id, language),
                says=provision.says[language],
                reason=_reason(waiver, language),
                by=waiver.by,
                until=waiver.until.isoformat() if waiver.until else "",
            )


def _provision(corpus: Corpus, waiver: Waiver) -> Provision | None:
    rule = find_rule(waiver.target)
    day = day_of_place(corpus, waiver.place)
    return corpus.decision.provision(rule.provision_under(corpus.decision, on=day) if rule else waiver.target, day)


def _clause_of(corpus: Corpus, id: str, language: Language) -> str:
    """Return the number of the clause of a provision; of a text beside the decision with its title."""
    work = work_named(corpus, f"decision/{text_of(id)}")
    return ", ".join(filter(None, (number_of(id), work.title(language) if work else text_of(id))))


def _reason(waiver: Waiver, language: Language) -> str:
    if isinstance(waiver.reason, str):
        return waiver.reason
    return str(waiver.reason.get(language.value) or waiver.reason.get(SOURCE_LANGUAGE) or "")
