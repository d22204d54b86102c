"""Help that is written down is what the command line would print; tests/test_generated.py holds all of it equal."""

import pytest

from cica_docs.cli.prepared_help import prepared_help
from cica_docs.cli.run import run
from cica_docs.values.language import Language


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("arguments", [["--help"], ["check", "-h"], ["review", "--help"]])
def test_it_is_what_a_run_prints(
    arguments: list[str], language: Language, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {"COLUMNS": "80", "LC_ALL": f"{language.value}_XX.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    assert run(arguments) == 0
    prepared = prepared_help(arguments, {"COLUMNS": "80", "LC_ALL": f"{language.value}_XX.UTF-8"})
    assert prepared is not None
    assert capsys.readouterr().out == prepared.decode()


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        ([], {}),
        (["nonsense", "--help"], {}),
        (["", "--help"], {}),
        (["review show", "--help"], {}),
        (["check\nUsage: cica check [OPTIONS] [PATHS]...", "--help"], {}),
        (["check", "--register", "--help"], {}),
        (["--help"], {"COLUMNS": "120"}),
        (["--help"], {"_CICA_COMPLETE": "bash_source"}),
    ],
)
def test_anything_else_goes_the_long_way(arguments: list[str], environment: dict[str, str]) -> None:
    assert prepared_help(arguments, {"COLUMNS": "80", **environment}) is None


def test_a_locale_without_helps_gets_the_source_language() -> None:
    known = prepared_help(["--help"], {"COLUMNS": "80"})
    assert known is not None
    for locale in ("C.UTF-8", "xx_XX", "..", "/", "\0"):
        assert prepared_help(["--help"], {"COLUMNS": "80", "LANG": locale}) == known
