"""Bodies of generated works: chosen once, written in three languages."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from prose import CLOSING, HEADINGS, ITEMS, LAST, NOTE, OPENING, QUOTE, SENTENCES, TABLE, THEMES, Said

Written = tuple[list[str], list[str], list[str]]


class Body:
    """Writes one body in all languages at once, with the same numbers, headings and lists."""

    def __init__(self, chance: Random, *, rich: bool) -> None:
        self.chance = chance
        self.rich = rich
        """Whether it has tables, footnotes and quotations, which only a full parser can judge."""
        self.lines: Written = ([], [], [])
        self.chapter = 0
        self.paragraph = 0
        self.notes = 0

    def heading(self, level: int, title: Said, id: str) -> None:
        """A heading; one of the second level begins a chapter."""
        if level == 2:
            self.chapter, self.paragraph = self.chapter + 1, 0
        mark = "#" * level
        self._add([f"{mark} {text} {{#{id}}}" for text in title])

    def numbered(self, count: int) -> None:
        """So many numbered paragraphs of a few sentences, here and there with a list."""
        for _ in range(count):
            self.paragraph += 1
            said = self._said()
            self._add([f"{self.chapter}.{self.paragraph} {text}" for text in said])
            if self.chance.random() < 0.3:
                self.items()

    def plain(self, count: int) -> None:
        """So many paragraphs without numbers."""
        for _ in range(count):
            self._add(self._said())

    def items(self) -> None:
        """A list of three or four items, with bullets or numbers."""
        items = [*self.chance.sample(ITEMS, self.chance.randint(2, 3)), LAST]
        marks = [f"{n}." for n in range(1, len(items) + 1)] if self.chance.random() < 0.4 else ["-"] * len(items)
        for mark, item in zip(marks, items, strict=True):
            for lines, text in zip(self.lines, item, strict=True):
                lines.append(f"{mark} {text}")
        self._gap()

    def quote(self) -> None:
        """A quotation."""
        self._add([f"> {text}" for text in QUOTE])

    def table(self) -> None:
        """A table of two columns."""
        for at, row in enumerate(TABLE):
            for language, lines in enumerate(self.lines):
                lines.append("| " + " | ".join(cell[language] for cell in row) + " |")
                if at == 0:
                    lines.append("| --- | --- |")
        self._gap()

    def footnote(self) -> None:
        """A footnote to the paragraph before."""
        self.notes += 1
        for lines in self.lines:
            lines[-2] += f"[^{self.notes}]"
        self._add([f"[^{self.notes}]: {text}" for text in NOTE])

    def said(self, text: Said) -> None:
        """A paragraph that says just this."""
        self._add(text)

    def _said(self) -> list[str]:
        chosen = self.chance.sample(SENTENCES, self.chance.randint(2, 4))
        spoken = [" ".join(said[language] for said in chosen) for language in range(3)]
        if self.rich and self.chance.random() < 0.2:
            spoken = [f"**{first}** {rest}" for first, _, rest in (text.partition(" ") for text in spoken)]
        return spoken

    def _add(self, texts: Sequence[str]) -> None:
        for lines, text in zip(self.lines, texts, strict=True):
            lines.append(text)
        self._gap()

    def _gap(self) -> None:
        for lines in self.lines:
            lines.append("")

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands below the front matter, by language."""
        return tuple("\n" + "\n".join(lines[:-1]) + "\n" for lines in self.lines)


def sections(kind: Mapping[str, Any]) -> list[tuple[str, Said]]:
    """The sections that a kind has, with their titles."""
    titles = {one["id"]: one["title"] for one in kind["sections"]}
    return [(id, (title["en"], title["ru"], title["kk"])) for id, title in titles.items()]


def paper(chance: Random, kind: Mapping[str, Any], *, rich: bool) -> tuple[str, ...]:
    """A concept paper of all sections, with themes under the last but two."""
    body = Body(chance, rich=rich)
    for id, title in sections(kind):
        body.heading(2, title, id)
        if id == "thematic-areas":
            for number, theme in enumerate(THEMES, 1):
                body.heading(3, theme, f"theme-{number}")
                body.numbered(2)
            continue
        body.numbered(chance.randint(4, 6))
        if rich and id in {"background", "aims"}:
            body.footnote()
            body.quote()
        if rich and id in {"approaches", "guidance"}:
            body.table()
    return body.texts


def plan(chance: Random, kind: Mapping[str, Any], items: int, *, rich: bool) -> tuple[str, ...]:
    """An action plan with a heading for each of its items."""
    body = Body(chance, rich=rich)
    for id, title in sections(kind):
        body.heading(2, title, id)
        if id == "activities":
            for number in range(1, items + 1):
                body.heading(3, chance.choice(HEADINGS), f"item-{number}")
                body.numbered(4)
        else:
            body.numbered(chance.randint(8, 10))
        if rich and id == "modalities":
            body.footnote()
            body.table()
    return body.texts


def free(chance: Random) -> tuple[str, ...]:
    """The text of a mandate: paragraphs and lists, long for its kind."""
    body = Body(chance, rich=False)
    for _ in range(14):
        body.plain(2)
        body.items()
    return body.texts


def letter(chance: Random) -> tuple[str, ...]:
    """A letter with its formulae and an explanation, long for its kind."""
    body = Body(chance, rich=False)
    body.said(OPENING)
    for _ in range(12):
        body.plain(3)
        body.items()
    body.said(CLOSING)
    return body.texts
