"""Every sentence that verification can say stands in a test: words that nobody saw are not tested."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import CODE, HERE

MODULES = sorted([*(CODE / "verify").glob("*.py"), CODE / "record" / "sign.py"])
SENTENCE = re.compile(r"\w.*\w.* .*[.?]$")


def sentences(path: Path) -> Iterator[str]:
    """Yield the parts of each sentence that stay the same, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            words = [part.value for part in node.values if isinstance(part, ast.Constant)]
            text = "…".join(str(word) for word in words)
            if SENTENCE.search(text):
                yield max((str(word) for word in words), key=len).strip()
        whole = node.value if isinstance(node, ast.Constant) and id(node) not in told | parts else None
        if isinstance(whole, str) and SENTENCE.search(whole):
            yield whole


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_every_sentence_is_in_a_test(path: Path) -> None:
    tests = [*HERE.glob("test_*.py"), *(HERE / "bad" / "record_signatures").glob("*/expected.txt")]
    said = "\n".join(each.read_text(encoding="utf-8") for each in tests if each.name != Path(__file__).name)
    joined = re.sub(r"""["']\s*\n\s*f?["']""", "", said)
    said = joined.replace("\\'", "'").replace('\\"', '"')
    assert [sentence for sentence in sentences(path) if sentence not in said] == []
