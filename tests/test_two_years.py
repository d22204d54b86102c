"""Two years of a register, end to end: each step passes, what is forbidden is refused, and what is lawful is not."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from two_years import Years, steps, variants

PAGE = Path(__file__).parent.parent / "docs" / "use" / "two-years.md"
ENOUGH_FORBIDDEN, ENOUGH_LAWFUL = 40, 15


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Years]:
    """The repository, which has reached whatever was asked of it so far."""
    return Years(tmp_path_factory.mktemp("years") / "repository")


@pytest.mark.parametrize("step", steps())
def test_a_step_passes(years: Years, step: str) -> None:
    years.reach(step)


@pytest.mark.series(16)
@pytest.mark.parametrize(("step", "name"), variants("forbidden"))
def test_what_is_forbidden_is_refused(years: Years, step: str, name: str) -> None:
    trial = years.try_variant(step, "forbidden", name)
    if "says" in trial.content:
        assert trial.status
        assert trial.content["says"] in trial.said
    else:
        assert trial.status == 0, trial.said
        assert trial.content["finds"] in trial.errors


@pytest.mark.series(12)
@pytest.mark.parametrize(("step", "name"), variants("lawful"))
def test_what_is_lawful_passes(years: Years, step: str, name: str) -> None:
    trial = years.try_variant(step, "lawful", name)
    assert trial.status == 0, trial.said
    assert trial.errors == {}


def _commands() -> Iterator[str]:
    """Yield the commands of all steps as the page shows them: without titles, and with a name for each file."""
    for step, content in steps().items():
        commands = [deed["run"] for deed in content["does"] if "run" in deed]
        if commands:
            yield f"# {content['day']}: {step.partition('-')[2].replace('-', ' ')}"
        for command in commands:
            words = iter(shlex.split(re.sub(r"\{(\w+)\}", r"\1", command)))
            kept = (word for word in words if word != "--title" or next(words) is None)
            yield shlex.join(["cica", *kept])


def test_the_page_shows_the_commands() -> None:
    _, shown, _ = PAGE.read_text(encoding="utf-8").split("```", 2)
    lines = [*_commands()]
    assert shown.splitlines()[1:] == lines, "\n".join(lines)


def test_there_are_enough() -> None:
    assert len(variants("forbidden")) >= ENOUGH_FORBIDDEN
    assert len(variants("lawful")) >= ENOUGH_LAWFUL
