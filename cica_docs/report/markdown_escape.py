"""Text that GitHub's Markdown takes for nothing but text."""

import re

from cica_docs.text.printable import escape_terminal

_LONGEST = 1_000
_LIST = re.compile(r"\A([0-9]*)([-)])")
"""What begins a list, of the signs that are left alone elsewhere."""
_MARKUP = re.compile(r"[!#$&*+./:<=>@\[\\\]^_`{|}~]")


def escape_github(value: str, limit: int = _LONGEST) -> str:
    """Return the text as Markdown that reads as that text and nothing else: no markup, link, mention or HTML."""
    text = _MARKUP.sub(_reference, " ".join(escape_terminal(value, limit).split()))
    return _LIST.sub(lambda begin: f"{begin[1]}&#{ord(begin[2])};", text)


def _reference(match: re.Match[str]) -> str:
    # Mentions, issues and e-mail addresses are looked for after references are resolved, within one node of text.
    character = match[0]
    return f"&#{ord(character)};" + ("<!-- -->" if character in "@#" else "")
