"""Errors that the settings list as known: they stand and are counted, and fail no check until their last day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.report.words import report_words_of
from cica_docs.values.day import parse_day
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity


class _KnownFault(NamedTuple):
    """So many errors of a rule in a work, or in a file of reference data, that fail no check until a day."""

    work: str
    rule: str
    number: int
    until: date
    reason: Mapping[str, Any]


def set_known_faults(corpus: Corpus, findings: Iterable[Finding], catalogue: Catalogue) -> Iterator[Finding]:
    """Mark the errors that the settings list, at most as many of a rule in a work as they say."""
    listed = {(fault.work, fault.rule): fault for fault in _known_faults(corpus)}
    left = Counter({name: fault.number for name, fault in listed.items()})
    for finding in findings:
        name = ("/".join(finding.place.path.split("/")[:2]), finding.rule)
        is_error = finding.severity is Severity.ERROR and not finding.waived
        if name in listed and is_error and left[name] >= finding.count:
            left[name] -= finding.count
            yield replace(finding, known=_reason(listed[name], catalogue))
        else:
            yield finding


def _reason(fault: _KnownFault, catalogue: Catalogue) -> str:
    return report_words_of(catalogue).sentence("known.listed", until=fault.until, reason=fault.reason)


def _known_faults(corpus: Corpus) -> Iterator[_KnownFault]:
    """Yield the entries whose last day has not passed; unreadable ones are left out."""
    entries = corpus.reference.settings.get("known_faults")
    for entry in entries if isinstance(entries, list) else ():
        fault = _read(entry) if isinstance(entry, dict) else None
        if fault is not None and corpus.as_of <= fault.until:
            yield fault


def _read(entry: Mapping[str, Any]) -> _KnownFault | None:
    until, number, reason = parse_day(str(entry.get("until") or "")), entry.get("number"), entry.get("reason")
    work, rule = entry.get("work"), entry.get("rule")
    if until is None or not isinstance(number, int) or not isinstance(work, str) or not isinstance(rule, str):
        return None
    return _KnownFault(work, rule, number, until, reason if isinstance(reason, dict) else {})
