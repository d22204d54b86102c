"""The demands of clauses, by addressee."""

from collections import Counter
from collections.abc import Iterator, Sequence

from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import wrap
from cica_docs.values.provision import Provision
from cica_docs.views.provisions import Clauses

_CHECKED = frozenset({"enforced", "partly"})


def count_asks(provisions: Sequence[Provision], clauses: Clauses) -> Iterator[str]:
    """Yield for each addressee the number of demands by force, and which are checked and which are not."""
    for addressee in dict.fromkeys(provision.addressee for provision in provisions):
        addressed = [
            provision
            for provision in provisions
            if provision.addressee == addressee and clauses.can_be_breached(provision)
        ]
        if not addressed:
            continue
        forces = Counter(clauses.force_of(provision) for provision in addressed)
        counted = ", ".join(f"{force} × {number}" for force, number in forces.items())
        yield f"  {clauses.addressee_of(addressed[0])}: {counted}"
        checked = [provision.id for provision in addressed if clauses.coverage_of(provision) in _CHECKED]
        unchecked = [provision.id for provision in addressed if clauses.coverage_of(provision) != "enforced"]
        for key, ids in (("checked", checked), ("left", unchecked)):
            if ids:
                label = clauses.words.word(f"explain.{key}")
                yield from wrap(", ".join(map(escape_ci, ids)), first=f"    {label}: ", rest="      ")
