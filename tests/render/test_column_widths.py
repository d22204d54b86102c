"""Columns as wide as their longest word, in the shares that the table asks for where words leave room."""

from hypothesis import given
from hypothesis import strategies as st

from cica_docs.documents.markdown.blocks import Cell, Group, Paragraph, Table, Text
from cica_docs.render.pages.column_widths import fit_columns

WORDS = st.text("абвгдежз", min_size=1, max_size=18)


def table(rows: list[list[str]], widths: tuple[int, ...]) -> Table:
    cells = tuple(tuple(Cell((Paragraph((Text(text),)),)) for text in row) for row in rows)
    return Table(cells[0], cells[1:], ("left",) * len(cells[0]), widths=widths)


def widths_of(made: Table, line: int = 72) -> tuple[int, ...]:
    (fitted,) = fit_columns([made], line=line)
    assert isinstance(fitted, Table)
    return fitted.widths


def test_a_long_word_widens_its_column_at_the_cost_of_those_with_room() -> None:
    rows = [["№", "Статус", "Примечание"], ["1", "запланировано", "да"]]
    first, second, third = widths_of(table(rows, (5, 10, 85)))
    assert second >= 100 * (len("запланировано") + 2) / 72
    assert third < 85
    assert abs(first + second + third - 100) <= 2


def test_what_fits_stays_as_the_table_asks() -> None:
    rows = [["one", "two"], ["three", "four"]]
    assert widths_of(table(rows, (30, 70))) == (30, 70)
    assert widths_of(table(rows, ())) == ()


def test_a_table_in_a_group_and_words_with_no_break_spaces_are_fitted() -> None:
    (group,) = fit_columns(
        [Group("annex", (table([["Срок", "Дело"], ["31\u00a0декабря\u00a02027\u00a0г.", "x"]], (10, 90)),))]
    )
    assert isinstance(group, Group)
    (inner,) = group.blocks
    assert isinstance(inner, Table)
    assert inner.widths[0] >= 100 * (len("31 декабря 2027 г.") + 2) / 72 - 1


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=2, max_size=5), st.sampled_from([(), (20, 30, 50)]))
def test_no_word_is_wider_than_its_column_if_all_can_be_given_room(
    rows: list[list[str]], widths: tuple[int, ...]
) -> None:
    fitted = widths_of(table(rows, widths), line=100) or (100 / 3,) * 3
    for column in range(3):
        longest = max(len(row[column]) * (1.15 if number == 0 else 1) for number, row in enumerate(rows))
        assert fitted[column] >= longest + 2 - 1
