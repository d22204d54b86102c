"""The words that the printer adds, in one language: labels, dates and formulae from `templates/labels/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.language import Language
from cica_docs.values.period import Period

When = date | PartialDate | str


class Labels:
    """The labels of one language, over the parsed `templates/labels/<language>.yaml`.

    A pattern such as `"in force until {until:dative}"` names the form in which a date stands in it.
    """

    def __init__(self, language: Language, data: Mapping[str, object]) -> None:
        self.language = language
        self._data = data

    def word(self, group: str, key: str, otherwise: str | None = None) -> str:
        """The word for a key, such as `("roles", "coordinator")`; a key without a word is our fault, or `otherwise`."""
        found = self._group(group).get(key, otherwise)
        if not isinstance(found, str | int):
            raise KeyError(f"no label {group}.{key} in {self.language.value}")
        return str(found)

    def lines(self, group: str, key: str, **values: object) -> tuple[str, ...]:
        """The lines for a key, with values put in."""
        return tuple(self._fill(str(line), values) for line in self._listed(group, key))

    def text(self, group: str, key: str, **values: object) -> str:
        """The sentence for a key with values put in; dates among them take the form that it asks for."""
        return self._fill(self.word(group, key), values)

    def letterhead(self, sender: str) -> tuple[tuple[Language, tuple[str, ...]], ...] | None:
        """The lines of a sender's letterhead, language by language; nothing where none is on record."""
        if sender not in self._group("letterheads"):
            return None
        heads = [head for head in self._listed("letterheads", sender) if isinstance(head, Mapping)]
        return tuple((Language(head["language"]), tuple(map(str, head["lines"]))) for head in heads)

    def has(self, group: str, key: str) -> bool:
        """Whether there is a label for the key."""
        return key in self._group(group)

    @property
    def page(self) -> str:
        """How a page is counted: `Page {page} of {pages}`."""
        return str(self._data["page"])

    def day(self, when: date, form: str = "plain") -> str:
        """A day in a form of the language: `13 May 2023`."""
        return self.date(when, form)

    def letter_date(self, place: str, when: When) -> str:
        """The last line of a letter: `Astana, 13 May 2023`; the place by its key, or as it stands."""
        return self.text("letter", "place-date", place=self.word("places", place, place), on=when)

    def partial_date(self, text: str, form: str = "plain") -> str:
        """A date as far as it is known: `13 May 2023`, `May 2023`, `2023`."""
        return self.date(text, form)

    def date(self, when: When, form: str = "plain") -> str:
        """A date as far as it is known, in a form of the language; a text that is no date stays as it is."""
        known = _known(when)
        if known is None:
            return str(when)
        grain = "day" if known.is_day else "month" if len(known.text) == 7 else "year"
        patterns = self._group("dates").get(form)
        if not isinstance(patterns, Mapping):
            raise KeyError(f"no form of dates {form} in {self.language.value}")
        return str(patterns[grain]).format(day=known.first.day, year=known.first.year, **self._months(known))

    def period(self, since: When | Period | None, until: When | None = None) -> str:
        """A period whose ends are known or not: `1 March 2024 to 28 February 2026`; one day is itself."""
        if isinstance(since, Period):
            return self.period(since.first, since.last)
        first, last = _known(since), _known(until)
        if first and first == last:
            return self.date(first)
        if first and last and first.is_day and last.is_day and first.text[:7] == last.text[:7]:
            days = {"first": first.first.day, "last": last.first.day, "year": first.first.year}
            return self.word("periods", "within-month").format(**days, **self._months(first))
        return self.dated("periods", since, until)

    def stage(self, stage: str, since: When | None = None, until: When | None = None) -> str:
        """How far a work has come: `in force until 28 February 2026`."""
        forms = self._group("stages").get(stage)
        if not isinstance(forms, Mapping):
            return stage
        wanted = "both" if since and until else "since" if since else "until" if until else "bare"
        # A stage that does not speak of its end leaves it out.
        kept = next(form for form in (wanted, "since" if since else "until", "bare") if form in forms)
        return self._fill(str(forms[kept]), {"since": _when(since), "until": _when(until)})

    def dated(self, group: str, since: When | None, until: When | None) -> str:
        """The pattern of a group for the ends that are known; empty where neither is."""
        key = "both" if since and until else "since" if since else "until" if until else ""
        return self.text(group, key, since=_when(since), until=_when(until)) if key else ""

    def _fill(self, pattern: str, values: Mapping[str, object]) -> str:
        return pattern.format(**{key: _Value(self, value) for key, value in values.items()})

    def _group(self, group: str) -> Mapping[str, object]:
        found = self._data.get(group, {})
        return found if isinstance(found, Mapping) else {}

    def _listed(self, group: str, key: str) -> list[object]:
        found = self._group(group).get(key)
        if not isinstance(found, list):
            raise KeyError(f"no lines {group}.{key} in {self.language.value}")
        return found

    def _months(self, when: PartialDate) -> dict[str, str]:
        """The name of the month in each case that the language has."""
        cases = ((case, names) for case, names in self._group("cases").items() if isinstance(names, list))
        return {case: str(names[when.first.month - 1]) for case, names in cases}


def _known(when: When | None) -> PartialDate | None:
    if when is None or isinstance(when, PartialDate):
        return when
    return parse_partial_date(when.isoformat() if isinstance(when, date) else when)


def _when(written: When | None) -> When | None:
    return parse_partial_date(written) or written if isinstance(written, str) else written


@dataclass(frozen=True)
class _Value:
    """A value in a pattern; what stands after its colon is the form of a date."""

    labels: Labels
    value: object

    def __format__(self, form: str) -> str:
        if isinstance(self.value, date | PartialDate):
            return self.labels.date(self.value, form or "plain")
        return self.labels.date(str(self.value), form) if form else str(self.value)
