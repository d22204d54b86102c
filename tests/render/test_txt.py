"""Plain text: what stands where, within its width, and what a change of one paragraph changes."""

import difflib
from dataclasses import replace

import pytest

from cica_docs.documents.markdown.blocks import (
    Block,
    Emphasis,
    Footnote,
    Group,
    Heading,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from cica_docs.render.edition import Edition
from cica_docs.render.txt.lines import fill
from cica_docs.render.txt.writer import WIDTH, write
from cica_docs.text.terminal import cell_width
from cica_docs.values.language import Language

from .sample_edition import EN, KK, MARKS, RU, heading, letter, line, lines, paper, parallel, templates

EDITIONS = [*map(paper, Language), *map(letter, Language), parallel()]
LONG = "The concept paper sets out the framework and the main directions of the work of the Member States in the area."


def text(edition: Edition) -> str:
    """The file as text."""
    content, pages = write((edition,), templates)
    assert pages == 0
    return content.decode("utf-8")


def of(*blocks: Block) -> str:
    """The text of some blocks, with nothing around it."""
    return text(replace(paper(EN), unmarked=blocks, marks=(), header=""))


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: f"{edition.layout}-{'-'.join(edition.languages)}")
def test_lines_fit_and_end_clean(edition: Edition) -> None:
    written = text(edition)
    assert written.endswith("\n")
    assert "\r" not in written
    assert [row for row in written.split("\n") if row != row.rstrip() or "\t" in row] == []
    assert [row for row in written.split("\n") if cell_width(row) > WIDTH] == []


def test_the_head_of_a_paper() -> None:
    head = text(paper(KK)).split("\n")[:9]
    assert [row.strip() for row in head] == [
        "SOC/2026-I/TJ/1", "", "*** ЖОБА · ҮЛГІ ***", "", "Азиядағы өзара іс-қимыл және сенім шаралары кеңесі", "",
        "Тұжырымдама", "", "Орнықты туризм жөніндегі тұжырымдама",
    ]  # fmt: skip
    assert cell_width(head[0]) == WIDTH
    for row in head[2:]:
        left = len(row) - len(row.lstrip())
        assert not row or abs(WIDTH - cell_width(row.strip()) - 2 * left) <= 1


def test_centred_lines_are_of_about_equal_length() -> None:
    title = "Concept Paper on Cooperation among the Member States in the Area of Sustainable Tourism"
    assert [row.strip() for row in of(Group("kind", (line(title),))).splitlines()] == [
        "Concept Paper on Cooperation among the Member",
        "States in the Area of Sustainable Tourism",
    ]


def test_the_marks_of_every_language_are_above_a_parallel_edition() -> None:
    marks = tuple(mark for language in Language for mark in MARKS[language])
    rows = text(replace(parallel(), marks=marks)).split("\n")
    assert rows[2].strip() == "*** DRAFT · EXAMPLE · ПРОЕКТ · ПРИМЕР · ЖОБА · ҮЛГІ ***"


def test_a_letter_has_its_letterheads_and_no_head_of_a_page() -> None:
    rows = text(letter(RU)).split("\n")
    assert rows[0].strip() == "Secretariat of the Conference on Interaction"
    assert rows[3].strip() == "Секретариат Совещания по взаимодействию"
    assert rows[6] == "№SWG/569"
    assert rows[8:11] == ["Приложение:", "упомянутое,", "на 9 л."]
    assert rows[-4:] == ["Государства-члены", "Совещания по взаимодействию и", "мерам доверия в Азии", ""]


def test_numbers_hang() -> None:
    assert of(line(LONG, "1.10"), line("Text.", "1.10.1 bis")) == (
        "1.10  The concept paper sets out the framework and the main directions\n"
        "      of the work of the Member States in the area.\n"
        "\n"
        "1.10.1 bis  Text.\n"
    )


def test_headings_are_underlined_and_sections_begin_after_two_blank_lines() -> None:
    assert of(heading(2, "Рамки"), line("a"), heading(2, "Әрекет"), heading(3, "b")) == (
        "Рамки\n-----\n\na\n\n\nӘрекет\n------\n\nb\n~\n"
    )


def test_lists_hang_and_nest() -> None:
    inner = Items(((line("inner"),),))
    assert of(Items(((line(LONG),), (line("b"), inner))), Items(((line("c"),), (line("d"),)), start=9)) == (
        "  – The concept paper sets out the framework and the main directions of\n"
        "    the work of the Member States in the area.\n"
        "  – b\n"
        "      – inner\n"
        "\n"
        "  9.  c\n"
        "  10. d\n"
    )


def test_items_of_several_paragraphs_have_blank_lines_between_them() -> None:
    assert of(Items(((line("a"), line("b")), (line("c"),)))) == "  – a\n\n    b\n\n  – c\n"


def test_a_quotation_is_indented_and_a_notice_has_a_bar() -> None:
    assert of(Quote((line("a"), line("b"))), Group("notice", (line("c"), line("d")))) == (
        "    a\n\n    b\n\n| c\n|\n| d\n"
    )


def test_footnotes_follow_the_text_with_those_within_them_last() -> None:
    inner = Footnote("b", (line("inner"),))
    outer = Footnote("a", (Paragraph((Text("outer"), inner)), line("more")))
    other = Footnote("c", (line("other"),))
    assert of(Paragraph((Text("x"), outer, Text(" y"), other, Text(" z"), outer))) == (
        "x[1] y[2] z[1]\n\n____________________\n\n[1]   outer[3]\n\n      more\n\n[2]   other\n\n[3]   inner\n"
    )


def test_a_new_sheet_is_a_rule() -> None:
    annex = Group("annex", (heading(2, "Annex"), line("b")))
    assert of(line("a"), annex, Group("page-break", ()), line("c")) == (
        f"a\n\n{'_' * WIDTH}\n\nAnnex\n-----\n\nb\n\n{'_' * WIDTH}\n\nc\n"
    )


def test_a_link_shows_where_it_leads_and_is_never_divided() -> None:
    target = "https://example.org/" + "a" * 80
    written = of(
        Paragraph(
            (
                Link(target, (Text("the site"),)),
                Text(", "),
                Link("mailto:a@example.org", (Text("a@example.org"),)),
                Link("javascript:x", (Text("!"),)),
            )
        )
    )
    assert written == f"the site\n<{target}>,\na@example.org!\n"


def test_emphasis_and_line_breaks() -> None:
    content = (Emphasis((Text("a"),)), Text(" "), Strong((Text("b"),)), LineBreak(), Text("c"))
    assert of(Paragraph(content)) == "a b\nc\n"


def test_what_hides_or_reorders_is_written_out() -> None:
    hostile = "a\u202eb\u200bc\x1b[2J\r\nd"
    written = text(replace(paper(EN), title=hostile, header=hostile, marks=(hostile,), unmarked=(line(hostile),)))
    assert written.count("a\\u202eb\\u200bc\\x1b[2J  d") + written.count("a\\u202eb\\u200bc\\x1b[2J d") == 3
    assert all(character.isprintable() for character in written.replace("\n", ""))


def test_empty_things_do_no_harm() -> None:
    empty = (Heading(2, ()), Paragraph(()), Table((), (), ()), Table((), ((),), ()), Group("annex", ()), Items(((),)))
    assert of(*empty, line("a")).endswith("a\n")
    assert of() == ""
    assert of(lines("a", "", "b")) == "a\n\nb\n"


def test_a_change_of_a_paragraph_changes_its_lines_alone() -> None:
    paragraphs = [line(f"{LONG} {LONG}", f"1.{number}") for number in range(1, 6)]
    changed = [*paragraphs]
    changed[2] = line(f"As agreed in 2026, {LONG} {LONG}", "1.3")
    before, after = of(*paragraphs).split("\n"), of(*changed).split("\n")
    touched = [row for row in difflib.unified_diff(before, after, n=0) if row.startswith(("+", "-"))][2:]
    assert len(touched) <= 2 * 5
    assert {row for row in before if row.startswith("1.")} - set(after) == {
        row for row in before if row.startswith("1.3")
    }


def test_the_width_is_counted_in_cells() -> None:
    assert fill("日本 日本", 8) == ["日本", "日本"]
    assert fill("á á", 3) == ["á á"]
    assert fill("5\u00a0May", 3) == ["5\u00a0May"]
