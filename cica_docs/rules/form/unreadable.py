"""A file cannot be read: its bytes, its front matter or its YAML.

## Why
A file that one reader cannot open, or that two readers would read differently, is no record.
So the register takes one plain form: UTF-8, characters that show what they are, and YAML
without the features that hide one value behind another (aliases, tags, merge keys).

## Example
    tenure: &term {from: 2024-03-01, to: 2026-02-28}
    again: *term

Use instead
    tenure: {from: 2024-03-01, to: 2026-02-28}
    again: {from: 2024-03-01, to: 2026-02-28}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place

PROVISION = "house/readable"
MESSAGE = {
    "not-readable": "the file cannot be read: {reason}",
    "too-large": "the file has {size} bytes, more than {most}",
    "not-utf8": "the file is not saved as UTF-8, and this sign cannot be read",
    "byte-order-mark": "the file begins with an invisible byte order mark (U+FEFF)",
    "refused-character": "the character {code} ({name}) is not allowed",
    "escaped-character": "the character {code} is written here as an escape and is not allowed",
    "not-nfc": "a letter is written as two characters where one exists (the text is not in form NFC)",
    "line-too-long": "the line is longer than {most} characters",
    "front-matter-missing": "the file does not begin with front matter",
    "front-matter-unclosed": "the front matter has no closing line ---",
    "front-matter-too-large": "the front matter has more than {most} characters",
    "front-matter-empty": "the front matter is not a list of fields",
    "yaml-bracket": "the bracket opened here is not closed",
    "yaml-quote": "the quotation mark opened here is not closed",
    "yaml-no-break": "after this colon is a no-break space, so the line is read as one word",
    "yaml-apostrophe": "this apostrophe ends the text, which is in single quotation marks",
    "yaml-colon": "there are a colon and a space within a value",
    "yaml-line": "this line does not go with the line before it",
    "yaml-tab": "there is a tab here, and fields are indented by spaces",
    "yaml-character": "a value may not begin with {character}",
    "yaml-escape": "there is a backslash here before a letter, without a meaning",
    "yaml-syntax": "the YAML cannot be read here",
    "duplicate-key": "the field “{key}” is here a second time, first on line {line}",
    "alias": "YAML aliases (*name) are not allowed",
    "anchor": "YAML anchors (&name) are not allowed",
    "tag": "YAML tags (!name) are not allowed",
    "merge-key": "YAML merge keys (<<) are not allowed",
    "complex-key": "a field's name must be plain text",
    "escaped-key": "a field's name is written with an escape or over several lines",
    "directive": "YAML directives (%…) are not allowed",
    "second-document": "a second YAML document begins here",
    "too-deep": "values are nested deeper than {most} levels",
    "too-many-values": "there are more than {most} values",
}
HELP = {
    "not-readable": "make the file readable for the user who runs the check, and do not remove it during the check",
    "too-large": "split the document, or remove what does not belong to it",
    "not-utf8": "save the file as UTF-8: Notepad asks for the encoding under Save as",
    "byte-order-mark": "save the file as UTF-8 without BOM",
    "refused-character": "delete it and type the text again; it may have come with copied text",
    "escaped-character": "write the text without the escape",
    "not-nfc": "type the letter again, or normalise the file to NFC",
    "line-too-long": "break the paragraph into lines",
    "front-matter-missing": "begin the file with a line ---, the fields, and another line ---",
    "front-matter-unclosed": "end the fields with a line ---",
    "front-matter-too-large": "move text into the body",
    "front-matter-empty": "write one field a line, as title: …",
    "yaml-bracket": "close it; part entries by commas, and put a value with a colon into quotation marks",
    "yaml-quote": "close it, or remove it",
    "yaml-no-break": "put an ordinary space in its place",
    "yaml-apostrophe": "write {line}",
    "yaml-colon": 'put the whole value into quotation marks, as title: "One: two"',
    "yaml-line": "check its indentation, and the colon and the space after the field's name in both lines",
    "yaml-tab": "replace the tab by spaces",
    "yaml-character": "put the value into quotation marks",
    "yaml-escape": "write two backslashes, or single quotation marks around the value",
    "yaml-syntax": "check indentation, quotation marks, brackets and the space after each colon",
    "duplicate-key": "keep one of the two and remove the other",
    "alias": "write the value out",
    "anchor": "write the value out each time",
    "tag": "remove the tag",
    "merge-key": "write the fields out",
    "complex-key": "use a plain word as the field's name",
    "escaped-key": "write the field's name in plain letters, with no backslash, on one line",
    "directive": "remove the line",
    "second-document": "remove this line ---",
    "too-deep": "use fewer levels",
    "too-many-values": "split the file",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    merged = {place.path for place, _ in misread(corpus).get("conflict", ())}
    for file in corpus.files:
        if file.path in merged:
            continue
        for problem in file.problems:
            yield Violation(Place(file.path, problem.span), problem.kind, "", (), problem.details)
        if not file.problems and not isinstance(file.front.value, dict):
            yield violation(file.at(""), variant="front-matter-empty")
