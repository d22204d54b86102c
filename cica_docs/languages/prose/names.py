"""Words that are nearly the name of a State, and names of bodies in small letters."""

import re
from collections.abc import Iterator

from cica_docs.languages.lexicon.prose import Prose
from cica_docs.languages.prose.fault import Fault
from cica_docs.languages.prose.spelling import is_near
from cica_docs.text.inflection import normalize
from cica_docs.text.profile import profile_of


def find_misspelt_states(line: str, prose: Prose) -> Iterator[Fault]:
    """Yield the words of a line with a capital that are one letter away from the name of a State."""
    words = {*prose.capitalised.findall(line)} - prose.right_words
    if not words:
        return
    for word in words - prose.meant_states.keys():
        if meant := _meant(word, prose):
            prose.meant_states[word] = meant
        else:
            prose.right_words.add(word)
    for match in prose.capitalised.finditer(line):
        word = match[0]
        if word in prose.meant_states:
            yield Fault("name-misspelt", *match.span(), {"found": word, "meant": prose.meant_states[word]})


def find_bodies_in_small(line: str, prose: Prose) -> Iterator[Fault]:
    """Yield the names of bodies that are written in small letters."""
    text = normalize(line)
    for pattern, name in prose.bodies.items():
        for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", text):
            yield Fault("name-in-small", *match.span(), {"found": line[match.start() : match.end()], "name": name})


def _meant(word: str, prose: Prose) -> str:
    if not word[0].isupper() or not word[1:].islower() or prose.state_words.fullmatch(word):
        return ""
    stems = prose.state_stems
    if any(word.startswith(stem) and _may_end(word, stem, prose) for stem in stems.values()):
        return ""
    near = (name for name, stem in stems.items() if _is_nearly(word, name, stem, prose))
    return next(near, "")


def _may_end(word: str, stem: str, prose: Prose) -> bool:
    """Return whether a word that begins with a stem may be an inflection of it."""
    inflection = profile_of(prose.language).inflection
    return inflection.kind != "additions" or word.removeprefix(stem) in {"", *inflection.additions}


def _is_nearly(word: str, name: str, stem: str, prose: Prose) -> bool:
    inflection = profile_of(prose.language).inflection
    if inflection.kind == "additions":
        return is_near(word, name)
    rests = ((word[:length], word[length:]) for length in range(len(stem) - 1, len(stem) + 2))
    return any(
        is_near(beginning, stem) and len(rest) <= inflection.most_letters and set(rest) <= set(inflection.letters)
        for beginning, rest in rests
    )
