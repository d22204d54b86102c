"""What a clause asks of each of those whom it addresses."""

from collections import Counter
from collections.abc import Iterator, Sequence

from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import wrap
from cica_docs.values.provision import Provision
from cica_docs.views.provisions import Clauses


def count_asks(provisions: Sequence[Provision], clauses: Clauses) -> Iterator[str]:
    """For each addressee how often it asks with which force, what is checked, and what is left to the addressee."""
    for addressee in dict.fromkeys(provision.addressee for provision in provisions):
        found = [
            provision for provision in provisions if provision.addressee == addressee and clauses.weighs(provision)
        ]
        if not found:
            continue
        forces = Counter(clauses.force(one) for one in found)
        counted = ", ".join(f"{force} × {number}" for force, number in forces.items())
        yield f"  {clauses.addressee(found[0])}: {counted}"
        checked = [one.id for one in found if clauses.standing(one) == "enforced"]
        left = [one.id for one in found if clauses.standing(one) != "enforced"]
        for key, ids in (("checked", checked), ("left", left)):
            if ids:
                label = clauses.words.word(f"explain.{key}")
                yield from wrap(", ".join(map(escape_ci, ids)), first=f"    {label}: ", rest="      ")
