"""Text that the runner of a CI service takes for nothing but text, in whatever form the report is printed."""

import re

from cica_docs.text.printable import drop_unsafe, escape_terminal

# `##[add-mask]`, `##vso[…]`, `##teamcity[…]` are commands anywhere in a line; `::add-mask::` is one at its head,
# and a path that is a colon becomes one when the number of a line follows.
COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")
_HEAD = re.compile(r"\A\s*:(?=:|\Z)")


def escape_ci(text: str, limit: int = 1_000) -> str:
    r"""The text as one printable line in which the beginning of a command is written out.

    >>> escape_ci("::stop-commands::x ##[group]")
    '\\x3a:stop-commands::x #\\x23[group]'
    """
    return _HEAD.sub(r"\\x3a", COMMAND.sub(r"#\\x23", escape_terminal(text, limit)))


def escape_line(text: str) -> str:
    r"""Lines for a reader, each printable and with no beginning of a command in it; what is inert stays as it is.

    >>> escape_line("::error::a\n  x\r##[group]\n")
    '\\x3a:error::a\n  x\\r#\\x23[group]\n'
    """
    return "\n".join(map(_harmless_line, text.split("\n")))


def _harmless_line(line: str) -> str:
    return _HEAD.sub(_written_out, COMMAND.sub(r"#\\x23", drop_unsafe(line)))


def _written_out(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}\\x3a"
