"""Files that come back from tools: cut into sentences, half done, with placeholders."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from bilingual_sample import SOURCE, TARGET, failure, file, given
from cica_docs.cli.run import run
from cica_docs.documents.corpus import Corpus
from cica_docs.register.works import works
from cica_docs.translations.formats import Format, write_exchange_file
from cica_docs.translations.merge import merge
from cica_docs.translations.staleness import translation_of
from cica_docs.translations.units import export_units
from cica_docs.values.language import Language

CORPUS = Path(__file__).parent.parent / "corpus"


def segmented(text: str, target: str) -> str:
    """An XLIFF 1.2 file as tools that segment leave it, with this in the place of the target."""
    source, _, _ = text.partition("<target")
    _, _, rest = text.partition("</target>")
    sentences = (
        '<seg-source><mrk mtype="seg" mid="0">Air knows no borders.</mrk> '
        '<mrk mtype="seg" mid="1">Water knows none.</mrk></seg-source>'
    )
    return f"{source}{sentences}<target>{target}</target>{rest}"


FIRST, SECOND = TARGET.split(". ")
BOTH = f'<mrk mtype="seg" mid="0">{FIRST}.</mrk> <mrk mtype="seg" mid="1">{SECOND}</mrk>'


@pytest.mark.parametrize(
    ("target", "is_unfinished"),
    [
        (BOTH, False),
        (TARGET, False),
        (BOTH.replace(SECOND, ""), True),
        (BOTH.partition("</mrk>")[0] + "</mrk>", True),
        ("<!-- c -->" + BOTH.replace("</mrk>", "<?tool x?></mrk>"), False),
    ],
)
def test_segmented_xliff_is_joined(target: str, *, is_unfinished: bool) -> None:
    found = given(segmented(file(Format.XLIFF), target))
    assert found.texts["p1"][0] == SOURCE
    assert (found.unfinished == {"p1"}) is is_unfinished
    if not is_unfinished:
        assert found.texts["p1"][1] == TARGET


def test_segmented_xliff_without_a_translation_is_empty() -> None:
    target = '<mrk mtype="seg" mid="0"/> <mrk mtype="seg" mid="1"></mrk>'
    found = given(segmented(file(Format.XLIFF), target))
    assert (found.texts["p1"][1].strip(), found.unfinished) == ("", frozenset())


def test_the_source_may_be_segmented_itself() -> None:
    source = SOURCE.replace(" Water", '</mrk> <mrk mtype="seg" mid="1">Water')
    text = file(Format.XLIFF).replace(SOURCE, f'<mrk mtype="seg" mid="0">{source}</mrk>')
    assert given(text).texts == {"p1": (SOURCE, TARGET)}


@pytest.mark.parametrize(
    "markup", ['<mrk mtype="term">Air</mrk>', "<g id='1'>Air</g>", "<x id='1'/>Air", "<mrk>Air</mrk>"]
)
def test_other_markup_is_refused(markup: str) -> None:
    key, details = failure(file(Format.XLIFF).replace("Air", markup).encode())
    assert (key, details) == ("import-markup", {"id": "p1"})


def parts(*inner: str) -> str:
    """An XLIFF 2 file with other segments in its unit."""
    text = file(Format.XLIFF2)
    before, _, rest = text.partition("<segment")
    return before + "".join(inner) + rest.partition("</segment>")[2]


def segment(source: str, target: str = "", attributes: str = "", order: str = "") -> str:
    translated = f"<target{order}>{target}</target>" if target else ""
    return f"<segment{attributes}><source>{source}</source>{translated}</segment>"


A, B = SOURCE.split(". ")
SPACE = "<ignorable><source> </source></ignorable>"


@pytest.mark.parametrize(
    ("inner", "target", "is_unfinished"),
    [
        ([segment(f"{A}.", f"{FIRST}."), SPACE, segment(B, SECOND)], TARGET, False),
        ([segment(f"{A}. ", f"{FIRST}. "), segment(B, SECOND, ' state="final"')], TARGET, False),
        ([segment(f"{A}.", f"{FIRST}."), SPACE, segment(B, SECOND, ' state="initial"')], TARGET, True),
        ([segment(f"{A}.", f"{FIRST}."), SPACE, segment(B)], f"{FIRST}. ", True),
        ([segment(f"{A}."), SPACE, segment(B)], "", False),
        (
            [segment(f"{A}.", SECOND, "", ' order="3"'), SPACE, segment(B, f"{FIRST}.", "", ' order="1"')],
            TARGET,
            False,
        ),
        ([segment(SOURCE, TARGET, ' state="initial"')], TARGET, True),
        ([segment(SOURCE, TARGET, ' state="reviewed"')], TARGET, False),
    ],
)
def test_segments_of_xliff_2_are_joined(inner: list[str], target: str, *, is_unfinished: bool) -> None:
    found = given(parts(*inner))
    assert found.texts == {"p1": (SOURCE, target)}
    assert (found.unfinished == {"p1"}) is is_unfinished


def test_a_pair_of_a_memory_is_told_apart_by_its_languages() -> None:
    text = file(Format.TMX)
    first, second = (f'<tuv xml:lang="{tag}">' for tag in ("en-GB", "ru-RU"))
    swapped = text.replace(first, "@").replace(second, first.replace("en-GB", "EN")).replace("@", second)
    swapped = swapped.replace(SOURCE, "@").replace(TARGET, SOURCE).replace("@", TARGET)
    assert swapped != text
    assert given(swapped).texts == given(text).texts


@pytest.mark.parametrize(
    ("state", "is_unfinished"),
    [
        ("new", True),
        ("needs-translation", True),
        ("needs-adaptation", True),
        ("needs-review-translation", True),
        ("needs-review-l10n", True),
        ("translated", False),
        ("signed-off", False),
        ("final", False),
        ("x-own", False),
    ],
)
def test_the_state_of_a_target_says_whether_it_is_done(state: str, *, is_unfinished: bool) -> None:
    found = given(file(Format.XLIFF).replace('state="translated"', f'state="{state}"'))
    assert (found.unfinished == {"p1"}) is is_unfinished


@pytest.mark.parametrize(
    ("flags", "is_unfinished"),
    [
        ("#, fuzzy\n", True),
        ("#, no-wrap, fuzzy\n", True),
        ("#,fuzzy\n", True),
        ("#= fuzzy\n", True),
        ('# a note of the translator\n#, fuzzy\n#| msgid "Air."\n', True),
        ("#, no-wrap\n", False),
        ("# fuzzy\n#. fuzzy\n", False),
        ('#, fuzzy\n#~ msgid "gone"\n#~ msgstr "исчезло"\n\n', False),
    ],
)
def test_fuzzy_entries_of_po_are_not_done(flags: str, *, is_unfinished: bool) -> None:
    found = given(file(Format.PO).replace('msgctxt "p1"', f'{flags}msgctxt "p1"'))
    assert found.texts == {"p1": (SOURCE, TARGET)}
    assert (found.unfinished == {"p1"}) is is_unfinished


PAPER = "concept-paper/environment-2026"
OLD, NEW = "Воздух и вода не знают границ", "Воздух, почва и вода не знают границ"
MARKS: dict[Format, tuple[str, str]] = {
    Format.XLIFF: ('state="translated">', 'state="needs-translation">'),
    Format.XLIFF2: ('state="translated">', 'state="initial">'),
    Format.PO: ('msgctxt "', '#, fuzzy\nmsgctxt "'),
}


def with_mark(text: str, format: Format, id: str) -> str:
    """A file in which the text of a segment is marked as not done."""
    start = text.index(f'"{id}"') - len("msgctxt ")
    at = text.index(MARKS[format][0], start)
    return text[:at] + text[at:].replace(*MARKS[format], 1)


@pytest.mark.parametrize("format", MARKS)
def test_an_unfinished_text_is_left_out_and_counted(format: Format, example: Corpus) -> None:
    found = translation_of(example, works(example)[PAPER], Language("ru"))
    text = write_exchange_file(export_units(example, found, stale_only=False), format).decode()
    changed = text.replace(OLD, NEW).replace("Порядок", "Последовательность")
    result = merge(example, found, given(with_mark(changed, format, "p3.1")))
    assert (result.changed, result.unfinished, result.empty, result.refused) == (("p2.2",), 1, 0, ())
    assert result.output is not None
    assert NEW not in result.output.content.decode()
    everything = merge(example, found, given(with_mark(changed, format, "p3.1")), take_unfinished=True)
    assert (everything.changed, everything.unfinished) == (("p2.2", "p3.1"), 0)


@pytest.mark.parametrize(
    ("text", "is_left_out"),
    [
        ("[ЗАПОЛНИТЬ: обоснование]", True),
        ("[TODO: a] [TODO: b].", True),
        ("**[ТОЛТЫРУ: x]**", True),
        ("TBD", True),
        ("Воздух не знает границ.", False),
    ],
)
def test_a_placeholder_is_no_translation(text: str, example: Corpus, *, is_left_out: bool) -> None:
    found = translation_of(example, works(example)[PAPER], Language("ru"))
    exported = given(write_exchange_file(export_units(example, found, stale_only=False), Format.PO).decode())
    texts = {**exported.texts, "p3.1": (exported.texts["p3.1"][0], text)}
    result = merge(example, found, replace(exported, texts=texts), take_unfinished=True)
    assert (result.output is None, result.placeholders) == (is_left_out, int(is_left_out))
    assert result.refused == ()


@pytest.mark.parametrize(
    ("messages", "unfinished"),
    [
        ("en", "marked as unfinished in the file, left unchanged: 1 text; --unfinished imports these too"),
        ("ru", "в файле помечено как незавершенное, оставлено как было: 1 текст; принять и это: --unfinished"),
        (
            "kk",
            (
                "файлда аяқталмаған деп белгіленген, бұрынғы қалпында қалды: 1 мәтін; "
                "бұларды да қабылдау үшін: --unfinished"
            ),
        ),
    ],
)
def test_the_command_says_what_is_left_out(
    messages: str, unfinished: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    register, back = tmp_path / "register", tmp_path / "back.po"
    copytree(CORPUS, register)
    where = ["--register", str(register)]
    assert run(["translate", "export", PAPER, "--languages", "ru", "--format", "po", "-o", str(back), *where]) == 0
    back.write_text(with_mark(back.read_text("utf-8").replace(OLD, NEW), Format.PO, "p3.1"), "utf-8")
    before = (register / PAPER / "ru.md").read_bytes()
    assert run(["translate", "import", str(back), *where, "--lang", messages]) == 0
    assert unfinished in capfdbinary.readouterr().out.decode().split("\n")
    assert (register / PAPER / "ru.md").read_bytes() == before
    assert run(["translate", "import", str(back), "--unfinished", *where, "--lang", messages]) == 0
    assert unfinished not in capfdbinary.readouterr().out.decode()
    assert (register / PAPER / "ru.md").read_bytes() == before.replace(OLD.encode(), NEW.encode())
