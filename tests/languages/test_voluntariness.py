"""The lexicons: what obliges Member States in three languages, and what of official text does not."""

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.languages.sentences import sentences_of
from cica_docs.languages.voluntariness import find_obligation, lexicons
from cica_docs.values.language import Language

EN, RU, KK = Language("en"), Language("ru"), Language("kk")

OBLIGING = [
    (EN, "Member States shall submit an annual report"),
    (EN, "Each Member State must name a contact person"),
    (EN, "Within the applicability period Member States are obliged to report"),
    (EN, "All interested Member States, where appropriate, shall report"),
    (EN, "It was agreed that Member States must take part"),
    (EN, "Member States participating in the project shall bear the costs"),
    (EN, "The programmes shall be carried out by all Member States"),
    (RU, "Государства-члены должны ежегодно представлять отчет"),
    (RU, "Все государства-члены обязаны обмениваться данными"),
    (RU, "В течение срока действия каждое государство-член обязуется назначить контактное лицо"),
    (RU, "Государства-члены, участвующие в проекте, должны нести расходы"),
    (RU, "Государствам-членам надлежит представить отчет"),
    (RU, "Программы должны быть реализованы всеми государствами-членами"),
    (KK, "Мүше мемлекеттер жыл сайын есеп беруге тиіс"),
    (KK, "Барлық мүше мемлекет деректермен алмасуға міндетті"),
    (KK, "Қолданылу мерзімі ішінде әрбір мүше мемлекет байланыс тұлғасын тағайындауға міндеттенеді"),
    (KK, "Мүше мемлекеттерге жыл сайын есеп беру міндеті жүктеледі"),
]
FREE = [
    (EN, "The Coordinator shall consult all Member States"),
    (EN, "The Secretariat shall circulate to Member States what it receives"),
    (EN, "Member States may ask the Coordinator, who must answer"),
    (EN, "No Member State shall be obliged to take part"),
    (EN, "Member States shall not be obliged to explain themselves and shall be free to choose"),
    (EN, "Activities in which Member States take part shall be open"),
    (EN, "Remarks that Member States make shall be kept"),
    (EN, "The text must be sent to Member States in good time"),
    (EN, "The paper shall be approved by the SOC after its consideration by all Member States"),
    (EN, "At the request of Member States it shall give advice"),
    (EN, "Recipients shall not disclose what Member States provide"),
    (RU, "Координатор должен консультироваться со всеми государствами-членами"),
    (RU, "Мероприятия, в которых участвуют государства-члены, должны быть открыты"),
    (RU, "Предложения, которые вносят государства-члены, должны рассматриваться"),
    (RU, "Государства-члены не обязаны объяснять свое решение"),
    (RU, "Ни одно государство-член не обязано участвовать"),
    (RU, "Государства-члены могут обратиться к координатору, который должен ответить"),
    (RU, "Концепции должны утверждаться КСДЛ после их рассмотрения всеми государствами-членами"),
    (KK, "Үйлестіруші мүше мемлекеттермен кеңесуге тиіс"),
    (KK, "Хатшылық алғанын мүше мемлекеттерге таратуға тиіс"),
    (KK, "Мүше мемлекеттер қатысатын іс-шаралар баршаға ашық болуға тиіс"),
    (KK, "Мүше мемлекеттер түсіндіруге міндетті емес"),
    (KK, "Мүше мемлекеттер тиісті ақпаратпен алмаса алады"),
    (KK, "Мүше мемлекеттер үшін бұл ақпарат қажет"),
]


@pytest.mark.parametrize(("language", "text"), OBLIGING)
def test_what_obliges(example: Corpus, language: Language, text: str) -> None:
    assert find_obligation(text, lexicons(example)[language])


@pytest.mark.parametrize(("language", "text"), FREE)
def test_what_leaves_free(example: Corpus, language: Language, text: str) -> None:
    found = find_obligation(text, lexicons(example)[language])
    assert not found, text[slice(*found)]


@pytest.mark.parametrize("name", ["example", "register"])
def test_official_text_obliges_no_state(name: str, request: pytest.FixtureRequest) -> None:
    corpus: Corpus = request.getfixturevalue(name)
    checked = [sentence for document in corpus.documents for sentence in sentences_of(corpus, document)]
    found = [one.text for one in checked if find_obligation(one.text, lexicons(corpus)[one.document.language])]
    assert len(checked) > 500
    assert found == []


def test_a_place_is_that_of_the_words_in_the_file(example: Corpus) -> None:
    document = example.document("concept-paper/environment-2026")
    assert document is not None
    for sentence in sentences_of(example, document):
        span = sentence.place(0, len(sentence.text)).span
        line = document.line(span.line)[span.column - 1 :]
        assert line.startswith(sentence.text.split("  ")[0][:20])
