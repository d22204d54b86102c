"""A section of the job summary: the findings under one heading, in the fullest form that fits."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from cica_docs.report.report import Omitted, Report, related_path_of
from cica_docs.report.words import ReportWords
from cica_docs.text.escape import escape_markdown
from cica_docs.values.finding import Finding

_BRIEF = 200
"""Characters of a message in the forms with one line for each."""

_Item = TypeVar("_Item")
_Key = TypeVar("_Key", bound=Hashable)


class Section(NamedTuple):
    """The findings under one heading in reading order, and those that are only counted.

    A folded section is grouped by rule, any other by work.
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
        """The number of findings, listed or not."""
        return sum(item.count for item in self._all)

    def format(self, room: int) -> str:
        """Format the section in the fullest form that fits into `room` bytes; a shorter form says so.

        The shortest form is cut if necessary, and the findings cut off are counted.
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
        """Return the names of the works with findings."""
        return tuple(map(self._name, dict.fromkeys(self._work(item) for item in self._all)))

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
        """Write each work under its title: the fault, the place, the basis and the cure."""
        works = _grouped(self._all, self._work)
        for work, items in works.items():
            yield f"#### {escape_markdown(self._name(work))}\n\n"
            groups = _grouped((item for item in items if isinstance(item, Finding)), _entry_key)
            for group in groups.values():
                yield f"- {'<br>'.join(self._entry(group))}\n"
            for more in items:
                if isinstance(more, Omitted):
                    yield f"- {escape_markdown(self.words.omitted(more))} · {escape_markdown(more.rule)}\n"
            yield "\n"

    def _entry(self, group: Sequence[Finding]) -> Iterator[str]:
        first = group[0]
        yield f"{_strong(first.message)} · {escape_markdown(self._places(group))}"
        yield escape_markdown(self._basis(first))
        yield from map(escape_markdown, self.words.remarks(first))
        places = [(related_path_of(finding, related), related) for finding in group for related in finding.related]
        for path, line, message in dict.fromkeys(
            (path, related.place.span.line, related.message) for path, related in places
        ):
            label, place = escape_markdown(self.words.word("related")), escape_markdown(f"{path}:{line}")
            yield f"{label}: {place}: {escape_markdown(message)}"
        for cure in dict.fromkeys(self.words.cure(finding) for finding in group if finding.help):
            yield escape_markdown(cure)
        yield escape_markdown(f"cica explain {first.rule}")

    def _one_line(self) -> Iterator[str]:
        for finding in self.findings:
            where = f"{finding.path}:{finding.place.span.line}"
            yield f"- {_strong(where)}: {escape_markdown(finding.message, _BRIEF)} · {escape_markdown(finding.rule)}\n"
        for more in self.omitted:
            omitted, rule = escape_markdown(self.words.omitted(more)), escape_markdown(more.rule)
            yield f"- {_strong(more.path)}: {omitted} · {rule}\n"

    def _by_rule(self) -> Iterator[str]:
        """Write each rule once: the number of findings, the first message, and the lines in each work."""
        findings = _grouped(self.findings, lambda finding: finding.rule)
        for rule, number in self._rules().items():
            yield f"- {'<br>'.join(self._rule(rule, number, findings.get(rule, [])))}\n"

    def _rule(self, rule: str, number: int, findings: Sequence[Finding]) -> Iterator[str]:
        yield f"{_strong(self._first_message(number, findings))} · {escape_markdown(rule)}"
        if findings:
            yield escape_markdown(self._basis(findings[0]))
        for work, items in _grouped(findings, self._work).items():
            yield f"{escape_markdown(self._name(work))}: {escape_markdown(self._places(items))}"

    def _by_file(self) -> Iterator[str]:
        for path, items in _grouped(self._all, lambda item: item.path).items():
            yield f"- {_strong(path)}: {sum(item.count for item in items)}\n"

    def _counts(self) -> Iterator[str]:
        findings = _grouped(self.findings, lambda finding: finding.rule)
        for rule, number in self._rules().items():
            message = self._first_message(number, findings.get(rule, []))
            yield f"- {escape_markdown(message, _BRIEF)} · {escape_markdown(rule)}\n"

    def _rules(self) -> dict[str, int]:
        """Count the findings of each rule, the most frequent first."""
        rules = _grouped(self._all, lambda item: item.rule)
        counts = {rule: sum(item.count for item in findings) for rule, findings in rules.items()}
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def _first_message(self, number: int, findings: Sequence[Finding]) -> str:
        """Return the number of findings of a rule and the message of the first."""
        if not findings:
            return str(number)
        form = "same" if len({finding.message for finding in findings}) == 1 else "alike"
        return self.words.sentence(f"summary.folded.{form}", number=number, message=findings[0].message)

    def _basis(self, finding: Finding) -> str:
        """Return the basis of a finding: the clause, its force and its statement."""
        citation = self.words.citation(finding)
        return (
            self.words.sentence("summary.basis", citation=citation, statement=finding.says)
            if finding.says
            else citation
        )

    def _work(self, item: Finding | Omitted) -> str:
        """Return the work of a finding, as `notice/tourism-xa`, or the file if it belongs to no work."""
        parts = self._below(item).split("/")
        return "/".join(parts[:2])

    def _below(self, item: Finding | Omitted) -> str:
        return item.path.removeprefix(f"{self.report.register}/") if self.report.register else item.path

    def _name(self, work: str) -> str:
        title = self.report.titles.get(work)
        return self.words.sentence("summary.work", title=title, work=work) if title else work

    def _places(self, findings: Iterable[Finding]) -> str:
        """Return the lines of findings of one work, by file: `en.md, lines 3, 9; ru.md, line 3`."""
        files = _grouped(findings, lambda finding: self._below(finding).split("/", 2)[-1])
        return "; ".join(self._lines(file, items) for file, items in files.items())

    def _lines(self, file: str, findings: Sequence[Finding]) -> str:
        lines = list(dict.fromkeys(str(finding.place.span.line) for finding in findings))
        number = "one" if len(lines) == 1 else "other"
        return self.words.sentence(f"summary.lines.{number}", file=file, lines=", ".join(lines))


def _grouped(items: Iterable[_Item], key: Callable[[_Item], _Key]) -> dict[_Key, list[_Item]]:
    groups: dict[_Key, list[_Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _entry_key(finding: Finding) -> Hashable:
    """Return the key by which findings share an entry."""
    return finding.rule, finding.provision, finding.message, finding.waived, finding.known


def _strong(text: str) -> str:
    """Format a text in bold type, by a tag: asterisks do not work beside some signs."""
    return f"<b>{escape_markdown(text)}</b>"


def _fitting(head: str, lines: Iterator[str], room: int) -> str | None:
    """Return the head and the lines if they fit into `room` bytes, reading no more lines than necessary."""
    written, size = [head], len(head.encode())
    for line in lines:
        size += len(line.encode())
        if size > room:
            return None
        written.append(line)
    return "".join(written) if size <= room else None
