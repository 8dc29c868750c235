"""Properties of the reader that no list of examples can show: any bytes, any text."""

from __future__ import annotations

from datetime import date
from typing import Any
from unittest.mock import Mock

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from accord.files import text, yaml_strict
from accord.files.nodes import Node, line_at, plain
from accord.files.problem import Problem, clipped, shown
from accord.files.schema import Schemas
from accord.project import page as markdown
from accord.project import reading as project
from accord.project.rules.guessed import check as guessed
from accord.project.rules_all import Inputs
from tests.test_characters import shown_characters

TOKENS = (
    "a", "b", "id", ": ", ":", "\n", "\n  ", "\n    ", "- ", "? ", "'", '"', '\\"', "\\u202e", "\\x00", "\\", "[",
    "]", "{", "}", ", ", "#",
    " #", "&a ", "*a", "!", "!!str ", "%", "@", "`", "|", ">", ">-\n  ", "---", "\n---\n", "\n...\n", "<<", "=",
    "~", "NO", "1.10", "0o7", "12:30",
    "2026-02-30", "é", "e\u0301", "😀", "\t", "\r\n", "\ufeff", "\u2028", "\x85", "\0", " ",
)  # fmt: skip
NASTY = st.lists(st.sampled_from(TOKENS) | st.text(max_size=3), max_size=40).map("".join)
LINES = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c", "'d'", "- e", "- f: g\n  h"]), NASTY | st.sampled_from(TOKENS)),
    max_size=5,
).map(lambda rows: "\n".join(f"{key}: {value}" for key, value in rows))
BYTES = st.binary(max_size=300) | (NASTY | LINES).map(lambda words: words.encode("utf-8", "surrogatepass"))
WORDS = st.text(shown_characters, max_size=30)
PLAIN = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(WORDS, inner, min_size=1, max_size=3),
    max_leaves=8,
)


def _read(raw: bytes) -> tuple[Node | None, list[Problem]]:
    words, problems = text.decode("x.yml", raw)
    return yaml_strict.parse("x.yml", words) if not problems else (None, problems)


def _unguessed(node: Node) -> bool:
    """Say whether the `guessed` rule has nothing against the tree."""
    held = project.Project(Mock(), Schemas({}), documents=[project.Document("x.yml", "role", "x", node)])
    return not list(guessed(Inputs(held, date(2026, 6, 1))))


@given(BYTES)
@example(b"a: b\r")
@example(b"\xff\xfe")
def test_any_bytes_are_read_or_refused_in_one_line(raw: bytes) -> None:
    """Never an exception, always a problem where there is no tree, and each problem is one clean line."""
    node, problems = _read(raw)
    assert (node is not None) or problems
    assert all(str(problem).isprintable() for problem in problems)
    assert all(1 <= problem.line <= raw.count(b"\n") + 1 for problem in problems)


@given(BYTES)
def test_any_page_is_read_or_refused(raw: bytes) -> None:
    """The same for pages: every line of a body is either text or code, in order."""
    words, problems = text.decode("docs/x.md", b"---\na: b\n---\n" + raw)
    if problems:
        return
    page, problems = markdown.parse("docs/x.md", words)
    assert page is not None or problems
    if page is not None:
        numbered = sorted([*page.lines, *page.code])
        assert [row for _, row in numbered] == words.split("\n")[numbered[0][0] - 1 :]
        assert [number for number, _ in numbered] == list(range(numbered[0][0], words.count("\n") + 2))


@given((LINES | NASTY).map(str.encode))
@example(b"a: 12:30:45\nb: [c, d]")
@example(b"a: >-\n  b\n  c\n\n  d\n")
def test_what_is_accepted_means_the_same_elsewhere(raw: bytes) -> None:
    """A file without a problem is read by other programs as we read it: no value changes its meaning or is lost."""
    node, problems = _read(raw)
    if node is None or problems or not _unguessed(node):
        return
    theirs = yaml.safe_load(raw.decode())
    assert plain(node) == theirs


@given(PLAIN)
def test_text_written_by_another_program_is_read_back(value: Any) -> None:
    """What PyYAML writes of texts, lists and blocks, we read as the same texts, lists and blocks."""
    written = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    node, problems = yaml_strict.parse("x.yml", written)
    assert problems == []
    assert node is not None
    assert plain(node) == value


@given(st.text(), st.text())
def test_a_message_is_one_clean_line(path: str, value: str) -> None:
    """Whatever a name or a value holds, a message can be printed anywhere, and it stays short."""
    line = str(Problem(path, 1, value, f"{shown(value)} is wrong.", "Mend it."))
    assert line.isprintable()
    line.encode("utf-8")
    assert len(clipped(value)) <= 80


@given(PLAIN, st.lists(WORDS | st.integers(-3, 3), max_size=4))
def test_any_path_has_a_line(value: Any, path: list[str | int]) -> None:
    """A path that leads nowhere gets the line of the nearest place that exists."""
    node, _ = yaml_strict.parse("x.yml", yaml.safe_dump(value, default_style='"'))
    assert node is not None
    assert line_at(node, tuple(path)) >= 1
