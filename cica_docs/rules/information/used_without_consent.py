"""Restricted information is enclosed, disseminated or quoted without the consent of all who provided it.

## Why
Without "the consent of the Member States which have provided this information" it reaches no
third party (CICA decision, clause 4.2). Consent is each provider's own: where three gave a
text together, two cannot release it. A quotation is known by the digests that the item lists:
any eight words in a row, or a whole sentence of five, in whatever signs and markup. Reference data
and other files of the register, such as Word files, are searched as documents are.

## Example
    to: [XD]
    enclosures: [{work: information-item/air-observation-2026}]     # XA has not consented

Use instead
    to: [XB]                                                        # for whom it was meant
    enclosures: [{work: information-item/air-observation-2026}]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.restricted.consents import missing_consents
from cica_docs.register.restricted.usage import item_uses
from cica_docs.rules.rule import RelatedPlace, Violation, violation

MESSAGE = {
    "transfer": "restricted information goes to a third party; providers with no consent on record: {number}",
    "quote": "restricted information is quoted, and not every provider has a consent to that on record",
}
RELATED = {"": "the providers are named here; the consent of each is a document of the kind consent"}
HELP = {
    "transfer": "take the item out, or record the consent of every provider to its transfer: cica new consent",
    "transfer-done": "{if_slip}every provider must still be informed and asked; "
    "a consent given by that day is to be recorded: cica new consent",
    "quote": "take the quotation out, or record the consent of every provider to it: cica new consent",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for use in item_uses(corpus):
        lacking = missing_consents(corpus, use.item.id, use.asked, use.purpose, use.to, use.on)
        without = [missing for missing in lacking if not missing.lapsed]
        if without or not use.asked:
            related_place = RelatedPlace(use.item.work.original.at("/provided_by"), "")
            yield violation(
                use.place,
                judged_on=use.on,
                variant=use.purpose,
                cure=f"{use.purpose}-done" if use.is_done else "",
                related=(related_place,),
                number=len(without),
            )
