"""What is a table on the screen is also a workbook that a double click opens, in the reader's words."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from cica_docs.cli.run import run

CORPUS = Path(__file__).parent.parent / "corpus"
PLACE = ("--as-of", "2026-12-01", "--register", str(CORPUS))


@pytest.mark.parametrize(
    ("command", "heading", "cell"),
    [
        (["list", "mandate", *PLACE, "--lang", "ru"], "Название", "environment-xa"),
        (["due", *PLACE, "--lang", "kk"], "Мерзімі", "Авелор"),
        (["who", "--area", "environment-protection", *PLACE, "--lang", "ru"], "Основание", "SOC/2026-III/INF/1"),
        (["areas", *PLACE, "--lang", "en"], "Coordinator", "ict-security"),
        (["terms", "--register", str(CORPUS)], "own_rendering", "Азиядағы өзара іс-қимыл және сенім шаралары кеңесі"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_workbook_has_the_readers_headings(
    capfdbinary: pytest.CaptureFixture[bytes], command: list[str], heading: str, cell: str
) -> None:
    assert run([*command, "--format", "xlsx"]) == 0
    written = capfdbinary.readouterr().out
    with ZipFile(io.BytesIO(written)) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    cells = sheet.findall(".//{*}c")
    assert {each.get("t") for each in cells} == {"inlineStr"}
    texts = ["".join(each.itertext()) for each in cells]
    assert {heading, cell} <= set(texts), texts
    assert run([*command, "--format", "xlsx"]) == 0
    assert capfdbinary.readouterr().out == written
