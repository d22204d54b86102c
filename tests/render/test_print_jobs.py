"""Print jobs run in several processes."""

import subprocess
import sys
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"


def test_a_few_files_written_here_do_not_stop_the_many_that_follow(tmp_path: Path) -> None:
    """The PDFs of one enclosure are made in this process to be counted, then those of the letter in others."""
    works = ("concept-paper/environment-2026", "note-verbale/swg-1001")
    arguments = ("-m", "cica_docs", "render", *works, "--register", str(CORPUS), "-o", str(tmp_path))
    done = subprocess.run([sys.executable, *arguments], check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "note-verbale/swg-1001/kk.docx").is_file()
