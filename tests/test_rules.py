"""Every bad input of tests/bad/ and of the tables gives exactly its lines, and every rule can fail."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from accord.project import reading
from accord.project.rules_all import Inputs, every_rule
from tests import register_cases, support
from tests.test_rules_bytes import outcome

CHAIN = support.CODE / "seals" / "chain.py"
WORDS = [support.CODE / "register" / "record_values.py"]  # what rules of records say of values
READERS = (
    "files/disk", "files/json_strict", "files/json_words", "files/png", "files/text", "files/tree",
    "files/nodes", "files/variants", "files/yaml_strict", "files/yaml_words", "answers/reading",
    "commitment/canonical", "commitment/marks", "commitment/reading", "project/page", "project/reading",
    "project/inputs", "register/folder", "register/reading", "register/record_bytes",
    "register/record_slips",
)  # fmt: skip
MODULES = sorted(
    [
        *support.CODE.glob("*/rules/*.py"),
        *(support.CODE / f"{name}.py" for name in READERS),
        CHAIN,
    ]
)
# Every table of bad inputs: a module tests/test_rules_*.py may have one, of bytes or by the name of its rule.
MODULE = {path.stem.removeprefix("test_rules_"): path.stem for path in sorted(support.HERE.glob("test_rules_*.py"))}
TABLES = {name: getattr(import_module(f"tests.{stem}"), "TABLE", ()) for name, stem in MODULE.items()}
TABLE = [case for table in TABLES.values() for case in table]
# Every table of cases in memory, by the rule that has to speak: a module tests/bad_*.py has some.
MEMORY = [import_module(f"tests.{path.stem}") for path in sorted(support.HERE.glob("bad_*.py"))]
TRIED = [(rule, case) for module in MEMORY for rule, cases in module.TABLES.items() for case in cases]
SENTENCE = re.compile(r"\w.*\w.* .*[.?]$")


def spoken() -> str:
    """Return all that bad inputs give, line by line."""
    lines = [line for name in support.cases() for line in support.expected(name)]
    tables = [*TABLE, *(case for _, case in TRIED)]
    return "\n".join([*lines, *(line for case in tables for line in (*case.expected, *case.aside))])


def test_the_sample_is_clean(tmp_path: Path) -> None:
    """The sample project has no problem, so each bad input differs from a good one by one thing."""
    assert support.lines(support.sample(tmp_path)) == []


def test_the_repository_is_clean(root: Path) -> None:
    """The project itself has no problem. A review that is due is a note, and time alone breaks no build."""
    late = Inputs(reading.load(root), date(2099, 1, 1))
    assert [
        str(problem) for rule in every_rule().values() for problem in rule(late) if problem.severity != "note"
    ] == []
    assert late.project.problems == []


@pytest.mark.parametrize("name", support.cases())
def test_a_bad_input_gives_exactly_these_lines(name: str) -> None:
    """The words, the line and the field are those of expected.txt, and nothing else is said."""
    assert support.outcome(name).lines == support.expected(name)


@pytest.mark.parametrize("name", support.cases())
def test_a_bad_input_is_found_by_the_rule_whose_folder_it_is_in(name: str) -> None:
    """A case cannot pass because some other rule happened to speak."""
    assert name.partition("/")[0] in support.outcome(name).rules


@pytest.mark.parametrize(("rule", "case"), TRIED, ids=lambda part: getattr(part, "name", part))
def test_a_case_gives_exactly_these_lines(rule: str, case: register_cases.Case) -> None:
    """The same for the tables, whose cases are changes to a good register in memory."""
    found = register_cases.outcome(case)
    assert found.lines == case.expected
    assert rule in found.rules or case.aside


def test_every_line_says_where_what_and_what_to_do() -> None:
    """A path, a line of the file, what is wrong and the cure, each a sentence; nothing that a terminal would obey."""
    form = re.compile(r"[^:]+:[1-9]\d*: (note: )?.+[.?] .*[.?)\"]")
    assert [line for line in spoken().splitlines() if not (form.fullmatch(line) and line.isprintable())] == []


def test_cases_have_names_of_their_own() -> None:
    """Two cases of one name could not be told apart where one fails."""
    names = [(rule, case.name) for rule, case in TRIED]
    assert len(names) == len(set(names)) > 50


def test_every_rule_has_a_case() -> None:
    """No rule is without a bad input, and no folder or table is without a rule."""
    tried = {path.name for path in support.BAD.iterdir()} | {rule for rule, _ in TRIED}
    assert tried | (every_rule().keys() & {name for name, table in TABLES.items() if table}) == {
        *(name for name in every_rule() if not name.endswith("_reading")),
        "reader",
    }


def test_a_case_holds_only_what_differs() -> None:
    """A file that equals the sample's says nothing about the case."""
    same = [
        path
        for name in support.cases()
        for path in (support.BAD / name).rglob("*.*")
        if path.is_file() and path.name not in support.OWN_FILES and _in_sample(path, name)
    ]
    assert same == []


def _in_sample(path: Path, name: str) -> bool:
    twin = support.HERE / "sample" / path.relative_to(support.BAD / name)
    return twin.exists() and twin.read_bytes() == path.read_bytes()


def test_every_place_that_makes_a_problem_is_reached() -> None:
    """Each `Problem(`, `Fault(` and `_refuse(` of rules, reader and chain of seals is called by some case."""
    reached = {site for name in support.cases() for site in support.outcome(name).sites}
    reached |= {site for case in TABLE for site in outcome(case).sites}
    reached |= {site for _, case in TRIED for site in register_cases.outcome(case).sites}
    missed = [site for path in MODULES for site in _sites(path) if site not in reached]
    assert missed == []


def test_the_places_are_found() -> None:
    """The scan of the code finds what it looks for: an empty list would let the test above pass for nothing."""
    assert len([site for path in MODULES for site in _sites(path)]) > 50


def test_too_much_time_or_memory_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bounds that each case has to keep are bounds."""
    with pytest.raises(MemoryError), support.bounded():
        bytes(2 * support.MEMORY)
    monkeypatch.setattr(support, "SLOWEST", -1)
    with pytest.raises(AssertionError, match="it took"), support.bounded():
        pass


def _sites(path: Path) -> Iterator[support.Site]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in {
            "Problem",
            "Fault",
            "_refuse",
        }:
            yield f"{path.parent.name}/{path.name}", node.lineno, node.col_offset


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
