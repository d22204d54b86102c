"""Redact restricted text from findings, wherever the finding is."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import zip_longest

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.query import cached_query
from cica_docs.register.restricted.public_view import public_view
from cica_docs.values.language import Language
from cica_docs.values.span import Place

# Values that come from a schema or from the place itself, never from the text at the place.
_SAFE_FIELDS = frozenset({"clause", "expect", "field", "line", "most"})
_WORD = re.compile(r"[\w-]+")
_CODE = re.compile(r"[a-z0-9-]{1,80}|[A-Z]{2}|[0-9-]{4,10}")
_LANGUAGES = frozenset(language.value for language in Language)
_FEWEST = 4
_RUN = 5


@cached_query
def redactor(corpus: Corpus) -> "Redactor":
    """Return the redactor of findings in a corpus."""
    return Redactor(corpus.unredacted or corpus)


class Redactor:
    """Compares each place with the text that the public view shows there."""

    def __init__(self, unredacted: Corpus) -> None:
        self.unredacted = unredacted
        self.public = public_view(unredacted)
        self.before = Redactor(unredacted.before) if unredacted.before else None
        """The same of the register before the change that is judged: a finding may speak of what is gone."""

    @property
    def is_needless(self) -> bool:
        """Whether nothing is withheld."""
        return self.public is self.unredacted and (self.before is None or self.before.is_needless)

    def excerpt(self, place: Place) -> str:
        """Return the line to show for a place, or "" if it is withheld."""
        written = self.unredacted.file(place.path)
        return "" if written is None or self.hides(place) else written.line(place.span.line)

    def hides(self, place: Place) -> bool:
        """Whether a place is in withheld text."""
        if self.is_needless:
            return False
        unredacted, public = self.unredacted.file(place.path), self.public.file(place.path)
        if unredacted is None and self.before is not None:
            return self.before.hides(place)
        if unredacted is public or unredacted is None or public is None:
            return False
        if isinstance(public, Document) and public.is_withheld:
            return True
        span = place.span
        return any(unredacted.line(line) != public.line(line) for line in range(span.line, span.end_line + 1))

    def details(self, place: Place, details: Mapping[str, object], placeholder: str) -> Mapping[str, object]:
        """Redact the values of a message: in a withheld place all but field names, elsewhere withheld text alone."""
        if self.is_needless:
            return details
        if self.hides(place):
            known_words = self._fields(place.path) | _LANGUAGES | {*_WORD.findall(place.path)}
            return {
                key: value if key in _SAFE_FIELDS else self._if_known(value, known_words, placeholder)
                for key, value in details.items()
            }
        hidden_words = self._words.get(_folder_of(place.path), frozenset())
        return {key: self._clean(value, hidden_words, placeholder) for key, value in details.items()}

    def reason(self, path: str, reason: str | Mapping[str, str], placeholder: str) -> str | Mapping[str, str]:
        """Return the reason of a waiver; for a withheld work only that there is one."""
        public = self.public.file(path)
        return placeholder if reason and isinstance(public, Document) and public.is_withheld else reason

    def _if_known(self, value: object, known_words: frozenset[str], placeholder: str) -> object:
        """Return a value if all its words occur in the schema of the kind or in the path, which are public."""
        values = value if isinstance(value, tuple | list) else (value,)
        is_known = all(isinstance(text, str) and known_words.issuperset(_WORD.findall(text)) for text in values)
        return value if is_known else () if isinstance(value, tuple) else placeholder

    def _clean(self, value: object, hidden_words: frozenset[str], placeholder: str) -> object:
        """Redact a value of a public place that quotes a withheld one; `hidden_words` are those of its work."""
        match value:
            case str():
                return placeholder if self._quotes(value, hidden_words) else value
            case tuple() | list():
                return tuple(self._clean(item, hidden_words, placeholder) for item in value)
            case Mapping():
                return {key: self._clean(item, hidden_words, placeholder) for key, item in value.items()}
        return value

    def _quotes(self, value: str, hidden_words: frozenset[str]) -> bool:
        words = _words(value)
        return (
            any(hidden in value for hidden in self._fronts)
            or not hidden_words.isdisjoint(words)
            or not self._runs.isdisjoint(_runs(words))
        )

    def _fields(self, path: str) -> frozenset[str]:
        kind = self.unredacted.kind(path.partition("/")[0])
        return frozenset(_names(kind.shape.schema)) | {"translates"} if kind else frozenset()

    @cached_property
    def _fronts(self) -> tuple[str, ...]:
        """The texts in the front matter of withheld works, without codes and dates, which are too common."""
        texts: dict[str, None] = {}
        for unredacted, public in self.differing:
            if isinstance(public, Document) and public.is_withheld and not unredacted.problems:
                texts |= dict.fromkeys(_texts(unredacted.front.value))
        return tuple(text for text in texts if len(text) >= _FEWEST and not _CODE.fullmatch(text))

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        """The runs of consecutive words in withheld lines."""
        return frozenset(run for pair in self.differing for run in _runs(_words(_withheld(*pair))))

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        """Map works and data files to the words, in any language, that occur in their withheld lines alone."""
        hidden: dict[str, set[str]] = {}
        for unredacted, public in self.differing:
            hidden.setdefault(_folder_of(unredacted.path), set()).update(_words(_withheld(unredacted, public)))
        for file in self.public.files:
            if (folder := _folder_of(file.path)) in hidden:
                hidden[folder] -= {*_words(file.source.text), *_words(" ".join(self._fields(file.path)))}
        return {work: frozenset(words) for work, words in hidden.items()}

    @cached_property
    def differing(self) -> tuple[tuple[RegisterFile, RegisterFile], ...]:
        """The files not shown in full with their public versions, those before the change included.

        A document to whose publication all have consented since is public and may be quoted.
        """
        pairs = zip(self.unredacted.files, self.public.files, strict=True)
        withheld = [(unredacted, public) for unredacted, public in pairs if unredacted is not public]
        open_now = {file.path for file in self.public.files if self.unredacted.file(file.path) is file}
        former = self.before.differing if self.before else ()
        return (*withheld, *((unredacted, public) for unredacted, public in former if unredacted.path not in open_now))


def _folder_of(path: str) -> str:
    """Return the folder of a work, or a file of reference data."""
    return "/".join(path.split("/")[:2])


def _withheld(unredacted: RegisterFile, public: RegisterFile) -> str:
    """Return the lines that are not shown."""
    if isinstance(public, Document) and public.is_withheld:
        return unredacted.source.text
    lines = zip_longest(unredacted.source.text.split("\n"), public.source.text.split("\n"), fillvalue="")
    return "\n".join(line for line, public_line in lines if line != public_line)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


def _names(schema: object) -> Iterator[str]:
    """Yield the names of fields and the fixed values of a schema."""
    if isinstance(schema, Mapping):
        for key, value in schema.items():
            if key == "properties" and isinstance(value, Mapping):
                yield from value
            if key == "enum" and isinstance(value, list):
                yield from (item for item in value if isinstance(item, str))
            yield from _names(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _names(item)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
