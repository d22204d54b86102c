"""What a skeleton of a kind says is to be written in a section."""

import re

from cica_docs.documents.kind import Kind
from cica_docs.values.language import Language

_NUMBER = re.compile(r"^[0-9]{1,3}(?:\.[0-9]{1,3}){1,3} ", re.MULTILINE)
_HEADING = re.compile(r"^#{2,6} [^\n]*$", re.MULTILINE)


def skeleton_section(kind: Kind, language: Language, id: str) -> str:
    """Return the placeholders of a section, without the numbers and headings of the skeleton."""
    _, heading, after = kind.skeletons[language].partition(f"{{#{id}}}\n")
    if not heading:
        return ""
    text, _, _ = after.partition("\n## ")
    paragraphs = _HEADING.sub("", _NUMBER.sub("", text)).replace("{% endraw %}", "").split("\n\n")
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip().startswith("["))
