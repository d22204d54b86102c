"""A register in memory whose works hold little more than dated acts."""

from datetime import date

from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kinds
from cica_docs.register.obligations.all import obligations
from cica_docs.register.open import packaged_kinds
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.values.obligation import Obligation, ObligationState
from obligation_table import OBLIGATIONS

KINDS: Kinds = packaged_kinds()
FILES = {
    "reference/settings.yaml": "decision: modalities\ndraft_decision: gate\nroles: {approves: soc}\n{questions}",
    "reference/meetings.yaml": "meetings:\n{meetings}",
    "reference/areas.yaml": "areas:\n  - {id: tourism, dimension: economic}\n  - {id: finance, dimension: economic}\n",
    "decision/modalities/provisions.yaml": f"provisions:\n{OBLIGATIONS}",
}


def register(as_of: date, files: dict[str, str], meetings: str = "  []\n", questions: str = "") -> Corpus:
    written = {
        path: text.replace("{meetings}", meetings).replace("{questions}", questions) for path, text in FILES.items()
    }
    return read_corpus(
        MemorySnapshot({path: text.encode() for path, text in {**written, **files}.items()}), KINDS, as_of
    )


def document(**fields: object) -> str:
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n\nText.\n"


def mandate(appointed: date, first: date, last: date, extra: str = "") -> str:
    act = f"{{on: {appointed}, kind: appointed, by: soc, tenure: {{from: {first}, to: {last}}}}}"
    return document(title="A mandate", area="tourism", role="coordinator", holder="XA", events=f"[{act}{extra}]")


def paper(events: str) -> str:
    return document(title="A paper", area="tourism", prepared_by="XA", events=f"[{events}]")


def states(corpus: Corpus) -> dict[str, ObligationState]:
    return {obligation.id: obligation.state(corpus.as_of) for obligation in obligations(corpus)}


def one(corpus: Corpus, provision: str) -> Obligation:
    (found,) = (each for each in obligations(corpus) if each.provision == provision)
    return found
