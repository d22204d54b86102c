"""Pairs: words that are followed by others, in the order in which a language puts them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cica_docs.languages.wording.sought import Sought


@dataclass(frozen=True, eq=False)
class Pair(Sought):
    """Words that say something together: where one of `first` is followed by one of `then`, or the first ones alone."""

    data: Mapping[str, Any]
    compile: Callable[[Iterable[object]], re.Pattern[str]]

    @cached_property
    def first(self) -> re.Pattern[str]:
        """The words with which it begins."""
        return self.compile(self.data.get("first") or ())

    @cached_property
    def then(self) -> re.Pattern[str] | None:
        """The words that follow, if any must."""
        return self.compile(self.data["then"]) if self.data.get("then") else None

    @cached_property
    def beside(self) -> re.Pattern[str] | None:
        """Words, at least one in the same sentence; None if it needs none."""
        return self.compile(self.data["beside"]) if self.data.get("beside") else None

    @cached_property
    def blocking(self) -> re.Pattern[str]:
        """Words between the two after which they do not belong together."""
        return self.compile(self.data.get("blocking") or ())

    @cached_property
    def releases(self) -> re.Pattern[str]:
        """Words near them with which they say something else."""
        return self.compile(self.data.get("releases") or ())

    @property
    def opens(self) -> bool:
        """Whether the first words open a clause."""
        return bool(self.data.get("opens"))

    @property
    def closes(self) -> bool:
        """Whether the last words close a clause."""
        return bool(self.data.get("closes"))

    @property
    def most(self) -> int:
        """The most words between the two."""
        return int(self.data.get("most") or 0)
