"""A finding of a check."""

from dataclasses import dataclass

from cica_docs.values.provision import Severity
from cica_docs.values.span import Place


@dataclass(frozen=True)
class Related:
    """Another place to which a finding refers, with a message in the language of the reader."""

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
    """The variant of the message of the rule."""
    count: int = 1
    """The number of its kind from this place on, of which all but the first were only counted."""

    @property
    def is_house_rule(self) -> bool:
        """Whether its provision is of the house and not of the decision."""
        return self.provision.startswith("house/")
