"""Several processes find what one finds, in the same order, and leave nothing behind."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest

from cica_docs.api.checking import scheduler
from cica_docs.api.checking.scheduler import count_processes, run_rules, split_works, weights_of
from cica_docs.documents.corpus import Corpus
from cica_docs.rules.rule import rules
from small_register import small_register

TESTS = Path(__file__).parents[2]
# A fork beside other threads is not safe, and what runs the tests may have some: each script is a process of its own.
SCRIPT = """
import multiprocessing, os, signal, sys, time
sys.path.insert(0, {tests!r})
from cica_docs.api.checking import scheduler
from cica_docs.api.checking.scheduler import run_rules
from cica_docs.rules.rule import Rule, rules, violation
from cica_docs.values.span import Place, Span
from small_register import small_register

FIRST = os.getpid()

def rule(name, scope="register"):
    def check(corpus):
        run(corpus, os.getpid() != FIRST)
        for document in corpus.documents:
            yield violation(Place(document.path, Span.point(1)), by=name)
    return Rule(name, "", "", "", {{}}, "", check, scope=scope)

def run(corpus, is_child):
    pass

RULES = [rule("a", "work"), rule("b"), rule("c", "work")]

def paths(corpus=None):
    found = run_rules(corpus or small_register(), RULES)
    return [(rule.name, each.place.path, each.details["by"]) for rule, several in found for each in several]

expected = paths()
scheduler.count_processes = lambda documents: 3
"""


def _script(body: str) -> list[str]:
    return [sys.executable, "-c", SCRIPT.format(tests=str(TESTS)) + dedent(body)]


def _run(body: str) -> str:
    done = subprocess.run(_script(body), capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_several_processes_find_the_same_in_the_same_order() -> None:
    assert _run("assert paths() == expected and len(expected) > 6; print(multiprocessing.active_children())") == "[]\n"


def test_all_rules_find_the_same_in_the_same_order() -> None:
    body = """
        from test_many_works import _corpus, _files
        broken = {"notice/broken/en.md": b"---\\ntitle: [\\n---\\n", "mandate/broken/en.md": b"[TODO: x]"}
        corpus = _corpus({**_files(2), **broken})
        several = [(rule.name, list(map(repr, found))) for rule, found in run_rules(corpus, rules())]
        scheduler.count_processes = lambda documents: 1
        one = [(rule.name, list(map(repr, found))) for rule, found in run_rules(corpus, rules())]
        assert one == several
        print(sum(len(found) for _, found in one) > 5)
    """
    assert _run(body) == "True\n"


def test_a_share_whose_process_dies_is_run_here() -> None:
    body = """
        def run(corpus, is_child):
            if is_child:
                os.kill(os.getpid(), signal.SIGKILL)
        print(paths() == expected, multiprocessing.active_children())
    """
    assert _run(body) == "True []\n"


def test_a_share_that_fails_in_its_process_is_run_here() -> None:
    body = """
        def run(corpus, is_child):
            if is_child:
                raise MemoryError
        print(paths() == expected)
    """
    assert _run(body) == "True\n"


def test_an_error_of_a_rule_is_raised_as_in_one_process() -> None:
    body = """
        def run(corpus, is_child):
            raise ZeroDivisionError("the cause")
        try:
            paths()
        except ZeroDivisionError as error:
            print(error, error.__cause__)
    """
    assert _run(body) == "the cause None\n"


def test_what_waits_to_be_printed_is_printed_once() -> None:
    assert _run("print('once', end=' '); print(paths() == expected)") == "once True\n"


def test_without_further_processes_all_is_run_here() -> None:
    body = """
        def no_fork():
            raise BlockingIOError(11, "no process left")
        os.fork = no_fork
        print(paths() == expected)
    """
    assert _run(body) == "True\n"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_processes_end_with_the_one_that_started_them(number: signal.Signals) -> None:
    body = """
        from cica_docs.cli.stopping import Stopped, listen
        listen()
        def run(corpus, is_child):
            if is_child:
                # In one piece: two processes write to the pipe at the same time.
                os.write(1, f"{os.getpid()}\\n".encode())
            time.sleep(60)
        try:
            paths()
        except Stopped:
            os._exit(7)
    """
    with subprocess.Popen(_script(body), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        children = [int(process.stdout.readline()) for _ in range(2)]
        process.send_signal(number)
        assert process.wait(30) == (7 if number == signal.SIGTERM else -number)
    for _ in range(100):
        if not any(map(_is_running, children)):
            return
        time.sleep(0.1)
    pytest.fail("a process outlives the one that started it")


def _is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_small_register_is_checked_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler, "run_shares", lambda *_: pytest.fail("it starts processes"))
    found = [rule.name for rule, _ in run_rules(small_register(), rules())]
    assert found == [rule.name for rule in rules()]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")
def test_processes_are_bounded_by_processors_and_by_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(4)))
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert [count_processes(documents) for documents in (0, 99, 100, 150, 5000)] == [1, 1, 2, 3, 4]
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert count_processes(5000) == 1


@pytest.mark.parametrize("processes", [2, 3, 4, 5, 64])
def test_the_last_process_takes_fewer_works_than_the_others(processes: int) -> None:
    weights = weights_of(processes)
    assert len(weights) == processes
    assert sum(weights) == pytest.approx(1)
    assert 0 <= weights[-1] < min(weights[:-1])


@pytest.mark.parametrize("weights", [[0.5, 0.5], [0.7, 0.3], [0.4, 0.4, 0.2], [0.25, 0.25, 0.25, 0.25, 0], [1, 0]])
def test_parts_have_all_works_and_each_whole(weights: list[float], example: Corpus) -> None:
    parts = split_works(example, weights)
    assert [document for part in parts for document in part.documents] == list(example.documents)
    assert [part.data for part in parts] == [()] * (len(weights) - 1) + [example.data]
    works = [{document.work for document in part.documents} for part in parts]
    assert sum(map(len, works)) == len(set.union(*works))


def test_parts_are_even_but_for_one_work(example: Corpus) -> None:
    sizes: dict[str, int] = {}
    for document in example.documents:
        sizes[document.work] = sizes.get(document.work, 0) + example.snapshot.size(document.path)
    for weights in ([0.5, 0.5], [0.6, 0.2, 0.2]):
        for weight, part in zip(weights, split_works(example, weights), strict=True):
            size = sum(sizes[work] for work in {document.work for document in part.documents})
            assert abs(size - weight * sum(sizes.values())) <= max(sizes.values())
