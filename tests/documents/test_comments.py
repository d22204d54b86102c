"""Comments of delegations: appended as they were received, read back, and placed."""

from cica_docs.documents.document import DataFile
from cica_docs.documents.negotiation.comments import append_comments, read_comments, work_commented_on
from cica_docs.documents.source import Source

ROW = {"paragraph": "p1.10", "from": "XB", "received": "2026-11-20", "language": "ru", "kind": "addition"}


def test_rows_are_appended_as_they_were_received() -> None:
    text = append_comments("", [{**ROW, "text": "Да: «нет»\nи [XA: ещё] # не\u200b комментарий"}])
    assert text is not None
    text = append_comments(f"# by hand\n{text}", [{**ROW, "kind": "remark", "reason": "it's"}, ROW])
    assert text is not None
    assert text.startswith("# by hand\n")
    file = DataFile("concept-paper/x/comments.yaml", Source.of(text))
    first, second, third = read_comments(file)
    assert first.text("text") == "Да: «нет»\nи [XA: ещё] # не комментарий"
    assert (second.text("reason"), second.status, third.place.span.line) == ("it's", "open", 17)
    assert work_commented_on(file.path) == "concept-paper/x"


def test_a_file_of_another_form_is_left_to_a_person() -> None:
    assert append_comments("comments: {}\n", [ROW]) is None
    assert append_comments("comments: [{paragraph: p1}]\n", [ROW]) is None
    assert append_comments("comments: [\n", [ROW]) is None
    assert append_comments("comments: []\n", [ROW]) is not None
