"""What a change does, for its readers: acts, facts and texts by work, and what becomes due once it is merged."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cica_docs.api.act_rows import name_in
from cica_docs.api.changes import describe_change, list_changes
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.yaml.scalar import write_flow
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.messages import Catalogue
from cica_docs.languages import number_of_proposals
from cica_docs.register.obligations.all import obligations
from cica_docs.register.restricted.redaction import redactor
from cica_docs.register.works import Work, works
from cica_docs.report.report import ChangePage, WorkChange
from cica_docs.report.words import ReportWords, report_words_of
from cica_docs.views.obligations import list_obligations

_NO_FACTS = frozenset({"title", "events", "translates", "waivers"})
_LONGEST = 120
_PERIOD = ("from", "to")
_ENDS = frozenset(_PERIOD)


def describe_changes(now: Corpus, before: Corpus, catalogue: Catalogue, labels: Labels) -> ChangePage:
    """Describe a change in the reader's language, as the public views of both corpora show it."""
    after, former = redactor(now).public, redactor(before).public
    return ChangePage(tuple(_works(after, former, catalogue, labels)), tuple(_due(after, former, catalogue)))


def _works(after: Corpus, former: Corpus, catalogue: Catalogue, labels: Labels) -> Iterator[WorkChange]:
    words, later, earlier = report_words_of(catalogue), works(after), works(former)
    name_of = name_in(after, labels)
    lines: dict[str, list[str]] = {}
    for row in list_changes(former, after, catalogue.commands).rows:
        lines.setdefault(row["work"], []).append(describe_change(row, catalogue.commands, labels, name_of))
    for name in sorted(later.keys() & earlier.keys()):
        gender = later[name].kind.gender[labels.language]
        if facts := list(_facts(_fields(later[name]), _fields(earlier[name]), words, labels, name_of, gender)):
            lines.setdefault(name, []).extend(facts)
    for name in lines.keys() & later.keys():
        if number := number_of_proposals(after, later[name]):
            proposals = catalogue.commands.count("bracket", number)
            lines[name].append(words.sentence("summary.open-proposals", proposals=proposals))
    for name in sorted(lines):
        title = (later.get(name) or earlier[name]).title(catalogue.language)
        yield WorkChange(name, title, tuple(lines[name]))


def _fields(work: Work) -> Mapping[str, Any]:
    fields = work.original.front.value
    return fields if isinstance(fields, dict) else {}


def _facts(
    after: Mapping[str, Any],
    former: Mapping[str, Any],
    words: ReportWords,
    labels: Labels,
    name_of: Callable[[str], str],
    gender: str,
) -> Iterator[str]:
    """Yield the facts that differ, each with its former and its present value."""
    for field in dict.fromkeys((*former, *after)):
        if field not in _NO_FACTS and former.get(field) != after.get(field):
            name = field.replace("_", "-")
            label = labels.fact(name, gender=gender, otherwise=field)
            was, now = (_value(fields.get(field), name_of) for fields in (former, after))
            yield words.sentence("summary.fact", label=label, was=was, now=now)


def _value(value: Any, name_of: Callable[[str], str]) -> str:
    """Return a value as it is written, a period by its days, States and bodies by their names."""
    if isinstance(value, dict) and value and value.keys() <= _ENDS:
        return " – ".join(str(value.get(end, "…")) for end in _PERIOD)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        text = ", ".join(name_of(item) for item in value)
    else:
        text = "–" if value is None else name_of(value) if isinstance(value, str) else write_flow(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _due(after: Corpus, former: Corpus, catalogue: Catalogue) -> Iterator[str]:
    """Yield the obligations that are open after the change and were not before, by due day."""
    open_before = {each.id for each in obligations(former) if each.state(former.as_of).is_open}
    words = report_words_of(catalogue)
    for row in list_obligations(after, catalogue).rows:
        if row.obligation.id not in open_before:
            yield words.sentence(
                "summary.due-line",
                on=row.obligation.due,
                who=row.addressee,
                work=row.title,
                discharge=row.discharge,
                citation=row.citation,
            )
