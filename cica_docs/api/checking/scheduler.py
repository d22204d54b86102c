"""Run rules over a register; if it is large, those of scope "work" in several processes.

The processes are forked, so they have what this one has read. Where a fork is not safe, all rules run in this one: on
other systems than Linux, and beside other threads, whose locks a fork would copy as they are.
"""

import os
import sys
import threading
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from typing import NamedTuple

from cica_docs.api.checking.repeats import count_repeats
from cica_docs.documents.corpus import Corpus
from cica_docs.rules.rule import Rule, Violation

_SMALLEST_SHARE = 50
"""Documents from which on a process saves more time than it costs."""
_COST_OF_REGISTER = 0.3
"""What the rules of scope "register" cost beside those of scope "work", which read and compare the bodies."""


class Share(NamedTuple):
    """Some works of a register and the rules that are run over them."""

    corpus: Corpus
    rules: Sequence[Rule]

    def run(self) -> list[list[Violation]]:
        """Return the violations of each rule."""
        return [list(count_repeats(rule.check(self.corpus))) for rule in self.rules]


_shares: Sequence[Share] = ()
"""In a forked process: the shares of which it is asked to run some."""


def run_rules(corpus: Corpus, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Iterable[Violation]]]:
    """Yield the violations of each rule; they and their order do not depend on the number of processes."""
    of_works = [rule for rule in rules if rule.scope == "work"]
    processes = count_processes(len(corpus.documents)) if of_works else 1
    if processes == 1:
        yield from ((rule, rule.check(corpus)) for rule in rules)
        return
    of_register = Share(corpus, [rule for rule in rules if rule.scope != "work"])
    *others, last = [Share(part, of_works) for part in split_works(corpus, weights_of(processes))]
    *parts, whole = run_shares(others, [last, of_register])
    violations = {rule.name: result for rule, result in zip(of_register.rules, whole, strict=True)}
    violations |= {rule.name: list(chain(*results)) for rule, *results in zip(of_works, *parts, strict=True)}
    yield from ((rule, violations[rule.name]) for rule in rules)


def count_processes(documents: int) -> int:
    """Return how many processes a register of so many documents is worth."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), documents // _SMALLEST_SHARE))


def weights_of(processes: int) -> list[float]:
    """Return which part of the works each process takes; the last, which runs the other rules too, takes less."""
    last = max(0.0, 1 - _COST_OF_REGISTER * (processes - 1)) / processes
    return [(1 - last) / (processes - 1)] * (processes - 1) + [last]


def split_works(corpus: Corpus, weights: Sequence[float]) -> tuple[Corpus, ...]:
    """Split a corpus into consecutive works by their size in bytes; the last part has the files of data."""
    sizes = dict.fromkeys((document.work for document in corpus.documents), 0)
    for document in corpus.documents:
        sizes[document.work] += corpus.snapshot.size(document.path)
    starts = accumulate(sizes.values(), initial=0)
    ends = [end * sum(sizes.values()) for end in accumulate(weights[:-1])]
    parts = {work: bisect_right(ends, start) for work, start in zip(sizes, starts, strict=False)}
    return tuple(
        replace(
            corpus,
            documents=tuple(document for document in corpus.documents if parts[document.work] == part),
            data=corpus.data if part == len(ends) else (),
        )
        for part in range(len(weights))
    )


def run_shares(others: Sequence[Share], own: Sequence[Share]) -> list[list[list[Violation]]]:
    """Run other shares each in a process of its own, the own ones meanwhile in this; return the results in order.

    A share whose process fails is run here, so that the cause shows itself as if there were no other processes.
    """
    # They take longer to import than a small register to check.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    try:
        executor = ProcessPoolExecutor(len(others), get_context("fork"), _begin, (others,))
        futures = [executor.submit(_run_share, index) for index in range(len(others))]
    except (ImportError, NotImplementedError, OSError, ValueError):  # no fork, no semaphore, or no process left
        return [share.run() for share in (*others, *own)]
    try:
        own_results = [share.run() for share in own]
        results = [
            share.run() if future.exception() else future.result()
            for share, future in zip(others, futures, strict=True)
        ]
    except BaseException:
        # The processes end with this one; who stops the command does not wait for them.
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    executor.shutdown()
    return results + own_results


def _begin(shares: Sequence[Share]) -> None:
    global _shares  # noqa: PLW0603 - what a process is forked with cannot be pickled and sent to it
    _shares = shares
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run_share(index: int) -> list[list[Violation]]:
    return _shares[index].run()
