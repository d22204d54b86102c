"""What a check found."""

from dataclasses import dataclass

from cica_docs.values.provision import Severity
from cica_docs.values.span import Place


@dataclass(frozen=True)
class Related:
    """Another place that a finding speaks of, with a word on it, in the reader's language."""

    place: Place
    message: str


@dataclass(frozen=True)
class Finding:
    """A breach of one provision at one place, told in the reader's language; nothing in it is raw document text.

    `path` is the path to show, relative to the repository; `excerpt` is the source line that holds the place,
    and `clause`, `force` and `provision` are empty where the statement is not one of the decision.
    """

    path: str
    place: Place
    severity: Severity
    rule: str
    provision: str
    clause: str
    force: str
    message: str
    help: str = ""
    excerpt: str = ""
    related: tuple[Related, ...] = ()
    waived: str = ""
    variant: str = ""
    """Which of the rule's messages it is."""
    count: int = 1
    """How many there are of its kind from this place on, where all but the first were counted and not built."""

    @property
    def is_house_rule(self) -> bool:
        """Whether it is a rule of the house and not of the decision."""
        return self.provision.startswith("house/")
