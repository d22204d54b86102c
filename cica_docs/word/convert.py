"""Older formats, brought into that of Word by LibreOffice where it is installed: within bounds, without a network.

It runs with a profile of its own that refuses macros and links, as a group of processes that ends with it.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from cica_docs.values.failure import Failure

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_TEXT = "WordDocument".encode("utf-16-le")
"""The stream with the text of a .doc file; an encrypted .docx has none."""
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_RTF = b"{\\rtf"
_FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format", "odt": "writer8"}
"""Named, since LibreOffice would read anything else as plain text."""
_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 90
_MOST_MEMORY = 4 * 1024 * 1024
"""KiB of addresses, most of which LibreOffice never uses."""
_LIMITED = f'ulimit -v {_MOST_MEMORY}; exec "$0" "$@"'
_SETTING = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + _SETTING.format(name="DisableMacrosExecution", value="true")
    + _SETTING.format(name="MacroSecurityLevel", value="3")
    + _SETTING.format(name="BlockUntrustedRefererLinks", value="true")
    + "</oor:items>"
)


def old_format_of(content: bytes) -> str:
    """Return the ending of an older format by its first bytes; "" for any other file."""
    if content.startswith(_OLE):
        return "doc" if _WORD_TEXT in content else ""
    if content.startswith(_RTF):
        return "rtf"
    return "odt" if content[30:].startswith(_OPEN_DOCUMENT) else ""


def to_docx(content: bytes, name: str) -> bytes:
    """Return the bytes of a file as those of a Word document, an older format converted; `name` is for messages."""
    ending = old_format_of(content)
    if not ending:
        return content
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    # Only a group of processes can be ended as a whole, and Windows has none.
    if program is None or not hasattr(os, "killpg"):
        raise Failure("word-old-format", path=name, format=ending.upper())
    with tempfile.TemporaryDirectory(prefix="cica-docs-") as folder:
        profile = Path(folder, "profile", "user")
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        (source := Path(folder, f"received.{ending}")).write_bytes(content)
        arguments = [program, f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--norestore"]
        arguments += [
            f"--infilter={_FILTERS[ending]}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(Path(folder, "made")),
            str(source),
        ]
        _run(arguments, folder, name)
        made = Path(folder, "made", "received.docx")
        if not made.is_file():
            raise Failure("word-damaged", path=name)
        return made.read_bytes()


def _run(arguments: list[str], folder: str, name: str) -> None:
    """Run LibreOffice; whatever happens, no process of it is left behind."""
    process = subprocess.Popen(
        ["/bin/sh", "-c", _LIMITED, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "HOME": folder, "LANG": "C.UTF-8"},
        start_new_session=True,
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as late:
        raise Failure("word-conversion-late", status=3, path=name, seconds=_SECONDS) from late
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
