"""The words for a locale that is not whole, for which nothing else of the program can be read."""

from collections.abc import Iterator, Sequence

from cica_docs.cli.options import guess_language
from cica_docs.text.escape import escape_terminal
from cica_docs.text.locale_files import read_locale
from cica_docs.values.failure import Failure
from cica_docs.values.language import SOURCE_LANGUAGE


def describe_locale_failure(failure: Failure, arguments: Sequence[str]) -> str:
    """Describe the failure in the reader's language if its own messages can be read, else in English."""
    details = {name: escape_terminal(str(value)) for name, value in failure.details.items()}
    pattern = next(_patterns(failure.key, arguments), "")
    return pattern.format(**details) or ", ".join((failure.key, *details.values()))


def _patterns(key: str, arguments: Sequence[str]) -> Iterator[str]:
    for language in (guess_language(arguments), SOURCE_LANGUAGE):
        try:
            yield str(read_locale(language, "messages")["failures"][key])
        except (Failure, LookupError, TypeError):
            continue
