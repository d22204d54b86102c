"""A reminder of an obligation: a note verbale to whoever owes it, in all languages, drafted and checked."""

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from cica_docs.api.drafting.letter_words import letter_words_of
from cica_docs.api.drafting.new import TRANSLATION, Draft, check_draft
from cica_docs.api.drafting.skeleton import fill_skeleton
from cica_docs.api.drafting.work_names import find_kind, languages_of, require_free_id
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels, read_labels
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.i18n.translated import read_text
from cica_docs.register.letterhead import letterhead_of
from cica_docs.register.letters import own_letters
from cica_docs.register.naming.formal_names import ministry_as_recipient
from cica_docs.snapshot.snapshot import Snapshot, blob_id
from cica_docs.text.escape import escape_body
from cica_docs.text.profile import profile_of
from cica_docs.values.failure import Failure
from cica_docs.values.obligation import ObligationState
from cica_docs.values.provision import number_of
from cica_docs.views.obligations import (
    ObligationFilters,
    ObligationList,
    ObligationRow,
    list_obligations,
    party_name_of,
)

KIND = "note-verbale"
_NUMBER = re.compile(r"[A-Z]{2,8}/[1-9][0-9]{0,5}")
_FRONT = """title: {{ title | as_title }}
{% if example %}example: true
{% endif %}number: {{ number }}
date: {{ date }}
{% if letter.place %}place: {{ letter.place }}
{% endif %}from: {{ letter.writer }}
to: {{ to }}
events: []"""


def require_free_reminder(corpus: Corpus, number: str) -> str:
    """Return the id of a note with a number; raise `Failure` if the id or the number is taken."""
    if not _NUMBER.fullmatch(number):
        raise Failure("number-unfit", number=number)
    for letter in own_letters(corpus):
        if letter.number == number:
            raise Failure("number-taken", number=number, work=letter.work.name)
    return require_free_id(corpus, find_kind(corpus.kinds, KIND), number.lower().replace("/", "-"))


def draft_reminder(
    corpus: Corpus,
    templates: Snapshot,
    catalogue: Catalogue,
    obligation: str,
    number: str,
    *,
    informally: bool = False,
) -> Draft:
    """Draft a note that reminds of an open obligation, dated on the day of the corpus.

    Under a draft decision nothing is owed: only an informal note, which says so, is drafted.
    """
    if corpus.decision.standing_of(obligation).name == "draft" and not informally:
        raise Failure("reminder-under-draft")
    id = require_free_reminder(corpus, number)
    files: dict[str, bytes] = {}
    original = ""
    for language in languages_of(corpus, find_kind(corpus.kinds, KIND)):
        listed = list_obligations(corpus, read_catalogue(templates, language), ObligationFilters(with_discharged=True))
        row = _named(listed, obligation)
        values = _values(row, listed, read_labels(templates, language))
        letter = fill_skeleton(read_text(templates.read, f"{KIND}/reminder.{{}}.md", language), **values)
        title, _, body = letter.partition("\n\n")
        front = TRANSLATION if original else _FRONT
        content = fill_skeleton(
            f"---\n{front}\n---\n\n{{{{ body }}}}",
            title=title,
            original=original,
            body=body,
            example=row.is_example,
            number=number,
            date=corpus.as_of.isoformat(),
            to=_to(corpus, row),
            letter=values["letter"],
        ).encode()
        files[f"{KIND}/{id}/{language}.md"] = content
        original = original or blob_id(content)
    return check_draft(corpus, catalogue, f"{KIND}/{id}", files)


def _named(listed: ObligationList, obligation: str) -> ObligationRow:
    rows = {row.obligation.id: row for row in listed.rows}
    row = rows.get(obligation.strip())
    if row is None:
        near = get_close_matches(obligation, rows, 1, 0.6)
        raise Failure("obligation-unknown", name=obligation, suggestion=tuple(near))
    if not row.state.is_open:
        raise Failure("obligation-discharged", name=obligation)
    if row.is_known_only:
        raise Failure("obligation-known-only", name=obligation)
    return row


def _to(corpus: Corpus, row: ObligationRow) -> str:
    """Format the addressee for front matter: a list of states, or a body."""
    addressee = row.obligation.addressee
    if not addressee:
        raise Failure("addressee-missing", name=row.obligation.id)
    if addressee in corpus.reference.all("state"):
        return f"[{addressee}]"
    if addressee in corpus.reference.all("body"):
        return addressee
    raise Failure("addressee-unknown", name=addressee)


def _values(row: ObligationRow, listed: ObligationList, labels: Labels) -> Mapping[str, object]:
    corpus = listed.clauses.corpus
    provision = corpus.decision.provision(row.obligation.provision, row.obligation.due)
    return {
        "letter": letter_words_of(corpus, labels.language),
        "party": escape_body(_recipient(corpus, row.obligation.addressee, labels)),
        "name": escape_body(party_name_of(corpus, row.obligation.addressee, labels.language, corpus.as_of)),
        "vacant": row.obligation.is_vacant,
        "what": escape_body(profile_of(labels.language).in_small(row.title[:1]) + row.title[1:]),
        "clause": number_of(row.obligation.provision),
        "overdue": row.state is ObligationState.OVERDUE,
        "policy": row.obligation.is_set_by_register,
        "draft": corpus.decision.standing_of(row.obligation.provision).name == "draft",
        "decision": escape_body(listed.title_of(row.obligation.provision)),
        "says": escape_body(listed.clauses.statement_of(provision)) if provision else "",
        "area": escape_body(row.area),
        "day": _forms(labels, row.obligation.due),
        "today": _forms(labels, corpus.as_of),
    }


def _recipient(corpus: Corpus, party: str, labels: Labels) -> str:
    """Return to whom the letter is written: the ministry of a State, or a body as the letterhead names it."""
    if party in corpus.reference.all("state"):
        return ministry_as_recipient(corpus, party, labels, corpus.as_of)
    recipient = letterhead_of(corpus, labels.language).form(party, "recipient")
    name = party_name_of(corpus, party, labels.language, corpus.as_of)
    return recipient or labels.sentence("letter", "body", name=name)


def _forms(labels: Labels, when: date) -> Mapping[str, str]:
    """Format a day in the forms that letters in a language use."""
    return {
        form: labels.date(when, form)
        for form in ("plain", "running", "on", "locative", "adjectival")
        if labels.has("dates", form)
    }
