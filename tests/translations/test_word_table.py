"""The Word table for translators: what it locks, and what is read of it when it comes back, changed in every way."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from docx_integrity import check
from lxml import etree

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.register.works import works
from cica_docs.text.archive import pack_archive, unpack_archive
from cica_docs.translations.merge import MergeResult, merge
from cica_docs.translations.parse import parse_exchange
from cica_docs.translations.staleness import Translation, translation_of
from cica_docs.translations.units import export_units
from cica_docs.translations.word_table import write_word_table
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.word.package import W
from office import running, why_missing

PAPER = "concept-paper/environment-2026"
DOCUMENT = "word/document.xml"
NEW = "Воздух, почва и вода не знают границ."
Change = Callable[[Any], object]


@pytest.fixture(scope="module")
def translation(example: Corpus) -> Translation:
    return translation_of(example, works(example)[PAPER], Language("ru"))


@pytest.fixture(scope="module")
def table(example: Corpus, translation: Translation) -> bytes:
    words = read_catalogue(packaged_templates(), Language("kk")).commands
    return write_word_table(export_units(example, translation, stale_only=False), words)


def edited(content: bytes, change: Change) -> bytes:
    parts = unpack_archive(content)
    root = etree.fromstring(parts[DOCUMENT])
    change(root)
    return pack_archive({**parts, DOCUMENT: etree.tostring(root)})


def row(root: Any, id: str) -> Any:
    return next(row for row in root.iter(f"{W}tr") if "".join(row[1].itertext()) == id)


def cell(root: Any, id: str, column: int) -> Any:
    return row(root, id).findall(f"{W}tc")[column]


def put(root: Any, id: str, text: str, column: int = 2) -> None:
    next(cell(root, id, column).iter(f"{W}t")).text = text


def xml(inner: str) -> Any:
    return etree.fromstring(f'<w:x xmlns:w="{W[1:-1]}">{inner}</w:x>')[0]


def test_a_table_is_whole_and_comes_back_as_it_went(
    table: bytes, translation: Translation, example: Corpus, tmp_path: Path
) -> None:
    file = tmp_path / "table.docx"
    file.write_bytes(table)
    assert [str(problem) for problem in check(file)] == []
    exported = export_units(example, translation, stale_only=False)
    given = parse_exchange(table, "table.docx")
    assert given.texts == {unit.id: (unit.source, unit.target) for unit in exported.units}
    assert (given.unfinished, given.absent) == (frozenset(), ())
    assert merge(example, translation, given).output is None


def test_ids_and_sources_are_locked_and_translations_are_not(table: bytes) -> None:
    root = etree.fromstring(unpack_archive(table)[DOCUMENT])
    locks = [[lock.get(f"{W}val") for lock in cell(root, "p3.1", column).iter(f"{W}lock")] for column in range(4)]
    assert locks == [["sdtContentLocked"], ["sdtContentLocked"], [], ["sdtLocked"]]
    assert len(list(cell(root, "p3.1", 3).iter(f"{W}listItem"))) == 3


def accept_tracked(root: Any) -> None:
    paragraph = cell(root, "p3.1", 2).find(f"{W}p")
    paragraph.clear()
    deleted = '<w:del w:id="1" w:author="A"><w:r><w:delText>Ветер. </w:delText></w:r></w:del>'
    first, _, rest = NEW.partition(" ")
    inserted = f'<w:ins w:id="2" w:author="A"><w:r><w:t xml:space="preserve">{first} </w:t></w:r></w:ins>'
    for run in (deleted, inserted, f"<w:r><w:t>{rest}</w:t></w:r>"):
        paragraph.append(xml(run))


def two_paragraphs(root: Any) -> None:
    first, _, rest = NEW.partition(" ")
    put(root, "p3.1", first)
    cell(root, "p3.1", 2).append(xml(f"<w:p><w:r><w:t>{rest}</w:t></w:r></w:p>"))


def reorder(root: Any) -> None:
    put(root, "p3.1", NEW)
    moved = row(root, "p3.1")
    moved.getparent().append(moved)


def unfinished(root: Any) -> None:
    put(root, "p3.1", NEW)
    put(root, "p2.2", "Порядок направлений ничего не значит.")
    put(root, "p2.2", "… не закончено", 3)


def remark(root: Any) -> None:
    put(root, "p3.1", NEW)
    put(root, "p2.2", "Порядок направлений ничего не значит.")
    put(root, "p2.2", "уточнить", 3)


def delete(root: Any) -> None:
    put(root, "p3.1", NEW)
    row(root, "p2.2").getparent().remove(row(root, "p2.2"))


def delete_tracked(root: Any) -> None:
    put(root, "p3.1", NEW)
    row(root, "p2.2").find(f"{W}trPr").append(xml('<w:del w:id="9" w:author="A"/>'))


TAKEN: dict[Change, tuple[int, tuple[str, ...]]] = {
    accept_tracked: (0, ()),
    two_paragraphs: (0, ()),
    reorder: (0, ()),
    unfinished: (1, ()),
    remark: (1, ()),
    delete: (0, ("p2.2",)),
    delete_tracked: (0, ("p2.2",)),
}


@pytest.mark.parametrize("change", TAKEN)
def test_what_a_translator_changes_is_taken(
    change: Change, table: bytes, translation: Translation, example: Corpus
) -> None:
    result: MergeResult = merge(example, translation, parse_exchange(edited(table, change)))
    assert (result.changed, result.refused) == (("p3.1",), ())
    assert (result.unfinished, result.absent) == TAKEN[change]
    assert result.output is not None
    assert NEW in result.output.content.decode()


def split(root: Any) -> None:
    copy = deepcopy(row(root, "p3.1"))
    next(copy[1].iter(f"{W}t")).text = ""
    row(root, "p3.1").addnext(copy)


def double(root: Any) -> None:
    row(root, "p3.1").addnext(deepcopy(row(root, "p3.1")))


def merge_down(root: Any) -> None:
    cell(root, "p3.1", 2).find(f"{W}tcPr").append(xml('<w:vMerge w:val="restart"/>'))


def take_a_cell(root: Any) -> None:
    row(root, "p3.1").remove(cell(root, "p3.1", 3))


def note(root: Any) -> None:
    cell(root, "p3.1", 2).find(f"{W}p").append(xml('<w:r><w:footnoteReference w:id="2"/></w:r>'))


def hide(root: Any) -> None:
    put(root, "p3.1", f"{NEW}\u202e")


REFUSED: dict[Change, str] = {
    split: "import-row-without-id",
    double: "import-twice",
    merge_down: "import-row-shape",
    take_a_cell: "import-row-shape",
    note: "import-row-content",
    hide: "import-character",
}


@pytest.mark.parametrize("change", REFUSED)
def test_a_row_out_of_shape_is_named(change: Change, table: bytes) -> None:
    with pytest.raises(Failure) as caught:
        parse_exchange(edited(table, change))
    assert caught.value.key == REFUSED[change]
    named = caught.value.details
    assert named.get("id") == "p3.1" or int(str(named.get("number", 0))) > 10


def test_a_changed_source_is_refused_by_its_row(table: bytes, translation: Translation, example: Corpus) -> None:
    changed = edited(table, lambda root: put(root, "p3.1", "Air knows borders.", 1))
    result = merge(example, translation, parse_exchange(changed))
    assert [(refusal.id, refusal.reason) for refusal in result.refused] == [("p3.1", "source")]


def test_another_word_document_is_not_taken(table: bytes) -> None:
    parts = unpack_archive(table)
    foreign = {**parts, "docProps/custom.xml": parts["docProps/custom.xml"].replace(b"cica-translation", b"other")}
    for content, key in ((pack_archive(foreign), "import-of-others"), (table[:900], "word-damaged")):
        with pytest.raises(Failure, match=key):
            parse_exchange(content, "table.docx")


@pytest.mark.slow
@pytest.mark.skipif(bool(why_missing()), reason=why_missing())
def test_a_table_saved_by_libreoffice_says_the_same(
    table: bytes, translation: Translation, example: Corpus, tmp_path: Path
) -> None:
    sent, saved = tmp_path / "sent.docx", tmp_path / "saved.docx"
    sent.write_bytes(edited(table, lambda root: put(root, "p3.1", NEW)))
    with running(tmp_path) as program:
        program.save(sent, saved)
    given = parse_exchange(saved.read_bytes(), "saved.docx")
    assert given == parse_exchange(sent.read_bytes(), "sent.docx")
    assert merge(example, translation, given).changed == ("p3.1",)
