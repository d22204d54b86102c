"""The forms in which a report can be written."""

from collections.abc import Callable, Mapping

from cica_docs.report.github import github
from cica_docs.report.json import json
from cica_docs.report.report import Report
from cica_docs.report.sarif import sarif
from cica_docs.report.text import text
from cica_docs.report.words import Words

Reporter = Callable[[Report, Words], str]

REPORTERS: Mapping[str, Reporter] = {"text": text, "json": json, "github": github, "sarif": sarif}
