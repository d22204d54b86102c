"""Text inside Markdown that is generated."""

import re

from cica_docs.text.escape import escape_ci

GENERATED = "<!-- Generated: `make docs` writes this file anew. What it says is changed where it comes from. -->"
_MARKUP = re.compile(r"[\\`*_\[\]<>|&]")
_CALL = re.compile(r"[@#/]|\bGH-|://?|\bwww\.", re.IGNORECASE)
_LONG = 4_000


def escape_markdown(text: str) -> str:
    r"""The text as Markdown that reads as that text.

    >>> escape_markdown("a <b> | *c*")
    'a \\<b\\> \\| \\*c\\*'
    """
    return _MARKUP.sub(lambda match: f"\\{match[0]}", escape_ci(text, _LONG))


def format_markdown_code(text: str) -> str:
    """The text as code in a line or in the cell of a table; a backtick in it becomes an apostrophe."""
    return f"`{escape_ci(text, _LONG).replace('`', chr(39)).replace('|', '¦')}`"


def escape_markdown_no_mentions(text: str) -> str:
    r"""The text as Markdown in which nothing notifies anybody or refers to anything where issues are kept.

    >>> print(escape_markdown_no_mentions("@all, see #1"))
    @&#8203;all, see #&#8203;1
    """
    return _CALL.sub(lambda match: f"{match[0]}&#8203;", escape_markdown(text))
