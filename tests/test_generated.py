"""The committed pages are what `make docs` writes."""

from pathlib import Path

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.values.language import Language
from cica_docs.views.coverage import format_coverage
from cica_docs.views.handbook import format_handbook
from cica_docs.views.trace import format_trace_markdown, trace_provisions
from help_texts import help_file, write_helps

DOCS = Path(__file__).parent.parent / "docs" / "reference"


@pytest.mark.parametrize("name", ["clauses.md", "coverage.md", "rules.md"])
def test_a_generated_page_is_up_to_date(name: str, register: Corpus) -> None:
    catalogue = read_catalogue(packaged_templates(), Language("en"))
    trace = trace_provisions(register, catalogue)
    pages = {
        "clauses.md": lambda: format_trace_markdown(trace),
        "coverage.md": lambda: format_coverage(trace),
        "rules.md": lambda: format_handbook(register, catalogue),
    }
    made = pages[name]()
    assert (DOCS / name).read_text(encoding="utf-8") == made, f"docs/reference/{name} is out of date: run `make docs`"


@pytest.mark.parametrize("language", list(Language))
def test_each_help_is_up_to_date(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    made = write_helps(language)
    assert help_file(language).read_text(encoding="utf-8") == made, "the helps are out of date: run `make docs`"
