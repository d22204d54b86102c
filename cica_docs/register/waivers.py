"""Waivers: departures of a work with their reasons; only recommendations can be departed from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.works import Work, works
from cica_docs.values.day import parse_day
from cica_docs.values.provision import Provision
from cica_docs.values.span import Place

RECOMMENDING = frozenset({"should", "as-a-rule", "expected", "preferably"})


@dataclass(frozen=True, eq=False)
class Waiver:
    """A departure from the findings of a rule or from a provision, with its reason; open if `until` is None."""

    work: Work
    pointer: str
    target: str
    reason: str | Mapping[str, str]
    by: str
    until: date | None

    @property
    def place(self) -> Place:
        """The place of the waiver in its document."""
        return self.work.original.at(f"{self.pointer}/rule")

    def applies(self, on: date) -> bool:
        """Whether it applies on a day; its last day included."""
        return self.until is None or on <= self.until

    def covers(self, rule: str, provision: str) -> bool:
        """Whether it applies to the findings of a rule or provision."""
        return self.target in {rule, provision}


@cached_query
def waivers(corpus: Corpus) -> Mapping[str, tuple[Waiver, ...]]:
    """Map works by name to their waivers; works without any are left out."""
    by_name = {name: tuple(_waivers(work)) for name, work in works(corpus).items()}
    return {name: entries for name, entries in by_name.items() if entries}


def _waivers(work: Work) -> list[Waiver]:
    entries = work.original.get("/waivers")
    return [
        Waiver(work, f"/waivers/{index}", entry["rule"], entry["reason"], str(entry.get("by") or ""), _until(entry))
        for index, entry in enumerate(entries if isinstance(entries, list) else ())
        if isinstance(entry, dict)
        and isinstance(entry.get("rule"), str)
        and isinstance(entry.get("reason"), str | dict)
    ]


def _until(entry: Mapping[str, Any]) -> date | None:
    return parse_day(str(entry.get("until") or ""))


def can_be_waived(provision: Provision | None) -> bool:
    """Whether a breach of a provision may be explained instead of corrected."""
    return provision is not None and provision.force in RECOMMENDING


def waiver_reason(corpus: Corpus, path: str, rule: str, provision: Provision | None) -> str | Mapping[str, str]:
    """Return the reason for which a finding in a file is waived on the corpus' day, or ""."""
    work = "/".join(path.split("/")[:2])
    candidates = waivers(corpus).get(work, ())
    if not candidates or provision is None or not can_be_waived(provision):
        return ""
    applicable = (waiver for waiver in candidates if waiver.applies(corpus.as_of) and waiver.covers(rule, provision.id))
    return next((waiver.reason for waiver in applicable), "")
