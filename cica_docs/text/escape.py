r"""Every escaping function: one for each kind of output, so that safety can be read in one place.

Texts come from strangers (documents, file names, other programs). Whatever is written goes through one of these, or
through a library that escapes by itself: HTML and the XML of DOCX through markupsafe and Jinja with autoescape, XML of
translators' tools through lxml and translate-toolkit, iCalendar through icalendar, typst and pandoc as JSON data.

| output | function | neutralises |
| --- | --- | --- |
| one line on a terminal | `escape_terminal` | control, hidden, reordering characters, line ends; length |
| the same where a CI runner may read | `escape_ci` | also workflow commands: `::error`, `##[group]`, `##vso[…]` |
| lines on a terminal or in a CI log | `escape_lines` | as `escape_ci`; line feeds stay |
| GitHub annotation: message, property | `escape_annotation`, `escape_annotation_property` | also `%`, and `:` `,` |
| SARIF message | `escape_sarif` | also links and `{0}` placeholders |
| Markdown on GitHub (or read as source) | `escape_markdown` | markup, HTML, links, mentions, references, emoji, math |
| code in Markdown | `escape_markdown_code` | the end of the code, the end of a table cell |
| Markdown body of a register's document | `escape_body` | markup and HTML, by backslashes that a drafter can read |
| text of another program in such a body | `escape_prose` | the same, brackets of proposals left as they are |
| Markdown as the text of a link | `escape_link_text` | brackets, which would end it |
| title of an issue, which is no Markdown | `escape_issue_title` | mentions |
| cell of CSV | `escape_csv` | formulas of spreadsheets |
| JSON | `to_json` | unsafe characters, as `\u…`; one spelling for the same data |
| paper and HTML pages | `escape_print` | hidden and reordering characters; line ends become spaces |
| inside of YAML's single quotes | `escape_yaml` | the end of the string |
| inside of YAML's double quotes | `escape_yaml_double` | the end of the string |
| cell of a table in Markdown | `escape_cell` | the end of the cell |
| string of a PO file | `escape_po` | the end of the string, control characters |
| step of a JSON pointer | `escape_pointer` | the end of the step |
"""

import json
import re
import unicodedata

from cica_docs.text.invisible import SPELT

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_PLAIN = re.compile(r"[ -~]*")
_LONG = 4_000
"""Characters of a passage; a longer text is cut."""

# `##[add-mask]`, `##vso[…]`, `##teamcity[…]` are commands anywhere in a line; `::add-mask::` is one at its start,
# and a path that is a colon becomes one when the number of a line follows.
COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")
_COMMAND_START = re.compile(r"\A\s*:(?=:|\Z)")

# Markup anywhere; then what only a neighbour makes special: an emoji or a scheme, `www.`, `GH-1`, a slash command.
_MARKDOWN = re.compile(
    r"[\\`*_\[\]<>|&~$@#]|:(?=//|[\w+-]+:)|(?<=www)\.|(?<=\bGH)-(?=[0-9])|(?<!\w)/(?=[A-Z])", re.IGNORECASE
)
_SPACES = re.compile(" {2,}")
_MARKDOWN_START = re.compile(r"\A ?(?:[-+=:/]|[0-9]+[.)])")
"""What starts a list, a heading, a table or a command at the start of a line only."""
_BODY_MARKUP = re.compile(r"[\\`*_\[\]<>|&]")
# A sign that is markup wherever it is; a bracket only where a link or a footnote could begin, so that those of
# proposals stay readable; and what begins an attribute or a template of other tools.
_PROSE = re.compile(r"[\\`*<|]|_(?!(?<=\w_)\w)|(?<=\])[({:]|(?<=\[)\^|!(?=\[)|(?<=\{)[{%=.#]|(?<=:):(?=:)")
_PROSE_ATTRIBUTE = re.compile(r"(?<=[a-z:-])=")
_PROSE_START = re.compile(r"(#|>|~~~|[-+](?=[-+\s]|\Z))|([0-9]{1,9})([.)](?=\s|\Z))")

_PLACEHOLDER = re.compile(r"\{(?=[0-9])")

# A spreadsheet takes a cell that starts so for a formula, in full width too, and may skip spaces and quotation marks.
_FORMULA = ("=", "+", "-", "@")
_CONTROL = ("\t", "\r", "\n")
_BEFORE_FORMULA = re.compile(r"""[\s"'`´“”„‟‘’‚‛«»‹›＂＇]*""")

# Printable ASCII, Cyrillic and the usual signs need no look; the line ends are JSON's own.
_DOUBTFUL_IN_JSON = re.compile("[^\n -~\u0400-\u052f«»№…·“”\N{EN DASH}\N{EM DASH}]")

_PO = str.maketrans({"\a": r"\a", "\b": r"\b", "\f": r"\f", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\v": r"\v"}) | {
    ord("\\"): r"\\",
    ord('"'): r"\"",
}


def is_unsafe(character: str) -> bool:
    """Whether a character can steer a terminal, hide, or reorder text: controls, format marks, surrogates."""
    return unicodedata.category(character) in _UNSAFE


def escape_character(character: str) -> str:
    r"""Write a character as its number: `\x1b`, `\u202e`."""
    return character.encode("unicode_escape").decode("ascii")


def escape_terminal(text: str, limit: int = 400) -> str:
    r"""Escape a text as one printable line, cut at `limit` characters.

    >>> print(escape_terminal("a\x1b[2Jb\n"))
    a\x1b[2Jb\n
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    if _PLAIN.fullmatch(cut):
        return cut
    return "".join(escape_character(c) if is_unsafe(c) else " " if c.isspace() else c for c in cut)


def escape_ci(text: str, limit: int = 1_000) -> str:
    r"""Escape a text as one printable line that no CI runner takes for a command.

    >>> escape_ci("::stop-commands::x ##[group]")
    '\\x3a:stop-commands::x #\\x23[group]'
    """
    return _COMMAND_START.sub(r"\\x3a", COMMAND.sub(r"#\\x23", escape_terminal(text, limit)))


def escape_lines(text: str) -> str:
    r"""Escape lines of any length for a reader; harmless text and line feeds stay as they are.

    >>> escape_lines("::error::a\n  x\r##[group]\n")
    '\\x3a:error::a\n  x\\r#\\x23[group]\n'
    """
    return "\n".join(map(_escape_line, text.split("\n")))


def _escape_line(line: str) -> str:
    safe = line if line.isprintable() else "".join(escape_character(c) if is_unsafe(c) else c for c in line)
    return _COMMAND_START.sub(lambda start: f"{start[0][:-1]}\\x3a", COMMAND.sub(r"#\\x23", safe))


def escape_annotation(text: str) -> str:
    """Escape the message of a GitHub annotation."""
    return escape_ci(text, 10_000).replace("%", "%25")


def escape_annotation_property(text: str) -> str:
    """Escape a property of a GitHub annotation, such as its file."""
    return escape_annotation(text).replace(":", "%3A").replace(",", "%2C")


def escape_sarif(text: str) -> str:
    """Escape a SARIF message, so that nothing in it is a link or a placeholder."""
    return _PLACEHOLDER.sub("{ ", escape_terminal(text, 1_000).replace("](", "] ("))


def escape_markdown(text: str, limit: int = _LONG) -> str:
    """Escape a text for Markdown that GitHub may render: it reads as itself, notifies nobody and links nowhere.

    >>> print(escape_markdown("@all, a <b> closes #1"))
    &#64;<!-- -->all, a &#60;b&#62; closes &#35;<!-- -->1
    """
    safe = _MARKDOWN.sub(_reference, _SPACES.sub(" ", escape_ci(text, limit)))
    return _MARKDOWN_START.sub(lambda start: f"{start[0][:-1]}&#{ord(start[0][-1])};", safe)


def _reference(match: re.Match[str]) -> str:
    # GitHub looks for mentions, issues, e-mail addresses and emoji after it has resolved character references, within
    # one node of text; the comment splits the node.
    return f"&#{ord(match[0])};" + ("<!-- -->" if match[0] in "@#$:.-" else "")


def escape_markdown_code(text: str) -> str:
    """Format a text as code within a line or table cell of Markdown; a backtick in it becomes an apostrophe."""
    return f"`{escape_ci(text, _LONG).replace('`', chr(39)).replace('|', '¦')}`"


def escape_body(text: str) -> str:
    r"""Escape a text for the Markdown body of a register's document, where HTML is refused.

    >>> print(escape_body("a <b> | *c*"))
    a \<b\> \| \*c\*
    """
    return _BODY_MARKUP.sub(r"\\\g<0>", escape_ci(text, _LONG))


def escape_prose(text: str, *, starts_line: bool) -> str:
    r"""Escape a line of any text for the body of a register's document; `starts_line` if it begins one there.

    >>> print(escape_prose("1. [XA: a_b *c*] {{x}}", starts_line=True))
    1\. [XA: a_b \*c\*] {\{x}}
    """
    safe = _PROSE.sub(r"\\\g<0>", escape_print(text))
    if "{" in safe:
        safe = _PROSE_ATTRIBUTE.sub(r"\\=", safe)
    start = _PROSE_START.match(safe) if starts_line else None
    if start is None:
        return safe
    return f"{start[2] or ''}\\{safe[len(start[2] or '') :]}"


def escape_link_text(text: str) -> str:
    """Escape the brackets of a text that is Markdown already and becomes that of a link."""
    return text.replace("[", "\\[").replace("]", "\\]")


def escape_issue_title(text: str) -> str:
    """Escape the title of an issue: it is no Markdown, so the sign that mentions a person is replaced by its twin."""
    return escape_ci(text.replace("@", "\N{FULLWIDTH COMMERCIAL AT}"), 200)


def escape_csv(text: str) -> str:
    """Escape a cell of CSV: one printable line that no spreadsheet takes for a formula."""
    safe = escape_ci(text)
    return f"'{safe}" if _is_formula(safe) or text.startswith(_CONTROL) else safe


def _is_formula(text: str) -> bool:
    match = _BEFORE_FORMULA.match(text)
    start = match.end() if match else 0
    return unicodedata.normalize("NFKC", text[start : start + 1]).startswith(_FORMULA)


def to_json(data: object) -> str:
    """Format data as canonical JSON with a line end: keys sorted, numbers finite, unsafe characters escaped."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=2)
    return COMMAND.sub(r"#\\u0023", _DOUBTFUL_IN_JSON.sub(_escape_json_character, text)) + "\n"


def _escape_json_character(match: re.Match[str]) -> str:
    character = match[0]
    return json.dumps(character)[1:-1] if is_unsafe(character) or character == "\x7f" else character


def escape_print(text: str) -> str:
    """Escape a text for paper or an HTML page, apart from HTML's own signs, which the writer escapes."""
    if text.isprintable():
        return text
    spelt = {match.start() for match in SPELT.finditer(text)}
    return "".join(
        " " if c in _CONTROL else escape_character(c) if is_unsafe(c) and at not in spelt else c
        for at, c in enumerate(text)
    )


def escape_yaml(text: str) -> str:
    """Escape a text for the inside of single quotes in YAML."""
    return text.replace("'", "''")


def escape_yaml_double(text: str) -> str:
    """Escape a text for the inside of double quotes in YAML."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def escape_cell(text: str) -> str:
    """Escape a bar for a cell of a table in Markdown."""
    return text.replace("|", "\\|")


def escape_po(text: str) -> str:
    """Escape a text for the inside of a string in a PO file."""
    return text.translate(_PO)


def escape_pointer(key: str) -> str:
    """Escape a key as one step of a JSON pointer."""
    return key if key.isidentifier() else key.replace("~", "~0").replace("/", "~1")
