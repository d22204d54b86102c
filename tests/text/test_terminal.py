"""Tables fit the terminal, and different cells stay different."""

from cica_docs.text.terminal import cell_width, format_columns, line_width, table_width, use_terminal, wrap

ROWS = [
    ("tourism-2026", "Concept Paper on the Implementation of the Measures in the Field of Tourism", "in force"),
    ("energy-2026", "Concept Paper on the Implementation of the Measures in the Field of Energy", "draft"),
]


def test_rows_fit_and_titles_can_be_told_apart() -> None:
    lines = list(format_columns(ROWS, most=60, widest=1))
    assert max(map(cell_width, lines)) <= 60
    assert "Tourism" in lines[0]
    assert "Energy" in lines[1]


def test_columns_for_which_there_is_no_room_go_on_below() -> None:
    lines = list(format_columns(ROWS, most=48, widest=1))
    assert max(map(cell_width, lines)) <= 48
    assert "in force" in "\n".join(lines)


def test_text_is_as_wide_as_the_terminal_and_no_wider_than_can_be_read() -> None:
    use_terminal(80)
    assert (line_width(), table_width()) == (80, 80)
    assert max(map(len, wrap("word " * 60))) <= 80
    use_terminal(160)
    assert (line_width(), table_width()) == (100, 160)
    use_terminal(None)
    assert (line_width(), table_width()) == (100, 100)
