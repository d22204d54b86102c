"""From a work to its page: parts in order, nothing lost, the same facts in each language."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from ruamel.yaml import YAML

from cica_docs.documents.markdown.blocks import Block, Group, Items, Table, text_of
from cica_docs.i18n.labels import Labels
from cica_docs.register.letterhead import Letterhead
from cica_docs.render.pages.compose import compose
from cica_docs.render.pages.coordinators import Coordination, compose_coordinators
from cica_docs.render.pages.page_data import Names, PageData, PageStatus
from cica_docs.render.pages.parallel import compose_parallel
from cica_docs.snapshot.packaged import packaged
from cica_docs.values.language import Language

from .sample_edition import AUTHORS, EN, KK, RU, heading, line, templates


def yaml(name: str) -> Mapping[str, object]:
    """A template in YAML, parsed."""
    parsed: Mapping[str, object] = YAML(typ="safe").load(templates(name).decode())
    return parsed


LABELS = {language: Labels(language, yaml(f"locales/{language}/labels.yaml")) for language in Language}
WORDS = YAML(typ="safe").load(packaged("registry").read("reference/letterhead.yaml"))
ENTRIES = {entry["party"]: entry for entry in WORDS["letterhead"]}
STATES = {"KZ": {EN: "Kazakhstan", RU: "Казахстан", KK: "Қазақстан"}, "TR": {EN: "Türkiye", RU: "Турция", KK: "Түркия"}}
LETTER: Mapping[str, object] = {
    "number": "SWG/569",
    "date": "2023-05-13",
    "place": "astana",
    "from": "secretariat",
    "to": "member-states",
    "enclosures": [{"work": "decision/cbm-modalities"}],
}
PLAN: Mapping[str, object] = {
    "area": "tourism",
    "implements": "tourism",
    "elaborated_by": ["KZ", "TR"],
    "symbol": "SOC/2026-I/SEC/4",
    "example": True,
    "items": [
        {"id": "item-1", "organizer": "KZ", "format": "online", "from": "2026-03", "status": "planned"},
        {"id": "item-2", "organizer": ["KZ", "TR"], "format": "odd", "from": "2026-05-01", "to": "2026-05-03"},
    ],
    "events": [{"on": "2026-01-10", "kind": "issued", "by": "KZ"}],
}


def names(language: Language) -> Names:
    """Names that are enough for these tests."""
    return Names(
        state=lambda code, _: STATES.get(code, {}).get(language, code),
        body=lambda code, _: code,
        area=str.title,
        measure=lambda _: "",
        work=lambda ref: f"title of {ref}",
        ministry=lambda _: (),
    )


def sheet(kind: str, language: Language, front: Mapping[str, object], *blocks: Block) -> PageData:
    """A work with a body."""
    return PageData(
        kind,
        "x",
        language,
        f"Title {language}",
        front,
        blocks,
        LABELS[language],
        names(language),
        kind,
        AUTHORS[language],
        date(2023, 5, 13),
        pages={"decision/cbm-modalities": 9},
        letterhead=Letterhead(language, ENTRIES, WORDS["places"]),
    )


def printed(kind: str, language: Language, front: Mapping[str, object], *blocks: Block) -> str:
    """All text of a page."""
    return text_of(compose(sheet(kind, language, front, *blocks), yaml(f"{kind}/print.yaml")).unmarked)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            EN,
            (
                "SECRETARIAT OF THE CONFERENCE ON INTERACTION\nAND CONFIDENCE BUILDING MEASURES IN ASIA\n"
                "СЕКРЕТАРИАТ СОВЕЩАНИЯ ПО ВЗАИМОДЕЙСТВИЮ\nИ МЕРАМ ДОВЕРИЯ В АЗИИ\n№\u00a0SWG/569\n"
                "Enclosure:\nas stated,\n9 pp.\nfirst\nlast\nAstana, 13 May 2023\n"
                "MEMBER STATES\nOF THE CONFERENCE ON INTERACTION AND\nCONFIDENCE BUILDING MEASURES IN ASIA"
            ),
        ),
        (
            RU,
            (
                "SECRETARIAT OF THE CONFERENCE ON INTERACTION\nAND CONFIDENCE BUILDING MEASURES IN ASIA\n"
                "СЕКРЕТАРИАТ СОВЕЩАНИЯ ПО ВЗАИМОДЕЙСТВИЮ\nИ МЕРАМ ДОВЕРИЯ В АЗИИ\n№\u00a0SWG/569\n"
                "Приложение:\nупомянутое,\nна 9 л.\nfirst\nlast\nгород Астана, 13\u00a0мая 2023\u00a0г.\n"
                "ГОСУДАРСТВА-ЧЛЕНЫ\nСОВЕЩАНИЯ ПО ВЗАИМОДЕЙСТВИЮ И\nМЕРАМ ДОВЕРИЯ В АЗИИ"
            ),
        ),
        (
            KK,
            (
                "№\u00a0SWG/569\nfirst\nҚосымша:\nаталған, 9 парақ\nlast\n"
                "Астана қаласы, 2023\u00a0жылғы 13\u00a0мамыр\n"
                "АЗИЯДАҒЫ ӨЗАРА ІС-ҚИМЫЛ ЖӘНЕ\nСЕНІМ ШАРАЛАРЫ КЕҢЕСІНІҢ МҮШЕ\nМЕМЛЕКЕТТЕРІ"
            ),
        ),
    ],
)
def test_the_letter_of_the_source(language: Language, expected: str) -> None:
    assert printed("note-verbale", language, LETTER, line("first"), line("last")) == expected


def test_sheets_are_counted_where_two_pages_go_on_one() -> None:
    work = replace(sheet("note-verbale", RU, LETTER, line("x")), double_sided=True)
    assert "на 5 л." in text_of(compose(work, yaml("note-verbale/print.yaml")).unmarked)
    unknown = replace(work, pages={})
    assert "упомянутое\n" in text_of(compose(unknown, yaml("note-verbale/print.yaml")).unmarked)


def test_an_addressee_that_is_a_state_is_named_in_capitals() -> None:
    assert "TÜRKIYE" in printed("note-verbale", EN, {**LETTER, "to": ["TR"]}, line("x"))


def test_a_plan_has_its_facts_and_a_row_for_each_item() -> None:
    body = (heading(2, "Activities", "activities"), heading(3, "Course", "item-1"), heading(3, "Fair", "item-2"))
    edition = compose(sheet("action-plan", EN, PLAN, *body), yaml("action-plan/print.yaml"))
    tables = {block.role: block for block in edition.unmarked if isinstance(block, Table)}
    assert text_of(tables["facts"]).split("\n")[1:] == [
        "Priority area\tTourism",
        "Concept paper\ttitle of concept-paper/tourism",
        "Elaborated by\tKazakhstan, Türkiye",
        "Issued for information\t10 January 2026",
    ]
    assert text_of(tables["items"].rows[1][1].blocks) == "Fair"
    assert text_of(tables["items"].rows[1][2].blocks) == "1–3 May 2026"
    assert text_of(tables["items"].rows[0][3].blocks) == "online"
    assert text_of(tables["items"].rows[1][3].blocks) == "odd"
    assert edition.header == "SOC/2026-I/SEC/4"
    assert edition.marks == ("EXAMPLE",)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", ["decision", "note-verbale", "mandate", "notice", "concept-paper", "action-plan"])
def test_every_kind_prints_without_any_fact(kind: str, language: Language) -> None:
    edition = compose(sheet(kind, language, {}, line("text")), yaml(f"{kind}/print.yaml"))
    assert "text" in text_of(edition.unmarked)
    assert edition.languages == (language,)


def test_every_label_of_every_plan_exists() -> None:
    for kind in ("mandate", "notice", "concept-paper", "action-plan"):
        rows = yaml(f"{kind}/print.yaml")["facts"]
        assert isinstance(rows, list)
        for labels in LABELS.values():
            assert all(labels.word("facts", row["label"]) for row in rows)


def test_a_draft_decision_says_so() -> None:
    work = replace(sheet("decision", RU, {"body": "ministerial-council"}, line("x")), standing=PageStatus("proposed"))
    edition = compose(work, yaml("decision/print.yaml"))
    assert edition.marks == ("ПРОЕКТ",)
    assert text_of(edition.unmarked).startswith("ПРОЕКТ РЕШЕНИЯ СОВЕТА МИНИСТРОВ СВМДА")
    adopted = compose(replace(work, standing=PageStatus("adopted", "2024-12-17")), yaml("decision/print.yaml"))
    assert adopted.marks == ()
    assert text_of(adopted.unmarked).startswith("РЕШЕНИЕ СОВЕТА МИНИСТРОВ СВМДА")


def test_a_parallel_letter_has_one_letterhead_and_one_order() -> None:
    sheets = [sheet("note-verbale", language, LETTER, line("first"), line("last")) for language in Language]
    edition = compose_parallel(sheets, yaml("note-verbale/print.yaml"))
    assert [block.role for block in edition.unmarked if isinstance(block, Group | Table)] == [
        "letterhead",
        "letterhead",
        "parallel",
    ]
    table = edition.unmarked[-1]
    assert isinstance(table, Table)
    assert [text_of(row[2].blocks) for row in table.rows][:3] == [
        "№\u00a0SWG/569",
        "Қосымша:\nаталған, 9 парақ",
        "first",
    ]
    assert [cell.language for cell in table.rows[0]] == [EN, RU, KK]
    assert edition.landscape
    assert edition.page_label == "Page {page} of {pages} · Стр. {page} из {pages} · {pages} беттің {page}-беті"


def test_a_parallel_list_goes_item_by_item() -> None:
    lists = [Items(((line("a"),), (line("b"),)), 3), Items(((line("а"),), (line("б"),)), 3)]
    sheets = [sheet("decision", language, {}, one) for language, one in zip((EN, RU), lists, strict=True)]
    table = compose_parallel(sheets, yaml("decision/print.yaml")).unmarked[-1]
    assert isinstance(table, Table)
    last = table.rows[-1][1].blocks[0]
    assert isinstance(last, Items)
    assert (last.start, text_of(last)) == (4, "б")


def test_the_list_of_coordinators() -> None:
    rows = [
        Coordination("Economic", "Tourism", ("Tajikistan",), ("Kazakhstan", "Türkiye"), as_of="2023"),
        Coordination(
            "Human", "Youth", ("Qatar",), acting=True, since="2024-03-01", until="2026-02-28", basis="SOC/2024-I/SEC/1"
        ),
        Coordination("Human", "Culture"),
    ]
    edition = compose_coordinators(rows, LABELS[EN], AUTHORS[EN], date(2026, 12, 1))
    tables = [block for block in edition.unmarked if isinstance(block, Table)]
    assert text_of(tables[0]).split("\n")[-2:] == ["Tourism\tTajikistan\tKazakhstan", "Türkiye\tas of 2023"]
    assert "Youth\tQatar (acting)\t–\t1 March 2024 to 28 February 2026\tSOC/2024-I/SEC/1" in text_of(tables[1])
    assert "Culture\t–\t–\t–\t–" in text_of(tables[1])
    assert "As of 1 December 2026" in text_of(edition.unmarked)
    assert edition.marks == ()


@pytest.mark.parametrize("language", [EN, RU])
def test_a_list_that_names_the_coordinator_of_an_example_is_marked(language: Language) -> None:
    rows = [Coordination("Human", "Youth", ("Avelor",), is_example=True), Coordination("Human", "Culture")]
    edition = compose_coordinators(rows, LABELS[language], AUTHORS[language], date(2026, 12, 1))
    assert edition.marks == (LABELS[language].word("marks", "example"),)
    assert LABELS[language].word("notices", "example") in text_of(edition.unmarked)


def test_a_letter_without_a_letterhead_on_record_names_its_bodies() -> None:
    page = replace(sheet("note-verbale", EN, LETTER, line("text")), letterhead=Letterhead(EN))
    text = text_of(compose(page, yaml("note-verbale/print.yaml")).unmarked)
    assert text.startswith("SECRETARIAT\n")
    assert "MEMBER-STATES" in text
    assert "astana, 13 May 2023" in text
    assert "CICA" not in text
