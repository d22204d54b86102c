"""Pages: three languages in one file, without a script, accessible, and the same twice."""

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256

from lxml import etree
from lxml import html as markup

from cica_docs.documents.markdown.blocks import (
    Block,
    Footnote,
    Group,
    Heading,
    Link,
    Paragraph,
    Text,
    text_of,
)
from cica_docs.render.edition import Edition
from cica_docs.render.html.page import write_html
from cica_docs.values.language import Language

from .sample_edition import EN, KK, RU, letter, line, paper, templates


def page(*editions: Edition) -> etree._Element:
    """The page of these editions, read back."""
    return markup.document_fromstring(write_html(editions, templates).decode())


def of(language: Language, *blocks: Block) -> Edition:
    """A small edition of these blocks."""
    return replace(paper(language), unmarked=blocks, marks=())


def three(make: object = paper) -> list[Edition]:
    """The sample in all languages."""
    return [letter(language) if make is letter else paper(language) for language in (EN, RU, KK)]


def test_no_text_is_lost() -> None:
    for make in (paper, letter):
        read = page(*three(make))
        for edition in three(make):
            cells = read.xpath(f"//main//*[contains(@class, 'cell {edition.languages[0]}')]")
            said = " ".join(part for cell in cells for part in cell.xpath(".//text()[not(ancestor::sup)]"))
            for piece in re.split(r"[\n\t]", text_of(edition.unmarked)):
                assert re.sub(r"\s", "", piece) in re.sub(r"\s", "", said)


def test_twice_the_same() -> None:
    assert write_html(three(), templates) == write_html(three(), templates)


def test_nothing_runs_and_nothing_is_fetched() -> None:
    read = page(*three())
    assert not read.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //base | //@style")
    assert not [name for each in read.iter() for name in each.attrib if name.startswith("on")]
    style = read.xpath("//style")[0].text
    policy = read.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy
    assert "url(" not in style
    assert "@import" not in style


def test_every_language_says_so() -> None:
    read = page(*three())
    assert read.get("lang") == "en"
    for language, word in ((EN, "consensus"), (RU, "консенсус"), (KK, "консенсусқа")):
        said = read.xpath(f"//strong[. = '{word}']/ancestor::*[@lang][1]/@lang")
        assert said == [language]


def test_languages_are_switched_within_the_navigation() -> None:
    read = page(*three())
    assert read.xpath("//nav/fieldset/input/@id") == ["page.en", "page.ru", "page.kk", "page.all"]
    assert read.xpath("//nav/fieldset/label/@for") == ["page.en", "page.ru", "page.kk", "page.all"]
    assert page(paper(EN)).xpath("//nav/fieldset/input/@id") == ["page.en"]


def test_everything_stands_in_a_landmark_and_one_heading_leads() -> None:
    for make in (paper, letter):
        read = page(*three(make))
        assert [each.tag for each in read.xpath("/html/body/*")] == ["header", "main"]
        assert len(read.xpath("//h1")) == 1
        assert read.xpath("//a[@class='skip']/@href") == ["#page.text"]
        assert read.xpath("//main/@id") == ["page.text"]
    assert [each.text for each in page(*three()).xpath("//h1/span")] == [paper(each).title for each in (EN, RU, KK)]


def test_ids_are_unique_and_every_link_inside_arrives() -> None:
    read = page(*three())
    ids = Counter(read.xpath("//@id"))
    assert set(ids.values()) == {1}
    assert {"p1.1", "p1.2", "framework", "en.framework", "ru.framework", "kk.p1.2", "item-1"} <= set(ids)
    assert {target[1:] for target in read.xpath("//a/@href") if target.startswith("#")} <= set(ids)


def test_repeated_numbers_and_sections_keep_ids_unique() -> None:
    twice = (
        Heading(2, (Text("a"),), "a"),
        Paragraph((Text("x"),), "1.1"),
        Paragraph((Text("y"),), "1.1"),
        Heading(2, (Text("a"),), "a"),
    )
    assert set(Counter(page(of(EN, *twice), of(RU, *twice)).xpath("//@id")).values()) == {1}


def test_paragraphs_stand_beside_their_counterparts() -> None:
    rows = page(*three()).xpath("//div[@id='p1.2']/div")
    assert [row.get("lang") for row in rows] == ["en", "ru", "kk"]
    assert all("1.2" in "".join(row.itertext()) for row in rows)


def test_where_languages_differ_only_what_differs_stands_side_by_side_as_a_whole() -> None:
    def body(language: Language, *inner: Block) -> Edition:
        return of(
            language,
            Heading(2, (Text("A"),), "a"),
            *inner,
            Heading(2, (Text("B"),), "b"),
            Paragraph((Text("z"),), "2.1"),
        )

    read = page(
        body(EN, line("x", "1.1"), line("y", "1.2"), line("z", "1.3")),
        body(RU, line("x", "1.1"), line("y")),
    )
    assert len(read.xpath("//div[@id='p1.2']/div[@lang='en']//p")) == 2
    assert len(read.xpath("//div[@id='p1.2']/div[@lang='ru']//p")) == 1
    assert read.xpath("//div[@id='p1.2']/span/@id") == ["p1.3"]
    assert len(read.xpath("//div[@id='p1.1']/div")) == 2
    assert len(read.xpath("//div[@id='p2.1']/div")) == 2


def test_footnotes_lead_there_and_back() -> None:
    read = page(*three())
    for language in (EN, RU, KK):
        mark = read.get_element_by_id(f"{language}.mark-1")
        assert mark.get("href") == f"#{language}.note-1"
        assert read.xpath(f"//li[@id='{language}.note-1']/a[@role='doc-backlink']/@href") == [f"#{language}.mark-1"]


def test_a_footnote_that_is_marked_twice_stands_once() -> None:
    note = Footnote("a", (line("note"),))
    read = page(of(EN, Paragraph((Text("x"), note, Text("y"), note, Footnote("b", (line("note"),))))))
    assert read.xpath("//main//sup/a/text()") == ["1", "1", "2"]
    assert len(read.xpath("//section[@class='notes']//li")) == 2
    assert set(Counter(read.xpath("//@id")).values()) == {1}


def test_a_footnote_in_a_footnote_keeps_its_number() -> None:
    inner = Footnote("b", (line("inner"),))
    read = page(of(EN, Paragraph((Text("x"), Footnote("a", (Paragraph((Text("outer"), inner)),))))))
    assert ["".join(each.itertext()).split()[0] for each in read.xpath("//section[@class='notes']//li")] == [
        "outer2",
        "inner",
    ]


def test_marks_are_read_once_and_the_decoration_is_not() -> None:
    read = page(*three())
    assert read.xpath("//p[contains(@class, 'marks')]/span[@lang='kk']")[0].text == "ЖОБА · ҮЛГІ"
    assert read.xpath("//div[@class='stamp']/@aria-hidden") == ["true"]
    assert not page(*(replace(each, marks=()) for each in three())).xpath("//*[contains(@class, 'stamp')]")


def test_tables_have_heads_and_widths_without_style_attributes() -> None:
    read = page(paper(EN))
    assert read.xpath("//table[@class='facts']//th/@scope") == ["row", "row"]
    assert set(read.xpath("//table[@class='items']/thead//th/@scope")) == {"col"}
    assert read.xpath("//table[@class='items']/col/@class | //table[@class='items']/colgroup/col/@class") == [
        "wide-10",
        "wide-65",
        "wide-25",
    ]
    assert ".wide-65 { width: 65%; }" in read.xpath("//style")[0].text


def test_known_links_are_kept() -> None:
    read = page(of(EN, Paragraph((Link("https://x.org/?a=1&b=2", (Text("a"),)), Link("mailto:a@x.org", (Text("b"),))))))
    assert read.xpath("//main//a/@href") == ["https://x.org/?a=1&b=2", "mailto:a@x.org"]


def test_a_letter_without_letterhead_and_with_the_enclosure_elsewhere_keeps_its_paragraphs_aligned() -> None:
    english, kazakh = letter(EN).unmarked, letter(KK).unmarked
    body = kazakh[4]
    assert isinstance(body, Group)
    within = (kazakh[2], Group("body", body.blocks[:1]), kazakh[3], Group("body", body.blocks[1:]), *kazakh[5:])
    read = page(replace(letter(EN), unmarked=english), replace(letter(KK), unmarked=within))
    rows = ["".join(row.itertext()) for row in read.xpath("//main/div[contains(@class, 'row')]")]
    assert sum("№SWG/569" in row for row in rows) == 1
    assert any("avails itself" in row and "растайды" in row for row in rows)
    assert any("presents its compliments" in row and "білдіреді" in row for row in rows)
