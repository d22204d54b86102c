# ruff: noqa: E501 - a sentence stays on its line
"""Editions made by hand that hold every node and every role; the texts are restatements of the source note's own."""

from datetime import date
from pathlib import Path

from cica_docs.documents.markdown.blocks import (
    Block,
    Cell,
    Emphasis,
    Footnote,
    Group,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from cica_docs.render.edition import Edition
from cica_docs.values.language import Language

EN, RU, KK = Language("en"), Language("ru"), Language("kk")
FOLDER = Path(__file__).parents[2] / "templates"
PAGE_LABELS = {EN: "Page {page} of {pages}", RU: "Стр. {page} из {pages}", KK: "{pages} беттің {page}-беті"}
AUTHORS = {
    EN: "Conference on Interaction and Confidence Building Measures in Asia",
    RU: "Совещание по взаимодействию и мерам доверия в Азии",
    KK: "Азиядағы өзара іс-қимыл және сенім шаралары кеңесі",
}


def templates(name: str) -> bytes:
    """A template as it lies in the source tree."""
    return (FOLDER / name).read_bytes()


def line(text: str, number: str = "") -> Paragraph:
    """A plain paragraph."""
    return Paragraph((Text(text),), number)


def lines(*texts: str) -> Paragraph:
    """A paragraph of several lines."""
    content: list[Inline] = []
    for text in texts:
        content += [LineBreak(), Text(text)] if content else [Text(text)]
    return Paragraph(tuple(content))


def cell(text: str, language: Language | None = None) -> Cell:
    """A cell of one paragraph."""
    return Cell((line(text),), language)


def heading(level: int, text: str, name: str = "") -> Heading:
    """A plain heading."""
    return Heading(level, (Text(text),), name)


TITLES = {
    EN: "Concept paper on sustainable tourism",
    RU: "Концепция в области устойчивого туризма",
    KK: "Орнықты туризм жөніндегі тұжырымдама",
}
WORDS: dict[Language, tuple[str, ...]] = {
    EN: (
        "Concept paper", "Draft, not adopted", "Area", "Sustainable tourism", "Prepared by", "Tajikistan", "An example text, made to show the form.",
        "Framework", "The concept paper sets out the framework and the main directions of the work of the Member States in the area.",
        "It rests on the Catalogue, and on ", "consensus", "and on ", "voluntary", " participation; see ", "the site", "A note at the foot of the page.",
        "Activities", "Expert meeting", "Exchange of experience", "No.", "Activity", "Dates", "They agreed that the measures are voluntary.",
        "The following is meant:", "first of all, consultations;", "then, an exchange of views.", "Annex",
    ),
    RU: (
        "Концепция", "Проект, не принят", "Сфера", "Устойчивый туризм", "Подготовлена", "Таджикистан", "Пример, составленный для показа формы.",
        "Рамки", "Концепция определяет рамки и основные направления работы государств-членов в данной сфере.",
        "Она опирается на Каталог мер доверия, на ", "консенсус", "и на ", "добровольное", " участие; см. ", "сайт", "Сноска внизу страницы.",
        "Мероприятия", "Встреча экспертов", "Обмен опытом", "№", "Мероприятие", "Сроки", "Они согласились, что меры являются добровольными.",
        "Имеется в виду следующее:", "прежде всего, консультации;", "затем, обмен мнениями.", "Приложение",
    ),
    KK: (
        "Тұжырымдама", "Жоба, қабылданған жоқ", "Сала", "Орнықты туризм", "Дайындаған", "Тәжікстан", "Нысанын көрсету үшін жасалған үлгі.",
        "Негіздер", "Тұжырымдама осы саладағы мүше мемлекеттер жұмысының негіздері мен басты бағыттарын айқындайды.",
        "Ол сенім шараларының каталогына, ", "консенсусқа", "және ", "ерікті", " қатысуға сүйенеді; қараңыз: ", "сайт", "Беттің төменгі жағындағы ескерту.",
        "Іс-шаралар", "Сарапшылар кездесуі", "Тәжірибе алмасу", "№", "Іс-шара", "Мерзімі", "Олар шаралардың ерікті екенін келісті.",
        "Мыналар көзделеді:", "ең алдымен, консультациялар;", "содан кейін пікір алмасу.", "Қосымша",
    ),
}  # fmt: skip
MARKS = {EN: ("DRAFT", "EXAMPLE"), RU: ("ПРОЕКТ", "ПРИМЕР"), KK: ("ЖОБА", "ҮЛГІ")}


def _body(language: Language) -> tuple[Block, ...]:
    w = WORDS[language]
    mixed = (
        Text(w[9]), Strong((Text(w[10]),)), Text(" "), Text(w[11]), Emphasis((Text(w[12]), Strong((Text(" !"),)))), Text(w[13]),
        Link("https://www.s-cica.org/", (Text(w[14]),)), Footnote("a", (line(w[15]),)), Text("."),
    )  # fmt: skip
    return (
        heading(2, w[7], "framework"),
        Paragraph((Text(w[8] + " " + w[8]),), "1.1"),
        Paragraph(mixed, "1.2"),
        line(w[23]),
        Items(((line(w[24]),), (line(w[25]), Items(((line(w[24]),),))))),
        Items(((line(w[24]),), (line(w[25]),)), start=3),
        Quote((line(w[22]),)),
        heading(2, w[16], "activities"),
        heading(3, w[17], "item-1"),
        line(w[18]),
    )


def paper(language: Language) -> Edition:
    """A paper with every role and node."""
    w = WORDS[language]
    blocks: tuple[Block, ...] = (
        Group("organisation", (line(AUTHORS[language]),)),
        Group("kind", (line(w[0]),)),
        Group("title", (heading(1, TITLES[language]),)),
        Group("status", (line(w[1]),)),
        Group(
            "facts",
            (Table((), ((cell(w[2]), cell(w[3])), (cell(w[4]), cell(w[5]))), ("left", "left"), "facts", (35, 65)),),
        ),
        Group("notice", (line(w[6]),)),
        Group("body", _body(language)),
        Group(
            "items",
            (
                Table(
                    (cell(w[19]), cell(w[20]), cell(w[21])),
                    tuple((cell(str(row)), cell(w[17]), cell("2026-03-01")) for row in range(1, 4)),
                    ("center", "left", "right"),
                    "items",
                    (10, 65, 25),
                    w[16],
                ),
            ),
        ),
        Group(
            "annex",
            (
                heading(2, w[26], "annex"),
                line(w[8]),
                Table((cell("A"), cell("B")), ((cell("1"), cell("2")),), ("", "")),
            ),
        ),
        Group("page-break", ()),
        Group(
            "coordinators", (Table((cell(w[2]), cell(w[5])), ((cell(w[3]), cell(w[5])),), ("", ""), "coordinators"),)
        ),
    )
    return Edition(
        f"concept-paper/tourism/{language}", "concept-paper/tourism", (language,), TITLES[language], w[0], AUTHORS[language],
        date(2023, 5, 13), blocks, "SOC/2026-I/TJ/1", PAGE_LABELS[language], MARKS[language],
    )  # fmt: skip


def parallel(*languages: Language) -> Edition:
    """A parallel edition: a table of one column for each language, landscape."""
    chosen = languages or (EN, RU, KK)
    bodies = [_body(language) for language in chosen]
    rows = tuple(
        tuple(Cell((block,), chosen[column]) for column, block in enumerate(row)) for row in zip(*bodies, strict=True)
    )
    title = tuple(Cell((heading(1, TITLES[language]),), language) for language in chosen)
    heads = tuple(cell({EN: "English", RU: "Русский", KK: "Қазақша"}[language], language) for language in chosen)
    table = Table(heads, (title, *rows), ("",) * len(chosen), "parallel", (100 // len(chosen),) * len(chosen))
    return Edition(
        "concept-paper/tourism/parallel", "concept-paper/tourism", chosen, TITLES[chosen[0]], WORDS[chosen[0]][0], AUTHORS[chosen[0]],
        date(2023, 5, 13), (Group("parallel", (table,)),), "SOC/2026-I/TJ/1", PAGE_LABELS[chosen[0]], MARKS[chosen[0]], landscape=True,
    )  # fmt: skip


_LETTER: dict[Language, tuple[str, ...]] = {
    EN: (
        "Enclosure:", "as stated,", "on 9 p.",
        "The Secretariat of the Conference on Interaction and Confidence Building Measures in Asia (CICA) presents its compliments to the CICA Member States and has the honour to forward the Proposals by the Secretary General.",
        "The Secretariat avails itself of this opportunity to renew to the CICA Member States the assurances of its highest consideration.",
        "Astana, 13 May 2023", "Member States", "of the Conference on Interaction and", "Confidence Building Measures in Asia",
    ),
    RU: (
        "Приложение:", "упомянутое,", "на 9 л.",
        "Секретариат Совещания по взаимодействию и мерам доверия в Азии (СВМДА) свидетельствует свое уважение государствам-членам СВМДА и имеет честь препроводить Предложения Генерального секретаря.",
        "Секретариат пользуется случаем, чтобы возобновить государствам-членам СВМДА уверения в своем весьма высоком уважении.",
        "город Астана, 13 мая 2023 г.", "Государства-члены", "Совещания по взаимодействию и", "мерам доверия в Азии",
    ),
    KK: (
        "Қосымша:", "аталған,", "9 п.",
        "Азиядағы өзара іс-қимыл және сенім шаралары кеңесінің (Азия Кеңесінің) Хатшылығы Азия Кеңесінің мүше мемлекеттеріне өзінің зор ілтипатын білдіреді.",
        "Хатшылық осы мүмкіндікті пайдалана отырып, Азия Кеңесінің мүше мемлекеттеріне өзінің зор ілтипатын тағы да растайды.",
        "Астана қаласы, 2023 жылғы 13 мамыр", "Азиядағы өзара іс-қимыл және", "сенім шаралары кеңесінің мүше", "мемлекеттері",
    ),
}  # fmt: skip


def letter(language: Language) -> Edition:
    """A note verbale."""
    w = _LETTER[language]
    head = (
        Group(
            "letterhead",
            (lines("Secretariat of the Conference on Interaction", "and Confidence Building Measures in Asia"),),
            EN,
        ),
        Group("letterhead", (lines("Секретариат Совещания по взаимодействию", "и мерам доверия в Азии"),), RU),
    )
    blocks: tuple[Block, ...] = (
        *head,
        Group("number", (line("№SWG/569"),)),
        Group("enclosure", (lines(*w[:3]),)),
        Group("body", (line(w[3]), line(w[4]))),
        Group("place-date", (line(w[5]),)),
        Group("addressee", (lines(*w[6:]),)),
    )
    return Edition(
        f"note-verbale/swg-569/{language}", "note-verbale/swg-569", (language,), "SWG/569", "Note", AUTHORS[language],
        date(2023, 5, 13), blocks, "SWG/569", PAGE_LABELS[language], (), "letter",
    )  # fmt: skip
