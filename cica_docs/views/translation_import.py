"""The result of an import of translated texts."""

from cica_docs.i18n.words import Words
from cica_docs.translations.merge import MergeResult
from cica_docs.translations.staleness import Translation, TranslationStatus


def describe_import(result: MergeResult, translation: Translation, words: Words) -> list[str]:
    """Describe the result of an import and the remaining work."""
    path, language = translation.document.path, translation.document.language.value
    if result.refused:
        lines = [
            words.sentence(f"translate.refused.{refusal.reason}", id=refusal.id, detail=refusal.detail)
            for refusal in result.refused
        ]
        return [*lines, words.sentence("translate.nothing", path=path)]
    lines = [words.sentence("translate.imported", path=path, texts=words.count("text", len(result.changed)))]
    if result.empty:
        lines.append(words.sentence("translate.empty", texts=words.count("text", result.empty)))
    if result.unfinished:
        lines.append(words.sentence("translate.unfinished", texts=words.count("text", result.unfinished)))
    if result.placeholders:
        lines.append(words.sentence("translate.placeholder", texts=words.count("text", result.placeholders)))
    named = {
        "outdated": result.outdated,
        "contested": result.contested,
        "taken-unfinished": result.taken_unfinished,
        "absent": result.absent,
    }
    for key, ids in named.items():
        if ids:
            lines.append(words.sentence(f"translate.{key}", texts=words.count("text", len(ids)), ids=ids))
    if translation.status is not TranslationStatus.CURRENT:
        # Imported texts need not translate the current original: a translator confirms it.
        lines.append(f"  {words.sentence('translate.next', work=translation.work.name, language=language)}")
    return lines
