"""The worked example is clean under all rules together, and shares what is CICA's own with the register."""

from pathlib import Path

import pytest

from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.register.works import works
from cica_docs.values.language import Language

ROOT = Path(__file__).parent.parent
REFERENCE = ("dimensions", "areas", "measures", "bodies", "letterhead", "settings", "terms")
SHARED = [
    *(f"reference/{name}.yaml" for name in REFERENCE),
    *(
        f"decision/{text}/{name}"
        for text in ("cbm-modalities", "event-guidelines")
        for name in ("en.md", "ru.md", "kk.md", "provisions.yaml")
    ),
]


@pytest.mark.parametrize("name", ["example", "register"])
def test_nothing_is_found(name: str, request: pytest.FixtureRequest) -> None:
    corpus: Corpus = request.getfixturevalue(name)
    report = check(corpus, read_catalogue(packaged_templates(), Language("en")))
    assert [(finding.path, finding.rule, finding.message) for finding in report.findings] == []


def test_every_work_of_the_example_is_marked_as_one(example: Corpus) -> None:
    unmarked = [name for name, work in works(example).items() if not work.is_example]
    assert unmarked == ["decision/cbm-modalities", "decision/event-guidelines"]


def test_the_example_holds_every_kind(example: Corpus) -> None:
    assert {work.kind.name for work in works(example).values()} == set(example.kinds.kinds)


@pytest.mark.parametrize("path", SHARED)
def test_what_is_shared_is_equal(path: str) -> None:
    copy, original = ROOT / "tests/corpus" / path, ROOT / "registry" / path
    assert copy.read_bytes() == original.read_bytes(), "run `make corpus`"


@pytest.mark.parametrize("name", ["example", "register"])
def test_translations_render_the_current_original(name: str, request: pytest.FixtureRequest) -> None:
    corpus: Corpus = request.getfixturevalue(name)
    behind = [
        document.path
        for work in works(corpus).values()
        for document in work.documents.values()
        if document is not work.original and document.get("/translates") != work.original.blob
    ]
    assert behind == []
