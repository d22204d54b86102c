"""The chain behind a verdict, as text of 80 columns and as JSON."""

from collections.abc import Callable, Iterator, Sequence

from cica_docs.register.open_questions import applies_from
from cica_docs.text.escape import escape_ci, to_json
from cica_docs.text.terminal import join_lines, wrap
from cica_docs.views.reasoning import Reasoning, Step

FORMAT = "cica-why/1"
_COLUMNS = 80
_INDENT = "  "
_PARTS: dict[str, Callable[[Reasoning], Iterator[Step]]] = {
    "entry": Reasoning.entry,
    "values": Reasoning.values,
    "acts": Reasoning.acts,
    "days": Reasoning.days,
    "fields": Reasoning.fields,
    "settings": Reasoning.settings,
    "waivers": Reasoning.waivers,
}


def format_reasonings(reasonings: Sequence[Reasoning]) -> str:
    """Format chains one after the other, each under its verdict."""
    blocks = (join_lines(_lines(reasoning)) for reasoning in reasonings)
    return "\n".join(blocks)


def format_reasonings_json(reasonings: Sequence[Reasoning]) -> str:
    """Format chains as JSON; texts are in the reader's language, places and data the same in all."""
    return to_json({"format": FORMAT, "verdicts": [_object(reasoning) for reasoning in reasonings]})


def _lines(reasoning: Reasoning) -> Iterator[str]:
    words = reasoning.clauses.words
    yield from _verdict(reasoning)
    if reasoning.provisions:
        yield from _heading(words.word("why.provisions"))
        yield from _provisions(reasoning)
    for part, steps_of in _PARTS.items():
        steps = tuple(steps_of(reasoning))
        if steps:
            yield from _heading(words.word(f"why.{part}"))
            for step in steps:
                yield from _step(step)
    yield from _heading(words.word("why.works-finding" if _is_found(reasoning) else "why.works-passes"))
    for work in reasoning.works:
        yield f"{_INDENT}{escape_ci(work)}"
    if any(not provision.is_house_rule for provision in reasoning.cited):
        yield ""
        yield from _wrapped(reasoning.clauses.describe_decision())


def _is_found(reasoning: Reasoning) -> bool:
    return reasoning.finding is not None or reasoning.obligation is not None


def _verdict(reasoning: Reasoning) -> Iterator[str]:
    clauses, finding, owed = reasoning.clauses, reasoning.finding, reasoning.obligation
    if finding is not None:
        severity = clauses.report.severity(finding.severity)
        yield f"{escape_ci(finding.path)}:{finding.place.span.line}: {severity}[{escape_ci(finding.rule)}]"
        yield from _wrapped(f"{escape_ci(finding.message)} ({clauses.report.citation(finding)})", _INDENT)
        if not finding.is_held:
            before = applies_from(clauses.corpus)
            yield from _wrapped(clauses.words.sentence("why.not-held", before=before.isoformat()), _INDENT)
        if finding.excerpt:
            yield f"{_INDENT}{finding.place.span.line} | {finding.excerpt.strip()[: _COLUMNS - 10]}"
        for related in finding.related:
            yield from _step(Step(escape_ci(related.message), reasoning.place_of(related.place)))
    elif owed is not None:
        yield escape_ci(owed.id)
        ended = str(owed.discharged or clauses.words.word("why.open"))
        days = {"arises": str(owed.arises), "due": str(owed.due), "discharged": ended}
        yield from _wrapped(clauses.words.sentence("why.obligation", **days), _INDENT)
        yield f"{_INDENT}→ {reasoning.place_of(owed.place)}"
    else:
        yield from _wrapped(clauses.words.sentence("why.passes", rule=reasoning.rule, place=reasoning.place))
        if reasoning.elsewhere:
            yield from _wrapped(clauses.words.sentence("why.elsewhere", lines=reasoning.elsewhere))


def _provisions(reasoning: Reasoning) -> Iterator[str]:
    clauses = reasoning.clauses
    for provision in reasoning.cited:
        yield f"{_INDENT}{escape_ci(provision.id)}  {clauses.force_of(provision)} · {clauses.addressee_of(provision)}"
        yield from _wrapped(clauses.statement_of(provision), _INDENT * 2)
        if reasoning.strictness is not None:
            yield from _wrapped(clauses.severities_of(provision.id, reasoning.on), _INDENT * 2)
        for change in clauses.history_of(provision):
            yield from _wrapped(change, _INDENT * 2)
    if reasoning.strictness is not None:
        stage = clauses.words.word(f"stages.{reasoning.strictness.value}")
        yield from _wrapped(clauses.words.sentence("why.stage", stage=stage), _INDENT)
    if reasoning.on is not None and any(not provision.is_house_rule for provision in reasoning.cited):
        yield from _wrapped(clauses.words.sentence("why.law", on=reasoning.on.isoformat()), _INDENT)


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield from _wrapped(text)


def _step(step: Step) -> Iterator[str]:
    """Yield a step, with its place on a line of its own: paths are long."""
    yield from wrap(step.text, first=_INDENT, rest=_INDENT * 3, most=_COLUMNS)
    if step.place:
        yield f"{_INDENT}→ {step.place}"


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    yield from wrap(text, first=indent, most=_COLUMNS)


def _object(reasoning: Reasoning) -> dict[str, object]:
    finding, owed = reasoning.finding, reasoning.obligation
    return {
        "verdict": "finding" if finding else "obligation" if owed else "passes",
        "rule": reasoning.rule or None,
        "place": reasoning.place or None,
        "elsewhere": list(reasoning.elsewhere),
        "message": finding.message if finding else None,
        "severity": finding.severity.value if finding else None,
        "held": finding.is_held if finding else None,
        "stage": reasoning.strictness.value if reasoning.strictness else None,
        "law_of": reasoning.on.isoformat() if reasoning.on else None,
        "provisions": [
            {"id": provision.id, "force": provision.force, "addressee": provision.addressee}
            for provision in reasoning.cited
        ],
        "obligation": {
            "id": owed.id,
            "arises": owed.arises.isoformat(),
            "due": owed.due.isoformat(),
            "discharged": owed.discharged.isoformat() if owed.discharged else None,
            "place": reasoning.place_of(owed.place),
        }
        if owed
        else None,
        **{
            part: [{"text": step.text, "place": step.place or None} for step in steps_of(reasoning)]
            for part, steps_of in _PARTS.items()
        },
        "works": list(reasoning.works),
    }
