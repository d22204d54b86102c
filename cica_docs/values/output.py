"""A printed file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written: its path below the output folder, its bytes, and the work that it prints."""

    path: str
    content: bytes
    work: str = ""
    language: str = ""
    """A language, `parallel`, or empty for a file in several languages."""
    format: str = ""
    pages: int = 0
    made_from: str = ""
    """SHA-256 of all input of the bytes; a file with equal input is not printed again."""
    view: str = ""
    """How a text under negotiation is shown in it, such as `rolling`; empty for an edition."""
