"""The provisions of a file, and the amendments of each, as they are written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from cica_docs.documents.document import DataFile
from cica_docs.values.day import parse_partial_date
from cica_docs.values.language import SOURCE_LANGUAGE
from cica_docs.values.provision import Amendment, Provision, Strictness
from cica_docs.values.texts import Texts, texts_by_language


def read_provisions(file: DataFile | None, text: str = "") -> Iterator[Provision]:
    """Yield the provisions of a file as they were first written, each with its amendments.

    Those of a further text have its name before their ids: `event-guidelines:3/notice`.
    """
    entries = file.front.get("/provisions") if file else None
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            provision = _provision(entry)
            yield replace(provision, id=f"{text}:{provision.id}") if text else provision


def day_of_entry(entry: Mapping[str, Any]) -> date:
    """Return the day from which a dated entry holds; the earliest of all if it says none."""
    when = parse_partial_date(str(entry.get("from") or ""))
    return when.first if when else date.min


def _names(value: Any) -> tuple[str, ...]:
    return tuple(name for name in value if isinstance(name, str)) if isinstance(value, list) else ()


def _provision(entry: Mapping[str, Any]) -> Provision:
    binds = entry.get("binds")
    values = entry.get("values")
    obligation = entry.get("obligation")
    listed = obligation if isinstance(obligation, list) else [obligation]
    return Provision(
        id=entry["id"],
        force=str(entry.get("force") or ""),
        addressee=str(entry.get("addressee") or ""),
        says=texts_by_language(entry.get("says")),
        binds=Strictness(binds) if binds in set(Strictness) else Strictness.DRAFT,
        unchecked=_reason(entry.get("unchecked")),
        not_yet=_reason(entry.get("not_yet")),
        values={
            str(name): tuple(value for value in dated if isinstance(value, dict))
            for name, dated in (values if isinstance(values, dict) else {}).items()
            if isinstance(dated, list)
        },
        obligations=tuple(each for each in listed if isinstance(each, dict)),
        enforced_by=_names(entry.get("enforced_by")),
        basis_of=_names(entry.get("basis_of")),
        source=_names(entry.get("source")),
        confidence=str(entry.get("confidence") or ""),
        since=day_of_entry(entry),
        by=str(entry.get("by") or ""),
        amendments=tuple(sorted(map(_amendment, _entries(entry.get("amended"))), key=lambda each: each.since)),
    )


def _entries(value: Any) -> list[Mapping[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _reason(value: Any) -> Texts:
    """Read a reason in three languages, or in English only."""
    return texts_by_language(value if isinstance(value, dict) else {SOURCE_LANGUAGE: value}) if value else {}


# What an amendment may put in the place of a part of a provision, and how it is read; numbers are dated by themselves.
_AMENDABLE: Mapping[str, Callable[[Any], Any]] = {
    "force": str,
    "addressee": str,
    "says": texts_by_language,
    "enforced_by": _names,
    "unchecked": _reason,
}


def _amendment(entry: Mapping[str, Any]) -> Amendment:
    changes = {name: read(entry[name]) for name, read in _AMENDABLE.items() if name in entry}
    return Amendment(day_of_entry(entry), str(entry.get("by") or ""), changes, entry.get("repealed") is True)
