"""Amended values: a file that says what an amendment would put in place of the values of a decision."""

from difflib import get_close_matches
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.decision.decision import Amendments
from cica_docs.documents.document import DataFile, read_data_file
from cica_docs.i18n.messages import Catalogue
from cica_docs.rules.rule import find_rule
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.text.escape import escape_pointer
from cica_docs.values.day import parse_day
from cica_docs.values.failure import Failure
from cica_docs.values.provision import Provision
from cica_docs.values.span import Span

_BESIDES = frozenset({"from", "by"})
_MOST = 1200


def read_amendments(corpus: Corpus, catalogue: Catalogue, content: bytes, name: str) -> Amendments:
    """Read the amendments of a file; raise `Failure` with line and column for one that is unreadable or unfit."""
    return _Reader(corpus, read_yaml_file(catalogue, content, name), name).amendments()


def read_yaml_file(catalogue: Catalogue, content: bytes, name: str) -> DataFile:
    """Read a file of YAML; raise `Failure` with line and column if it is unreadable."""
    file = read_data_file(MemorySnapshot({name: content}), name)
    for problem in file.problems:
        unreadable = find_rule("form/unreadable")
        assert unreadable is not None
        message = catalogue.message(unreadable, problem.kind, problem.details)
        raise _refused("values-unreadable", name, problem.span, problem=message)
    return file


def _refused(key: str, path: str, span: Span, **details: object) -> Failure:
    return Failure(key, status=2, path=path, line=span.line, column=span.column, **details)


class _Reader:
    """Reads amendments against the provisions that they amend."""

    def __init__(self, corpus: Corpus, file: DataFile, name: str) -> None:
        self.provisions = corpus.decision.recorded
        self.file = file
        self.name = name

    def amendments(self) -> Amendments:
        """Return all amendments by provision and by name of value."""
        return {id: self._of_provision(id, named) for id, named in self._mapping("", self._example()).items()}

    def _example(self) -> str:
        """Return the first value of the decision, as it is written in a file of amendments."""
        valued = (provision for provision in self.provisions.values() if provision.values)
        return next((f"{each.id}: {{{_expected(each, next(iter(each.values)))}}}" for each in valued), "")

    def _of_provision(self, id: str, named: Any) -> dict[str, tuple[dict[str, Any], ...]]:
        provision = self.provisions.get(id)
        pointer = f"/{escape_pointer(id)}"
        if provision is None or not provision.values:
            known = [provision.id for provision in self.provisions.values() if provision.values]
            raise self._refused(
                "values-provision-unfit",
                pointer,
                name=id,
                suggestion=tuple(get_close_matches(id, known, 1, 0.5)),
                known=tuple(known),
            )
        expected = "; ".join(_expected(provision, name) for name in provision.values)
        return {name: self._values(provision, name, pointer) for name in self._mapping(pointer, expected, named)}

    def _values(self, provision: Provision, name: str, above: str) -> tuple[dict[str, Any], ...]:
        pointer = f"{above}/{escape_pointer(name)}"
        if name not in provision.values:
            raise self._refused(
                "values-name-unknown",
                pointer,
                name=name,
                provision=provision.id,
                suggestion=tuple(get_close_matches(name, provision.values, 1, 0.5)),
                known=tuple(provision.values),
            )
        dated = self.file.front.get(pointer)
        if not isinstance(dated, list) or not dated:
            raise self._malformed(pointer, _expected(provision, name))
        form = _form(provision.values[name][0])
        for index, value in enumerate(dated):
            if not isinstance(value, dict) or not parse_day(str(value.get("from") or "")) or _form(value) != form:
                raise self._malformed(f"{pointer}/{index}", _expected(provision, name))
        return tuple(dated)

    def _mapping(self, pointer: str, expected: str, value: Any = None) -> dict[str, Any]:
        mapping = self.file.front.value if value is None and not pointer else value
        if not isinstance(mapping, dict) or not mapping:
            raise self._malformed(pointer, expected)
        return mapping

    def _malformed(self, pointer: str, expected: str) -> Failure:
        return self._refused("values-malformed", pointer, expected=expected)

    def _refused(self, key: str, pointer: str, **details: object) -> Failure:
        return _refused(key, self.name, self.file.front.at(pointer), **details)


def _form(value: Any) -> dict[str, str] | None:
    """Return the unit and the `number` or `range` of a dated value, or None."""
    form = {}
    for unit, figure in value.items():
        if unit in _BESIDES:
            continue
        if isinstance(figure, list):
            is_range = len(figure) == 2 and all(map(_is_number, figure)) and figure[0] <= figure[1]
            form[unit] = "range" if is_range else ""
        else:
            form[unit] = "number" if _is_number(figure) else ""
    return form if form and all(form.values()) else None


def _is_number(figure: Any) -> bool:
    return type(figure) is int and 0 <= figure <= _MOST


def _expected(provision: Provision, name: str) -> str:
    """Format the value in force as an example of the form: `tenure: [{from: 2023-05-13, years: [2, 4]}]`."""
    parts = (f"{key}: {figure}" for key, figure in provision.values[name][0].items() if key != "by")
    return f"{name}: [{{{', '.join(parts)}}}]"
