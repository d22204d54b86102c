"""Lines of Markdown: marks around words, indented and wrapped text."""

_MOST_LINE = 8_000


def around(sign: str, text: str) -> str:
    """Put a mark around a text, blanks at its ends outside."""
    inside = text.strip(" ")
    if not inside:
        return text
    start = text.index(inside)
    return f"{text[:start]}{sign}{inside}{sign}{text[start + len(inside) :]}"


def indented(text: str, by: int) -> str:
    """Indent the lines of a text that are not empty."""
    return "\n".join(f"{' ' * by}{line}" if line else line for line in text.split("\n"))


def wrapped(text: str) -> str:
    """Break a line that is longer than a register holds, where the next word begins with a letter."""
    if len(text) <= _MOST_LINE:
        return text
    lines, length = [""], 0
    for word in text.split(" "):
        if length > _MOST_LINE // 2 and word[:1].isalpha():
            lines.append(word)
            length = len(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
            length += len(word) + 1
    return "\n".join(lines)
