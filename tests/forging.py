"""What forgers of approvals do to a repository."""

import re
import shutil
import unicodedata
from collections.abc import Callable

from cica_docs.documents.approvals.file_names import change_signature_path, signature_path
from forgery import ACT, ASKED, HOLDS, OTHER, RECORD, SETTINGS, WORK, Ground, key_file
from proposal import git

RAN = "ran"
RUSSIAN = f"{WORK}/ru.md"


def edit(path: str, find: str, put: str) -> Callable[[Ground], None]:
    def does(ground: Ground) -> None:
        ground.swap(path, find, put)
        ground.commit("2026-11-26")

    return does


def nothing(ground: Ground) -> None:
    """The forgery is in the ground itself."""


def merged(does: Callable[[Ground], None], day: str = "2026-11-25") -> Callable[[Ground], None]:
    def after(ground: Ground) -> None:
        ground.merge(day)
        does(ground)

    return after


def act_alone(ground: Ground) -> None:
    for path in (ground.register / WORK).glob("extended-*"):
        path.unlink()
    ground.commit("2026-11-25")


def act_alone_of_an_earlier_day(ground: Ground) -> None:
    ground.swap(f"{WORK}/en.md", ACT, ACT.replace("2026-11-18", "2026-11-02"))
    act_alone(ground)


def key_in_the_same_change(ground: Ground) -> None:
    (ground.register / signature_path(RECORD, "officer")).unlink()
    ground.write("keys/second.yaml", key_file("secretariat", "advisor"))
    ground.sign(("second", "advisor"))
    ground.commit("2026-11-25")


def record_of_another_document(ground: Ground) -> None:
    for path in (ground.register / WORK).glob("extended-*"):
        shutil.copy(path, ground.register / OTHER)
    git(ground.root, "checkout", "-q", "main", "--", f"registry/{WORK}")
    act_alone(ground)


def languages_exchanged(ground: Ground) -> None:
    statement = ground.read(RECORD).decode()
    lines = {name: re.search(rf"text {name}: (.*)", statement)[1] for name in ("kk", "ru")}
    for name, other in (("kk", "ru"), ("ru", "kk")):
        statement = re.sub(rf"text {name}: .*", f"text {name}: {lines[other]}", statement)
    ground.write(RECORD, statement)
    ground.commit("2026-11-25")


def decomposed(ground: Ground) -> None:
    ground.write(RUSSIAN, unicodedata.normalize("NFD", ground.read(RUSSIAN).decode()))
    ground.commit("2026-11-25")


def with_carriage_returns(path: str) -> Callable[[Ground], None]:
    def does(ground: Ground) -> None:
        ground.write(path, ground.read(path).replace(b"\n", b"\r\n"))
        ground.commit("2026-11-25")

    return does


def signed(*pairs: tuple[str, str], namespace: str = "cica-approval@1") -> Callable[[Ground], None]:
    def does(ground: Ground) -> None:
        ground.sign(*pairs, namespace=namespace)
        ground.commit("2026-11-25")

    return does


def settings_that_ask_for_nothing(ground: Ground) -> None:
    ground.swap(SETTINGS, ASKED, "")
    ground.commit("2026-11-25")


def signature_of_an_earlier_change(ground: Ground) -> None:
    """The key of the officer ended, and the change that had let it last is put back with its signature."""
    git(ground.root, "checkout", "-q", "main")
    former = ground.read("keys/officer.yaml")
    ground.write("keys/officer.yaml", key_file("secretariat", "officer", f"{HOLDS}\nuntil: 2027-01-01"))
    ground.sign_keys("keys/officer.yaml", "HEAD", "chair", "chair")
    longer, signature = (ground.read(path) for path in ("keys/officer.yaml", _KEY_SIGNATURE))
    ground.commit("2026-11-04")
    ground.write("keys/officer.yaml", former + b"revoked: 2026-11-05\n")
    ground.sign_keys("keys/officer.yaml", "HEAD", "chair", "chair")
    ground.commit("2026-11-05")
    git(ground.root, "checkout", "-q", "-B", "proposal")
    ground.write("keys/officer.yaml", longer)
    ground.write(_KEY_SIGNATURE, signature)
    ground.commit("2026-11-25")


_KEY_SIGNATURE = change_signature_path("keys/officer.yaml", "chair")


def signing_program(ground: Ground) -> None:
    """A program in the configuration of Git and on the search path that finds every signature good."""
    program = ground.root / "ssh-keygen"
    program.write_text(f"#!/bin/sh\ntouch '{ground.root / RAN}'\nexit 0\n", encoding="utf-8")
    program.chmod(0o755)
    git(ground.root, "config", "gpg.ssh.program", str(program))
    git(ground.root, "config", "gpg.ssh.allowedSignersFile", str(ground.root / "registry" / "keys"))
    ground.sign(("officer", "stranger"))
    ground.commit("2026-11-25")


def replaced(ground: Ground) -> None:
    ground.write("keys/officer.yaml", key_file("secretariat", "stranger"))
    false = git(ground.root, "hash-object", "-w", "registry/keys/officer.yaml")
    git(ground.root, "replace", git(ground.root, "rev-parse", "main:registry/keys/officer.yaml"), false)
    git(ground.root, "checkout", "-q", "--", "registry/keys")


def grafted(ground: Ground) -> None:
    (ground.root / ".git" / "info").mkdir(exist_ok=True)
    (ground.root / ".git" / "info" / "grafts").write_text(
        git(ground.root, "rev-parse", "main") + "\n", encoding="ascii"
    )


def planted_key(ground: Ground) -> None:
    """A key that is pushed to main, past the gate, and signs afterwards."""
    git(ground.root, "checkout", "-q", "main")
    ground.write("keys/officer.yaml", key_file("secretariat", "stranger"))
    ground.commit("2026-11-23")
    git(ground.root, "checkout", "-q", "proposal")
    git(ground.root, "rebase", "-q", "main")
    ground.sign(("officer", "stranger"))
    ground.commit("2026-11-24")
    ground.merge()


def keys_begun_again(ground: Ground) -> None:
    git(ground.root, "checkout", "-q", "main")
    shutil.rmtree(ground.register / "keys")
    ground.commit("2026-11-20")
    ground.write("keys/officer.yaml", key_file("secretariat", "stranger"))
    ground.write("keys/chair.yaml", key_file("chairmanship", "advisor"))
    ground.commit("2026-11-21")
    git(ground.root, "checkout", "-q", "proposal")
    git(ground.root, "rebase", "-q", "main")
    ground.sign(("officer", "stranger"), ("chair", "advisor"))
    ground.commit("2026-11-24")
    ground.merge()


def history_begun_again(ground: Ground) -> None:
    """All that there is becomes the first commit of another history, on the day on which the key held."""
    ground.merge()
    git(ground.root, "checkout", "-q", "--orphan", "again")
    ground.commit("2026-11-24")


def merged_before_its_parent(ground: Ground) -> None:
    """The key had expired, so the merge states a day when it held, before that of the commit below it."""
    git(ground.root, "checkout", "-q", "main")
    (ground.root / "README.md").write_text("A register.\n", encoding="utf-8")
    ground.commit("2026-11-20")
    ground.merge("2026-11-10")


def record_gone(ground: Ground) -> None:
    (ground.register / RECORD).unlink()
    ground.commit("2026-11-26")


def shallow(ground: Ground) -> None:
    ground.merge()
    (ground.root / ".git" / "shallow").write_text(git(ground.root, "rev-parse", "main") + "\n", encoding="ascii")
