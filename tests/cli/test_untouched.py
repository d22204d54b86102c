"""A new work has no fault, and translations that nobody has begun are one finding each."""

import re

import pytest

from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_kinds, packaged_templates
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.values.language import Language
from new_works import drafted, with_what_it_needs


@pytest.mark.parametrize("title", ["Avelor's 12 measures: the SOC # 1 of 5 May 2027", "[TODO: x]", "Water [and air]"])
def test_a_new_work_has_no_fault_whatever_its_title(example: Corpus, title: str) -> None:
    draft = drafted(example, example.kinds.kinds["concept-paper"], {}, {Language("en"): title})
    # The worked example has a paper on the area already, which is no matter of the skeleton.
    assert [finding for finding in draft.report.findings if not finding.rule.startswith("concept-paper/")] == []
    bodies = [output.content.decode().split("\n---\n")[1] for output in draft.outputs]
    assert draft.placeholders == sum(body.count("[") for body in bodies)


@pytest.mark.series(8)
@pytest.mark.parametrize("name", packaged_kinds().kinds)
def test_translations_that_nobody_has_begun_are_one_finding_each(example: Corpus, name: str) -> None:
    kind = example.kinds.kinds[name]
    corpus = with_what_it_needs(example, kind)
    original, *translations = drafted(corpus, kind, {}, {Language("en"): "Three roads by 2030"}).outputs
    written = re.sub(
        r"\[TODO:[^\]]*\]", "Member States may open 12 roads:\n\n- one;\n- two.\n", original.content.decode()
    )
    files = {output.path: output.content for output in translations} | {original.path: written.encode()}
    after = read_corpus(OverlaySnapshot(corpus.snapshot, MemorySnapshot(files)), corpus.kinds, corpus.as_of)
    report = check(
        after, read_catalogue(packaged_templates(), Language("en")), paths=(original.path.rpartition("/")[0],)
    )
    of_translations = [finding for finding in report.findings if finding.place.path != original.path]
    assert len(of_translations) <= len(translations)
    assert len(report.findings) - len(of_translations) <= 3
    assert {finding.rule for finding in of_translations} <= {"form/placeholder-left"}
