"""What a shell proposes while a command is being written; a register that cannot be read proposes nothing."""

from collections.abc import Iterable
from contextlib import suppress

from cica_docs.values.failure import Failure


def complete_rules_and_clauses(incomplete: str) -> list[str]:
    """The rules, groups, clauses and provisions that begin so."""
    from cica_docs.cli.register import open_register
    from cica_docs.views.explain import list_explainable

    with suppress(Failure):
        return _beginning(incomplete, list_explainable(open_register(None, None, None).corpus()))
    return []


def complete_lists(incomplete: str) -> list[str]:
    """The lists that begin so."""
    from cica_docs.register.open import packaged_kinds
    from cica_docs.views.listing import list_names

    return _beginning(incomplete, list_names(packaged_kinds()))


def complete_open_obligations(incomplete: str) -> list[str]:
    """The open obligations that begin so."""
    from cica_docs.cli.register import open_register
    from cica_docs.register.obligations.all import obligations

    with suppress(Failure):
        corpus = open_register(None, None, None).corpus()
        return _beginning(
            incomplete, (obligation.id for obligation in obligations(corpus) if obligation.state(corpus.as_of).is_open)
        )
    return []


def complete_areas(incomplete: str) -> list[str]:
    """The priority areas and dimensions that begin so."""
    return _beginning(incomplete, _of_reference("area", "dimension"))


def complete_states(incomplete: str) -> list[str]:
    """The codes of states that begin so."""
    return _beginning(incomplete.upper(), _of_reference("state"))


def _of_reference(*names: str) -> Iterable[str]:
    from cica_docs.cli.register import open_register

    with suppress(Failure):
        reference = open_register(None, None, None).corpus().reference
        return dict.fromkeys(id for name in names for id in reference.all(name))
    return ()


def _beginning(incomplete: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]
