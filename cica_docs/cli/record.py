"""The command `cica record`."""

import shlex
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cica_docs.cli.console import say
from cica_docs.cli.options import AsOf, Lang, Register, choose_language
from cica_docs.cli.register import OpenedRegister, open_register
from cica_docs.cli.writing import write_file
from cica_docs.text.escape import escape_terminal
from cica_docs.values.day import parse_partial_date
from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from cica_docs.api.recording.act import ActForm, RecordedAct
    from cica_docs.i18n.messages import Catalogue

_NOTHING_WRITTEN = 1


def complete_acts(context: typer.Context, incomplete: str) -> list[str]:
    """Complete the acts that the work has."""
    from cica_docs.cli.complete import kinds_here

    kind = kinds_here().kinds.get(str(context.params.get("work") or "").partition("/")[0])
    return [act for act in kind.stages if act.startswith(incomplete)] if kind else []


def record(
    work: Annotated[str, typer.Argument(metavar="WORK", help="A work, as concept-paper/tourism-2026.")],
    act: Annotated[str, typer.Argument(help="What was done, as circulated or approved.", autocompletion=complete_acts)],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day on which it was done; today if left out.")
    ] = None,
    by: Annotated[
        list[str] | None, typer.Option("--by", metavar="PARTY", help="Who did it: a body or State; repeatable.")
    ] = None,
    to: Annotated[
        list[str] | None, typer.Option("--to", metavar="PARTY", help="To whom: a body or State, or all; repeatable.")
    ] = None,
    ref: Annotated[
        str | None, typer.Option("--ref", metavar="SYMBOL", help="The symbol or number of the paper that records it.")
    ] = None,
    channel: Annotated[
        str | None, typer.Option("--channel", metavar="BODY", help="The body or way by which it was considered.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The new last day, of an extension.")
    ] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="Any other field, its value as YAML; repeatable."),
    ] = None,
    register: Register = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Put on record that something was done: an act, in its place in the original.

    On a terminal it asks for the fields that the act must have; elsewhere they are options. The act is written only if
    the check finds no new error with it, and then the command shows what follows. It records what has been done; an
    act on record is never changed, a further one corrects it (cica record WORK corrected).

      cica record concept-paper/tourism-2027 circulated --on 2026-11-02 --by CHAIR --to all

      cica record concept-paper/tourism-2027 approved --on 2026-12-01 --by SOC --ref CICA/SOC/2026/4

      cica record mandate/tourism-xa extended --by SOC --until 2027-06-30
    """
    from cica_docs.api.recording.act import act_form, canonical_names, find_work, record_act
    from cica_docs.cli.asking import can_ask
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, as_of)
    if opened.snapshot.commit:
        raise Failure("no-files-here", folder=str(opened.root))
    # Beside the last commit, so that an act is refused that would come before what others rest on.
    has_commit = opened.repository is not None and not opened.repository.is_unborn
    corpus = opened.compared("HEAD")[0] if has_commit else opened.unredacted()
    chosen = find_work(corpus, work)
    form = act_form(chosen, act)
    day = corpus.as_of.isoformat() if on is None else on
    if parse_partial_date(day) is None:
        raise Failure("day-unreadable", day=day)
    options = {"by": _one_or_many(by), "to": _one_or_many(to), "ref": ref, "channel": channel, "until": until}
    named = {field: canonical_names(corpus, value) for field, value in options.items() if value is not None}
    given: Mapping[str, Any] = {**named, **_parse(fields or [])}
    if can_ask():
        given = _ask_missing(form, given, catalogue)
    recorded = record_act(corpus, catalogue, chosen, form.complete(day, given))
    if not recorded.report.findings:
        _write(recorded, opened)
    say("".join(f"{line}\n" for line in _describe(recorded, chosen.name, opened, catalogue, register)))
    return _NOTHING_WRITTEN if recorded.report.findings else 0


def _one_or_many(values: list[str] | None) -> Any:
    return values[0] if values and len(values) == 1 else values or None


def _parse(pairs: list[str]) -> Mapping[str, Any]:
    """Read `FIELD=VALUE`, each value as YAML."""
    from cica_docs.documents.yaml.positioned import parse_yaml

    fields = {}
    for pair in pairs:
        field, sign, value = pair.partition("=")
        read = parse_yaml(value)
        if not sign or not field.strip() or read.problems:
            raise Failure("set-unreadable", given=pair)
        fields[field.strip()] = read.value
    return fields


def _ask_missing(form: "ActForm", given: Mapping[str, Any], catalogue: "Catalogue") -> Mapping[str, Any]:
    """Return the fields given and those that the user is asked for, until each has the form that it should have."""
    from cica_docs.cli.asking import read_answer, tell
    from cica_docs.documents.yaml.positioned import parse_yaml

    answers = dict(given)
    for field in form.required:
        while field not in answers:
            expected = catalogue.format_value(form.expected(field))
            text = read_answer(catalogue.commands.sentence("record.ask", field=field, expected=expected))
            value = parse_yaml(text).value
            try:
                form.require(field, value)
            except Failure as failure:
                tell(catalogue.failure(failure))
                continue
            answers[field] = value
    return answers


def _write(recorded: "RecordedAct", opened: OpenedRegister) -> None:
    """Write all files, or leave all as they were."""
    before = {path: opened.snapshot.read(path) for path in recorded.files}
    try:
        for path, content in recorded.files.items():
            write_file(opened.root / path, content)
    except BaseException:
        for path, content in before.items():
            with suppress(Failure):
                write_file(opened.root / path, content)
        raise


def _describe(
    recorded: "RecordedAct", work: str, opened: OpenedRegister, catalogue: "Catalogue", register: Path | None
) -> Iterator[str]:
    """Describe what is in the way, or what was written and what follows from it."""
    from cica_docs.i18n.labels import read_labels
    from cica_docs.register.open import packaged_templates
    from cica_docs.report.text import format_finding
    from cica_docs.report.words import report_words_of
    from cica_docs.views.obligations import list_obligations
    from cica_docs.views.obligations_formats import format_entry

    words, shown = catalogue.commands, f"{recorded.act['kind']} ({recorded.act['on']})"
    if recorded.report.findings:
        for finding in recorded.report.findings:
            yield format_finding(finding, report_words_of(catalogue))
        yield words.sentence("record.refused", work=work, act=shown)
        return
    yield words.sentence("record.written", work=work, act=shown)
    yield from (f"  {escape_terminal(opened.snapshot.prefix + path)}" for path in recorded.files)
    labels = read_labels(packaged_templates(), catalogue.language)
    before, after = (labels.stage(*status) for status in recorded.status)
    yield words.sentence("record.status" if before != after else "record.same-status", before=before, after=after)
    rows = [row for row in list_obligations(recorded.public, catalogue).rows if row.obligation.id in recorded.owed]
    if recorded.discharged:
        yield words.sentence("record.discharged", listed=", ".join(sorted(recorded.discharged)))
    if rows:
        yield words.word("record.owed")
        for row in rows:
            yield from format_entry(row, words)
    where = ["--register", str(register)] if register else []
    yield words.sentence("record.next", check=shlex.join(["cica", "check", *where]))
