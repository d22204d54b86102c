"""What is sought in texts, and the letters that tell at once where it cannot be."""

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Sought:
    """Something that texts may say.

    Patterns are compiled when a text first has the letters: most texts have those of few.
    """

    literals: tuple[tuple[str, ...], ...]
    """Groups of letters, at least one of each in a text that matches; an empty group is unknown."""
