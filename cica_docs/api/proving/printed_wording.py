"""What was verified of printed files, as text for a reader and as JSON."""

from collections.abc import Iterator, Sequence

from cica_docs.api.proving.printed import PrintedProof
from cica_docs.api.proving.wording import VERSION, format_line, format_proof, line_as_data, proof_as_data
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.words import Words
from cica_docs.render.origin import SHORT_COMMIT
from cica_docs.text.escape import escape_ci, to_json
from cica_docs.text.terminal import join_lines


def format_printed(proofs: Sequence[PrintedProof], corpus: Corpus, words: Words) -> str:
    """Format what was verified of each file, and a summary; of several, those that are refused come last."""
    lines: list[str] = []
    for proof in sorted(proofs, key=lambda proof: (proof.is_refused, proof.is_undecided)):
        lines += [*_format(proof, corpus, words), ""]
    good = sum(1 for proof in proofs if not proof.is_refused and not proof.is_undecided)
    return join_lines([*lines, words.sentence("verify.summary-printed", proved=good, number=len(proofs))])


def _format(proof: PrintedProof, corpus: Corpus, words: Words) -> Iterator[str]:
    yield escape_ci(proof.file)
    origin = " · ".join(filter(None, (proof.work, ", ".join(proof.languages), proof.commit[:SHORT_COMMIT], proof.day)))
    if origin:
        yield escape_ci(f"  {origin}")
    for line in proof.lines:
        yield from format_line(line, corpus, words)
    for approval in proof.approvals:
        yield from (f"  {each}" for each in format_proof(approval, corpus, words))


def printed_as_json(proofs: Sequence[PrintedProof]) -> str:
    """Write what was verified of printed files as JSON, the same in all languages."""
    return to_json({"version": VERSION, "files": [_as_data(proof) for proof in proofs]})


def _as_data(proof: PrintedProof) -> dict[str, object]:
    verdict = "refused" if proof.is_refused else "undecided" if proof.is_undecided else "proved"
    return {
        **proof._asdict(),
        "verdict": verdict,
        "lines": [line_as_data(line) for line in proof.lines],
        "approvals": [proof_as_data(approval) for approval in proof.approvals],
    }
