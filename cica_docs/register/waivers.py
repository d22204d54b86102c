"""Waivers: what a work departs from and why; only recommendations can be departed from."""

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
    """A departure from what a rule finds, or from one provision, with its reason; the last day is none where open."""

    work: Work
    pointer: str
    target: str
    reason: str | Mapping[str, str]
    by: str
    until: date | None

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.work.original.at(f"{self.pointer}/rule")

    def counts(self, on: date) -> bool:
        """Whether it still counts on a day; its last day included."""
        return self.until is None or on <= self.until

    def covers(self, rule: str, provision: str) -> bool:
        """Whether it speaks of a finding."""
        return self.target in {rule, provision}


@cached_query
def waivers(corpus: Corpus) -> Mapping[str, tuple[Waiver, ...]]:
    """The waivers of each work that has any, by name."""
    found = {name: tuple(_waivers(work)) for name, work in works(corpus).items()}
    return {name: listed for name, listed in found.items() if listed}


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
    """Whether a breach may be explained instead of cured."""
    return provision is not None and provision.force in RECOMMENDING


def waiver_reason(corpus: Corpus, path: str, rule: str, provision: str) -> str | Mapping[str, str]:
    """Why a finding in a file is waived on the corpus' day; empty where it is not."""
    work = "/".join(path.split("/")[:2])
    listed = waivers(corpus).get(work, ())
    if not listed or not can_be_waived(corpus.decision.provision(provision)):
        return ""
    found = (one for one in listed if one.counts(corpus.as_of) and one.covers(rule, provision))
    return next((one.reason for one in found), "")
