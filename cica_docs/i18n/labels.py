"""The printer's words in one language: labels, dates and formulae from `templates/locales/`."""

from cica_docs.i18n.translated import read_translated
from cica_docs.i18n.words import When, Words, parse_when
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.language import Language
from cica_docs.values.period import Period


class Labels(Words):
    """The labels of one language; their values are escaped by the writer of the page, not here."""

    def format_text(self, text: str, limit: int) -> str:  # noqa: ARG002 - a page has room
        """Leave a value as it is."""
        return text

    @property
    def page(self) -> str:
        """How a page is counted: `Page {page} of {pages}`."""
        return self.word("page")

    def letter_date(self, place: str, when: When) -> str:
        """Format the last line of a letter: `Astana, 13 May 2023`; the day alone without a place."""
        return self.sentence("letter.place-date", place=place, on=when) if place else self.date(when, "letter")

    def period(self, since: When | Period | None, until: When | None = None) -> str:
        """Format a period with the ends that are known: `1 March 2024 to 28 February 2026`; one day is itself."""
        if isinstance(since, Period):
            return self.period(since.first, since.last)
        first, last = parse_when(since), parse_when(until)
        if first and first == last:
            return self.date(first)
        if first and last and first.is_day and last.is_day and first.text[:7] == last.text[:7]:
            days = {"first": first.first.day, "last": last.first.day, "year": first.first.year}
            return self.word("periods.within-month").format(**days, **self.months(first))
        key = _ends_of(since, until)
        return self.sentence("periods", key, since=_date_or_text(since), until=_date_or_text(until)) if key else ""

    def stage(self, stage: str, since: When | None = None, until: When | None = None, *, gender: str = "") -> str:
        """Format the stage of a work: `in force until 28 February 2026`; a pattern may leave out an end.

        Words under `agreeing` agree in gender with the name of its kind; without one the last form is used.
        """
        patterns = self.part("stages", stage)
        if not patterns:
            return stage
        keys = (_ends_of(since, until) or "bare", "since" if since else "until", "bare")
        pattern = next(str(patterns[key]) for key in keys if key in patterns)
        return self.fill(
            pattern, {**self._agreeing(gender), "since": _date_or_text(since), "until": _date_or_text(until)}
        )

    def fact(self, key: str, *, gender: str = "", otherwise: str | None = None) -> str:
        """Return the label of a particular of a work; its words agree in gender with the name of the kind."""
        return self.fill(self.word("facts", key, otherwise=otherwise), self._agreeing(gender))

    def _agreeing(self, gender: str) -> dict[str, str]:
        words = self.part("agreeing").items()
        return {key: str(forms.get(gender, next(reversed(forms.values())))) for key, forms in words}


def _ends_of(since: When | None, until: When | None) -> str:
    return "both" if since and until else "since" if since else "until" if until else ""


def _date_or_text(written: When | None) -> When | None:
    return parse_when(written) or written


def read_labels(templates: Snapshot, language: Language) -> Labels:
    """Read the labels of a language from the tool's own templates."""
    return Labels(language, read_translated(templates.read, language, "labels"))
