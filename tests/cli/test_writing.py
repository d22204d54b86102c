"""Files are written whole, and nothing but a file is ever replaced by one."""

import os
import threading
from pathlib import Path

import pytest

from cica_docs.cli.writing import write_file


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of Unix")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_file(pipe, b"text")
    reader.join(timeout=30)
    assert received == [b"text"]
    assert pipe.is_fifo()
    assert [entry.name for entry in tmp_path.iterdir()] == ["pipe"]


def test_a_device_behind_a_link_is_written_to_and_the_link_stays(tmp_path: Path) -> None:
    link = tmp_path / "nowhere"
    link.symlink_to(os.devnull)
    write_file(link, b"text")
    assert link.is_symlink()
    assert not Path(os.devnull).is_file()


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "file"
    write_file(file, b"first")
    write_file(file, b"second")
    assert file.read_bytes() == b"second"
    assert [entry.name for entry in file.parent.iterdir()] == ["file"]
