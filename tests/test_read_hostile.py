"""Documents written to break a reader: each gets a problem of one line, soon, and never an exception.

Time is counted in seconds of the processor, so that a busy machine fails nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from accord.files import text
from accord.files.nodes import plain
from accord.project import page as markdown
from tests import support

FULL = 256 * 1024
ROLE = "data/roles/eater.yml"
TERM = "data/glossary/loaf.yml"
PAGE = "docs/framework/index.md"
TABLE = yaml.load((support.HERE / "cases" / "hostile.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
DIGITS = "7" * 5000
VALUES = (*TABLE["values"], DIGITS, f"-{DIGITS}", f"1.{DIGITS}", f"{DIGITS}:00")


def _made(told: str | list[str | tuple[str, int]]) -> str:
    """Return a body of the table, its parts repeated."""
    parts = [(each, 1) if isinstance(each, str) else each for each in ([told] if isinstance(told, str) else told)]
    return "".join(words * times if "<n>" not in words and "<spaces>" not in words else "".join(
        words.replace("<n>", str(n)).replace("<m>", str(n + 1)).replace("<spaces>", " " * n) for n in range(times)
    ) for words, times in parts)  # fmt: skip


BODIES = {name: _made(told) for name, told in TABLE["bodies"].items()}
BODIES |= {f"256 KiB of {mark!r}": mark * (FULL // len(mark)) for mark in TABLE["repeated"]}


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


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_hostile_data_file_gets_a_problem(root: Path, body: str) -> None:
    """Whatever stands in a data file, the answer is at least one line about that file, in time."""
    assert any(line.startswith(f"{TERM}:") for line in _timed(root, TERM, body))


@pytest.mark.parametrize("value", VALUES, ids=lambda value: ascii(value[:12]))
def test_a_hostile_value_gets_a_problem(root: Path, value: str) -> None:
    """A value that other programs would read as something else than text is named, on its line."""
    role = (root / ROLE).read_text(encoding="utf-8").replace("aims: To have bread.", f"aims: {value}")
    assert any(line.startswith(f"{ROLE}:7: ") for line in _timed(root, ROLE, role))


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_hostile_front_matter_gets_a_problem(body: str) -> None:
    """The front matter of a page is read as strictly as a data file, or holds what no page may say of itself."""
    with support.bounded():
        words, problems = text.decode(PAGE, f"---\n{body[: FULL - 99]}\n---\n\n# Why we bake\n".encode())
        page, more = markdown.parse(PAGE, words) if words else (None, problems)
    held = plain(page.front) if page else {}
    assert more or not (isinstance(held, dict) and {"title", "summary"} & held.keys())


@pytest.mark.parametrize("mark", TABLE["lines"])
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
    _timed(root, PAGE, page + f"\n{row}" * 40_000 + "\n")


def test_many_broken_marks_are_read_in_time(root: Path) -> None:
    """A page with thousands of marks that lead nowhere is answered soon, with a line each."""
    page = (root / PAGE).read_text(encoding="utf-8")
    assert len(_timed(root, PAGE, page + "".join(f"\n[[warm{n}]]" for n in range(9000)))) == 9000


def test_many_broken_references_are_read_in_time(tmp_path: Path) -> None:
    """A file that names thousands of things that are not there is answered soon, with a line each."""
    term = (support.sample(tmp_path) / TERM).read_text(encoding="utf-8")
    for n in range(300):
        support.write(tmp_path, f"data/sources/source-number-{n}.yml", f"id: source-number-{n}\n")
    said = _timed(tmp_path, TERM, term + "".join(f"  - source-nomber-{n}x\n" for n in range(6000)))
    assert sum(line.startswith(f"{TERM}:") for line in said) == 6000


def test_a_file_may_be_as_large_as_the_bound_and_no_larger() -> None:
    assert text.decode("x.yml", b"#" * FULL)[1] == []
    assert len(text.decode("x.yml", b"#" * (FULL + 1))[1]) == 1
