"""Violations beyond number: so many are put into words, the others are counted."""

from cica_docs.api.checking.repeats import count_repeats
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span


def _on(line: int, *, path: str = "a.md", variant: str = "", count: int = 1) -> Violation:
    example = violation(Place(path, Span.point(line)), variant=variant)
    return Violation(example.place, example.variant, example.provision, example.related, example.details, count)


def test_few_are_left_as_they_are() -> None:
    several = [_on(line) for line in range(1, 4)]
    assert list(count_repeats(several, most=3)) == several


def test_what_is_too_many_comes_as_one_that_says_how_many() -> None:
    counted = list(count_repeats((_on(line) for line in range(1, 11)), most=3))
    assert [(finding.place.span.line, finding.count) for finding in counted] == [(1, 1), (2, 1), (3, 1), (4, 7)]


def test_each_file_and_each_sort_is_counted_by_itself() -> None:
    several = [_on(line, path=path, variant=variant) for path in "ab" for variant in "xy" for line in range(5)]
    counted = list(count_repeats(several, most=2))
    assert sorted((finding.place.path, finding.variant, finding.count) for finding in counted if finding.count > 1) == [
        ("a", "x", 3), ("a", "y", 3), ("b", "x", 3), ("b", "y", 3),
    ]  # fmt: skip


def test_nothing_is_lost_of_what_was_counted_before() -> None:
    several = [*(_on(line) for line in range(9)), _on(10, count=500), _on(11, count=70)]
    for most in (1, 5, 9, 10, 11, 20):
        assert sum(finding.count for finding in count_repeats(several, most=most)) == 579
