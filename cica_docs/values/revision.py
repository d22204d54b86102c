"""What a document is to the final one that it changes or replaces."""

from enum import StrEnum


class Form(StrEnum):
    """The forms in which a final document is changed: each is a document of its own."""

    REVISION = "revision"
    CORRIGENDUM = "corrigendum"
    ADDENDUM = "addendum"
    SUCCESSOR = "successor"

    @property
    def part(self) -> str:
        """The part of a symbol by which it is known; "" if it has a symbol of its own."""
        return _PARTS.get(self, "")

    @property
    def takes_the_place(self) -> bool:
        """Whether it takes the place of the former document, with facts and a period of its own."""
        return self in {Form.REVISION, Form.SUCCESSOR}


_PARTS = {Form.REVISION: "Rev", Form.CORRIGENDUM: "Corr", Form.ADDENDUM: "Add"}
