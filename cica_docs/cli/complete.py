"""Shell completion; a register that cannot be read gives no completions."""

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from cica_docs.documents.kind import Kinds


def complete_rules_and_clauses(incomplete: str) -> list[str]:
    """Complete rules, groups, clauses and provisions."""
    from cica_docs.cli.register import open_register
    from cica_docs.views.explain import list_explainable

    with suppress(Failure):
        return _with_prefix(incomplete, list_explainable(open_register(None, None, None).corpus()))
    return []


def complete_lists(incomplete: str) -> list[str]:
    """Complete lists."""
    from cica_docs.views.listing import list_names

    return _with_prefix(incomplete, list_names(kinds_here()))


def kinds_here() -> "Kinds":
    """Return the kinds of the register in the current folder; all kinds outside a register."""
    from cica_docs.cli.register import open_register
    from cica_docs.register.open import packaged_kinds

    with suppress(Failure):
        return open_register(None, None, None).corpus().kinds
    return packaged_kinds()


def complete_open_obligations(incomplete: str) -> list[str]:
    """Complete open obligations."""
    from cica_docs.cli.register import open_register
    from cica_docs.register.obligations.all import obligations

    with suppress(Failure):
        corpus = open_register(None, None, None).corpus()
        return _with_prefix(
            incomplete, (obligation.id for obligation in obligations(corpus) if obligation.state(corpus.as_of).is_open)
        )
    return []


def complete_works(incomplete: str) -> list[str]:
    """Complete the names of works."""
    from cica_docs.cli.register import open_register
    from cica_docs.register.works import works

    with suppress(Failure):
        return _with_prefix(incomplete, works(open_register(None, None, None).corpus()))
    return []


def complete_areas(incomplete: str) -> list[str]:
    """Complete priority areas and dimensions."""
    return _with_prefix(incomplete, _names_in_reference("area", "dimension"))


def complete_states(incomplete: str) -> list[str]:
    """Complete the codes of states."""
    return _with_prefix(incomplete.upper(), _names_in_reference("state"))


def _names_in_reference(*names: str) -> Iterable[str]:
    from cica_docs.cli.register import open_register

    with suppress(Failure):
        reference = open_register(None, None, None).corpus().reference
        return dict.fromkeys(id for name in names for id in reference.all(name))
    return ()


def _with_prefix(incomplete: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]
