"""Text that the runner of a CI service takes for nothing but text, in whatever form the report is printed."""

import re

from cica_docs.values.printable import printable

# `##[add-mask]`, `##vso[…]`, `##teamcity[…]` are commands anywhere in a line; `::add-mask::` is one at its head,
# and a path that is a colon becomes one when the number of a line follows.
COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")
_HEAD = re.compile(r"\A\s*:(?=:|\Z)")


def inert(text: str, limit: int = 1_000) -> str:
    r"""The text as one printable line in which the beginning of a command is written out.

    >>> inert("::stop-commands::x ##[group]")
    '\\x3a:stop-commands::x #\\x23[group]'
    """
    return _HEAD.sub(r"\\x3a", COMMAND.sub(r"#\\x23", printable(text, limit)))
