"""The option `--why` of `cica check` and `cica due`."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cica_docs.cli.console import emit, say
from cica_docs.cli.register import OpenedRegister, register_path_of
from cica_docs.i18n.messages import Catalogue
from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from cica_docs.views.reasoning import Reasoning

_LINE = re.compile(r":([0-9]{1,7})(?::[0-9]{1,7})?\Z")


def explain_verdicts(
    opened: OpenedRegister, catalogue: Catalogue, rule: str, paths: Sequence[Path], base: str | None, *, is_json: bool
) -> int:
    """Show what the verdicts of a rule on one place rest on; the exit status is 0 whatever they are."""
    from cica_docs.api.checking.reasoning import trace_verdicts

    if len(paths) != 1:
        raise Failure("why-one-place", rule=rule)
    written = str(paths[0])
    match = None if paths[0].exists() else _LINE.search(written)
    path = register_path_of(Path(written[: match.start()] if match else written), opened)
    corpus = opened.compared(base)[0] if base else opened.unredacted()
    show_reasonings(trace_verdicts(corpus, catalogue, rule, path, int(match[1]) if match else None), is_json=is_json)
    return 0


def show_reasonings(reasonings: "Sequence[Reasoning]", *, is_json: bool) -> None:
    """Print chains as text or as JSON."""
    from cica_docs.views.reasoning_formats import format_reasonings, format_reasonings_json

    if is_json:
        emit(format_reasonings_json(reasonings))
    else:
        say(format_reasonings(reasonings))
