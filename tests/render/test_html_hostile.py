"""What a hostile text becomes in HTML: text."""

import re
from dataclasses import replace

import pytest
from lxml import etree
from lxml import html as markup

from cica_docs.documents.markdown.blocks import (
    Block,
    Cell,
    Footnote,
    Group,
    Heading,
    Items,
    Link,
    Paragraph,
    Table,
    Text,
)
from cica_docs.render.edition import Edition
from cica_docs.render.html.page import write_html
from cica_docs.values.language import Language

from .sample_edition import EN, KK, RU, letter, line, paper, templates

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% include 'x' %} {# #}",
    '" onmouseover="alert(1)',
    "%s {0} {} &lt; &amp; <!-- --> ]]>",
)


def page(*editions: Edition) -> etree._Element:
    """The page of these editions, read back."""
    return markup.document_fromstring(write_html(editions, templates).decode())


def of(language: Language, *blocks: Block) -> Edition:
    """A small edition of these blocks."""
    return replace(paper(language), unmarked=blocks, marks=())


def three(make: object = paper) -> list[Edition]:
    """The sample in all languages."""
    return [letter(language) if make is letter else paper(language) for language in (EN, RU, KK)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    inner = (
        Group("letterhead", (line(text),)),
        Heading(1, (Text(text),), text),
        Heading(2, (Text(text),), text),
        Paragraph((Text(text), Footnote(text, (line(text),))), text),
        Items(((line(text),),)),
        Table((Cell((line(text),)),), ((Cell((line(text),)),),), (text,), text, (100,), text),
        Group(text, (line(text),)),
    )
    hostile = replace(of(EN, *inner), title=text, subject=text, author=text, header=text, marks=(text,))
    read = page(hostile, replace(hostile, languages=(RU,)))
    assert read.xpath("//title")[0].text == text
    assert text in "".join(read.xpath("//main")[0].itertext())
    assert not read.xpath("//script | //img | //main//style | //main//comment() | //@onmouseover | //@onerror")
    assert len(read.xpath("//style")) == 1


def test_characters_that_no_page_can_hold_are_shown_as_such() -> None:
    content = write_html([replace(of(EN, line("a\x00b\ud800\x9b")), title="\x1b")], templates)
    assert rb"a\x00b\ud800\x9b" in content
    assert not re.search(rb"[\x00-\x08\x0b-\x1f]", content)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:x",
        "file:///x",
        "//x.org",
        "http://x.org",
        "data:text/html,x",
        "https://x.org/\n",
        " https://x.org",
    ],
)
def test_only_known_links_lead_anywhere(target: str) -> None:
    read = page(of(EN, Paragraph((Link(target, (Text("here"),)),))))
    assert "here" in "".join(read.xpath("//main")[0].itertext())
    assert not read.xpath("//main//a")
