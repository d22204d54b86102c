"""What translators are told: which paragraphs of which translation are behind, and what changed in the original."""

import json
from collections.abc import Iterable, Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.segments import Segment
from cica_docs.register.works import works
from cica_docs.report.words import Words
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import wrap
from cica_docs.translations.revision import Change, ChangeKind, diff_words
from cica_docs.translations.staleness import Translation, TranslationStatus, translations_of
from cica_docs.values.language import Language

_SCHEMA = 1
_MOST = 20_000
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}


def list_translations(
    corpus: Corpus, names: Iterable[str] = (), languages: Iterable[Language] = tuple(Language)
) -> tuple[Translation, ...]:
    """The translations of the works that are named, or of all."""
    chosen = tuple(names) or tuple(works(corpus))
    wanted = tuple(languages)
    return tuple(found for name in chosen for found in translations_of(corpus, works(corpus)[name], wanted))


def is_settled(one: Translation) -> bool:
    """Whether nothing but spelling is known or feared to be behind."""
    known = one.currency is not TranslationStatus.UNKNOWN
    return known and all(change.weight is ChangeKind.EDITORIAL for change in one.behind)


def format_translation_status(found: Iterable[Translation], words: Words, *, is_shallow: bool | None) -> str:
    """The translations that are not current, each with its paragraphs; `is_shallow` is nothing outside Git."""
    lines: list[str] = []
    current = 0
    for one in found:
        if one.currency is TranslationStatus.CURRENT:
            current += 1
            continue
        lines += [*_translation(one, words, is_shallow), ""]
    lines.append(words.count("current-translation", current))
    return "".join(f"{line}\n" for line in lines)


def _translation(one: Translation, words: Words, is_shallow: bool | None) -> Iterator[str]:
    if one.currency is TranslationStatus.UNKNOWN:
        yield words.sentence("translate.unknown", path=one.document.path, id=one.translates[:12] or "–")
        key = "outside" if is_shallow is None else "shallow" if is_shallow else "gone"
        yield from wrap(words.word(f"translate.why-unknown.{key}"), first="  ")
        return
    substantial = sum(change.weight is not ChangeKind.EDITORIAL for change in one.behind)
    counts = {"paragraph": substantial, "editorial": len(one.behind) - substantial}
    what = ", ".join(words.count(key, number) for key, number in counts.items() if number or key == "paragraph")
    yield words.sentence("translate.behind", path=one.document.path, what=what)
    for change in one.behind:
        yield from _change(one, change, words)
    done = len(one.changes) - len(one.behind)
    if done:
        yield "  " + words.sentence("translate.acknowledged", paragraphs=words.count("paragraph", done))
    yield "  " + words.sentence(
        "translate.next" if one.behind else "translate.sync", work=one.work.name, language=str(one.language)
    )


def _change(one: Translation, change: Change, words: Words) -> Iterator[str]:
    weight = words.word(f"translate.weight.{change.weight.value}")
    rendered = _rendered(one, change)
    where = f" · {one.document.path}:{rendered.line}" if rendered else ""
    yield f"  {escape_ci(change.id)} · {weight}{where}"
    old, new = (change.old.text if change.old else "", change.new.text if change.new else "")
    run = diff_words(old, new)
    for key, text, left in (("was", old, "added"), ("now", new, "removed")):
        if text:
            label = words.word(f"translate.{key}")
            yield from wrap(_marked(run, left), first=f"    {label}: ", rest="      ")


def _marked(run: Iterable[tuple[str, str]], left: str) -> str:
    """One of both wordings, with the words marked that the other lacks."""
    parts = []
    for what, text in run:
        if what != left:
            before, after = _MARKS.get(what, ("", ""))
            parts.append(f"{before}{text}{after}")
    return escape_ci("".join(parts), _MOST)


def _rendered(one: Translation, change: Change) -> Segment | None:
    return one.segments.get(change.old.id) if change.old else None


def format_translation_status_json(found: Iterable[Translation], *, is_shallow: bool | None) -> str:
    """The same for a program; the keys are the same in every language."""
    data = {
        "schema": _SCHEMA,
        "repository": "none" if is_shallow is None else "shallow" if is_shallow else "whole",
        "translations": [
            {
                "work": one.work.name,
                "language": one.language.value,
                "path": one.document.path,
                "currency": one.currency.value,
                "translates": one.translates,
                "original": one.original.blob,
                "acknowledged": len(one.changes) - len(one.behind),
                "paragraphs": [_as_data(one, change) for change in one.behind],
            }
            for one in found
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _as_data(one: Translation, change: Change) -> dict[str, object]:
    rendered = _rendered(one, change)
    return {
        "id": change.id,
        "weight": change.weight.value,
        "line": rendered.line if rendered else None,
        "old": change.old.text if change.old else None,
        "new": change.new.text if change.new else None,
        "translation": rendered.text if rendered else None,
        "words": [{"is": what, "text": text} for what, text in diff_words(*_texts(change))],
    }


def _texts(change: Change) -> tuple[str, str]:
    return change.old.text if change.old else "", change.new.text if change.new else ""
