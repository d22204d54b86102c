"""Run `ssh-keygen` to make and verify detached signatures.

The program is that of the system, by its absolute path: neither the search path nor a configuration of Git, which
others can write to, says what runs. It gets the keys from a private folder and nothing else to read.
"""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from cica_docs.values.failure import Failure

_FOLDERS = (
    "/usr/bin",
    "/usr/local/bin",
    "/opt/homebrew/bin",
    "/run/current-system/sw/bin",
    "C:/Windows/System32/OpenSSH",
    "C:/Program Files/Git/usr/bin",
)
_NAMES = ("ssh-keygen", "ssh-keygen.exe")
_VERIFYING_SECONDS = 10
_SIGNING_SECONDS = 300
"""Time to type a passphrase and to touch a key."""
_OF_THE_USER = ("HOME", "USER", "SSH_AUTH_SOCK", "SSH_ASKPASS", "DISPLAY", "WAYLAND_DISPLAY", "TERM", "USERPROFILE")
_OF_THE_SYSTEM = ("SYSTEMROOT", "SYSTEMDRIVE")
MOST_BYTES = 16 * 1024
"""The size of the largest signature that is read; those of the largest keys are smaller."""


@cache
def find_program() -> Path | None:
    """Return the path of `ssh-keygen`; None if it is not installed."""
    candidates = (Path(folder, name) for folder in _FOLDERS for name in _NAMES)
    return next((path for path in candidates if path.is_absolute() and path.is_file()), None)


@lru_cache(maxsize=10_000)
def is_signed(message: bytes, signature: bytes, key: str, namespace: str) -> bool:
    """Whether a signature is one of this message, by this public key, for this namespace.

    A check with a base asks several times, of the register before, after, and under its own settings. Raise `Failure`
    if it cannot be found out.
    """
    if len(signature) > MOST_BYTES:
        return False
    signer = "signer"
    with tempfile.TemporaryDirectory(prefix="cica-") as folder:
        allowed, signed = Path(folder, "allowed"), Path(folder, "signature")
        allowed.write_text(f'{signer} namespaces="{namespace}" {key}\n', encoding="ascii")
        signed.write_bytes(signature)
        arguments = ["verify", "-f", str(allowed), "-I", signer, "-n", namespace, "-s", str(signed)]
        status, _ = _run(arguments, message, Path(folder), {"HOME": folder}, _VERIFYING_SECONDS)
    return status == 0


def sign(message: bytes, key: Path, namespace: str) -> bytes:
    """Sign a message by the key in a file, whose passphrase the program asks for; raise `Failure` if it cannot."""
    surroundings = {name: os.environ[name] for name in _OF_THE_USER if name in os.environ}
    with tempfile.TemporaryDirectory(prefix="cica-") as folder:
        arguments = ["sign", "-q", "-f", str(key.absolute()), "-n", namespace]
        status, signature = _run(arguments, message, Path(folder), surroundings, _SIGNING_SECONDS)
    if status != 0 or not signature:
        raise Failure("signing-failed", path=str(key), code=status)
    return signature


def _run(
    arguments: Sequence[str], message: bytes, folder: Path, surroundings: Mapping[str, str], seconds: int
) -> tuple[int, bytes]:
    """Run the program on a message; return its exit status and its output."""
    program = find_program()
    if program is None:
        raise Failure("ssh-keygen-missing")
    system = {name: os.environ[name] for name in _OF_THE_SYSTEM if name in os.environ}
    try:
        ended = subprocess.run(
            [str(program), "-Y", *arguments],
            input=message,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={**system, **surroundings, "PATH": os.defpath, "LC_ALL": "C"},
            timeout=seconds,
            check=False,
        )
    except OSError:
        raise Failure("ssh-keygen-missing") from None
    except subprocess.TimeoutExpired:
        raise Failure("ssh-keygen-timeout", seconds=seconds) from None
    return ended.returncode, ended.stdout
