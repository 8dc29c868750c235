"""Every problem that a change can give is given by some case, and every sentence is said by some case."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accord.change.compare import Change
from accord.problem import Problem
from tests import changes_support as laid
from tests import support, test_change_refusals, test_git_bytes
from tests.test_change import _from_folders
from tests.test_rules import _sentences

PACKAGE = support.CODE / "change"
MODULES = sorted(PACKAGE.rglob("*.py"))
ELSEWHERE = {  # sentences of which a test of their own sees to it that they are said
    "This change adds nothing and touches nothing.",
    "git is not installed here. Install it, or give --base a folder.",
}
# What no test can bring about without hurting the machine: a folder of another user, half a million files, a slow disk.
UNTRIED = (
    "belongs to another user",
    "did not answer within",
    "holds more than",
    "can't be read (",
    "it gave no reason",
)


def test_every_place_that_makes_a_problem_is_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each `Problem(` and each `asks(` of the rules is called by some case."""
    reached: set[support.Site] = set()
    made, asked = Problem.__init__, Change.asks

    def noting(*args: Any, **kwargs: Any) -> None:
        frame = sys._getframe(1)
        reached.add(support._place(frame.f_code, frame.f_lasti))
        made(*args, **kwargs)

    def asking(*args: Any, **kwargs: Any) -> Problem:
        frame = sys._getframe(1)
        reached.add(support._place(frame.f_code, frame.f_lasti))
        return asked(*args, **kwargs)

    monkeypatch.setattr(Problem, "__init__", noting)
    monkeypatch.setattr(Change, "asks", asking)
    for number, name in enumerate(laid.names()):
        laid.lines(_from_folders(name, tmp_path / str(number)))
    for number, case in enumerate(test_git_bytes.TABLE):
        root = laid.repository(tmp_path / f"git-{number}" / "repository")
        case.spoil(root)
        laid.said(root)
    more = laid.base(tmp_path / "more")
    for number in range(60):
        support.write(more, f"docs/{number}.md", "Bread.\n")
    laid.said(more, str(laid.base(tmp_path / "base")))
    sites = [site for path in MODULES for site in _sites(path)]
    assert len(sites) > 30
    assert [site for site in sites if site not in reached] == []


def _sites(path: Path) -> Iterator[support.Site]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in {
            "Problem",
            "asks",
        }:
            yield path.name, node.lineno, node.col_offset


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_sentence_is_said_by_some_case(path: Path) -> None:
    """Each sentence that a message can hold stands in some expected output."""
    said = "\n".join(file.read_text(encoding="utf-8") for file in laid.CASES.glob("*/*.txt"))
    said += "\n".join(line for case in test_git_bytes.TABLE for line in case.expected)
    said += "\n".join(case.said for case in test_change_refusals.TABLE)
    said += "\n".join([*ELSEWHERE, "The change touches this file and 949 more that are no records."])
    unsaid = [_plain(sentence) for sentence in _sentences(path) if not re.search(sentence, said)]
    assert [sentence for sentence in unsaid if not any(known in sentence for known in UNTRIED)] == []


def _plain(pattern: str) -> str:
    return re.sub(r"\\(.)", r"\1", pattern)
