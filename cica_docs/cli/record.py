"""The command `cica record`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cica_docs.cli.complete import complete_works
from cica_docs.cli.options import AsOf, Lang, Register, choose_language, parse_act_day
from cica_docs.cli.recording import read_to_record, write_recorded
from cica_docs.cli.register import open_register
from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from cica_docs.api.recording.act import ActForm
    from cica_docs.i18n.messages import Catalogue


def complete_acts(context: typer.Context, incomplete: str) -> list[str]:
    """Complete the acts that the work has."""
    from cica_docs.cli.complete import kinds_here

    kind = kinds_here().kinds.get(str(context.params.get("work") or "").partition("/")[0])
    return [act for act in kind.stages if act.startswith(incomplete)] if kind else []


def record(
    work: Annotated[
        str,
        typer.Argument(metavar="WORK", help="A work, as concept-paper/tourism-2026.", autocompletion=complete_works),
    ],
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

      cica record mandate/tourism-xa extended --by SOC --ref CICA/SOC/2026/4 --until 2027-06-30
    """
    from cica_docs.api.recording.act import act_form, canonical_names, find_work, record_act
    from cica_docs.cli.asking import can_ask
    from cica_docs.i18n.messages import read_catalogue
    from cica_docs.register.open import packaged_templates

    catalogue = read_catalogue(packaged_templates(), choose_language(lang))
    opened = open_register(register, None, as_of)
    corpus = read_to_record(opened)
    chosen = find_work(corpus, work)
    form = act_form(chosen, act)
    day = corpus.as_of.isoformat() if on is None else parse_act_day(on)
    options = {"by": _one_or_many(by), "to": _one_or_many(to), "ref": ref, "channel": channel, "until": until}
    named = {field: canonical_names(corpus, value) for field, value in options.items() if value is not None}
    given: Mapping[str, Any] = {**named, **parse_fields(fields or [])}
    if can_ask():
        given = _ask_missing(form, given, catalogue)
    recorded = record_act(corpus, catalogue, chosen, form.complete(day, given))
    return write_recorded(recorded, opened, catalogue, register)


def _one_or_many(values: list[str] | None) -> Any:
    return values[0] if values and len(values) == 1 else values or None


def parse_fields(pairs: list[str]) -> Mapping[str, Any]:
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
