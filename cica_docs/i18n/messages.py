"""The program's messages in the reader's language, from `templates/locales/`."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, Protocol

from cica_docs.i18n.translated import read_translated
from cica_docs.i18n.words import Sentence, Words
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

Variants = str | Mapping[str, str]
"""A sentence, or one for each variant of a violation."""


class Rule(Protocol):
    """The parts of a rule that messages are made from: its name and its English sentences."""

    @property
    def name(self) -> str:
        """Group and fault: `mandate/tenure-out-of-bounds`."""

    @property
    def message(self) -> Variants:
        """The fault."""

    @property
    def help(self) -> Variants:
        """The cure."""

    @property
    def related(self) -> Mapping[str, str]:
        """The remarks on related places, by key."""


class Catalogue(Words):
    """The messages of one language; English sentences of a rule come from the rule itself."""

    max_word: ClassVar[int] = 80
    max_text: ClassVar[int] = 200

    @cached_property
    def commands(self) -> Words:
        """The words of the commands."""
        return Words(self.language, self.part("commands"))

    def failure(self, failure: Failure) -> str:
        """Say what is wrong with the run."""
        return self._fill_message(self.word("failures", failure.key, otherwise=failure.key), failure.details)

    def message(self, rule: Rule, variant: str, values: Mapping[str, object]) -> str:
        """Say what is wrong."""
        return self._fill_message(self._variant(rule, "message", rule.message, variant), values)

    def help(self, rule: Rule, variant: str, values: Mapping[str, object]) -> str:
        """Say what to do.

        A help with what is on record begins with `if_slip`, with what is missing from it `if_missing`: a slip is
        corrected, but an act is never recorded otherwise than it was done.
        """
        phrases = {name: Sentence(self.word("phrases", name.replace("_", "-"))) for name in ("if_slip", "if_missing")}
        return self._fill_message(self._variant(rule, "help", rule.help, variant), {**values, **phrases})

    def remark(self, rule: Rule, key: str, values: Mapping[str, object]) -> str:
        """Say what a related place has to do with it."""
        return self._fill_message(self._variant(rule, "related", rule.related, key), values)

    def _variant(self, rule: Rule, part: str, english: Variants, variant: str) -> str:
        translated = self.part("rules").get(rule.name)
        sentences = (translated.get(part) if isinstance(translated, Mapping) else None) or english
        if isinstance(sentences, Mapping):
            return str(sentences.get(variant) or sentences.get("") or "")
        return str(sentences)

    def _fill_message(self, pattern: str, values: Mapping[str, object]) -> str:
        """Fill a pattern; a value that a rule or failure does not give is empty, and names make a suggestion."""
        names = values.get("suggestion")
        name = self.format_text(str(names[0]), self.max_word) if isinstance(names, tuple) and names else ""
        suggestion = self.word("phrases.suggestion").format(name=name) if name else ""
        return self.fill(pattern, defaultdict(str, values) | {"suggestion": Sentence(suggestion)})


def read_catalogue(templates: Snapshot, language: Language) -> Catalogue:
    """Read the messages of a language from the tool's own templates."""
    return Catalogue(language, read_translated(templates.read, language, "messages"))
