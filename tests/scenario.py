"""The decision as a lawyer tries it: acts added to the worked example, and what the whole tool is to say of them.

A case of `tests/cases` holds one rule to its words. A scenario knows no rule: the tool is held to what follows from the
text of a clause. The scenarios of clause 1.9 are in `tests/scenarios/1.9.yaml`, each under its label. Beside `says`,
which is what happened, and beside what a case may hold, a scenario has

- `given`: situations of `tests/scenarios/given.yaml`, on which it builds;
- `breach: {of: ["1.9"], at: [mandate/environment-xb]}`: a finding that cites one of these clauses, in one of these
  works. `any` is a clause or a house rule, where the record only contradicts itself; `house` is a house rule;
- `lawful: true`: nothing is found that is not found without it, but that the text, which no scenario changes along
  with a field, names another day;
- `spared: {of: ["1.9"], at: [mandate/environment-xb]}`: no new finding cites one of these clauses in one of these
  works, where others are meant to be found;
- `owed: {of: ["1.3"], by: XA, due: 2026-05-29, state: [overdue]}`: that obligation is listed, in one of these states;
- `open`: why it is known that the tool does not say so yet;
- `not_owed: {of: ["1.3"], by: XA}`, and perhaps the `work` from which it would arise: none such is listed.

The register has the originals alone, for whoever changes one leaves its translations behind; only wordings of
translations are tried upon `base: corpus`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ruamel.yaml import YAML

from case import TESTS, Case
from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.register.obligations.all import obligations
from cica_docs.register.open import packaged_templates
from cica_docs.values.finding import Finding
from cica_docs.values.language import Language

SCENARIOS = TESTS / "scenarios"
_GIVEN = "given.yaml"
_LISTS = ("edits", "without")
_MAPPINGS = ("files", "copies", "restricted")
_OF_THE_TEXT = " prose/day-contradicts "
_EXPECTATIONS = ("breach", "lawful", "spared", "owed", "not_owed")


@dataclass(frozen=True)
class Scenario:
    """One scenario; `content` is what its file holds under its label."""

    clause: str
    label: str
    content: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Clause and label."""
        return f"{self.clause}/{self.label}"

    @property
    def expectation(self) -> str:
        """Which of them it is."""
        (expectation,) = self.content.keys() & set(_EXPECTATIONS)
        return str(expectation)

    @property
    def corpus(self) -> Corpus:
        """The register in which it has happened."""
        return Case("", self.name, _together([*_given(self.content), self.content])).corpus

    def misses(self) -> Sequence[str]:
        """Say what the tool said instead; nothing if it said what it is to say."""
        corpus = self.corpus
        match self.expectation:
            case "breach":
                findings = _new_findings(corpus)
                said = any(_is_meant(corpus, finding, self.content["breach"]) for finding in findings)
                return () if said else ("no such finding", *map(_line, findings))
            case "lawful":
                lines = map(_line, _new_findings(corpus))
                return tuple(line for line in lines if _OF_THE_TEXT not in line)
            case "spared":
                spared = self.content["spared"]
                return tuple(_line(each) for each in _new_findings(corpus) if _is_meant(corpus, each, spared))
            case "owed":
                return tuple(_missing(corpus, self.content["owed"]))
            case _:
                return tuple(_owed(corpus, self.content["not_owed"]))


@cache
def all_scenarios() -> tuple[Scenario, ...]:
    """All scenarios, by clause and label."""
    return tuple(
        Scenario(path.stem, label, content)
        for path in sorted(SCENARIOS.glob("*.yaml"))
        if path.name != _GIVEN
        for label, content in _read(path.name).items()
    )


def situations() -> Mapping[str, Any]:
    """Return the situations on which scenarios build."""
    return _read(_GIVEN)


@cache
def _read(name: str) -> Mapping[str, Any]:
    content: Mapping[str, Any] = YAML(typ="safe").load((SCENARIOS / name).read_text(encoding="utf-8"))
    return content


def _given(content: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the situations on which a scenario or a situation builds, the first first."""
    for label in content.get("given", ()):
        situation = situations()[label]
        yield from _given(situation)
        yield situation


def _together(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Join what situations and a scenario lay over the register, in order."""
    joined: dict[str, Any] = {"base": "originals"}
    for part in parts:
        for key, value in part.items():
            if key in _LISTS:
                joined[key] = [*joined.get(key, ()), *value]
            elif key in _MAPPINGS:
                joined[key] = {**joined.get(key, {}), **value}
            elif key == "before":
                joined[key] = _together([*_given(value), value])
            else:
                joined[key] = value
    return joined


def _new_findings(corpus: Corpus) -> list[Finding]:
    """List what is found now and not on that day in the worked example as it is."""
    findings = check(corpus, _catalogue()).findings
    known = Counter(_identity(finding) for finding in _usual_findings(corpus.as_of.isoformat()))
    new = []
    for finding in findings:
        if known[_identity(finding)]:
            known[_identity(finding)] -= 1
        elif not finding.waived:
            new.append(finding)
    return new


@cache
def _usual_findings(as_of: str) -> tuple[Finding, ...]:
    return tuple(check(Case("", "as it is", {"base": "originals", "as-of": as_of}).corpus, _catalogue()).findings)


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.path, finding.rule, finding.message


def _is_meant(corpus: Corpus, finding: Finding, breach: Mapping[str, Any]) -> bool:
    """Whether a finding in one of the works cites one of the clauses, itself or through its house rule."""
    cited = {finding.clause, *corpus.decision.basis(finding.rule), "any"}
    return bool(cited & {*breach["of"]}) and any(finding.path.startswith(place) for place in breach["at"])


def _missing(corpus: Corpus, owed: Mapping[str, Any]) -> Iterator[str]:
    """Say what is listed of these clauses, if not the obligation that is meant."""
    listed = [each for each in obligations(corpus) if each.provision.partition("/")[0] in owed["of"]]
    if not any(
        (each.addressee, str(each.due)) == (owed["by"], str(owed["due"])) and each.state(corpus.as_of) in owed["state"]
        for each in listed
    ):
        yield "no such obligation"
        for each in listed:
            yield f"{each.id} · {each.addressee} · {each.due} · {each.state(corpus.as_of)}"


def _owed(corpus: Corpus, not_owed: Mapping[str, Any]) -> Iterator[str]:
    """Say what obligations there are that should not be."""
    for each in obligations(corpus):
        if (
            each.provision.partition("/")[0] in not_owed["of"]
            and each.addressee == not_owed["by"]
            and each.work == not_owed.get("work", each.work)
            and each.state(corpus.as_of).is_open
        ):
            yield f"{each.id} · {each.addressee} · {each.due} · {each.state(corpus.as_of)}"


def _line(finding: Finding) -> str:
    return f"{finding.path} {finding.severity} {finding.rule} {finding.clause}: {finding.message}"


@cache
def _catalogue() -> Catalogue:
    return read_catalogue(packaged_templates(), Language("en"))
