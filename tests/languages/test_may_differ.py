"""The fast path: a comparison of the parts that may differ finds all that a comparison of whole bodies finds."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from case import TESTS
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.document import Document
from cica_docs.documents.source import decode
from cica_docs.languages.compare import comparison
from cica_docs.languages.compare.comparison import (
    compare,
    content_differences,
    structural_differences,
    without_consequences,
)
from cica_docs.languages.compare.structure import StructuralDifference
from cica_docs.languages.lexicon.tokenizer import tokenizers
from cica_docs.languages.pairs import translation_pairs
from cica_docs.languages.scanning.may_differ import may_differ
from cica_docs.languages.scanning.prescan import scanners
from cica_docs.register.open import packaged_kinds
from cica_docs.register.works import works
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.language import Language
from nightly import examples
from small_register import DAY

WORKS = (
    "concept-paper/environment-2026",
    "action-plan/environment-2026",
    "decision/cbm-modalities",
    "note-verbale/swg-1001",
)
SNIPPETS = {
    Language(
        "en"
    ): """shall|should|may|must not|cannot|ought not|is required to|is  to|nothing|two|five|both|first|XII|12
        1,000|50 %|5%|per cent|10 May 2026|January 2027|2026-05-01|May|paragraph 4|clause 2.6|SOC/2026-I/INF/3
        https://x.org/a|a@b.org|Avelor|Türkiye|the Secretariat|the SOC|U.S.|Member States shall|**may**|*shall*
        _should_|sh**all**|twenty-eight|Twenty five|twenty-|shall not|shall be free to|10:30""",
    Language("ru"): """должен|следует|может|не может|вправе|два|пять|оба|первый|XII|12|1 000|50 %|5%|процентов
        10 мая 2026 г.|в январе 2027 года|2026-05-01|пункт 4|пункте 2.6|SOC/2026-I/INF/3|https://x.org/a
        Авелора|Турция|Секретариат|КСДЛ|ещё|государства-члены должны|**может**|*должен*|№ 5
        двадцать восемь|двадцати-пяти|Двадцать пятая|сто|10:30""",
    Language("kk"): """тиіс|жөн|мүмкін|құқылы|тиіс емес|міндетті түрде|екі|бес|бірінші|XII|12|1 000|50 %|5%|пайыз
        2026 жылғы 10 мамыр|2027 жылғы қаңтарда|2026-05-01|4-тармақ|2.6-тармақта|SOC/2026-I/INF/3|Авелордың
        Түркия|Хатшылық|АЛТК|мүше мемлекеттер тиіс|**мүмкін**|жиырма сегіз|жария етілмеуге тиіс|Бермеуге  тиіс
        аспауы тиіс|етілмейді|мауға тиіс|рұқсат етілмейді|болмайды|10:30""",
}
ODD = (*"中éё\u00a0“«—\t`|[\\*_/.", "  ", "[^1]", "> ", "- ", "+ ", "1. ", "## ", "**")
Change = tuple[str, int, float, int]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["word", "word", "word", "odd", "begin", "drop", "delete", "swap", "digit"]),
        st.integers(0, 400),
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 400),
    ),
    max_size=4,
)


@cache
def _example() -> Corpus:
    corpus = read_corpus(WorktreeSnapshot(TESTS / "corpus"), packaged_kinds(), DAY)
    tokenizers(corpus)
    scanners(corpus)
    return corpus


def _changed(document: Document, changes: list[Change]) -> Document:
    head = document.source.text[: len(document.source.text) - len(document.text)]
    lines = document.text.split("\n")
    snippets = [one.strip() for one in SNIPPETS[document.language].replace("\n", "|").split("|")]
    for kind, number, share, which in changes:
        written = [at for at, line in enumerate(lines) if line.strip()]
        if not written:
            break
        at = written[number % len(written)]
        words = lines[at].split(" ")
        place = int(share * (len(words) + 1))
        match kind:
            case "word":
                lines[at] = " ".join([*words[:place], snippets[which % len(snippets)], *words[place:]])
            case "odd":
                place = int(share * (len(lines[at]) + 1))
                lines[at] = lines[at][:place] + ODD[which % len(ODD)] + lines[at][place:]
            case "begin":
                lines[at] = ODD[which % len(ODD)] + lines[at]
            case "drop":
                lines[at] = " ".join(words[:place] + words[place + 1 :])
            case "delete":
                del lines[at]
            case "swap":
                other = written[which % len(written)]
                lines[at], lines[other] = lines[other], lines[at]
            case _:
                lines[at] = "".join(str(which % 10) if line.isdigit() else line for line in lines[at])
    return replace(document, source=decode((head + "\n".join(lines)).encode()))


def _register(name: str, original: list[Change], edition: list[Change], language: Language) -> Corpus:
    example = _example()
    work = works(example)[name]
    documents = (_changed(work.original, original), _changed(work.documents[language], edition))
    corpus = replace(example, documents=documents)
    for query in (tokenizers, scanners):  # the same for all documents, and slow to make
        corpus._cache[query.__wrapped__, ()] = query(example)
    return corpus


@example("decision/cbm-modalities", [], [("odd", 25, 0.0, 208), ("digit", 25, 0.0, 1)], Language("ru"))
@settings(max_examples=examples(200), deadline=None)
@given(st.sampled_from(WORKS), CHANGES, CHANGES, st.sampled_from([Language("ru"), Language("kk")]))
def test_the_parts_that_may_differ_hold_every_difference(
    name: str, original: list[Change], edition: list[Change], language: Language
) -> None:
    corpus = _register(name, original, edition, language)
    if any(document.problems for document in corpus.documents):
        return
    (pair,) = translation_pairs(corpus)
    whole = compare(pair)
    assert set(map(_values, compare(pair, may_differ(corpus, pair)).structural)) == set(map(_values, whole.structural))
    assert set(compare(pair, may_differ(corpus, pair)).content) == set(whole.content)
    reported = without_consequences(corpus, pair, whole)
    assert sum(map(len, structural_differences(corpus).values())) == len(reported.structural)
    assert sum(map(len, content_differences(corpus).values())) == len(reported.content)


def _values(difference: StructuralDifference) -> tuple[object, ...]:
    details = sorted((key, str(value)) for key, value in difference.details.items())
    return difference.kind, difference.variant, difference.in_translation, difference.in_source, *details


@pytest.mark.parametrize("name", WORKS)
def test_the_example_is_compared_without_parsing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = _register(name, [], [], Language("ru"))
    monkeypatch.setattr(Document, "body", property(lambda _: pytest.fail("a body was parsed")))
    monkeypatch.setattr(comparison, "parse_body", lambda *_: pytest.fail("a part of a body was parsed"))
    (pair,) = translation_pairs(corpus)
    assert may_differ(corpus, pair) == (frozenset(), frozenset())
    assert content_differences(corpus) == structural_differences(corpus) == {}
