"""Consents: those recorded with an act, and those of states to uses of information that they provided."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, read_names
from cica_docs.register.restricted import rewritten_consents as consent_record
from cica_docs.register.restricted.items import InformationItem, RestrictedSection, information_items
from cica_docs.register.restricted.rewritten_consents import (
    given_days_of,
    is_corrected_by_itself,
    rewritten_consents,
)
from cica_docs.register.works import Work, works_of
from cica_docs.values.day import PartialDate, parse_day, parse_partial_date

KIND = consent_record.KIND
PUBLIC = consent_record.PUBLIC
EVERY_MEMBER = consent_record.EVERY_MEMBER


def consents_in(act: Event) -> Mapping[str, PartialDate]:
    """Map states that consented to an act to the date of their first consent."""
    entries = act.data.get("consents")
    first_dates: dict[str, PartialDate] = {}
    for entry in entries if isinstance(entries, list) else ():
        on = parse_partial_date(str(entry.get("on") or "")) if isinstance(entry, dict) else None
        if on is not None and isinstance(entry.get("by"), str):
            first_dates[entry["by"]] = min(on, first_dates.get(entry["by"], on))
    return first_dates


class Consent(NamedTuple):
    """The consent of a state to uses of an item: `scope` holds publish, transfer or quote, `to` the beneficiaries.

    `given` is the first day on which it certainly was given, `revoked` the first on which it may have been revoked.
    """

    work: Work
    item: str
    by: str
    scope: tuple[str, ...]
    to: tuple[str, ...]
    first: date
    last: date
    given: date
    revoked: date

    def is_valid(self, on: date) -> bool:
        """Whether it is valid on a day."""
        return max(self.first, self.given) <= on <= self.last and on < self.revoked

    def covers(self, corpus: Corpus, purpose: str, to: Collection[str], on: date) -> bool:
        """Whether it allows a use by, or transfer to, all of `to`: codes, `all` Member States, the `public`."""
        if purpose not in self.scope or not to:
            return False
        if PUBLIC in self.to or PUBLIC in to:
            return PUBLIC in self.to
        to_members = EVERY_MEMBER in self.to
        return all(
            beneficiary in self.to
            or (to_members and (beneficiary == EVERY_MEMBER or corpus.reference.is_member(beneficiary, on)))
            for beneficiary in to
        )


@cached_query
def consents_by_item(corpus: Corpus) -> Mapping[str, tuple[Consent, ...]]:
    """Map ids of items to the readable consents."""
    by_item: dict[str, list[Consent]] = {}
    for consent in _consents(corpus):
        by_item.setdefault(consent.item, []).append(consent)
    return {item: tuple(consents) for item, consents in by_item.items()}


def _consents(corpus: Corpus) -> Iterator[Consent]:
    for work in works_of(corpus, KIND):
        original = work.original
        item, by = original.get("/item"), original.get("/by")
        first, until = parse_day(str(original.get("/period/from") or "")), original.get("/period/to")
        last = date.max if until is None else parse_day(str(until))
        if isinstance(item, str) and isinstance(by, str) and first and last:
            yield Consent(
                work,
                item,
                by,
                read_names(original.get("/scope")),
                read_names(original.get("/to")),
                first,
                last,
                min(given_days_of(work), default=date.max),
                _revoked(work),
            )


def _revoked(work: Work) -> date:
    """Return the first day on which a consent may have been revoked, whoever recorded it, else `date.max`."""
    record = work.original.record
    recorded = {act.pointer: act for act in record.counting}
    if not is_corrected_by_itself(work):
        recorded.update({act.pointer: act for act in record.written})
    revoked = [parse_partial_date(str(act.data.get("on") or "")) for act in recorded.values() if act.is_of("revoked")]
    days = [on.first for on in revoked if on is not None]
    return min(days, default=date.min) if revoked else date.max


class MissingConsent(NamedTuple):
    """A provider without whose consent an item was used; `lapsed` are its consents to the use that were not valid."""

    provider: str
    lapsed: tuple[Consent, ...]


def missing_consents(
    corpus: Corpus, item: str, providers: Collection[str], purpose: str, to: Collection[str], on: date
) -> tuple[MissingConsent, ...]:
    """Return the providers without a valid consent to a use on a day."""
    missing = []
    for provider in dict.fromkeys(providers):
        consents = [
            consent
            for consent in consents_by_item(corpus).get(item, ())
            if consent.by == provider and consent.covers(corpus, purpose, to, on)
        ]
        if not any(consent.is_valid(on) for consent in consents):
            missing.append(MissingConsent(provider, tuple(consents)))
    return tuple(missing)


def is_consented(
    corpus: Corpus, item: str, providers: Collection[str], purpose: str, to: Collection[str], on: date
) -> bool:
    """Whether every provider consents to a use on a day; False if no provider is on record."""
    return bool(providers) and not missing_consents(corpus, item, providers, purpose, to, on)


def is_public(corpus: Corpus, item: InformationItem) -> bool:
    """Whether an item may be shown to everybody on the corpus' day."""
    return not item.is_restricted or may_be_published(corpus, item.id, item.providers)


def is_public_section(corpus: Corpus, mark: RestrictedSection) -> bool:
    """Whether a restricted section may be shown: by consent to the publication of its item."""
    item = information_items(corpus).get(mark.item)
    if item is None or not item.providers or not mark.section or not mark.providers:
        return False
    return may_be_published(corpus, item.id, (*mark.providers, *item.providers))


def may_be_published(corpus: Corpus, item: str, providers: Collection[str]) -> bool:
    """Whether every provider consents to the publication of an item, in a consent that no change has rewritten."""
    # A past day is printed now, so a consent that has been revoked since, on any day, is not enough.
    consenting = {
        consent.by
        for consent in consents_by_item(corpus).get(item, ())
        if consent.revoked == date.max
        and consent.work.name not in rewritten_consents(corpus)
        and consent.is_valid(corpus.as_of)
        and consent.covers(corpus, "publish", (PUBLIC,), corpus.as_of)
    }
    return bool(providers) and consenting.issuperset(providers)
