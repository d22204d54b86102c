"""Writes registers of any size in the real formats, the same files for the same size.

`python benchmarks/register.py 3000 FOLDER` writes 3,000 documents (language versions of works) beside a copy of the
reference data and the decision of `registry/`. States and acts are invented; two documents in a hundred are defective.
"""

import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count, islice
from pathlib import Path
from random import Random
from typing import Any

import body
from prose import LANGUAGES, STATES, TITLES, Said

from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.snapshot.snapshot import blob_id

HOME = Path(__file__).resolve().parent.parent
AS_OF = "2027-01-01"
"""The day on which generated registers are judged: after the last of their acts."""
_SEED = 20230513
_FIRST_YEAR, _YEARS = 2007, 2
_SHARE_OF_DEFECTS = 0.02
_ITEMS = 6
_NOTE = """note:
  en: This document was made by a program.
  ru: Настоящий документ создан программой.
  kk: Бұл құжатты бағдарлама жасады.
source: [seed]
confidence: certain
"""


@dataclass(frozen=True)
class Work:
    """One generated work: its folder, the front matter of the original, the titles and the bodies."""

    name: str
    front: str
    titles: Said
    bodies: tuple[str, ...]


def write_register(folder: Path, size: int) -> None:
    """Write a register of so many documents."""
    chance = Random(f"{_SEED}-{size}")  # noqa: S311 - the same register every time, nothing secret
    for part in ("reference", "decision"):
        shutil.copytree(HOME / "registry" / part, folder / part)
    with (folder / "reference/states.yaml").open("a", encoding="utf-8") as states:
        states.write("".join(_state(code, names) for code, names in STATES))
    kinds = {kind: _data(HOME / f"schemas/{kind}/kind.yaml") for kind in TITLES}
    areas = [one["id"] for one in _data(folder / "reference/areas.yaml")["areas"]]
    documents = list(islice(chain.from_iterable(map(_documents, _works(chance, kinds, areas))), size))
    defective = set(chance.sample(range(size), round(size * _SHARE_OF_DEFECTS)))
    original = ""
    for number, (path, title, text) in enumerate(documents):
        written = text
        if title:
            written = f"---\ntitle: {title}\ntranslates: {original}\n---\n{text}"
        if number in defective:
            written = _defective(chance, written)
        if not title:
            original = blob_id(written.encode())
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written, encoding="utf-8", newline="\n")


def _data(path: Path) -> Mapping[str, Any]:
    found = parse_yaml(path.read_text(encoding="utf-8")).value
    assert isinstance(found, dict), path
    return found


def _state(code: str, names: Said) -> str:
    shown = ", ".join(f"{language}: {name}" for language, name in zip(LANGUAGES, names, strict=True))
    return (
        f"\n  - code: {code}\n    alpha3: {code}X\n    names: [{{{shown}}}]\n"
        '    member: [{from: "1999"}]\n    source: [seed]\n    confidence: certain\n'
    )


def _documents(work: Work) -> Iterator[tuple[str, str, str]]:
    """Path, title of the translation (empty for the original) and text of each language version."""
    for language, title, text in zip(LANGUAGES, work.titles, work.bodies, strict=True):
        if language == "en":
            front = f"---\ntitle: {title}\nexample: true\n{work.front}---\n"
            yield f"{work.name}/{language}.md", "", front + text
        else:
            yield f"{work.name}/{language}.md", title, text


def _works(chance: Random, kinds: Mapping[str, Any], areas: list[str]) -> Iterator[Work]:
    """Six works for each area and term: a notice, the mandate, a paper, two plans, and the note that forwards them."""
    for number in count():
        area = areas[number % len(areas)]
        first = _FIRST_YEAR + number // len(areas) * _YEARS
        # Terms of two years fill the time in which there were members; what goes beyond repeats it with other states.
        turn, year = divmod(first - _FIRST_YEAR, 20)
        yield from _cycle(chance, kinds, area, _FIRST_YEAR + year, number + turn)


def _cycle(chance: Random, kinds: Mapping[str, Any], area: str, year: int, number: int) -> Iterator[Work]:
    holder, names = STATES[number % len(STATES)]
    id = f"{area}-{number}"
    note = 1001 + number
    begins, ends = f"{year}-03-01", f"{year + _YEARS}-02-{29 if (year + _YEARS) % 4 == 0 else 28}"
    rich = number % 3 == 0

    def work(kind: str, own: str, front: str, bodies: tuple[str, ...]) -> Work:
        titles = tuple(f"{title} {number}: {name}" for title, name in zip(TITLES[kind], names, strict=True))
        quoted = tuple(f'"{title}"' for title in titles)
        return Work(f"{kind}/{own}", front, (quoted[0], quoted[1], quoted[2]), bodies)

    sent = f"on: {year}-01-12, kind: sent, by: {holder}, via: [chairmanship, secretariat], to: all"
    yield work(
        "notice",
        id,
        f"{_NOTE}purpose: intention\nstate: {holder}\narea: {area}\nrole: coordinator\n"
        f"via: [chairmanship, secretariat]\nto: all\n"
        f"proposed_tenure: {{from: {begins}, to: {ends}}}\nevents:\n  - {{{sent}}}\n",
        body.letter(chance),
    )
    yield work(
        "mandate",
        id,
        f"{_NOTE}area: {area}\nrole: coordinator\nholder: {holder}\nnotice: {id}\nevents:\n  - on: {year}-02-18\n"
        f"    kind: appointed\n    by: soc\n    ref: SOC/{year}-I/INF/{number % 99 + 1}\n    mode: meeting\n"
        f"    tenure: {{from: {begins}, to: {ends}}}\n",
        body.free(chance),
    )
    yield work(
        "concept-paper",
        id,
        _paper_front(area, holder, year),
        body.paper(chance, kinds["concept-paper"], rich=rich),
    )
    for part in (1, 2):
        plan = body.plan(chance, kinds["action-plan"], _ITEMS, rich=rich)
        yield work("action-plan", f"{id}-{part}", _plan_front(area, holder, year + part, id), plan)
    yield work(
        "note-verbale",
        id,
        f"{_NOTE}number: SWG/{note}\ndate: {year}-12-05\nplace: astana\nfrom: secretariat\nto: member-states\n"
        "enclosures:\n"
        f"  - work: concept-paper/{id}\n  - work: action-plan/{id}-1\n  - work: action-plan/{id}-2\n"
        f"events:\n  - {{on: {year}-12-05, kind: sent, by: secretariat, to: all}}\n",
        body.letter(chance),
    )


def _paper_front(area: str, holder: str, year: int) -> str:
    thematic = "".join(f"  - section: theme-{number}\n    measures: [human-3]\n" for number in range(1, 5))
    return (
        f"area: {area}\n{_NOTE}measures:\n  - human-3\n  - human-4\nprepared_by: {holder}\n"
        f"secretariat_assistance: true\napplicability:\n  from: {year}-07-01\n  to: {year + _YEARS}-06-30\n"
        f"thematic:\n{thematic}events:\n"
        f"  - on: {year}-04-06\n    kind: issued\n    by: {holder}\n"
        f"  - on: {year}-04-08\n    kind: circulated\n    by: secretariat\n    to: all\n"
        f"  - on: {year}-05-20\n    kind: considered\n    channel: swg\n"
        f"  - on: {year}-06-24\n    kind: approved\n    by: soc\n    mode: meeting\n"
    )


def _plan_front(area: str, holder: str, year: int, paper: str) -> str:
    place = "{en: Avelor, ru: Авелор, kk: Авелор}"
    items = "".join(
        f"  - id: item-{number}\n    kind: event\n    measures: [human-3]\n    organizer: {holder}\n"
        f"    format: online\n    from: {year}-0{number + 1}-10\n    to: {year}-0{number + 1}-12\n"
        f"    place: {place}\n    status: planned\n"
        for number in range(1, _ITEMS + 1)
    )
    return (
        f"area: {area}\nimplements: {paper}\nelaborated_by: [{holder}]\n{_NOTE}"
        f"period: {{from: {year}-02-01, to: {year}-12-31}}\nitems:\n{items}events:\n"
        f"  - {{on: {year - 1}-09-15, kind: consulted, by: {holder}, to: all}}\n"
        f"  - {{on: {year - 1}-12-05, kind: issued, by: {holder}, to: all}}\n"
    )


def _added(line: str) -> Callable[[str], str]:
    return lambda text: f"{text}\n{line}\n"


def _replaced(pattern: str, by: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, by, text, count=1, flags=re.MULTILINE)


_DEFECTS: tuple[Callable[[str], str], ...] = (
    _added("A <b>bold</b> word."),
    _added("An ![image](https://example.org/a.png)."),
    _added("A [link](http://example.org)."),
    _added("## Extra {#extra}\n\nText."),
    _added("A `word` of code."),
    _replaced(r"^title: ", "titel: "),
    _replaced(r"^title: (.*)$", r"title: \1\ntitle: \1"),
    _replaced(r"^(title: .*)$", r"\1\nsymbol: soc/1"),
    _replaced(r"^title: .*$", "title: [unclosed"),
    _replaced(r"^area: .*$", "area: tourisme"),
    _replaced(r"^(.*)[0-9]{4}-[0-9]{2}-[0-9]{2}", r"\g<1>2023-02-30"),
    _replaced(r" \{#[a-z-]+\}$", ""),
)


def _defective(chance: Random, text: str) -> str:
    """The text with one thing wrong with it."""
    found = text
    while found == text:
        found = chance.choice(_DEFECTS)(text)
    return found


if __name__ == "__main__":
    write_register(Path(sys.argv[2]), int(sys.argv[1]))
