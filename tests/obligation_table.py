"""The obligations of the worked example's decision, as lines of a `provisions.yaml`."""

import json
from pathlib import Path

from ruamel.yaml import YAML

_DECISION = Path(__file__).parent / "corpus" / "decision" / "cbm-modalities" / "provisions.yaml"
_KEYS = ("id", "force", "addressee", "says", "values", "obligation")


def _lines() -> str:
    provisions = YAML(typ="safe").load(_DECISION.read_text(encoding="utf-8"))["provisions"]
    entries = ({key: each[key] for key in _KEYS if key in each} for each in provisions if "obligation" in each)
    return "".join(f"  - {json.dumps(entry, ensure_ascii=False, default=str)}\n" for entry in entries)


OBLIGATIONS = _lines()
