"""What is done by hand in a register: each deed takes its folder and what it is about."""

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from proposal import CORPUS
from signatories import with_keys

TRANSLATIONS = ("ru", "kk")
Content = Mapping[str, Any]


def _edit(register: Path, edit: Content) -> None:
    path = register / edit["file"]
    former = path.read_bytes()
    find, put = (str(edit[name]).encode() for name in ("find", "put"))
    assert former.count(find) == 1, f"{edit['find']!r} stands {former.count(find)} times in {edit['file']}"
    _write(path, former.replace(find, put))


def _write(path: Path, content: bytes) -> None:
    """Write a file; what translates it as it was keeps step."""
    former = path.read_bytes() if path.exists() else b""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if path.name == "en.md":
        for translation in (path.with_name(f"{language}.md") for language in TRANSLATIONS):
            if translation.exists():
                text = translation.read_text(encoding="utf-8")
                translation.write_text(text.replace(_blob(former), _blob(content)), encoding="utf-8")


def _blob(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _text(register: Path, text: Content) -> None:
    for language in ("en", *TRANSLATIONS):
        path = register / text["work"] / f"{language}.md"
        if "like" in text:
            _, _, words = (CORPUS / text["like"] / path.name).read_text(encoding="utf-8").split("---\n", 2)
            kept = text.get("paragraphs")
            words = "\n\n".join(words.strip().split("\n\n")[at - 1] for at in kept) + "\n" if kept else words
            for former, new in text.get("swap", {}).get(language, {}).items():
                assert former in words, former
                words = words.replace(former, new)
            words = words if words.startswith("\n") else f"\n{words}"
        else:
            words = text[language]
        _, facts, _ = path.read_text(encoding="utf-8").split("---\n", 2)
        _write(path, f"---\n{facts}---\n{words}".encode())


def _files(register: Path, files: Mapping[str, str]) -> None:
    for path, content in files.items():
        _write(register / path, with_keys(content.encode()))


def _remove(register: Path, path: str) -> None:
    target = register / path
    shutil.rmtree(target) if target.is_dir() else target.unlink()


def _copy(register: Path, paths: Sequence[str]) -> None:
    """Copy works and files of the worked example."""
    for path in paths:
        source, target = CORPUS / path, register / path
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, target)


def _move(register: Path, paths: Sequence[str]) -> None:
    source, target = (register / path for path in paths)
    target.parent.mkdir(parents=True, exist_ok=True)
    source.rename(target)


DEEDS: Mapping[str, Callable[[Path, Any], None]] = {
    "edit": _edit,
    "text": _text,
    "files": _files,
    "remove": _remove,
    "move": _move,
    "copy": _copy,
}
