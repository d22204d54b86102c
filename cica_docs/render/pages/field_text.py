"""What a value of the front matter is called on the page."""

from collections.abc import Callable, Mapping
from datetime import date

from cica_docs.render.pages.page_data import PageData
from cica_docs.values.day import parse_partial_date


def format_field(sheet: PageData, value: object, form: str) -> tuple[str, ...]:
    """Format a value as lines: one, several for a list, none for an empty value.

    `form` is the `as` of a print plan: `state`, `period`, `label:roles` …
    """
    if value is None or (isinstance(value, str | list | tuple | Mapping) and not value):
        return ()
    if isinstance(value, list | tuple):
        return _together(sheet, tuple(line for item in value for line in format_field(sheet, item, form)), form)
    if form.startswith("label:"):
        return (sheet.labels.word(form.removeprefix("label:"), str(value), otherwise=str(value)),)
    if form.startswith("work:"):
        return (sheet.names.work(f"{form.removeprefix('work:')}/{value}"),)
    return tuple(line for line in (_FORMS.get(form, _text)(sheet, value),) if line)


def _together(sheet: PageData, lines: tuple[str, ...], form: str) -> tuple[str, ...]:
    return lines if form in _ONE_A_LINE else (sheet.labels.word("joins", "comma").join(lines),)


def format_derived_field(sheet: PageData, name: str) -> tuple[str, ...]:
    """Format a value that is derived: the status, the period in force, the day of an act."""
    if name == "status":
        standing = sheet.standing
        return (sheet.labels.stage(standing.stage, standing.since, standing.until),) if standing.stage else ()
    if name in {"applicability", "tenure", "period"}:
        return (sheet.labels.period(*sheet.period),) if any(sheet.period) else ()
    if name == "known":
        return format_field(sheet, sheet.value("/known/as_of"), "day")
    acts = sheet.events(_ACTS.get(name, name))
    if not acts:
        return ()
    act = acts[0] if name == "first-draft" else acts[-1]
    return format_field(sheet, act.get("on"), "day")


_ACTS = {"first-draft": "issued"}


def _text(sheet: PageData, value: object) -> str:
    return sheet.in_language(value) if isinstance(value, Mapping) else str(value)


def _day(sheet: PageData, value: object) -> str:
    return sheet.labels.date(str(value))


def _period(sheet: PageData, value: object) -> str:
    if not isinstance(value, Mapping):
        return _day(sheet, value)
    return sheet.labels.period(_written(value, "from"), _written(value, "to") or _written(value, "until"))


def _written(value: Mapping[str, object], key: str) -> str:
    found = value.get(key)
    return "" if found is None else str(found)


def party_name_of(sheet: PageData, value: object, on: date | None = None) -> str:
    """Return the name of a state by its code, of a body by its id, or the words for `all`."""
    code = str(value)
    if sheet.labels.has("addressed", code):
        return sheet.labels.word("addressed", code)
    name = sheet.names.state if code.isupper() else sheet.names.body
    return name(code, on or sheet.dated)


def _area(sheet: PageData, value: object) -> str:
    return sheet.names.area(str(value))


def _measure(sheet: PageData, value: object) -> str:
    words = sheet.names.measure(str(value))
    return f"{value} {words}" if words and words != value else str(value)


def _subject(sheet: PageData, value: object) -> str:
    """Return the name of a measure, an area or a dimension."""
    return _measure(sheet, value) if sheet.names.measure(str(value)) else _area(sheet, value)


def _work(sheet: PageData, value: object) -> str:
    return sheet.names.work(str(value))


def _answer(sheet: PageData, value: object) -> str:
    return sheet.labels.word("answers", "yes" if value in {True, "true"} else "no")


def _stated(sheet: PageData, value: object) -> str:
    """Format a state with a day, as in `consulted: [{state: TR, on: 2024-03-01}]`."""
    if not isinstance(value, Mapping):
        return party_name_of(sheet, value)
    on = str(value.get("on") or "")
    known = parse_partial_date(on)
    name = party_name_of(sheet, value.get("state", ""), known.first if known else None)
    return f"{name} ({sheet.labels.date(on)})" if on else name


_ONE_A_LINE = frozenset({"measures", "subjects", "works", "states"})

_FORMS: dict[str, Callable[[PageData, object], str]] = {
    "text": _text,
    "texts": _text,
    "day": _day,
    "period": _period,
    "state": party_name_of,
    "states": _stated,
    "party": party_name_of,
    "body": party_name_of,
    "area": _area,
    "measures": _measure,
    "subjects": _subject,
    "work": _work,
    "works": _work,
    "bool": _answer,
}
