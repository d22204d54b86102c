"""What a printing makes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written: its path below the output folder, its bytes, and the work that it prints."""

    path: str
    content: bytes
    work: str = ""
    language: str = ""
    format: str = ""
    pages: int = 0
