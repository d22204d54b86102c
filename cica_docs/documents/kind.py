"""Kinds of document: data of `schemas/<kind>/`, packaged with the tool."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from cica_docs.documents.acts.act_kind import ActKind, read_act_kind
from cica_docs.documents.acts.record import OF_THE_RECORD
from cica_docs.documents.counterpart import Counterpart, read_counterpart
from cica_docs.documents.schema.schema import Schema, Schemas, read_schemas
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.failure import Failure
from cica_docs.values.language import SOURCE_LANGUAGE, Language
from cica_docs.values.texts import Texts, texts_by_language


class SectionKind(NamedTuple):
    """A section that a kind of document has."""

    id: str
    title: Texts
    is_optional: bool
    is_bound: bool
    """Whether it is required only where a provision of the decision binds it."""
    since: str = ""
    """The act from which on its text is asked for; "" if always."""


class Question(NamedTuple):
    """A question of `cica new`: the field, the source of the answers, and the prompt."""

    field: str
    source: str
    prompt: Texts
    choices: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """Roles of the settings whose bodies are further choices."""
    when: Mapping[str, str] | None = None
    asked_by: str = ""
    """The constraint without which nobody asks for the field; empty if it is always asked for."""


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of document: its schema, sections, stages and skeletons."""

    name: str
    data: Mapping[str, Any]
    shape: Schema
    skeletons: Mapping[Language, str]

    @cached_property
    def title(self) -> Texts:
        """The name of one document."""
        return texts_by_language(self.data.get("title"))

    @cached_property
    def plural(self) -> Texts:
        """The name of several documents."""
        return texts_by_language(self.data.get("plural"))

    @cached_property
    def gender(self) -> Texts:
        """The gender of its name, in languages whose words agree with it; "" in others."""
        return texts_by_language(self.data.get("gender"))

    @cached_property
    def sections(self) -> tuple[SectionKind, ...]:
        """Its sections, in order."""
        return tuple(
            SectionKind(
                section["id"],
                texts_by_language(section["title"]),
                is_optional=bool(section.get("optional")),
                is_bound=bool(section.get("bound")),
                since=str(section.get("since") or ""),
            )
            for section in self.data.get("sections") or ()
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its documents, of those that the register has."""
        return tuple(self.data.get("languages") or Language)

    @property
    def period(self) -> str:
        """The pointer of the period in which an approved work is in force; empty if there is none."""
        return str(self.data.get("period") or "")

    @property
    def holders(self) -> tuple[str, ...]:
        """The pointers of the responsible states: the holder of a mandate, the author of a paper."""
        return tuple(self.data.get("holders") or ())

    @property
    def is_indispensable(self) -> bool:
        """Whether every register has works of this kind, whatever its settings name."""
        return self.data.get("indispensable") is True

    @property
    def is_by_name(self) -> bool:
        """Whether only registers whose settings name the kind use it: what one body has besides."""
        return self.data.get("by_name") is True

    @cached_property
    def acts(self) -> Mapping[str, ActKind]:
        """Its kinds of act, by name; those about the record are none of the matter."""
        return {name: read_act_kind(entry, self.correctors) for name, entry in (self.data.get("events") or {}).items()}

    @property
    def open_fields(self) -> tuple[str, ...]:
        """The pointers of fields that may change when all others are settled; `*` stands for each entry of a list."""
        return tuple(self.data.get("open") or ())

    @property
    def correctors(self) -> tuple[str, ...]:
        """Who may correct an act that does not say so itself: roles of the settings, or `doer`, who did it."""
        return tuple(self.data.get("corrected_by") or ())

    @cached_property
    def stages(self) -> Mapping[str, str]:
        """The stage that follows from each kind of act; empty if the act changes none."""
        return {name: act.stage for name, act in self.acts.items()}

    @cached_property
    def counterparts(self) -> tuple[Counterpart, ...]:
        """The documents that its fields name and that state the same facts."""
        return tuple(read_counterpart(entry) for entry in self.data.get("same_as") or ())

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions of `cica new`, in order."""
        return tuple(
            Question(
                question["field"],
                question["from"],
                texts_by_language(question["prompt"]),
                tuple(question.get("choices") or ()),
                tuple(question.get("roles") or ()),
                question.get("when"),
                question.get("asked_by") or "",
            )
            for question in self.data.get("ask") or ()
        )


@dataclass(frozen=True, eq=False)
class Kinds:
    """All kinds, and the shapes of translations and data files."""

    kinds: Mapping[str, Kind]
    shapes: Schemas
    lexicons: Mapping[Language, Mapping[str, Any]]
    """The words that rules look for in each language."""
    schemas: Schemas = field(repr=False)
    """The schemas as they are read, before languages are put into them."""
    left_out: Mapping[str, Kind] = field(default_factory=dict)
    """The kinds that the register does not use."""
    _by_languages: "dict[tuple[Language, ...], Kinds]" = field(default_factory=dict, repr=False)

    def for_languages(self, languages: tuple[Language, ...]) -> "Kinds":
        """Return the kinds as a register with these languages has them."""
        if languages == tuple(Language):
            return self
        if languages not in self._by_languages:
            shapes = self.schemas.for_languages(languages)
            kinds = {name: replace(kind, shape=shapes.shape(name)) for name, kind in self.kinds.items()}
            self._by_languages[languages] = replace(self, kinds=kinds, shapes=shapes)
        return self._by_languages[languages]

    _with_roles: dict[frozenset[tuple[str, str]], "Kinds"] = field(default_factory=dict, init=False, repr=False)

    def with_roles(self, roles: Mapping[str, str]) -> "Kinds":
        """Return the kinds of a register whose settings name these bodies by role."""
        key = frozenset(roles.items())
        if key not in self._with_roles:
            shapes = self.shapes.with_roles(roles)
            kinds = {name: replace(kind, shape=shapes.shape(name)) for name, kind in self.kinds.items()}
            self._with_roles[key] = replace(self, kinds=kinds, shapes=shapes)
        return self._with_roles[key]

    @property
    def every(self) -> Mapping[str, Kind]:
        """All kinds that the tool knows, also those that the register does not use."""
        return dict(sorted({**self.kinds, **self.left_out}.items()))

    def used(self, names: tuple[str, ...]) -> "Kinds":
        """Return the kinds of a register whose settings name these, and those that no register is without.

        No names mean all kinds but those used by name alone, and so does a name that is not known, which is reported
        where it stands.
        """
        every = self.every
        usual = {name for name, kind in every.items() if not kind.is_by_name}
        chosen = set(names) if names and every.keys() >= set(names) else usual | (set(names) & every.keys())
        used = {name: kind for name, kind in every.items() if name in chosen or kind.is_indispensable}
        return replace(self, kinds=used, left_out={name: every[name] for name in every if name not in used})

    def require_used(self, name: str) -> None:
        """Raise `Failure` if the register does not use a kind that the tool knows."""
        if name in self.left_out:
            raise Failure("kind-left-out", kind=name, kinds=tuple(self.kinds))

    @property
    def translation(self) -> Schema:
        """The shape of a translation's front matter."""
        return self.shapes.shape("translation")

    def data(self, name: str) -> Schema | None:
        """Return the schema of a reference file or of `provisions`."""
        return self.shapes.shape(name) if name in self.shapes else None


_COMMON = "kind.yaml"
"""The file of a kind; beside the folders of all kinds, that of what every kind has."""


def read_kinds(shipped: Snapshot, templates: Snapshot) -> Kinds:
    """Read the kinds of the packaged `schemas/` folder, and the lexicons of `templates/`."""
    names = sorted(path.removesuffix(f"/{_COMMON}") for path in shipped.paths() if path.endswith(f"/{_COMMON}"))
    common = _data(shipped, _COMMON)
    data = {name: {**common, **_data(shipped, f"{name}/{_COMMON}")} for name in names}
    read = read_schemas(shipped, {name: (*of_kind["events"], *OF_THE_RECORD) for name, of_kind in data.items()})
    shapes = read.for_languages(tuple(Language))
    kinds = {}
    for name, of_kind in data.items():
        skeletons = {language: _skeleton(shipped, name, language) for language in Language}
        kinds[name] = Kind(name, of_kind, shapes.shape(name), skeletons)
    lexicons = {language: _lexicon(templates, language) for language in Language}
    return Kinds(kinds, shapes, lexicons, read)


def _data(shipped: Snapshot, path: str) -> Mapping[str, Any]:
    data: Mapping[str, Any] = parse_yaml(shipped.read(path).decode()).value
    return data


def _lexicon(templates: Snapshot, language: Language) -> Mapping[str, Any]:
    lexicon: Mapping[str, Any] = parse_yaml(templates.read(f"locales/{language}/lexicon.yaml").decode()).value
    return lexicon


def _skeleton(shipped: Snapshot, name: str, language: Language) -> str:
    """Read the skeleton of a language, or the English one; empty if there is none."""
    paths = (f"{name}/skeleton.{code}.md" for code in (language, SOURCE_LANGUAGE))
    return next((shipped.read(path).decode() for path in paths if path in shipped.paths()), "")
