"""Measures every regular expression that the tool compiles; run as a program of its own, so that none is missed.

It prints as JSON what takes more than in proportion to the length of a text. `all` as an argument takes every
pattern, otherwise those that differ in their words alone are tried once.
"""

import ast
import importlib
import json
import pkgutil
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from datetime import date
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import Any

from nightly import IS_NIGHTLY, share
from pumping import pumped

ROOT = Path(__file__).parents[1]
LONG = 12_000 if IS_NIGHTLY else 6_000
SHORT = LONG // 4
NOISE = 0.040
"""Seconds of processor time that say nothing about growth."""
ENDLESS = 0.4
"""Seconds after which a search of the longer text is broken off: what grows in proportion takes a hundredth of it."""
GROWTH = 6
_METHODS = {
    "search": "search", "finditer": "search", "findall": "search", "sub": "search", "subn": "search", "split": "search",
    "match": "match", "fullmatch": "fullmatch",
}  # fmt: skip
_MATCHED = {"compile_whole_words"}
"""Functions whose patterns are matched where a word begins, and never sought."""
Pattern = re.Pattern[str] | re.Pattern[bytes]


def collected(run: Callable[[], None]) -> dict[tuple[str, int], dict[Pattern, None]]:
    """The patterns that are compiled during a run, by the file and line of the tool at which that is asked for."""
    patterns: dict[tuple[str, int], dict[Pattern, None]] = {}
    compiled = re._compile  # type: ignore[attr-defined]

    def noted(pattern: Any, flags: Any) -> Any:
        result = compiled(pattern, flags)
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename.startswith(str(Path(re.__file__).parent)):
            frame = frame.f_back
        if frame is not None and Path(frame.f_code.co_filename).is_relative_to(ROOT / "cica_docs"):
            name = str(Path(frame.f_code.co_filename).relative_to(ROOT))
            patterns.setdefault((name, frame.f_lineno), {})[result] = None
        return result

    re._compile = noted  # type: ignore[attr-defined]
    try:
        run()
    finally:
        re._compile = compiled  # type: ignore[attr-defined]
    return patterns


def whole_tool() -> None:
    """Import every module, then check, print, compare and list the worked example."""
    package = importlib.import_module("cica_docs")
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    run = importlib.import_module("cica_docs.cli.run").run
    common = ["--register", str(ROOT / "tests" / "corpus"), "--as-of", "2026-12-01"]
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(TextIOWrapper(BytesIO(), "utf-8")):
        assert run(["check", *common]) == 0
        assert run(["render", *common, "--to", "html", "-o", folder]) == 0
        assert run(["fix", *common[:2]]) == 0
        assert run(["terms", *common[:2]]) == 0
    compile_wordings()
    names = importlib.import_module("cica_docs.documents.approvals.file_names")
    # The worked example has no such files, for which alone these are compiled.
    for read, path in (
        (names.read_evidence_name, ".sig"),
        (names.read_signed_change, ".sig"),
        (names.principal_of, "keys/"),
    ):
        read(path)


def compile_wordings() -> None:
    """Compile all wordings, which a text without their letters leaves alone."""
    shipped = importlib.import_module("cica_docs.register.open").packaged_kinds()
    read_corpus = importlib.import_module("cica_docs.documents.corpus").read_corpus
    worktree = importlib.import_module("cica_docs.snapshot.worktree").WorktreeSnapshot
    corpus = read_corpus(worktree(ROOT / "tests" / "corpus", ""), shipped, date(2026, 12, 1))
    for lexicon in importlib.import_module("cica_docs.languages").lexicons(corpus).values():
        for sought in (sought for name in lexicon.wordings for sought in lexicon.wording(name)):
            for part in ("first", "then", "beside", "blocking", "releases", "parts", "excuses"):
                getattr(sought, part, None)


def of_schemas() -> Iterator[tuple[str, Pattern]]:
    """The patterns in the schemas, which a validator searches for."""
    for path in sorted((ROOT / "schemas").rglob("*.json")):
        for written in _patterns(json.loads(path.read_text(encoding="utf-8"))):
            yield str(path.relative_to(ROOT)), re.compile(written)


def _patterns(node: object) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(node.get("pattern"), str):
            yield node["pattern"]
        if isinstance(node.get("patternProperties"), Mapping):
            yield from node["patternProperties"]
    for inner in node.values() if isinstance(node, Mapping) else node if isinstance(node, list) else ():
        yield from _patterns(inner)


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


def uses(file: str, line: int) -> frozenset[str]:
    """How the pattern that is compiled on a line of a file is used, as far as the name that it is given tells."""
    for node in ast.walk(_tree(file)):
        if (
            isinstance(node, ast.FunctionDef)
            and node.name in _MATCHED
            and node.lineno <= line <= (node.end_lineno or 0)
        ):
            return frozenset({"match"})
        if isinstance(node, ast.Assign) and node.lineno <= line <= (node.end_lineno or 0):
            return _methods(file, _name(node.targets[0])) or frozenset({"search"})
    return frozenset({"search"})


def _name(node: ast.AST) -> str:
    """The name of a variable or attribute."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


@cache
def _methods(file: str, name: str) -> frozenset[str]:
    methods: set[str] = set()
    for path in [file] if name.startswith("_") else (str(path) for path in (ROOT / "cica_docs").rglob("*.py")):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Attribute) and _name(node.value) == name:
                methods.add(_METHODS.get(node.attr, ""))
            elif isinstance(node, ast.Call) and name in map(_name, node.args):
                methods.add("search")
    return frozenset(methods - {""})


class _Endless(Exception):  # noqa: N818 - a signal, not a fault
    pass


def stop(*_: object) -> None:
    raise _Endless


def seconds(pattern: Pattern, method: str, text: str, limit: float) -> float:
    """The processor time that a pattern takes for a text, or infinity where it is more than the limit."""
    subject: Any = text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    begun = time.process_time()
    try:
        if method == "search":
            for _ in pattern.finditer(subject):
                pass
        else:
            getattr(pattern, method)(subject)
        return time.process_time() - begun
    except _Endless:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def grows(pattern: Pattern, method: str, short: str, long: str) -> bool:
    """Whether a text of four times the length takes a pattern much more than four times as long."""
    longer = seconds(pattern, method, long, ENDLESS)
    if longer < NOISE:
        return False
    if longer == float("inf"):
        return seconds(pattern, method, long, ENDLESS) == longer
    for _ in range(3):
        shorter = min(seconds(pattern, method, short, ENDLESS) for _ in range(2))
        longer = min(longer, seconds(pattern, method, long, ENDLESS))
        if longer < max(NOISE, GROWTH * shorter):
            return False
    return True


def faults(pattern: Pattern, methods: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each way to use a pattern that grows, with the beginning of a text that shows it."""
    for method in sorted(methods):
        pairs = zip(pumped(pattern, SHORT), pumped(pattern, LONG), strict=True)
        shown = next((short for short, long in pairs if grows(pattern, method, short, long)), None)
        if shown is not None:
            yield method, f"{shown[:24]!r} … {shown[-8:]!r}"


def _of_one_shape(
    patterns: Iterator[tuple[str, Pattern, frozenset[str]]],
) -> Iterator[tuple[str, Pattern, frozenset[str]]]:
    """One of each of the patterns that differ in their words alone."""
    seen: set[tuple[str, str]] = set()
    for where, pattern, methods in patterns:
        shape = (
            where,
            re.sub(r"(?<!\\)[^\W\d_]{2,}", "a", str(pattern.pattern)) if len(str(pattern.pattern)) < 200 else "",
        )
        if shape not in seen:
            seen.add(shape)
            yield where, pattern, methods


def main(every: bool) -> None:
    """Print how many patterns were tried, and each that grows."""
    signal.signal(signal.SIGVTALRM, stop)
    sys.setrecursionlimit(10_000)
    by_place = collected(whole_tool)
    patterns = [
        (f"{file}:{line}", pattern, uses(file, line))
        for (file, line), several in sorted(by_place.items())
        for pattern in several
    ]
    patterns += [(where, pattern, frozenset({"search"})) for where, pattern in of_schemas()]
    tried = patterns if every else share(list(_of_one_shape(iter(patterns))), 0, 4)
    faulty = [
        {"where": where, "pattern": str(pattern.pattern)[:200], "method": method, "text": text}
        for where, pattern, methods in tried
        for method, text in faults(pattern, methods)
    ]
    result = {"patterns": len(patterns), "tried": len(tried), "faults": faulty}
    sys.stdout.write(f"{json.dumps(result, ensure_ascii=False)}\n")


if __name__ == "__main__":
    main(every="all" in sys.argv[1:])
