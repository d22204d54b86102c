"""A body uses what the register does not print: HTML, code, images, attributes, deep nesting.

## Why
Every document is printed three ways and in three languages. Headings, numbered paragraphs,
lists, tables, footnotes, quotations, emphasis and links come out the same in all of them.
Anything else in a body could be lost in one of them or could act as code in another,
so it is refused here and never dropped in silence.

## Example
    The <b>Coordinator</b> shall draft the paper.

Use instead
    The **Coordinator** shall draft the paper.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation

PROVISION = "house/markup"
SCOPE = "work"
_MOST_GUESSED = 100
MESSAGE = {
    "html": "HTML is not printed",
    "code": "code is not printed",
    "image": "images are not printed",
    "rule": "a horizontal rule is not printed",
    "link": "the link leads neither to https: nor to mailto:",
    "reference": "a link definition is not printed",
    "attributes": "attributes, fenced divisions and template code are not printed",
    "markup": "this construction is not printed",
    "nested-too-deep": "this is nested deeper than the register prints",
    "link-title": "the title of a link, in quotation marks after its address, is not printed",
    "link-empty": "the link has no text, and its address is not printed",
    "heading-inside": "a heading is inside a list, a quotation or a footnote",
    "heading-empty": "the heading has no text",
    "item-empty": "the item of the list has no text, and is not printed in every format",
    "quote-empty": "the quotation has no text",
    "heading-level": "a heading has level {level}; levels 2 to 4 are possible in a body",
    "heading-id": "the id of the heading is not of lower-case Latin letters, digits and hyphens alone",
    "table-row": "the row has {cells} cells and the table {columns} columns",
    "footnote-undefined": "there is no footnote [^{label}]",
    "footnote-unused": "the footnote [^{label}] is nowhere referred to and would be lost",
    "footnote-nested": "a footnote is inside a footnote, and its text would be lost",
    "footnote-twice": "the footnote [^{label}] is here a second time",
    "footnote-repeated": "long footnotes are referred to so often that the text is lost from here on",
    "too-many-brackets": "the text holds more than {most} opening brackets and was not read",
}
HELP = {
    "html": "use Markdown, or write < as \\<",
    "code": "write it as plain text: without ` and with fewer than four spaces before a line",
    "image": "describe it in words, or enclose it as a document of its own",
    "rule": "use a heading",
    "link": "give the full address, beginning with https://",
    "reference": "write the link where it belongs: [text](https://…)",
    "attributes": "remove the mark, or the text in braces; only a heading may end in {{#id}}",
    "markup": "use headings, paragraphs, lists, tables, footnotes, quotations",
    "nested-too-deep": "use at most four levels of lists and two of quotations",
    "link-title": "remove it, or write it as text",
    "link-empty": "write the text of the link between the square brackets",
    "heading-empty": "write its text, or remove the line",
    "item-empty": "write its text, or remove the line",
    "quote-empty": "write its text, or remove the line",
    "heading-inside": "move the heading out, or make it a paragraph in bold",
    "heading-level": "begin sections with ##; the title is in the front matter",
    "heading-id": "end the heading as {{#rationale}}, with nothing else in the braces",
    "table-row": "write \\| for a bar within a cell, or add a column",
    "footnote-undefined": "{suggestion}add a paragraph [^{label}]: …, or remove the mark",
    "footnote-unused": "put the mark [^{label}] into the text, or remove the footnote",
    "footnote-nested": "write both notes as one, or refer to the second from the text",
    "footnote-twice": "give one of the two another label",
    "footnote-repeated": "refer once to a long footnote",
    "too-many-brackets": "remove brackets, or divide the text into several documents",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    unmerged = {place.path for place, _ in misread(corpus).get("conflict", ())}
    for document in corpus.documents:
        problems = document.markup if document.is_parted and document.path not in unmerged else ()
        unused = [str(problem.details["label"]) for problem in problems if problem.kind == "footnote-unused"][
            :_MOST_GUESSED
        ]
        meant_labels: set[str] = set()
        guesses = 0
        # An unused footnote that a misspelt mark resembles is the same fault: it is reported once.
        for problem in sorted(problems, key=lambda problem: problem.kind == "footnote-unused"):
            details: dict[str, object] = dict(problem.details)
            if problem.kind == "footnote-undefined":
                guesses += 1
                close = get_close_matches(str(details["label"]), unused, 1, 0.6) if guesses <= _MOST_GUESSED else []
                details["suggestion"] = tuple(close)
                meant_labels.update(close)
            if problem.kind != "footnote-unused" or problem.count > 1 or details["label"] not in meant_labels:
                yield Violation(document.place(problem.span), problem.kind, "", (), details, problem.count)
