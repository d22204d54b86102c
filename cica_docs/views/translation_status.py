"""The status of translations: which paragraphs are stale, and how the original has changed."""

from collections.abc import Iterable, Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.segments import Segment
from cica_docs.i18n.words import Words
from cica_docs.register.works import works
from cica_docs.text.escape import escape_ci, to_json
from cica_docs.text.terminal import wrap
from cica_docs.translations.revision import Change, ChangeKind, diff_words
from cica_docs.translations.staleness import Translation, TranslationStatus, translations_of
from cica_docs.values.language import Language

_SCHEMA = 1
_MAX_CHARACTERS = 20_000
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}


def list_translations(
    corpus: Corpus, names: Iterable[str] = (), languages: Iterable[Language] = tuple(Language)
) -> tuple[Translation, ...]:
    """List the translations of the named works, or of all."""
    chosen = tuple(names) or tuple(works(corpus))
    selected = tuple(languages)
    return tuple(
        translation for name in chosen for translation in translations_of(corpus, works(corpus)[name], selected)
    )


def is_settled(translation: Translation) -> bool:
    """Whether only editorial changes are outstanding."""
    is_known = translation.status not in {TranslationStatus.UNKNOWN, TranslationStatus.NOT_BEGUN}
    return is_known and all(change.kind is ChangeKind.EDITORIAL for change in translation.stale_changes)


def format_translation_status(translations: Iterable[Translation], words: Words, *, is_shallow: bool | None) -> str:
    """Format the translations that are not current with their paragraphs; `is_shallow` is None outside Git."""
    lines: list[str] = []
    current = 0
    for translation in translations:
        if translation.status is TranslationStatus.CURRENT:
            current += 1
            continue
        lines += [*_translation(translation, words, is_shallow), ""]
    lines.append(words.count("current-translation", current))
    return "".join(f"{line}\n" for line in lines)


def _translation(translation: Translation, words: Words, is_shallow: bool | None) -> Iterator[str]:
    if translation.status is TranslationStatus.NOT_BEGUN:
        texts = words.count("text", len(translation.document.placeholders))
        yield words.sentence("translate.not-begun", path=translation.document.path, texts=texts)
        return
    if translation.status is TranslationStatus.UNKNOWN:
        yield words.sentence("translate.unknown", path=translation.document.path, id=translation.translates[:12] or "–")
        yield from wrap(words.word(f"translate.why-unknown.{_reason(translation, is_shallow)}"), first="  ")
        return
    substantial = sum(change.kind is not ChangeKind.EDITORIAL for change in translation.stale_changes)
    counts = {"paragraph": substantial, "editorial": len(translation.stale_changes) - substantial}
    counted = ", ".join(words.count(key, number) for key, number in counts.items() if number or key == "paragraph")
    yield words.sentence("translate.behind", path=translation.document.path, what=counted)
    for change in translation.stale_changes:
        yield from _change(translation, change, words)
    acknowledged = len(translation.changes) - len(translation.stale_changes)
    if acknowledged:
        yield "  " + words.sentence("translate.acknowledged", paragraphs=words.count("paragraph", acknowledged))
    yield "  " + words.sentence(
        "translate.next" if translation.stale_changes else "translate.sync",
        work=translation.work.name,
        language=str(translation.language),
    )


def _reason(translation: Translation, is_shallow: bool | None) -> str:
    """Return why the text that a translation renders is not known."""
    if not translation.translates:
        return "unnamed"
    if is_shallow is None:
        return "outside"
    if not translation.is_recorded:
        return "unrecorded"
    return "shallow" if is_shallow else "gone"


def _change(translation: Translation, change: Change, words: Words) -> Iterator[str]:
    weight = words.word(f"translate.weight.{change.kind.value}")
    rendered = _rendered(translation, change)
    where = f" · {translation.document.path}:{rendered.line}" if rendered else ""
    yield f"  {escape_ci(change.id)} · {weight}{where}"
    old, new = (change.old.text if change.old else "", change.new.text if change.new else "")
    run = diff_words(old, new)
    for key, text, omitted in (("was", old, "added"), ("now", new, "removed")):
        if text:
            label = words.word(f"translate.{key}")
            yield from wrap(_marked(run, omitted), first=f"    {label}: ", rest="      ")


def _marked(run: Iterable[tuple[str, str]], omitted: str) -> str:
    """Join one of both wordings, with the words marked that the other lacks."""
    parts = []
    for kind, text in run:
        if kind != omitted:
            before, after = _MARKS.get(kind, ("", ""))
            parts.append(f"{before}{text}{after}")
    return escape_ci("".join(parts), _MAX_CHARACTERS)


def _rendered(translation: Translation, change: Change) -> Segment | None:
    return translation.segments.get(change.old.id) if change.old else None


def format_translation_status_json(translations: Iterable[Translation], *, is_shallow: bool | None) -> str:
    """Format the same as JSON; the keys do not depend on the language."""
    data = {
        "schema": _SCHEMA,
        "repository": "none" if is_shallow is None else "shallow" if is_shallow else "whole",
        "translations": [
            {
                "work": translation.work.name,
                "language": translation.language.value,
                "path": translation.document.path,
                "currency": translation.status.value,
                "translates": translation.translates,
                "original": translation.original.blob,
                "acknowledged": len(translation.changes) - len(translation.stale_changes),
                "paragraphs": [_as_data(translation, change) for change in translation.stale_changes],
            }
            for translation in translations
        ],
    }
    return to_json(data)


def _as_data(translation: Translation, change: Change) -> dict[str, object]:
    rendered = _rendered(translation, change)
    return {
        "id": change.id,
        "weight": change.kind.value,
        "line": rendered.line if rendered else None,
        "old": change.old.text if change.old else None,
        "new": change.new.text if change.new else None,
        "translation": rendered.text if rendered else None,
        "words": [{"is": kind, "text": text} for kind, text in diff_words(*_texts(change))],
    }


def _texts(change: Change) -> tuple[str, str]:
    return change.old.text if change.old else "", change.new.text if change.new else ""
