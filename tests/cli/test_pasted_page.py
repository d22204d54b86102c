"""A page of Word text with all the traps is put right by `cica fix` and the findings, until it prints as meant."""

import re
import shutil
from pathlib import Path

import pytest

from cica_docs.cli.run import run

CORPUS = Path(__file__).parent.parent / "corpus"
WORK = "concept-paper/pasted"
DAY = ("--as-of", "2026-12-01")

FRONT = """---
title: “Concept Paper on Clean Air”
example: true
area: environment-protection
measures: [env-1, env-4]
prepared_by: XA
consulted:
  - {state: XB, on: 2026-11-26}
secretariat_assistance: false
applicability: {from: 2029-07-01, to: 2032-06-30}
---

"""
PASTED = """GENERAL FRAMEWORK

1.1 This paper sets out a framework for clean air.
1.2.\tNothing in it affects the  rights of the the Member States.
1.3 Cooperation is voluntary¹ and agreed [2].

**2. Main directions of cooperation**

2.1 Member States may cooperate in:
•\texchange of information;
•\tjoint programmes;
• training of specialists.

3. Rationale

3.1 Air knows no borders&nbsp;– a State shares what it knows.
3.1 What is done alone loses effect, see paragraph 9.9.

Background

4.1 The first seminar took place on 31 June 2024, the next one in Octobr 2025.
4.2 Participants from Avelore asked for:
(a) tested methods;
(b) direct contact.

Year\tSeminars\tExperts
2024\t2\t31
2025\t3\t40

AIMS

5.1 It is **urgent to keep TBC in mind.
5.2 The paper lasts from 01/07/2029 to 30 June 2032.

Objectives

1)\ta network;
2)\ta compendium.

##\u00a0Approaches

7.1 The special working group meets on Monday, 4 May 2027.

Thematic areas

8.1 Every area has its measures.

¹ As the decision says.

[2] By consensus.
"""
BY_HAND = (
    ("“Concept Paper on Clean Air”", "Concept Paper on Clean Air"),
    ("the the", "the"),
    ("voluntary¹", "voluntary[^1]"),
    ("¹ As", "[^1]: As"),
    ("agreed [2]", "agreed[^2]"),
    ("[2] By", "[^2]: By"),
    ("3.1 What", "3.2 What"),
    ("paragraph 9.9", "paragraph 3.1"),
    ("31 June", "30 June"),
    ("Octobr", "October"),
    ("Avelore", "Avelor"),
    ("**urgent", "urgent"),
    ("TBC in mind", "it in mind"),
    ("01/07/2029", "1 July 2029"),
    ("1)\ta", "1. a"),
    ("2)\ta", "2. a"),
    ("## Approaches", "## Approaches {#approaches}"),
    ("special working group", "Special Working Group"),
    ("Monday, 4 May", "Tuesday, 4 May"),
)
"""What each finding that no program can settle makes a drafter write."""


def findings(capsys: pytest.CaptureFixture[str]) -> list[tuple[int, str]]:
    """The findings of the page: line and rule."""
    run(["check", WORK, *DAY, "--format", "concise", "--lang", "en"])
    lines = re.findall(r"/en\.md:([0-9]+):[0-9]+: \w+\[([a-z/-]+)\]", capsys.readouterr().out)
    return [(int(number), rule) for number, rule in lines]


def test_a_page_of_word_text_prints_as_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CORPUS, tmp_path / "registry")
    monkeypatch.chdir(tmp_path / "registry")
    page = Path(WORK) / "en.md"
    page.parent.mkdir()
    page.write_text(FRONT + PASTED, encoding="utf-8")

    first = findings(capsys)
    layout = [line for line, rule in first if rule.startswith("layout/")]
    assert len(layout) == len(set(layout)), "a pasted block has one finding"

    assert run(["fix", WORK, "--apply"]) == 0
    left = findings(capsys)
    assert not {"layout/heading-unmarked", "layout/list-joined", "layout/paragraphs-joined"} & {
        rule for _, rule in left
    }
    assert len(left) <= len(BY_HAND), left

    text = page.read_text(encoding="utf-8")
    for wrong, right in BY_HAND:
        assert text.count(wrong) == 1, wrong
        at = text[: text.index(wrong)].count("\n") + 1
        assert any(line == at for line, _ in left) or wrong.startswith(("2)", "[2]")), f"{wrong} is not reported"
        text = text.replace(wrong, right)
    page.write_text(text, encoding="utf-8")
    assert findings(capsys) == []

    assert run(["render", WORK, *DAY, "--to", "txt", "--languages", "en", "-o", str(tmp_path / "out")]) == 0
    printed = (tmp_path / "out" / WORK / "en.txt").read_text(encoding="utf-8")
    words = " ".join(printed.split())
    for meant in (
        "1.2 Nothing in it affects the rights of the Member States.",
        "3.2 What is done alone loses effect, see paragraph 3.1.",
        "Air knows no borders – a State",
    ):
        assert meant in words, printed
    assert re.search(r"Year +│? *Seminars +│? *Experts", printed), printed
