"""Symbols of documents and numbers of notes."""

import re
from dataclasses import dataclass

_SYMBOL = re.compile(
    r"(?P<body>[A-Z]{2,8})/(?P<year>[0-9]{4})-(?P<session>[IVX]{1,6})/(?P<series>[A-Z]{1,8})/(?P<number>[1-9][0-9]{0,4})"
    r"(?P<part>(?:/Rev\.[1-9][0-9]?)?(?:/(?:Corr|Add)\.[1-9][0-9]?)?)"
)

_REVISION = "Rev"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol such as `SOC/2022-II/INF/2/Rev.1`: body, year and session, series, number, part.

    The grammar is inferred from the three symbols on public record; the letters are ASCII and are never
    normalized to ASCII, because Cyrillic has a lookalike of each.
    """

    body: str
    year: int
    session: str
    series: str
    number: int
    part: str = ""
    """That it is a revision, corrigendum or addendum: `/Rev.1`, `/Corr.1`, `/Add.1`, or those of a revision."""

    @property
    def amended(self) -> str:
        """The symbol of the document that it revises, corrects or adds to; "" if it is none of these."""
        return str(self).rpartition("/")[0] if self.part else ""

    def stem_of(self, part: str) -> str:
        """Return the symbol before the number of a further `Rev`, `Corr` or `Add`.

        A revision of a revision revises the first document again; what corrects or adds to a revision bears its symbol.

        >>> parse_symbol("AB/2026-I/INF/2/Rev.1").stem_of("Rev"), parse_symbol("AB/2026-I/INF/2/Rev.1").stem_of("Corr")
        ('AB/2026-I/INF/2/Rev.', 'AB/2026-I/INF/2/Rev.1/Corr.')
        """
        first, *parts = str(self).removesuffix(self.part), *self.part.split("/")[1:]
        revisions = [each for each in parts if part != _REVISION and each.startswith(_REVISION)]
        return "/".join((first, *revisions, f"{part}."))

    def __str__(self) -> str:
        return f"{self.body}/{self.year}-{self.session}/{self.series}/{self.number}{self.part}"


def parse_symbol(text: str) -> Symbol | None:
    """Parse a symbol, or return None."""
    match = _SYMBOL.fullmatch(text)
    if match is None:
        return None
    return Symbol(
        match["body"], int(match["year"]), match["session"], match["series"], int(match["number"]), match["part"]
    )
