"""A cold `cica check` with all rules beside check-jsonschema on the front matter alone.

cica reads every file of the register, front matter and body, and runs all rules, those across documents included.
check-jsonschema gets the front matter of the same documents, taken out to files before the clock starts, and the same
schemas with their references bundled; it is run once a kind, and its start-up is taken off all runs but one. It sees no
bodies, no reference data and joins no two files. Four settings, each more favourable to it than the one before:

- YAML of a register in which each language version carries all facts, 38 lines or so, as registers of other tools do;
  in ours a translation has two lines, and the facts stand in the original alone;
- YAML, as it is when installed by itself: its YAML reader then has no C parser;
- YAML with the C parser that cica's own lock brings into the same environment;
- JSON, so that it reads no YAML at all; cica still reads YAML.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from pairs import CICA, PEER, PYTHON, Contender, Times, compare, machine

from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.register.open import packaged_kinds
from register import AS_OF, write_register

GOAL = 0.2
# `_ruamel_yaml` is a package of its own; without it the peer's reader falls back to Python, as it does where only the
# peer is installed.
_ALONE = "import sys; sys.modules['_ruamel_yaml'] = None; from check_jsonschema import main; main()"
PEERS = (
    ("check-jsonschema, YAML, all facts in each version", "full.yaml", (PYTHON, "-c", _ALONE)),
    ("check-jsonschema, YAML, installed by itself", "yaml", (PYTHON, "-c", _ALONE)),
    ("check-jsonschema, YAML, with our C parser", "yaml", (PEER,)),
    ("check-jsonschema, JSON", "json", (PEER,)),
)


def main(pairs: int, sizes: tuple[int, ...] = (300, 3000)) -> None:
    """Compare on registers of each size."""
    start = _start_up()
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            register = Path(folder, "register")
            write_register(register, size)
            command = [CICA, "check", "--register", str(register), "--as-of", AS_OF]
            ours = Contender("cica check, all rules, nothing kept", [command], statuses=(0, 1))
            for name, suffix, program in PEERS:
                commands = [[*program, *rest] for rest in _peer(Path(folder, suffix), register, suffix)]
                spared = Times(start.wall * (len(commands) - 1), start.processor * (len(commands) - 1))
                peer = Contender(name, commands, statuses=(0, 1), spared=spared)
                compare(f"{size} documents", ours, peer, pairs=pairs, goal=GOAL)


def _start_up() -> Times:
    """What a start of the peer takes."""
    idle = Contender("check-jsonschema --version", [[PEER, "--version"]])
    idle.times()
    taken = [idle.times() for _ in range(5)]
    return Times(median(each.wall for each in taken), median(each.processor for each in taken))


def _peer(folder: Path, register: Path, suffix: str) -> Iterator[list[str]]:
    """The commands of the peer, one a schema, over files made for it; YAML that cannot be read has no JSON.

    `full.yaml`: a translation gets the front matter of its original.
    """
    schemas = packaged_kinds().shapes.schemas
    files: dict[str, list[str]] = {}
    for path in sorted(register.glob("*/*/*.md")):
        bearer = path.with_name("en.md") if suffix == "full.yaml" else path
        kind = path.parent.parent.name if bearer.stem == "en" else "translation"
        front = bearer.read_text(encoding="utf-8").split("\n---\n", 1)[0].removeprefix("---\n") + "\n"
        made = folder / kind / f"{path.parent.name}-{path.stem}.{suffix}"
        if suffix == "json":
            record = parse_yaml(front)
            if record.problems:
                continue
            front = json.dumps(record.value, ensure_ascii=False)
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(front, encoding="utf-8")
        files.setdefault(kind, []).append(str(made))
    for kind, found in files.items():
        bundle = folder / f"{kind}.schema.json"
        used = {id: schemas[id] for id in (f"cica:{kind}", "cica:shapes", "cica:roles")}
        bundle.write_text(json.dumps({"$ref": f"cica:{kind}", "$defs": used}), encoding="utf-8")
        yield ["--schemafile", str(bundle), *found]


if __name__ == "__main__":
    machine()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, tuple(map(int, sys.argv[2:])) or (300, 3000))
