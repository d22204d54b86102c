"""A provision names an enforcement that does not exist: no rule, ground, constraint or section of this name.

## Why
A rule applies because a provision names it under `enforced_by`. A misspelt name binds nothing: the
provision looks as if it were checked, and no breach of it is ever reported.

## Example
    enforced_by: [mandate/tenure-out-of-bound]

Use instead
    enforced_by: [mandate/tenure-out-of-bounds]
"""

from collections.abc import Iterator
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Kinds
from cica_docs.register.sections import section_key
from cica_docs.rules.rule import Violation, rules, violation
from cica_docs.values.span import Place

PROVISION = "house/reference"
SCOPE = "work"
MESSAGE = {
    "": "“{name}” is no rule, constraint of a schema or section",
    "basis": "“{name}” is no house rule that rests on a clause",
}
HELP = {
    "": "{suggestion}cica trace shows the names that other provisions have",
    "basis": "{suggestion}house rules that rest on a clause are {known}",
}

_LONGEST = 200


def check(corpus: Corpus) -> Iterator[Violation]:
    names = _names(corpus.kinds)
    for place, name in _named(corpus, "enforced_by"):
        if name not in names and not corpus.kinds.shapes.has_constraint(name):
            yield violation(place, name=name, suggestion=_suggestion(name, names, corpus.kinds))
    known = tuple(rule.name for rule in rules() if rule.needs_basis)
    for place, name in _named(corpus, "basis_of"):
        if name not in known:
            suggestion = tuple(get_close_matches(name[:_LONGEST], known, 1, 0.6))
            yield violation(place, variant="basis", name=name, suggestion=suggestion, known=known)


def _named(corpus: Corpus, field: str) -> Iterator[tuple[Place, str]]:
    """Yield the names in a field of provisions, each with its place."""
    for file in corpus.data:
        provisions = file.front.get("/provisions")
        for index, entry in enumerate(provisions if isinstance(provisions, list) else ()):
            names = entry.get(field) if isinstance(entry, dict) else None
            for number, name in enumerate(names if isinstance(names, list) else ()):
                if isinstance(name, str):
                    yield file.at(f"/provisions/{index}/{field}/{number}"), name


def _names(kinds: Kinds) -> frozenset[str]:
    """Return the names of rules, of their grounds and of sections."""
    keys = {
        rule.key(ground)
        for rule in rules()
        for ground in (*rule.grounds, *(_grounds_of_acts(kinds) if rule.by_act else ()))
    }
    return frozenset(keys | {section_key(kind, section) for kind in kinds.every.values() for section in kind.sections})


def _grounds_of_acts(kinds: Kinds) -> Iterator[str]:
    """Yield each act of each kind, `notice.sent`, and each of its fields that agrees with others, `notice.sent.by`."""
    for kind in kinds.every.values():
        for name, act in kind.acts.items():
            yield f"{kind.name}.{name}"
            yield from (f"{kind.name}.{name}.{agreement.field}" for agreement in act.agreements)


def _suggestion(name: str, names: frozenset[str], kinds: Kinds) -> tuple[str, ...]:
    known = kinds.shapes.constraints() if "#/" in name else names
    return tuple(get_close_matches(name[:_LONGEST], sorted(known), 1, 0.6))
