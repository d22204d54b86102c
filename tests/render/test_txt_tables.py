"""Tables of plain text: columns, labels with values, languages one below the other."""

from dataclasses import replace

from cica_docs.documents.markdown.blocks import Cell, Footnote, Paragraph, Table, Text
from cica_docs.render.notes import notes_table
from cica_docs.values.language import Language

from .sample_edition import EN, KK, RU, cell, line, parallel
from .test_txt import LONG, of, text


def test_facts_line_up_and_a_label_that_ends_with_a_colon_gets_no_second() -> None:
    rows = ((cell("Area"), cell(LONG)), (cell("Prepared by:"), cell("A")))
    assert of(Table((), rows, ("", ""), "facts")) == (
        "Area:         The concept paper sets out the framework and the main\n"
        "              directions of the work of the Member States in the area.\n"
        "Prepared by:  A\n"
    )


def test_a_narrow_table_has_columns() -> None:
    table = Table((cell("Күні"), cell("Акт")), ((cell("1"), cell("a")), (cell("2"), Cell(()))), ("", ""), caption="T")
    assert of(table) == "T\nКүні  Акт\n---------\n1     a\n2\n"


def test_a_wide_table_has_a_line_for_each_value_and_loses_none() -> None:
    head = (cell("No."), cell("Activity"))
    rows = ((cell("1"), cell(LONG), cell("beyond the head")), (cell("2"), Cell(())))
    assert of(Table(head, rows, ("", ""))) == (
        "No.:       1\n"
        "Activity:  The concept paper sets out the framework and the main\n"
        "           directions of the work of the Member States in the area.\n"
        "           beyond the head\n"
        "\n"
        "No.:       2\n"
    )


def test_languages_are_one_below_the_other() -> None:
    head = (cell("English", EN), cell("Қазақша", KK))
    rows = ((Cell((line(LONG, "1.1"),), EN), Cell((line("Мәтін.", "1.1"),), KK)), (cell("b", EN), Cell((), KK)))
    assert of(Table(head, rows, ("", ""), "parallel")) == (
        "EN  English\n"
        "KK  Қазақша\n"
        "\n"
        "EN  1.1   The concept paper sets out the framework and the main\n"
        "          directions of the work of the Member States in the area.\n"
        "KK  1.1   Мәтін.\n"
        "\n"
        "EN  b\n"
        "KK  –\n"
    )


def test_notes_of_a_parallel_edition_are_numbered_by_language() -> None:
    def noted(language: Language, *notes: str) -> Cell:
        return Cell(tuple(Paragraph((Text("x"), Footnote("", (line(note),)))) for note in notes), language)

    head = (cell("English", EN), cell("Русский", RU))
    table = Table(head, ((noted(EN, "a", "b"), noted(RU, "в")),), ("", ""), "parallel")
    notes = notes_table(table, head)
    assert notes
    written = text(replace(parallel(EN, RU), unmarked=(table, notes), marks=(), header=""))
    assert written.endswith(
        "EN  x[1]\n    x[2]\nRU  x[1]\n\n____________________\n\nEN  English\nRU  Русский\n\n"
        "EN  [1]   a\nRU  [1]   в\n\nEN  [2]   b\nRU  –\n"
    )
