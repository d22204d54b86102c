"""Signs without width go where they have no meaning, and stay where they are spelling."""

import pytest

from cica_docs.text.invisible import remove_invisible


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("co\u00adordinator", "coordinator"),
        ("коор\u00adдинатор", "координатор"),
        ("a\u200bb \u2060c\ufeff", "ab c"),
        ("бағ\u200cыт", "бағыт"),
        ("\u200dtext", "text"),
        ("plain – text", "plain – text"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_invisible_signs(text: str, right: str) -> None:
    assert remove_invisible(text) == right
