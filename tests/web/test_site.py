"""The site of a register: its links, languages, policy, data, versions, and what it does not tell."""

import csv
import io
import json
import os
import re
from itertools import pairwise
from pathlib import Path, PurePosixPath

import pytest
from icalendar import Calendar
from lxml import etree
from lxml import html as markup

from canary import DAY
from cica_docs.cli.run import run
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.text.stemming import stemmer_of
from cica_docs.values.language import Language
from proposal import begin, git

from .built_site import PAPER, built_site, site_files

LOCALES = Path(__file__).parents[2] / "templates/locales"
LARGEST = 150_000
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def pages() -> dict[str, etree._Element]:
    """Return the pages of the site, read back."""
    return {
        path: markup.document_fromstring(content) for path, content in built_site().items() if path.endswith(".html")
    }


def test_every_link_leads_to_a_place_of_the_site() -> None:
    read = pages()
    names = {path: set(page.xpath("//@id")) for path, page in read.items()}
    broken = set()
    for path, page in read.items():
        for href in page.xpath("//a/@href | //link/@href | //script/@src"):
            target, _, anchor = href.partition("#")
            where = os.path.normpath(PurePosixPath(path).parent / target) if target else path
            if where.startswith("..") or "://" in href:
                broken |= {(path, href)} if not where.endswith(f"{PAPER}/en.pdf") and "://" not in href else set()
            elif where not in built_site() or (anchor and anchor not in names.get(where, ())):
                broken.add((path, href))
    assert broken == set()
    assert len(read) > 300


def test_each_page_is_there_in_every_language_and_leads_to_itself_in_the_others() -> None:
    read = pages()
    for path, page in read.items():
        language, _, rest = path.partition("/")
        if rest:
            assert page.get("lang") == language
            others = {str(href) for href in page.xpath("//nav[@class='tongues']/a/@href")}
            up = "../" * (rest.count("/") + 1)
            assert others == {f"{up}{other}/{rest}" for other in Language if other != language}
    below = {path.partition("/")[2] for path in read} - {""}
    assert {f"{language}/{path}" for path in below for language in Language} <= read.keys()


def test_no_page_loads_anything_and_only_the_search_has_a_script() -> None:
    for path, page in pages().items():
        policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        scripts = page.xpath("//script/@src")
        assert policy.startswith("default-src 'none'; style-src 'sha256-"), path
        assert ("script-src 'self'" in policy) is bool(scripts) is path.endswith("/search.html"), path
        assert not page.xpath("//@style | //img | //iframe | //*[@src[starts-with(., 'http')]]"), path


def test_pages_are_light() -> None:
    assert {path: len(content) for path, content in built_site().items() if len(content) > LARGEST} == {}


@pytest.mark.slow
def test_the_same_register_gives_the_same_bytes() -> None:
    assert site_files(Path(__file__).parents[1] / "corpus") == built_site()


def test_the_words_of_the_site_have_the_same_keys_in_every_language() -> None:
    def keys(node: object, above: str = "") -> set[str]:
        if isinstance(node, dict):
            return {key for name, inner in node.items() for key in keys(inner, f"{above}.{name}")}
        return {f"{above}.{len(node)}" if isinstance(node, list) else above}

    read = {
        language: keys(parse_yaml((LOCALES / language / "site.yaml").read_text(encoding="utf-8")).value)
        for language in Language
    }
    assert all(first == other for first, other in pairwise(read.values()))


def test_a_page_of_a_work_says_its_status_its_files_and_how_it_is_cited() -> None:
    page = pages()[f"en/works/{PAPER}.html"]
    text = " ".join(page.xpath("string(//main)").split())
    assert "Status on 1 December 2026: in force from 1 July 2026 to 30 June 2029" in text
    assert "Worked example: nothing here is about a real State, paper or act." in text
    assert page.xpath("//main//a[@href='../../../../concept-paper/environment-2026/en.pdf']")
    assert "0" * 64 in text
    assert page.xpath("//a[@class='number'][@href='#p1.1']")
    assert {"en", "ru", "kk"} <= set(page.xpath("//article//@lang"))


def test_a_page_that_is_not_in_force_says_so_aloud() -> None:
    page = pages()["ru/works/mandate/environment-xc.html"]
    loud = page.xpath("//p[contains(@class, 'loud')]")
    assert any("Состояние на 1\u00a0декабря 2026\u00a0г." in each.text_content() for each in loud)


def test_a_day_of_the_past_keeps_its_address_and_says_what_was_in_force() -> None:
    page = pages()["kk/on/2026-07-01.html"]
    assert "2026\u00a0жылғы 1\u00a0шілдедегі тізілім" in page.xpath("string(//h1)")
    links = page.xpath("//h2[@id='in-force']/following-sibling::div[1]//a/@href")
    assert "../../kk/works/concept-paper/environment-2026.html" in links


def test_feeds_calendars_tables_and_linked_data_can_be_read() -> None:
    files = built_site()
    feed = etree.fromstring(files["ru/feeds/areas/environment-protection.atom"])
    ids = feed.xpath("//a:entry/a:id/text()", namespaces=ATOM)
    assert len(ids) == len(set(ids)) > 10
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    hrefs = feed.xpath("//a:entry/a:link/@href", namespaces=ATOM)
    assert all(os.path.normpath(f"ru/feeds/areas/{href}") in files for href in hrefs)
    assert Calendar.from_ical(files["kk/calendars/states/xa.ics"].decode()).walk("VEVENT")
    assert files["data/works.csv"].startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(files["data/works.csv"].decode("utf-8-sig"))))
    assert {row["work"] for row in rows} >= {PAPER}
    register = json.loads(files["data/register.json"])
    assert [work["state"] for work in register["works"] if work["work"] == PAPER] == ["in-force"]
    linked = json.loads(files[f"data/works/{PAPER}.jsonld"])
    assert linked["@type"] == "Legislation"
    assert linked["temporalCoverage"] == "2026-07-01/2029-06-30"


@pytest.mark.parametrize(
    ("language", "form", "other"),
    [
        ("en", "coordinators", "coordinator"),
        ("en", "policies", "policy"),
        ("ru", "координаторами", "координатор"),
        ("ru", "охраны", "охрана"),
        ("kk", "үйлестірушінің", "үйлестіруші"),
        ("kk", "міндеттері", "міндет"),
        ("kk", "мандаттарын", "мандат"),
    ],
)
def test_forms_of_a_word_have_stems_of_which_one_begins_the_other(language: str, form: str, other: str) -> None:
    stemmer = stemmer_of(Language(language))
    first, second = sorted((stemmer.stem(form), stemmer.stem(other)), key=len)
    assert second.startswith(first)
    assert len(first) >= stemmer.shortest


def test_what_a_paragraph_said_before_is_one_click_away(tmp_path: Path) -> None:
    root = begin(tmp_path)
    original = root / f"registry/{PAPER}/en.md"
    text = original.read_text(encoding="utf-8")
    changed = text.replace(
        "1.2 The Concept Paper is recommendatory.", "1.2 The Concept Paper is of a recommendatory nature."
    )
    assert changed != text
    original.write_text(changed, encoding="utf-8")
    git(root, "commit", "-q", "-a", "-m", "a change", on="2037-02-03")
    first = git(root, "log", "-1", "--format=%cs", "HEAD^")
    files = site_files(root / "registry")
    path = f"en/works/{PAPER}/en-{first}-2037-02-03.html"
    page = markup.document_fromstring(files[path])
    assert "of a recommendatory nature" not in page.xpath("string(//del)")
    assert re.search("nature", "".join(page.xpath("//ins//text()")))
    work = markup.document_fromstring(files[f"en/works/{PAPER}.html"])
    assert f"../../../{path}#p1.2" in work.xpath("//h2[@id='versions']/following-sibling::div[1]//a/@href")


def test_the_command_writes_the_site_and_removes_what_is_gone(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["site", "--as-of", DAY, "-o", "site"]) == 0
    assert "open site/index.html" in capsys.readouterr().out.replace("\n", " ")
    (repository / "registry/recommendation/environment-contact-persons/en.md").unlink()
    for other in ("ru", "kk"):
        (repository / f"registry/recommendation/environment-contact-persons/{other}.md").unlink()
    gone = repository / "site/kk/works/recommendation/environment-contact-persons.html"
    assert gone.is_file()
    assert run(["site", "--as-of", DAY, "-o", "site"]) == 0
    assert not gone.exists()
