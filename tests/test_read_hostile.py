"""Documents written to break a reader: each gets a problem of one line, soon, and never an exception.

Time is counted in seconds of the processor, so that a busy machine fails nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.files import text
from accord.files.nodes import plain
from accord.project import page as markdown
from tests import support

FULL = 256 * 1024
DIGITS = "7" * 5000
ROLE = "data/roles/eater.yml"
TERM = "data/glossary/loaf.yml"
PAGE = "docs/framework/index.md"
LAUGHS = "a0: &a0 [lol, lol]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 10))
MERGE = "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 30))

# Bodies of a data file that are not the file of a role, whatever else they may be.
BODIES = {
    "billion laughs": LAUGHS,
    "merge bomb": MERGE,
    "nested by indentation": "".join(f"{' ' * n}k:\n" for n in range(400)),
    "nested lists": "".join(f"{' ' * n}-\n" for n in range(400)),
    "nested brackets": "a: " + "[" * 500 + "]" * 500,
    "nested braces": "a: " + "{a: " * 500 + "}" * 500,
    "many aliases": "a: [" + "*a, " * 9000 + "]",
    "many anchors": "".join(f"k{n}: &k{n} v\n" for n in range(9000)),
    "a long anchor": "a: &" + "a" * 9000 + " b",
    "a long alias": "a: *" + "a" * 9000,
    "a long tag": "a: !" + "a" * 9000 + " b",
    "a long tag address": "a: !<" + "a" * 9000 + "> b",
    "run a command": "!!python/object/apply:os.system [id]",
    "a name of Python": "a: !!python/name:os.system",
    "binary": "a: !!binary aGk=",
    "a set": "a: !!set {b, c}",
    "tag directive": "%TAG !! tag:example.org,2000:\n---\na: !!b c",
    "yaml directive": "%YAML 1.1\n---\na: b",
    "bom in the middle": "id: eater\n\ufefforder: x",
    "escape": "a: \x1b[31mred",
    "delete": "a: b\x7f",
    "next line": "a: b\x85c: d",
    "line separator": "a: b\u2028c: d",
    "text turned round": "a: \u202eb",
    "zero width": "a: b\u200bc",
    "tag characters": "a: b\U000e0041",
    "private use": "a: \ue000",
    "not a character": "a: \uffff",
    "escaped NUL": 'a: "\\0"',
    "escaped bell": 'a: "\\a"',
    "escaped turn": 'a: "\\u202e"',
    "escaped line separator": 'a: "\\L"',
    "escaped next line": 'a: "\\N"',
    "escaped surrogate": 'a: "\\ud800"',
    "escaped pair of surrogates": 'a: "\\ud83d\\ude00"',
    "escaped beyond": 'a: "\\U00110000"',
    "escaped key": '"a\\nb\\e[2J": c',
    "tab": "a:\tb",
    "tab indents": "a:\n\tb: c",
    "equal keys": "a: b\n" * 9000,
    "equal keys spelled apart": 'a: b\n"\\x61": c',
    "10,001 keys": "".join(f"k{n}: v\n" for n in range(10_001)),
    "a key of 5,000 digits": f"{DIGITS}: v",
    "a long key": "? " + "k" * 200_000 + "\n: v",
    "a list for a key": "? [a]\n: b",
    "a block for a key": "? {a: b}\n: c",
    "nothing for a key": ": b",
    "equal entries": "aliases:\n" + "  - {a: b, c: [d]}\n" * 2000,
    "entries that differ": "aliases:\n" + "".join(f"  - {{a: b{n}}}\n" for n in range(4900)),
    "unknown fields": "".join(f"alias{n}: v\n" for n in range(9900)),
    "second document": "a: b\n---\nc: d",
    "end mark": "a: b\n...\n",
    "open quote": 'a: "b\n' * 9000,
    "open bracket": "a: [b\n" * 9000,
    "words only": "bread " * 40_000,
    "one long line": "a" * (FULL - 1),
    "colons": "a: " * 80_000,
    "hashes": "#" * FULL,
    "spaces": " " * FULL,
    "lines": "\n" * FULL,
    "commas": "[" + "," * 200_000,
    "folded": "a: >-\n" + "  b\n" * 60_000,
}
REPEATED = (
    "[", "{", "- ", "? ", '"', "'", "&a ", "*a ", "!a ", "%a\n", "| ", "> ", ": ", "<<: ", "@", "`", "\\",
    "!", "]", "}",
)  # fmt: skip
VALUES = (
    "NO", "yes", "on", "y", "n", "1.10", "0o7", "010", "0x1f", "0b1", "1_000", "+1", "12:30:45", "1e3", ".5",
    ".nan", ".inf",
    "=", "<<", "~", "null", "", DIGITS, "-" + DIGITS, f"1.{DIGITS}", f"{DIGITS}:00", "2026-02-30", "2026-11-22",
    "2026-11-22T10:00:00Z", "[]", "{}", "!!int 3", "&a", "*a", "%a", "@a", "`a`", "| a", "x # y", "[[loaf]", "<b>",
)  # fmt: skip
ROWS = (
    "[", "[[", "[[a|", "[a](", "![", "![a](", "<", "<a ", "<https://", "<!--", "&", "&a", "&#", "{", "{{", "{on",
    "{ #a ", "{#a", "}", "`",
    "`` ", "``a`", "*", "_", "|", "| a ", "a.", ".”", "!?", "Aa ", "Aa", "[^a]", "a: ", "- ", "> ", "# ", " ", "\\",
    "\\`", "in order ",
)  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return support.sample(tmp_path_factory.mktemp("sample"))


def _timed(root: Path, name: str, content: str) -> list[str]:
    """Write a file, and return what is said of the project, which has to come soon. Then the file is as it was."""
    before = (root / name).read_bytes()
    support.write(root, name, content)
    try:
        with support.bounded():
            said = support.lines(root)
    finally:
        (root / name).write_bytes(before)
    assert all(len(line) < 900 for line in said)
    return said


def _bodies() -> Iterator[tuple[str, str]]:
    yield from BODIES.items()
    yield from ((f"256 KiB of {mark!r}", mark * (FULL // len(mark))) for mark in REPEATED)


@pytest.mark.parametrize("body", [body for _, body in _bodies()], ids=[name for name, _ in _bodies()])
def test_a_hostile_data_file_gets_a_problem(root: Path, body: str) -> None:
    """Whatever stands in a data file, the answer is at least one line about that file, in time."""
    assert any(line.startswith(f"{TERM}:") for line in _timed(root, TERM, body))


@pytest.mark.parametrize("value", VALUES, ids=lambda value: ascii(value[:12]))
def test_a_hostile_value_gets_a_problem(root: Path, value: str) -> None:
    """A value that other programs would read as something else than text is named, on its line."""
    role = (root / ROLE).read_text(encoding="utf-8").replace("aims: To have bread.", f"aims: {value}")
    assert any(line.startswith(f"{ROLE}:7: ") for line in _timed(root, ROLE, role))


@pytest.mark.parametrize("body", [body for _, body in _bodies()], ids=[name for name, _ in _bodies()])
def test_hostile_front_matter_gets_a_problem(body: str) -> None:
    """The front matter of a page is read as strictly as a data file, or holds what no page may say of itself."""
    with support.bounded():
        words, problems = text.decode(PAGE, f"---\n{body[: FULL - 99]}\n---\n\n# Why we bake\n".encode())
        page, more = markdown.parse(PAGE, words) if words else (None, problems)
    held = plain(page.front) if page else {}
    assert more or not (isinstance(held, dict) and {"title", "summary"} & held.keys())


@pytest.mark.parametrize("mark", ROWS)
def test_hostile_lines_are_read_in_time(root: Path, mark: str) -> None:
    """No rule needs more than linear time for lines of 100 KiB: of a page, and of a source that we have not read."""
    long = mark * (100_000 // len(mark))
    page = (root / PAGE).read_text(encoding="utf-8")
    _timed(root, PAGE, f"{page}\n{long}\n\n# {long}\n")
    name = "data/sources/rain-report.yml"
    source = (root / name).read_text(encoding="utf-8")
    words = long.replace("\\", "\\\\").replace('"', '\\"')
    assert _timed(root, name, source.replace("  - It rained on most days.", f'  - "{words}"'))


@pytest.mark.parametrize("row", ["<<<", "```"])
def test_a_page_of_many_short_lines_is_read_in_time(root: Path, row: str) -> None:
    """A long paragraph, and many blocks of code. Such a page passes, so a hundred of them could lie there."""
    page = (root / PAGE).read_text(encoding="utf-8")
    _timed(root, PAGE, page + f"\n{row}" * 60_000 + "\n")


def test_many_broken_marks_are_read_in_time(root: Path) -> None:
    """A page with thousands of marks that lead nowhere is answered soon, with a line each."""
    page = (root / PAGE).read_text(encoding="utf-8")
    assert len(_timed(root, PAGE, page + "".join(f"\n[[warm{n}]]" for n in range(9000)))) == 9000


def test_many_broken_references_are_read_in_time(tmp_path: Path) -> None:
    """A file that names thousands of things that are not there is answered soon, with a line each."""
    term = (support.sample(tmp_path) / TERM).read_text(encoding="utf-8")
    for n in range(300):
        support.write(tmp_path, f"data/sources/source-number-{n}.yml", f"id: source-number-{n}\n")
    said = _timed(tmp_path, TERM, term + "".join(f"  - source-nomber-{n}x\n" for n in range(9000)))
    assert sum(line.startswith(f"{TERM}:") for line in said) == 9000


def test_a_file_may_be_as_large_as_the_bound_and_no_larger() -> None:
    assert text.decode("x.yml", b"#" * FULL)[1] == []
    assert len(text.decode("x.yml", b"#" * (FULL + 1))[1]) == 1
