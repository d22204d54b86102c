"""What an import of translated texts did, and what is left to do."""

from cica_docs.report.words import Words
from cica_docs.translations.merge import MergeResult
from cica_docs.translations.staleness import Translation, TranslationStatus


def describe_import(result: MergeResult, found: Translation, words: Words) -> list[str]:
    """What is said of an import, and what is left to do."""
    path, language = found.document.path, found.document.language.value
    if result.refused:
        lines = [
            words.sentence(f"translate.refused.{one.reason}", id=one.id, detail=one.detail) for one in result.refused
        ]
        return [*lines, words.sentence("translate.nothing", path=path)]
    lines = [words.sentence("translate.imported", path=path, texts=words.count("text", len(result.changed)))]
    if result.empty:
        lines.append(words.sentence("translate.empty", texts=words.count("text", result.empty)))
    if result.unfinished:
        lines.append(words.sentence("translate.unfinished", texts=words.count("text", result.unfinished)))
    if result.placeholders:
        lines.append(words.sentence("translate.placeholder", texts=words.count("text", result.placeholders)))
    if found.currency is not TranslationStatus.CURRENT:
        # That texts have come back does not say that all of them render the current original: somebody is to say so.
        lines.append(f"  {words.sentence('translate.next', work=found.work.name, language=language)}")
    return lines
