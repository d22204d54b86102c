"""Symbols of documents and numbers of notes."""

import re
from dataclasses import dataclass

_SYMBOL = re.compile(
    r"(?P<body>[A-Z]{2,8})/(?P<year>[0-9]{4})-(?P<session>[IVX]{1,6})/(?P<series>[A-Z]{1,8})/(?P<number>[1-9][0-9]{0,4})"
    r"(?:/Rev\.(?P<revision>[1-9][0-9]?))?"
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol such as `SOC/2022-II/INF/2/Rev.1`: body, year and session, series, number, revision.

    The grammar is inferred from the three symbols on public record; the letters are ASCII and are never
    normalized to ASCII, because Cyrillic has a lookalike of each.
    """

    body: str
    year: int
    session: str
    series: str
    number: int
    revision: int | None = None

    def __str__(self) -> str:
        tail = f"/Rev.{self.revision}" if self.revision else ""
        return f"{self.body}/{self.year}-{self.session}/{self.series}/{self.number}{tail}"


def parse_symbol(text: str) -> Symbol | None:
    """Parse a symbol, or return None."""
    match = _SYMBOL.fullmatch(text)
    if match is None:
        return None
    revision = match["revision"]
    return Symbol(
        match["body"],
        int(match["year"]),
        match["session"],
        match["series"],
        int(match["number"]),
        int(revision) if revision else None,
    )
