"""The printer's words, for lists and screens that tell the same things."""

from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.i18n.labels import Labels
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.language import Language


def read_labels(templates: Snapshot, language: Language) -> Labels:
    """The labels of a language, from the tool's own templates."""
    data = parse_yaml(templates.read(f"labels/{language}.yaml").decode()).value
    return Labels(language, data if isinstance(data, dict) else {})
