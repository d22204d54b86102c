"""Format values of the front matter for the page."""

from collections.abc import Callable, Mapping
from datetime import date

from cica_docs.render.pages.page_data import PageData
from cica_docs.values.day import parse_partial_date


def format_field(page: PageData, value: object, form: str) -> tuple[str, ...]:
    """Format a value as lines: one, several for a list, none for an empty value.

    `form` is the `as` of a print plan: `state`, `period`, `label:roles` …
    """
    if value is None or (isinstance(value, str | list | tuple | Mapping) and not value):
        return ()
    if isinstance(value, list | tuple):
        return _together(page, tuple(line for item in value for line in format_field(page, item, form)), form)
    if form.startswith("label:"):
        return (page.labels.word(form.removeprefix("label:"), str(value), otherwise=str(value)),)
    if form.startswith("work:"):
        return (page.names.work(f"{form.removeprefix('work:')}/{value}"),)
    return tuple(line for line in (FORMS.get(form, _text)(page, value),) if line)


def _together(page: PageData, lines: tuple[str, ...], form: str) -> tuple[str, ...]:
    return lines if form in _ONE_A_LINE else (page.labels.word("joins", "comma").join(lines),)


def format_derived_field(page: PageData, name: str) -> tuple[str, ...]:
    """Format a value that is derived: the status, the period in force, the day of an act."""
    if name == "status":
        standing = page.standing
        if not standing.stage:
            return ()
        return (page.labels.stage(standing.stage, standing.since, standing.until, gender=page.gender),)
    if name in PERIODS:
        return (page.labels.period(*page.period),) if any(page.period) else ()
    if name == "known":
        return format_field(page, page.value("/known/as_of"), "day")
    acts = page.events(_ACTS.get(name, name))
    if not acts:
        return ()
    act = acts[0] if name == "first-draft" else acts[-1]
    return format_field(page, act.get("on"), "day")


PERIODS = frozenset({"applicability", "tenure", "period"})
"""Names of the period in force."""
_ACTS = {"first-draft": "issued"}


def _text(page: PageData, value: object) -> str:
    return page.in_language(value) if isinstance(value, Mapping) else str(value)


def _day(page: PageData, value: object) -> str:
    return page.labels.date(str(value))


def _period(page: PageData, value: object) -> str:
    if not isinstance(value, Mapping):
        return _day(page, value)
    return page.labels.period(_written(value, "from"), _written(value, "to") or _written(value, "until"))


def _written(value: Mapping[str, object], key: str) -> str:
    text = value.get(key)
    return "" if text is None else str(text)


def party_name_of(page: PageData, value: object, on: date | None = None) -> str:
    """Return the name of a state by its code, of a body by its id, or the words for `all`."""
    code = str(value)
    if page.labels.has("addressed", code):
        return page.labels.word("addressed", code)
    name = page.names.state if code.isupper() else page.names.body
    return name(code, on or page.dated)


def _channel(page: PageData, value: object) -> str:
    """Return the body through which a paper went, or another way."""
    channel = str(value)
    name = page.letterhead.form(channel, "channel")
    return name or page.labels.word("channels", channel, otherwise=party_name_of(page, channel))


def _area(page: PageData, value: object) -> str:
    return page.names.area(str(value))


def _measure(page: PageData, value: object) -> str:
    return page.names.measure(str(value)) or str(value)


def _subject(page: PageData, value: object) -> str:
    """Return the name of a measure, an area or a dimension."""
    return _measure(page, value) if page.names.measure(str(value)) else _area(page, value)


def _work(page: PageData, value: object) -> str:
    return page.names.work(str(value))


def _answer(page: PageData, value: object) -> str:
    return page.labels.word("answers", "yes" if value in {True, "true"} else "no")


def _stated(page: PageData, value: object) -> str:
    """Format a state with a day, as in `consulted: [{state: TR, on: 2024-03-01}]`."""
    if not isinstance(value, Mapping):
        return party_name_of(page, value)
    on = str(value.get("on") or "")
    known = parse_partial_date(on)
    name = party_name_of(page, value.get("state", ""), known.first if known else None)
    return f"{name} ({page.labels.date(on)})" if on else name


_ONE_A_LINE = frozenset({"measures", "subjects", "works", "states"})

FORMS: dict[str, Callable[[PageData, object], str]] = {
    "text": _text,
    "texts": _text,
    "day": _day,
    "period": _period,
    "state": party_name_of,
    "states": _stated,
    "party": party_name_of,
    "body": party_name_of,
    "channel": _channel,
    "area": _area,
    "measures": _measure,
    "subjects": _subject,
    "work": _work,
    "works": _work,
    "bool": _answer,
}
"""How a value is written, by the name of its type in `print.yaml`."""
