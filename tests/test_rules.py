"""Every bad input of tests/cases/ gives exactly its lines, and every rule can fail."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from accord.project import reading
from accord.project.rules_all import Inputs, every_rule
from tests import support
from tests.bad_inputs import Case, cases, outcome

WORDS = [support.CODE / "register" / "record_values.py"]  # what rules of records say of values
# Commands, changes, drafts and releases have tests of their own, and no cases.
OTHERS = ("change/", "commands/", "guidance/release", "register/release", "register/writing/")
MAKERS = {"Problem", "Fault", "fault", "_refuse"}


def _sites(path: Path) -> Iterator[support.Site]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in MAKERS:
            yield f"{path.parent.name}/{path.name}", node.lineno, node.col_offset


def _makes_problems(path: Path) -> bool:
    own = path.relative_to(support.CODE).as_posix()
    return not own.startswith(OTHERS) and ("/rules/" in own or any(True for _ in _sites(path)))


MODULES = sorted(path for path in support.CODE.rglob("*.py") if _makes_problems(path))
SENTENCE = re.compile(r"\w.*\w.* .*[.?]$")


def spoken() -> str:
    """Return all that bad inputs give, line by line."""
    return "\n".join(line for case in cases() for line in (*case.says, *case.aside))


@pytest.mark.parametrize("over", ["", "sample_on/copy", "sample_on/releases"])
def test_the_sample_is_clean(over: str) -> None:
    """The sample project has no problem, so each bad input differs from a good one by one thing."""
    files = support.files()
    if over:
        files.lay(over)
    assert support.lines(files) == []


def test_the_repository_is_clean(root: Path) -> None:
    """The project itself has no problem. A review that is due is a note, and time alone breaks no build."""
    late = Inputs(reading.load(root), date(2099, 1, 1))
    assert [
        str(problem) for rule in every_rule().values() for problem in rule(late) if problem.severity != "note"
    ] == []
    assert late.project.problems == []


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_bad_input_gives_exactly_these_lines(case: Case) -> None:
    """The words, the line and the field are those of the table, and it is this rule that speaks."""
    found = outcome(case)
    assert found.lines == case.says, f"expected in tests/cases/*/{case.rule}.yml, or made in tests/made_*.py"
    assert case.rule in found.rules or case.aside or not case.says


def test_every_line_says_where_what_and_what_to_do() -> None:
    """A path, a line of the file, what is wrong and the cure, each a sentence; nothing that a terminal would obey."""
    form = re.compile(r"[^:]+:[1-9]\d*: (note: )?.+[.?] .*[.?)\"]")
    assert [line for line in spoken().splitlines() if not (form.fullmatch(line) and line.isprintable())] == []


def test_cases_have_names_of_their_own() -> None:
    """Two cases of one name could not be told apart where one fails."""
    names = list(map(str, cases()))
    assert len(names) == len(set(names)) > 50


def test_every_rule_has_a_case() -> None:
    """No rule is without a bad input, and no table is without a rule."""
    assert {case.rule for case in cases()} == {*(n for n in every_rule() if not n.endswith("_reading")), "reader"}


def test_every_place_that_makes_a_problem_is_reached() -> None:
    """Each `Problem(`, `Fault(` and `_refuse(` of rules, reader and chain of seals is called by some case."""
    reached = {site for case in cases() for site in outcome(case, case.rule).sites}
    missed = [site for path in MODULES for site in _sites(path) if site not in reached | support.SEEN]
    assert missed == []


def test_the_places_are_found() -> None:
    """The scan of the code finds what it looks for: an empty list would let the test above pass for nothing."""
    assert len([site for path in MODULES for site in _sites(path)]) > 50


def test_too_much_time_or_memory_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MemoryError), support.bounded():
        bytes(2 * support.MEMORY)
    monkeypatch.setattr(support, "SLOWEST", -1)
    with pytest.raises(AssertionError, match="it took"), support.bounded():
        pass


@pytest.mark.parametrize("path", [*MODULES, *WORDS], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_sentence_is_said_by_some_case(path: Path) -> None:
    """Each sentence that a message can hold stands in some expected output: words that nobody saw are not tested."""
    said = spoken()
    unsaid = [pattern for pattern in _sentences(path) if not re.search(pattern, said)]
    assert unsaid == []


def _sentences(path: Path) -> Iterator[str]:
    """Yield each sentence of a module as a pattern: docstrings and parts of f-strings left out, values any text.

    What a module prints when it runs as a program, its `main`, is tested where that is run.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tree.body = [node for node in tree.body if not (isinstance(node, ast.FunctionDef) and node.name == "main")]
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    parts |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) in parts:
            continue
        pattern = _pattern(node)
        if pattern and SENTENCE.search(pattern.replace("\\", "")):
            yield pattern


def _pattern(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_pattern(part) or ".*" for part in node.values)
    return ""
