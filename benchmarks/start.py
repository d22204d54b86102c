"""Start-up: what a command costs before it does anything, beside a bare Python."""

import sys
import tempfile
from pathlib import Path

from pairs import CICA, PYTHON, Contender, compare, machine

from register import AS_OF, write_register

BARE = Contender("python -c pass", [[PYTHON, "-c", "pass"]])


def main(pairs: int) -> None:
    """Compare."""
    compare("cica --version", Contender("cica --version", [[CICA, "--version"]]), BARE, pairs=pairs * 4, goal=4)
    compare("cica --help", Contender("cica --help", [[CICA, "--help"]]), BARE, pairs=pairs * 2)
    with tempfile.TemporaryDirectory() as folder:
        register = Path(folder, "register")
        write_register(register, 1)
        command = [CICA, "check", "--register", str(register), "--as-of", AS_OF]
        check = Contender("cica check, a register of one document", [command], statuses=(0, 1))
        compare("cica check of a register of one document", check, BARE, pairs=pairs)


if __name__ == "__main__":
    machine()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
