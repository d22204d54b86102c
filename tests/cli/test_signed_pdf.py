"""`cica render --sign-with` and `cica verify` of what comes out, also by a reader that is not of this project."""

import json
import random
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

import cica_docs.api.proving.pdf_signatures
import cica_docs.signing.certificates
from certificate import NOW, make_authority, write_authority, write_certificate
from cica_docs.cli.run import run
from cica_docs.signing.certificates import read_roots, verify_signature
from cica_docs.signing.pdf_signature import add_signature, read_signature
from proposal import PAPER, change, commit

pytestmark = pytest.mark.series(6)

WORK = PAPER.partition("/")[2]
SIGNED = f"out/{WORK}/ru.signed.pdf"
AUTHORITY = make_authority("Authority")


def render(*arguments: str) -> int:
    return run(["render", WORK, "--languages", "ru", "--as-of", "2026-12-01", "-o", "out", *arguments, "--lang", "en"])


def verify(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    capsys.readouterr()
    status = run(["verify", *arguments, "--print-again", "--format", "json"])
    files = json.loads(capsys.readouterr().out)["files"]
    lines = [line for file in files for line in file["lines"] if line["about"] in {"certificate", "printing"}]
    return status, [f"{line['about']} {line['verdict']}" for line in lines]


@pytest.fixture
def signed(repository: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A signed copy that was printed at the root of a repository, with files of the certificate beside it."""
    write_certificate(repository / "own.p12", AUTHORITY)
    write_authority(repository / "authority.pem", AUTHORITY)
    assert render("--to", "pdf,txt", "--sign-with", "own.p12", "--password-file", "own.password") == 0
    assert "en.signed.pdf: 1" in capsys.readouterr().out
    return repository / SIGNED


def test_a_signed_copy_is_the_printed_file_and_a_signature(signed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = signed.with_name("ru.pdf").read_bytes()
    assert signed.read_bytes().startswith(printed)
    assert verify(capsys, SIGNED) == (0, ["certificate claimed", "printing good"])
    assert verify(capsys, SIGNED, "--trust", "authority.pem") == (0, ["certificate good", "printing good"])
    write_authority(Path("other.pem"), make_authority("Authority"))
    assert verify(capsys, SIGNED, "--trust", "other.pem") == (1, ["certificate untrusted", "printing good"])
    day = f"{NOW + timedelta(days=366):%Y-%m-%d}"
    assert verify(capsys, SIGNED, "--trust", "authority.pem", "--as-of", day)[1][0] == "certificate expired"
    assert run(["verify", SIGNED, "--lang", "en"]) == 2
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "who claims to be Secretariat" in said
    assert "(Authority)" in said


def test_the_document_is_as_it_was_beside_the_field(signed: Path) -> None:
    before, after = PdfReader(signed.with_name("ru.pdf")), PdfReader(signed)
    assert after.metadata == before.metadata
    assert after.xmp_metadata.stream.get_data() == before.xmp_metadata.stream.get_data()  # type: ignore[union-attr]
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    field = after.root_object["/AcroForm"]["/Fields"][0].get_object()  # type: ignore[index]
    assert (field["/Rect"], field["/F"]) == ([0, 0, 0, 0], 132)
    assert {*after.root_object} - {*before.root_object} == {"/AcroForm"}


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig of poppler is not installed")
@pytest.mark.parametrize("is_rsa", [True, False])
def test_another_reader_finds_the_signature_valid(signed: Path, *, is_rsa: bool) -> None:
    write_certificate(Path("own.p12"), AUTHORITY, is_rsa=is_rsa)
    assert render("--to", "pdf", "--sign-with", "own.p12", "--password-file", "own.password") == 0
    said = subprocess.run(["pdfsig", str(signed)], capture_output=True, text=True, check=True).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said


def test_whatever_else_was_added_or_changed_is_refused(signed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = signed.read_bytes()
    printed = signed.with_name("ru.pdf").read_bytes()
    stated = read_signature(content)
    assert stated is not None
    roots = read_roots("authority.pem", Path("authority.pem").read_bytes())
    chance = random.Random(7)  # noqa: S311 - it only damages files
    for at in chance.sample(range(len(printed), len(content)), 200):
        damaged = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        read = read_signature(damaged)
        verdict = verify_signature(read.signed, read.signature, roots, NOW).verdict if read else "added"
        assert verdict in {"added", "bad"}, at
    again = add_signature(printed, NOW, len(stated.signature), lambda _: stated.signature)
    assert again is not None
    other = content.replace(b"/Rect[0 0 0 0]", b"/Rect[0 0 9 9]")
    for forged, verdict in (
        (again, "bad"),
        (content + b"\n%%EOF", "added"),
        (other, "added"),
        (printed + b"x", "added"),
    ):
        signed.write_bytes(forged)
        assert verify(capsys, SIGNED) == (1, [f"certificate {verdict}", "printing good"])


def test_a_title_with_the_end_of_a_file_is_no_end(signed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(Path(PAPER) / "ru.md", "title: Концепция", "title: Концепция %%EOF x")
    commit(Path())
    assert render("--to", "pdf", "--sign-with", "own.p12", "--password-file", "own.password") == 0
    assert signed.read_bytes().count(b"%%EOF x") > 0
    assert verify(capsys, SIGNED) == (0, ["certificate claimed", "printing good"])


def test_a_certificate_that_may_not_sign_others_proves_nobody(signed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    of_nobody = write_certificate(Path("own.p12"), AUTHORITY)
    write_certificate(Path("second.p12"), of_nobody, through=of_nobody)
    assert render("--to", "pdf", "--sign-with", "second.p12", "--password-file", "own.password") == 0
    assert verify(capsys, SIGNED, "--trust", "authority.pem")[1][0] == "certificate untrusted"
    assert signed.exists()


def test_what_cannot_be_signed_or_trusted_is_named(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_certificate(Path("old.p12"), AUTHORITY, days=-1)
    password = ["--password-file", "old.password"]
    for arguments, words in (
        (["--sign-with", "old.p12"], "the password is another"),
        (["--sign-with", "old.p12", *password], "holds from"),
        (["--sign-with", "old.password", *password], "no certificate with its key"),
        (["--sign-with", "none.p12"], "none.p12"),
        (["--sign-with", "old.p12", "--to", "txt"], "only PDFs are signed"),
        (password, "name that with --sign-with"),
    ):
        assert render(*arguments) == 2, arguments
        assert words in capsys.readouterr().err
    assert not (repository / "out").exists()
    assert render("--to", "pdf") == 0
    assert run(["verify", f"out/{WORK}/ru.pdf", "--trust", "old.password"]) == 2
    assert "old.password" in capsys.readouterr().err


def test_without_the_packages_it_says_which(
    signed: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (cica_docs.signing.certificates, cica_docs.api.proving.pdf_signatures):
        monkeypatch.setattr(module, "has_packages", lambda: False)
    assert render("--to", "pdf", "--sign-with", "own.p12", "--password-file", "own.password") == 2
    assert "pip install '.[pades]'" in capsys.readouterr().err
    assert verify(capsys, SIGNED) == (0, ["certificate unverified", "printing good"])
    assert run(["verify", str(signed), "--trust", "authority.pem"]) == 2
