"""The diagnosis of a repository as text and as a list."""

from collections.abc import Iterator, Sequence

from cica_docs.api.gate.remark import FAULT, UNSEEN, Remark
from cica_docs.i18n.words import Words
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import join_lines, wrap
from cica_docs.views.listing import Listing

_COLUMNS = ("kind", "key", "path", "line", "says", "cure")


def list_diagnosis(remarks: Sequence[Remark], words: Words) -> Listing:
    """List the remarks with what each says and how to mend it."""
    rows = (
        {
            "kind": remark.kind,
            "key": remark.key,
            "path": remark.path,
            "line": str(remark.line or ""),
            "says": _say(remark, words, "says"),
            "cure": _say(remark, words, "cure") if remark.kind == FAULT else "",
        }
        for remark in remarks
    )
    return Listing("doctor", _COLUMNS, tuple(rows))


def format_diagnosis(remarks: Sequence[Remark], words: Words, *, commit: str) -> str:
    """Format the faults by place, then what no file can show."""
    return join_lines(_lines(remarks, words, commit))


def _lines(remarks: Sequence[Remark], words: Words, commit: str) -> Iterator[str]:
    faults = [remark for remark in remarks if remark.kind == FAULT]
    for remark in faults:
        place = escape_ci(f"{remark.path}:{remark.line}" if remark.line else remark.path)
        yield from wrap(f"{place}: {_say(remark, words, 'says')}", rest="  ")
        yield from wrap(f"{words.word('doctor.cure')}: {_say(remark, words, 'cure')}", first="  ")
        yield ""
    number = words.count("gate-fault", len(faults)) if faults else words.word("doctor.none")
    yield from wrap(words.sentence("doctor.verdict", faults=number, commit=commit))
    yield ""
    yield from wrap(words.word("doctor.not-in-files"))
    for remark in remarks:
        if remark.kind == UNSEEN:
            yield from wrap(_say(remark, words, "says"), first="- ")


def _say(remark: Remark, words: Words, part: str) -> str:
    return words.sentence(f"doctor.{remark.kind}.{remark.key}.{part}", **remark.details)
