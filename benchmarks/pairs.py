"""Whole processes timed in turns, A B A B, and told as ratios."""

import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HOME = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CICA = str(BIN / "cica")
PYTHON = sys.executable
PEER = str(BIN / "check-jsonschema")

# Both sides as they are once installed and used: what Python compiled at the first run is there at the second.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

Commands = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Times:
    """Seconds on the clock, and seconds of processor in all processes, which a busy machine disturbs less."""

    wall: float
    processor: float

    def less(self, other: "Times | None") -> "Times":
        """What remains without another."""
        return Times(self.wall - other.wall, self.processor - other.processor) if other else self


@dataclass(frozen=True)
class Contender:
    """One side of a comparison: its name, the commands that it takes, and what makes it as if it had never run."""

    name: str
    commands: Commands
    before: Callable[[], object] = lambda: None
    statuses: tuple[int, ...] = (0,)
    spared: Times | None = None
    """What is taken off its times."""

    def times(self) -> Times:
        """What all its commands take, one after the other."""
        self.before()
        wall, processor = time.perf_counter(), _processor()
        for command in self.commands:
            status = subprocess.run(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=_ENVIRONMENT
            ).returncode
            if status not in self.statuses:
                raise SystemExit(f"{self.name}: {' '.join(command)[:200]} ended with {status}")
        return Times(time.perf_counter() - wall, _processor() - processor).less(self.spared)


def compare(title: str, one: Contender, other: Contender, *, pairs: int = 5, goal: float | None = None) -> float:
    """Print what both took and the ratio of one to the other, after a warm-up of each; answers the median ratio."""
    one.times()
    other.times()
    taken = [(one.times(), other.times()) for _ in range(pairs)]
    ratios = [first.wall / second.wall for first, second in taken]
    print(f"\n{title} ({pairs} pairs)")
    for contender, times in ((one, [first for first, _ in taken]), (other, [second for _, second in taken])):
        print(f"  {contender.name:<52} {_spread([each.wall for each in times], ' s')}")
    verdict = "" if goal is None else f"   goal ≤ {goal:g}: {'met' if median(ratios) <= goal else 'MISSED'}"
    print(f"  {'ratio, pair by pair':<52} {_spread(ratios, '')}{verdict}")
    processors = [first.processor / second.processor for first, second in taken]
    print(f"  {'ratio of processor time':<52} {_spread(processors, '')}")
    sys.stdout.flush()
    return median(ratios)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def machine() -> None:
    """Print where it was measured."""
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}; min / median / max")


def _spread(numbers: Sequence[float], unit: str) -> str:
    return " / ".join(f"{number:.3f}{unit}" for number in (min(numbers), median(numbers), max(numbers)))
