"""Manual pages in the reader's language, from `manual/<group>.yaml` of its locale; English where it has none."""

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.register.open import packaged_templates
from cica_docs.rules.manual import Manual, Passage, manual_of
from cica_docs.rules.rule import Rule
from cica_docs.values.language import SOURCE_LANGUAGE, Language

_DIGITS = 12
_SIGN = "# "


def translated_manual(rule: Rule, language: Language) -> Manual:
    """Return the manual page of a rule; in English if its translation is missing, or is of an earlier page."""
    english = manual_of(rule.manual)
    group, _, name = rule.name.partition("/")
    translation = {} if language == SOURCE_LANGUAGE else read_manuals(language, group).get(name, {})
    paragraphs = translation.get("paragraphs", ())
    if translation.get("translates") != digest_of(english) or len(paragraphs) != len(paragraphs_of(english)):
        return english
    left, remarks = iter(paragraphs), translation.get("remarks", {})
    passages = (Passage(passage.heading, tuple(_lines(passage, left, remarks))) for passage in english.passages)
    return Manual(str(translation["statement"]), tuple(passages))


@cache
def read_manuals(language: Language, group: str) -> Mapping[str, Mapping[str, Any]]:
    """Read the translated manual pages of a group of rules, by the name of the rule in its group."""
    try:
        content = packaged_templates().read(f"locales/{language}/manual/{group}.yaml")
    except KeyError:
        return {}
    manuals = parse_yaml(content.decode()).value
    return manuals if isinstance(manuals, Mapping) else {}


def paragraphs_of(manual: Manual) -> tuple[str, ...]:
    """Return the paragraphs of a page that are to be translated: all but its examples."""
    blocks = (block for passage in manual.passages for block in passage.blocks())
    return tuple(" ".join(lines) for is_example, lines in blocks if not is_example)


def remarks_of(manual: Manual) -> tuple[str, ...]:
    """Return the remarks of several words in the examples of a page, which are to be translated too."""
    blocks = (block for passage in manual.passages for block in passage.blocks())
    lines = (line for is_example, lines in blocks if is_example for line in lines)
    return tuple(remark for _, remark in map(_part_remark, lines) if " " in remark)


def digest_of(manual: Manual) -> str:
    """Return the digest by which a translation names the English page that it renders, however that is wrapped."""
    texts = (manual.statement, *paragraphs_of(manual), *remarks_of(manual))
    return sha256("\n".join(texts).encode()).hexdigest()[:_DIGITS]


def _lines(passage: Passage, left: Iterator[str], remarks: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a passage, with paragraphs taken from a translation in turn."""
    for is_example, lines in passage.blocks():
        yield from (_translate_example(line, remarks) for line in lines) if is_example else (str(next(left)).strip(),)
        yield ""


def _translate_example(line: str, remarks: Mapping[str, str]) -> str:
    """Translate the remark on a line of an example, or a line that is words and no code."""
    words = line.strip()
    if words in remarks:
        return line.replace(words, remarks[words])
    code, remark = _part_remark(line)
    return code + remarks.get(remark, remark)


def _part_remark(line: str) -> tuple[str, str]:
    """Part a line of an example from the remark on it.

    >>> _part_remark("    area: tourism   # no such area")
    ('    area: tourism   # ', 'no such area')
    """
    indent = len(line) - len(line.lstrip())
    at = indent if line.startswith(_SIGN, indent) else line.find(f" {_SIGN}") + 1
    return (line[: at + len(_SIGN)], line[at + len(_SIGN) :]) if at else (line, "")
