import os

import pytest

from cica_docs.api.second_process import apart


def test_the_answer_of_a_second_process_comes_back() -> None:
    assert apart(lambda: [{"of": ("another", "process")}])() == [{"of": ("another", "process")}]


def test_work_that_breaks_down_apart_is_done_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            raise MemoryError
        return here

    assert apart(work)() == here


def test_what_is_wrong_with_the_work_shows_itself() -> None:
    def work() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        apart(work)()
