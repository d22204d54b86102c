"""What a printing makes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written: its path below the output folder, its bytes, and the work that it prints."""

    path: str
    content: bytes
    work: str = ""
    language: str = ""
    """A language, `parallel`, or nothing where a file holds several."""
    format: str = ""
    pages: int = 0
    made_from: str = ""
    """SHA-256 of all that the bytes depend on; equal input need not be printed again."""
