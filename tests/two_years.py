"""Two years of a register in one repository, step by step; `tests/years/` says what is done at each.

A step is a branch that is proposed, judged beside `main` and merged. It has the `day` on which all this is done, what
it `does`, and what others might do instead:

- `forbidden`: by name, what must not pass: what it `does`, and either what the check of it `finds`, a rule and its
  clause, or what the last of its commands `says` when it refuses to write;
- `lawful`: by name, what is near to that and passes.

Each of these begins `from` the branch of the step (`step`, if left out), from what there was before it (`before`), or
as a change of its own after the merge (`merged`); it may have a `day` of its own.

What is done is a list. `run` is a command, in which `{name}` is the file of a key. `edit` puts one text, which a `file`
holds once, in the place of another; translations of it keep step. `text` gives a `work` its words, or
those of a work `like` it in the worked example, or some `paragraphs` of them, in which it may `swap` words. `files` are
written, `copy` takes works over from the worked example, `remove` and `move` do what they say.
"""

import io
import json
import os
import re
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from ruamel.yaml import YAML

from case import kept
from cica_docs.cli.run import run
from cica_docs.documents.document import read_data_file, read_document
from deeds import DEEDS, Content
from proposal import git
from signatories import key_of

YEARS = Path(__file__).parent / "years"


@cache
def steps() -> Mapping[str, Content]:
    """Return what is done, step by step, by the name of the step."""
    read = YAML(typ="safe").load
    return {path.stem: read(path.read_bytes()) for path in sorted(YEARS.glob("*.yaml"))}


def variants(verdict: str) -> Sequence[tuple[str, str]]:
    """List the variants that are `forbidden` or `lawful`, each as its step and its name."""
    return [(step, name) for step, content in steps().items() for name in content.get(verdict, ())]


class Trial(NamedTuple):
    """A variant that was tried: the status and words of its last command, and what the check finds."""

    content: Content
    status: int
    said: str
    errors: Mapping[str, str]


@dataclass
class Years:
    """The repository; `said` is what its last command said."""

    root: Path
    said: str = ""
    merged: list[str] = field(default_factory=list)

    @property
    def register(self) -> Path:
        """The folder of the register."""
        return self.root / "registry"

    def reach(self, step: str) -> None:
        """Do, judge and merge all up to a step."""
        for name, content in steps().items():
            if step in self.merged:
                return
            if name not in self.merged:
                self._merge(name, content)

    def _merge(self, name: str, content: Content) -> None:
        day = str(content["day"])
        if self.merged:
            self._stand_on(f"step-{self.merged[-1]}")
        else:
            self.root.mkdir()
            self.run(["init", "."])
            git(self.root, "init", "-q", "-b", "proposal", ".")
        assert self.do(content["does"], day) == 0, f"{name}: {self.said}"
        self.commit(day)
        if self.merged:
            git(self.root, "branch", "-f", "main", f"step-{self.merged[-1]}")
            errors = self.errors(day)
            assert not errors, f"{name}: {errors}"
        git(self.root, "tag", f"step-{name}")
        self.merged.append(name)

    def try_variant(self, step: str, verdict: str, name: str) -> "Trial":
        """Do what a variant of a step does, and judge it unless a command refused it."""
        self.reach(step)
        content = steps()[step][verdict][name]
        day = str(content.get("day", steps()[step]["day"]))
        self._begin(step, content.get("from", "step"))
        status = self.do(content["does"], day)
        said = self.said
        if status == 0 and "says" not in content:
            self.commit(day)
            return Trial(content, status, said, self.errors(day))
        return Trial(content, status, said, {})

    def _begin(self, step: str, since: str) -> None:
        """Stand where a variant of a step begins, beside `main` as it is then."""
        former = self.merged[max(self.merged.index(step) - 1, 0)]
        main = f"step-{step if since == 'merged' else former}"
        self._stand_on(f"step-{step}" if since == "step" else main)
        git(self.root, "branch", "-f", "main", main)

    def _stand_on(self, revision: str) -> None:
        git(self.root, "checkout", "-q", "-f", "-B", "proposal", revision)
        git(self.root, "clean", "-fdq")

    def do(self, does: Sequence[Content], day: str) -> int:
        """Do one thing after the other and return the status of the last; none before it may be refused."""
        status = 0
        for deed in does:
            assert status == 0, self.said
            for name, content in deed.items():
                if name == "run":
                    status = self.run([*self._words(content), "--as-of", day])
                else:
                    DEEDS[name](self.register, content)
        return status

    def _words(self, command: str) -> Sequence[str]:
        return [re.sub(r"\{(\w+)\}", lambda name: str(self._path_of(name[1])), word) for word in shlex.split(command)]

    def _path_of(self, name: str) -> Path:
        """Return the path of the folder of what was printed, or of the key of somebody."""
        return self.root.parent / "printed" if name == "printed" else key_of(name)

    def commit(self, day: str) -> None:
        """Commit all that is there, on a day."""
        git(self.root, "add", "-A")
        stated = {f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
        names = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        surroundings = {**names, **stated, "PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", "commit", "-q", "-m", "a step"], cwd=self.root, env=surroundings, check=True)

    def errors(self, day: str) -> Mapping[str, str]:
        """Return what the check of the branch finds at error level: messages by rule and clause."""
        status = self.run(["check", "--base", "main", "--revision", "HEAD", "--as-of", day, "--format", "json"])
        assert status in {0, 1}, self.said
        found = [finding for finding in json.loads(self.said)["findings"] if finding["severity"] == "error"]
        assert bool(found) == bool(status), self.said
        return {
            f"{finding['rule']} {finding['clause'] or 'house'}": f"{finding['path']}: {finding['message']}"
            for finding in found
        }

    def run(self, arguments: Sequence[str]) -> int:
        """Run a command in the repository."""
        said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
            patch.chdir(self.root)
            for read in (read_data_file, read_document):
                patch.setattr(f"cica_docs.documents.corpus.{read.__name__}", kept(read))
            patch.setenv("LC_ALL", "C.UTF-8")
            status = run(arguments)
        said.seek(0)
        self.said = said.read()
        return status
