"""What one language lacks moves nothing else."""

from cica_docs.documents.markdown.blocks import Block, Heading, Items, Paragraph, Text
from cica_docs.languages.alignment import Unit, align


def heading(text: str, name: str) -> Heading:
    """A heading of a section."""
    return Heading(2, (Text(text),), name)


def line(text: str, number: str = "") -> Paragraph:
    """A paragraph."""
    return Paragraph((Text(text),), number)


def rows(*columns: list[Block]) -> list[tuple[str, ...]]:
    """The rows as text."""
    found = align([[Unit(block) for block in column] for column in columns])
    return [tuple("" if unit is None else unit.text for unit in row.cells) for row in found]


def test_blocks_are_aligned_by_ids_and_numbers_and_none_is_lost() -> None:
    english: list[Block] = [
        heading("A", "a"),
        line("x"),
        line("y and a good deal more of it"),
        heading("B", "b"),
        line("one", "1.1"),
        line("two", "1.2"),
    ]
    russian: list[Block] = [
        heading("А", "a"),
        line("щ"),
        heading("Б", "b"),
        line("раз", "1.1"),
        line("ещё"),
        line("два", "1.2"),
    ]
    assert rows(english, russian) == [
        ("A", "А"),
        ("x", "щ"),
        ("y and a good deal more of it", ""),
        ("B", "Б"),
        ("1.1 one", "1.1 раз"),
        ("", "ещё"),
        ("1.2 two", "1.2 два"),
    ]


def test_a_missing_paragraph_moves_nothing() -> None:
    english: list[Block] = [line("on 16 May 2023"), line("of the SOC"), line("No. 7 is the last, and it is long")]
    russian: list[Block] = [line("16 мая 2023 года"), line("№ 7 — последний, и он длинный")]
    kazakh: list[Block] = [line("2023 жылғы 16 мамырда"), line("SOC"), line("7 — соңғысы, әрі ол ұзын")]
    assert [row[1] for row in rows(english, russian, kazakh)] == [
        "16 мая 2023 года",
        "",
        "№ 7 — последний, и он длинный",
    ]
    assert all(row[2] for row in rows(english, russian, kazakh))


def test_what_two_translations_add_stands_together() -> None:
    added = rows([line("a", "1.1")], [line("а", "1.1"), line("б", "1.2")], [line("ә", "1.1"), line("б", "1.2")])
    assert added == [("1.1 a", "1.1 а", "1.1 ә"), ("", "1.2 б", "1.2 б")]


def test_a_section_in_another_place_keeps_the_order_of_each_language() -> None:
    first: list[Block] = [heading("A", "a"), line("x"), heading("B", "b"), line("y"), line("z")]
    second: list[Block] = [heading("B", "b"), line("y"), line("z"), heading("A", "a"), line("x")]
    found = rows(first, second)
    assert [row[0] for row in found if row[0]] == ["A", "x", "B", "y", "z"]
    assert [row[1] for row in found if row[1]] == ["B", "y", "z", "A", "x"]


def test_a_block_of_another_kind_stands_beside_its_counterpart() -> None:
    bullets = Items(((line("x"),), (line("y"),)))
    assert rows([line("a", "1.1"), bullets, line("b", "1.2")], [line("а", "1.1"), line("x; y"), line("б", "1.2")])[
        1
    ] == ("x\ny", "x; y")


def test_a_number_that_was_mistyped_is_no_missing_paragraph() -> None:
    assert rows([line("a", "1.1"), line("b", "1.2")], [line("а", "1.1"), line("б", "1.3")])[1] == ("1.2 b", "1.3 б")
