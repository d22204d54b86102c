"""A finding of a check."""

from dataclasses import dataclass
from typing import NamedTuple

from cica_docs.values.provision import Severity
from cica_docs.values.span import Place


class Related(NamedTuple):
    """Another place to which a finding refers, with a message in the language of the reader."""

    place: Place
    message: str


@dataclass(frozen=True)
class Finding:
    """A breach of one provision at one place, in the language of the reader; no field holds raw document text.

    `path` is the path to show, relative to the repository; `excerpt` is the source line that holds the place,
    and `clause`, `force` and `provision` are empty if the decision does not contain the provision.
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
    text: str = ""
    """The title of the further text that its clause is of; empty for the decision and the house."""
    binds: bool = True
    """Whether it fails a check as an error: not under a draft that only advises."""
    says: str = ""
    """The statement of the provision as it read on the day by whose law the place is judged."""
    excerpt: str = ""
    related: tuple[Related, ...] = ()
    waived: str = ""
    variant: str = ""
    """The variant of the message of the rule."""
    is_held: bool = True
    """Whether it is held against the act: not if that was done before the decision applied."""
    count: int = 1
    """The number of violations from this place on; all but the first are only counted."""
    known: str = ""
    """The reason why it fails no check although it stands: the base has it too, or the settings list it."""
    cured_by: str = ""
    """Who can cure it: the drafter with the States in question, the translator, the Secretariat …"""
    comes_with_settings: bool = False
    """Whether only the settings or provisions of the change that is checked find it."""

    @property
    def is_house_rule(self) -> bool:
        """Whether its provision is a house rule and not part of the decision."""
        return self.provision.startswith("house/")
