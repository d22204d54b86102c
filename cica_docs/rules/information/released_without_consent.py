"""A change opens information that was restricted, without the consent of all who provided it.

## Why
What was received for a state's own use "cannot be disclosed, published or transferred" without
the consent of those who gave it (CICA decision, clause 4.2). A register that is checked
without a base does not show that an item was restricted yesterday; with `--base` the change is
compared with the register before it. A state taken off the list of providers is not asked, and
a state put on the list of recipients receives the information.

## Example
    handling: open              # restricted before this change; XC has not consented
    own_use: false

Use instead
    handling: restricted        # or a consent of XA and one of XC to publication, in favour of the public
    own_use: true
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.restricted.releases import releases
from cica_docs.rules.rule import Violation, violation

SCOPE = "change"
MESSAGE = {
    "item": "this information was restricted before this change and is open now without the consent of all providers",
    "elsewhere": "information that was restricted before this change is here without a restriction",
    "section": "this section was marked as restricted before this change and is so no more",
    "quotation": "this text quotes restricted information, whose digests this change takes off the record",
    "provider": "a state that provided restricted information is taken off the list of those who did",
    "recipient": "restricted information gets recipients it was not given to, without the consent of all providers",
}
_PUBLICATION = "restore the restriction, or record the consent of every provider to publication: cica new consent"
HELP = {
    "item": _PUBLICATION,
    "elsewhere": _PUBLICATION,
    "section": "mark the section again, or record the consent of every provider to publication: cica new consent",
    "quotation": "take the text out and put the digests back",
    "provider": "name all providers again, or record the consent of each to publication: cica new consent",
    "recipient": "restore the list, or record the consent of every provider to the transfer: cica new consent",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for release in releases(corpus):
        yield violation(release.place, variant=release.kind)
