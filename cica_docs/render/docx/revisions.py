"""Tracked changes of a Word document beyond its running text: links, paragraph marks, rows, ids that are used once.

Pandoc marks runs alone. A paragraph or row that is inserted or deleted whole needs a mark of its own, else rejecting
or accepting the change leaves it behind, empty (ECMA-376 part 1, 17.13.5.15 to 17.13.5.20). A change is within a link,
never around it.
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from cica_docs.render.docx.elements import Element, W, make_element, properties_of

_CHANGES = (f"{W}ins", f"{W}del")


def set_revisions(roots: Iterable[Element], author: str, on: date) -> None:
    """Complete the tracked changes of the parts of a document and sign them; a part without any stays as it is."""
    number = 0
    for root in roots:
        if not any(True for _ in root.iter(*_CHANGES)):
            continue
        for change in list(root.iter(*_CHANGES)):
            _leave_links_outside(change)
        for row in list(root.iter(f"{W}tr")):
            _mark_row(row)
        for paragraph in list(root.iter(f"{W}p")):
            # The mark of the last paragraph of a cell stays: it cannot be deleted but with its row.
            change = _change_of(paragraph)
            if change is not None and (paragraph.getparent().tag != f"{W}tc" or _has_follower(paragraph)):
                _mark_paragraph(paragraph, change)
        for change in root.iter(*_CHANGES):
            number += 1
            change.set(f"{W}id", str(number))
            change.set(f"{W}author", author)
            change.set(f"{W}date", f"{on.isoformat()}T00:00:00Z")


def _leave_links_outside(change: Element) -> None:
    """Divide a change at the links in it, and put it inside each of them."""
    if change.find(f"{W}hyperlink") is None:
        return
    for link, group in groupby(list(change), key=lambda child: child if child.tag == f"{W}hyperlink" else None):
        part = _copy(change)
        part.extend(list(group) if link is None else list(link))
        if link is None:
            change.addprevious(part)
        else:
            link.append(part)
            change.addprevious(link)
    change.getparent().remove(change)


def _has_follower(paragraph: Element) -> bool:
    following = paragraph.getnext()
    return following is not None and following.tag == f"{W}p"


def _change_of(paragraph: Element) -> Element | None:
    """Return a mark of a paragraph all of whose runs are inserted, or all deleted; None for any other."""
    runs = (run for run in paragraph.iter(f"{W}r") if run.find(f"{W}commentReference") is None)
    changes = [next(run.iterancestors(*_CHANGES), None) for run in runs]
    tags = {None if change is None else change.tag for change in changes}
    return changes[0] if len(tags) == 1 else None


def _mark_paragraph(paragraph: Element, change: Element) -> None:
    properties = properties_of(paragraph)
    runs = properties.find(f"{W}rPr")
    if runs is None:
        runs = make_element(properties, "rPr")
        properties.append(runs)
    if runs.find(change.tag) is None:
        runs.insert(0, _copy(change))


def _mark_row(row: Element) -> None:
    """Mark a row all of whose text is changed alike, and the marks of its paragraphs with it."""
    paragraphs = list(row.iter(f"{W}p"))
    changes = [_change_of(paragraph) for paragraph in paragraphs if any(True for _ in paragraph.iter(f"{W}r"))]
    tags = {None if change is None else change.tag for change in changes}
    if len(tags) != 1 or changes[0] is None:
        return
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = make_element(row, "trPr")
        row.insert(0 if row.find(f"{W}tblPrEx") is None else 1, properties)
    if not len(properties):
        # The schema wants a property before the mark.
        properties.append(make_element(properties, "cantSplit"))
    properties.append(_copy(changes[0]))
    for paragraph in paragraphs:
        _mark_paragraph(paragraph, changes[0])


def _copy(change: Element) -> Element:
    """Return a mark of the same kind, to be numbered and signed with all others."""
    return make_element(change, change.tag.removeprefix(W))
