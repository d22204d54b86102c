"""A part of the job summary: the findings of one weight, written as fully as the room that is left allows."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cica_docs.report.report import Omitted, Report, related_path_of
from cica_docs.report.words import ReportWords
from cica_docs.text.escape import escape_markdown
from cica_docs.values.finding import Finding

_BRIEF = 200
"""Characters of a message in the forms that give it one line."""

_Item = TypeVar("_Item")
_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True)
class Section:
    """The findings under one heading, in reading order, with what is counted of them and not listed.

    A folded one is written by rule, any other by work.
    """

    report: Report
    words: ReportWords
    heading: str
    findings: Sequence[Finding]
    omitted: Sequence[Omitted]
    is_folded: bool = False

    @property
    def _all(self) -> tuple[Finding | Omitted, ...]:
        return (*self.findings, *self.omitted)

    @property
    def number(self) -> int:
        """How many findings there are, listed or not."""
        return sum(one.count for one in self._all)

    def written(self, room: int) -> str:
        """Return the section in the fullest form that fits into so many bytes; a shorter form says that it is one.

        Of the shortest as many lines are kept as fit, and the findings of the others are counted.
        """
        if not self.number:
            return ""
        forms: dict[str, Callable[[], Iterator[str]]] = {"by-file": self._by_file, "counts": self._counts}
        full = {"by-rule": self._by_rule} if self.is_folded else {"by-work": self._by_work, "one-line": self._one_line}
        for position, (form, lines) in enumerate((full | forms).items()):
            head = self._head(form if position else "")
            if (text := _fitting(head, lines(), room)) is not None:
                return text
        return self._cut(room)

    def works(self) -> tuple[str, ...]:
        """Return the names of the works that the findings lie in."""
        return tuple(map(self._name, dict.fromkeys(self._work(one) for one in self._all)))

    def _head(self, form: str) -> str:
        text = f"\n### {escape_markdown(self.words.word(f'summary.{self.heading}'))} ({self.number})\n"
        return text + (f"\n{escape_markdown(self.words.word(f'summary.shortened.{form}'))}\n" if form else "") + "\n"

    def _cut(self, room: int) -> str:
        text, left = self._head("counts"), self.number
        for line, number in zip(self._counts(), self._rules().values(), strict=True):
            if len((text + line).encode()) > room:
                break
            text, left = text + line, left - number
        return f"{text}\n{escape_markdown(self.words.sentence('summary-cut', number=left))}\n"

    def _by_work(self) -> Iterator[str]:
        """Write each work under its title: what is the matter, where, on what basis, and what to do."""
        works = _grouped(self._all, self._work)
        for work, here in works.items():
            yield f"#### {escape_markdown(self._name(work))}\n\n"
            alike = _grouped((one for one in here if isinstance(one, Finding)), _what)
            for group in alike.values():
                yield f"- {'<br>'.join(self._entry(group))}\n"
            for more in here:
                if isinstance(more, Omitted):
                    yield f"- {escape_markdown(self.words.omitted(more))} · {escape_markdown(more.rule)}\n"
            yield "\n"

    def _entry(self, group: Sequence[Finding]) -> Iterator[str]:
        first = group[0]
        yield f"{_strong(first.message)} · {escape_markdown(self._places(group))}"
        yield escape_markdown(self._basis(first))
        if first.waived:
            yield escape_markdown(self.words.sentence("waived", reason=first.waived))
        places = [(related_path_of(finding, related), related) for finding in group for related in finding.related]
        for path, line, message in dict.fromkeys((path, one.place.span.line, one.message) for path, one in places):
            label, place = escape_markdown(self.words.word("related")), escape_markdown(f"{path}:{line}")
            yield f"{label}: {place}: {escape_markdown(message)}"
        for cure in dict.fromkeys(finding.help for finding in group if finding.help):
            yield f"{escape_markdown(self.words.word('help'))}: {escape_markdown(cure)}"
        yield escape_markdown(f"cica explain {first.rule}")

    def _one_line(self) -> Iterator[str]:
        for finding in self.findings:
            where = f"{finding.path}:{finding.place.span.line}"
            yield f"- {_strong(where)}: {escape_markdown(finding.message, _BRIEF)} · {escape_markdown(finding.rule)}\n"
        for more in self.omitted:
            omitted, rule = escape_markdown(self.words.omitted(more)), escape_markdown(more.rule)
            yield f"- {_strong(more.path)}: {omitted} · {rule}\n"

    def _by_rule(self) -> Iterator[str]:
        """Write each rule once: how many findings, what the first says, and the lines in each work."""
        found = _grouped(self.findings, lambda finding: finding.rule)
        for rule, number in self._rules().items():
            yield f"- {'<br>'.join(self._rule(rule, number, found.get(rule, [])))}\n"

    def _rule(self, rule: str, number: int, found: Sequence[Finding]) -> Iterator[str]:
        yield f"{_strong(self._alike(number, found))} · {escape_markdown(rule)}"
        if found:
            yield escape_markdown(self._basis(found[0]))
        for work, here in _grouped(found, self._work).items():
            yield f"{escape_markdown(self._name(work))}: {escape_markdown(self._places(here))}"

    def _by_file(self) -> Iterator[str]:
        for path, here in _grouped(self._all, lambda one: one.path).items():
            yield f"- {_strong(path)}: {sum(one.count for one in here)}\n"

    def _counts(self) -> Iterator[str]:
        found = _grouped(self.findings, lambda finding: finding.rule)
        for rule, number in self._rules().items():
            yield f"- {escape_markdown(self._alike(number, found.get(rule, [])), _BRIEF)} · {escape_markdown(rule)}\n"

    def _rules(self) -> dict[str, int]:
        """Return how many findings each rule has, the most first."""
        rules = _grouped(self._all, lambda one: one.rule)
        counts = {rule: sum(one.count for one in found) for rule, found in rules.items()}
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def _alike(self, number: int, found: Sequence[Finding]) -> str:
        """Return the number and the message of the first finding of a rule, which stands for the others."""
        if not found:
            return str(number)
        form = "same" if len({finding.message for finding in found}) == 1 else "alike"
        return self.words.sentence(f"summary.folded.{form}", number=number, message=found[0].message)

    def _basis(self, finding: Finding) -> str:
        """Return what a finding rests on: the clause, its force, and what it says."""
        citation = self.words.citation(finding)
        statement = self.report.statements.get(finding.provision)
        return self.words.sentence("summary.basis", citation=citation, statement=statement) if statement else citation

    def _work(self, one: Finding | Omitted) -> str:
        """Return the work that a finding lies in, as `notice/tourism-xa`, or the file where it lies in none."""
        parts = self._below(one).split("/")
        return "/".join(parts[:2])

    def _below(self, one: Finding | Omitted) -> str:
        return one.path.removeprefix(f"{self.report.register}/") if self.report.register else one.path

    def _name(self, work: str) -> str:
        title = self.report.titles.get(work)
        return self.words.sentence("summary.work", title=title, work=work) if title else work

    def _places(self, found: Iterable[Finding]) -> str:
        """Return the lines of findings of one work, by file: `en.md, lines 3, 9; ru.md, line 3`."""
        files = _grouped(found, lambda finding: self._below(finding).split("/", 2)[-1])
        return "; ".join(self._lines(file, here) for file, here in files.items())

    def _lines(self, file: str, found: Sequence[Finding]) -> str:
        lines = list(dict.fromkeys(str(finding.place.span.line) for finding in found))
        number = "one" if len(lines) == 1 else "other"
        return self.words.sentence(f"summary.lines.{number}", file=file, lines=", ".join(lines))


def _grouped(items: Iterable[_Item], key: Callable[[_Item], _Key]) -> dict[_Key, list[_Item]]:
    groups: dict[_Key, list[_Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _what(finding: Finding) -> Hashable:
    """Return what an entry says of a finding once, however many places it has."""
    return finding.rule, finding.provision, finding.message, finding.waived


def _strong(text: str) -> str:
    """Return the text in bold type; as a tag, since asterisks are none beside some signs."""
    return f"<b>{escape_markdown(text)}</b>"


def _fitting(head: str, lines: Iterator[str], room: int) -> str | None:
    """Return the head and the lines if they fit into so many bytes; no more of them is made than it takes to know."""
    written, size = [head], len(head.encode())
    for line in lines:
        size += len(line.encode())
        if size > room:
            return None
        written.append(line)
    return "".join(written) if size <= room else None
