"""What was verified, as text for a reader and as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cica_docs.api.proving.verify import Line, Proof
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.words import Words
from cica_docs.text.escape import escape_ci, to_json
from cica_docs.text.terminal import join_lines, wrap

VERSION = 1
_ID = 12
_REMARK, _UNDECIDED = "–  ", "?  "
_OF_COMMITS = {"rewritten", "other-commit"}
_OF_BODIES = {"signature", "signatures", "tag"}


def format_proofs(proofs: Sequence[Proof], corpus: Corpus, words: Words) -> str:
    """Format what was verified, one line for each edition and signature, and a summary."""
    lines: list[str] = []
    for proof in proofs:
        lines += [*format_proof(proof, corpus, words), ""]
    good = sum(1 for proof in proofs if proof.is_good)
    if not proofs:
        return join_lines([words.word("verify.nothing")])
    return join_lines([*lines, words.sentence("verify.summary", proved=good, number=len(proofs))])


def format_proof(proof: Proof, corpus: Corpus, words: Words) -> Iterator[str]:
    """Format what was verified of one approval."""
    yield escape_ci(f"{proof.work} · {proof.act} · {proof.day}")
    if proof.commit:
        yield f"  {words.sentence('verify.entered', day=proof.entered, commit=proof.commit[:_ID])}"
    for line in proof.lines:
        yield from format_line(line, corpus, words)


def format_line(line: Line, corpus: Corpus, words: Words) -> Iterator[str]:
    """Format one thing that was verified, with its verdict."""
    if line.is_remark or line.is_undecided:
        mark = _REMARK if line.is_remark else _UNDECIDED
    else:
        mark = words.word("verify.proved" if line.is_good else "verify.not-proved")
    yield from wrap(_say(line, corpus, words), first=f"  {mark}  ", rest="      ")


def _say(line: Line, corpus: Corpus, words: Words) -> str:
    body = line.subject if line.about == "signatures" else line.detail
    names: Mapping[Any, str] = corpus.reference.names("body", body, corpus.as_of) if line.about in _OF_BODIES else {}
    detail = line.detail[:_ID] if line.verdict in _OF_COMMITS else line.detail
    return words.sentence(
        f"verify.{line.about}",
        line.verdict,
        subject=line.subject[:_ID] if line.about == "commit" else line.subject,
        detail=detail,
        role=names.get(words.language, body) or "–",
    )


def proofs_as_json(proofs: Sequence[Proof]) -> str:
    """Write what was verified as JSON, the same in all languages."""
    return to_json(
        {
            "version": VERSION,
            "proved": all(proof.is_good for proof in proofs),
            "approvals": [proof_as_data(proof) for proof in proofs],
        }
    )


def proof_as_data(proof: Proof) -> Mapping[str, object]:
    """Return what was verified of one approval as plain data."""
    return {**proof._asdict(), "proved": proof.is_good, "lines": [line_as_data(line) for line in proof.lines]}


def line_as_data(line: Line) -> Mapping[str, object]:
    """Return one thing that was verified as plain data."""
    return {
        "about": line.about,
        "subject": line.subject,
        "verdict": line.verdict,
        "detail": line.detail,
        "proved": line.is_good,
    }
