"""Names say what a value is, and docstrings use the words of today."""

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "cica_docs"
# Words that fit any value and so say nothing of this one, and participles and adverbs in place of a noun or a verb.
EMPTY_NAMES = re.compile(
    r"_*(?:alike|anew|apart|aside|behind|found|heard|here|kept|laid|lone|ones?|ours|sorts?|theirs|there|told|way|what|worth)_*"
)
ARCHAIC = re.compile(
    r"\b(?:anew|nought|of which|laid over|none of ours|as far as|parted|told|"
    r"stands? (?:at|behind|beside|by|in|on|under|with)|lies? with)\b",
    re.IGNORECASE,
)
# The texts of a rule that a reader sees.
_RULE_TEXTS = frozenset({"MESSAGE", "HELP", "RELATED"})


def _names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.MatchAs(name=str(name)):
                yield node.lineno, name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name.lower()


def _texts(path: Path, tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield ast.get_docstring(node) or ""
        elif isinstance(node, ast.Assign) and any(ast.unparse(target) in _RULE_TEXTS for target in node.targets):
            yield from (str(part.value) for part in ast.walk(node.value) if isinstance(part, ast.Constant))
    with path.open("rb") as stream:
        yield from (token.string for token in tokenize.tokenize(stream.readline) if token.type == tokenize.COMMENT)


def test_no_name_fits_any_value() -> None:
    offences = [
        f"{path.relative_to(PACKAGE)}:{line}: {name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, name in _names(ast.parse(path.read_text(encoding="utf-8")))
        if EMPTY_NAMES.fullmatch(name)
    ]
    assert offences == []


def test_no_docstring_or_comment_is_archaic() -> None:
    offences = [
        f"{path.relative_to(PACKAGE)}: {match[0]}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for text in _texts(path, ast.parse(path.read_text(encoding="utf-8")))
        for match in ARCHAIC.finditer(text)
    ]
    assert offences == []
