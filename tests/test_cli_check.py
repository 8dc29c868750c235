"""The program itself: terminals, pipes, clocks, broken schemas, and what nobody foresaw; and `accord fields`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.commands.check import beside_its_line
from accord.files import schema, yaml_strict
from accord.files.disk import Disk
from accord.files.problem import Problem, visible
from accord.guidance.build import PLACES
from accord.project.rules.fields import against
from tests import sealed, support
from tests.world import World

SCHEMAS = schema.load(Disk(support.ROOT))


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(support.sample(tmp_path / "sample"))


def _program(command: str, world: World, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real program in a process of its own, by a shell."""
    words = command.replace("accord", f'"{sys.executable}" -m accord').replace("ROOT", str(world.root))
    return subprocess.run(words, shell=True, capture_output=True, encoding="utf-8", errors="replace", check=False,
                          timeout=60, env={**os.environ, **environment})  # fmt: skip


def test_an_old_terminal_gets_all_lines(world: World) -> None:
    """A terminal that can't show a character still gets the line, and the exit code stays."""
    world.put("data/roles/eater.yml", "id: \U0001f35e 面包\n".encode())
    done = _program("accord check --root ROOT --as-of 2026-06-01", world, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "data/roles/eater.yml:1: id: " in done.stdout


def test_a_closed_pipe_is_no_accident(world: World) -> None:
    """`accord check | head -1` ends quietly."""
    world.put("docs/framework/index.md", b"---\na: b\n---\n" + b"<b>\n" * 20_000)
    done = _program("accord check --root ROOT | head -1", world)
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


def test_the_day_decides_and_no_clock(tmp_path: Path) -> None:
    """Zone, language, hash seed: the same bytes come out of another process."""
    world, command = World(sealed.sample(tmp_path)), "accord verify --root ROOT --as-of 2026-06-01"
    one = _program(command, world, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1")
    other = _program(command, world, TZ="Pacific/Honolulu", LC_ALL="tr_TR.UTF-8", PYTHONHASHSEED="2", PYTHONUTF8="0")
    assert (one.returncode, one.stderr, one.stdout) == (other.returncode, other.stderr, other.stdout)
    assert one.stdout.endswith("0 problems.\n")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ZeroDivisionError("by\n::error::\x1b[31m"),
         r"something unforeseen happened (ZeroDivisionError: by\u000a::error::\u001b[31m). "
         "Please report it, with what you did. ACCORD_DEBUG=1 shows where."),
        (PermissionError(13, "Permission denied", "a\nb"),
         r"The system refuses (Permission denied: a\u000ab). "
         "Look at who may read and write there, and whether the disk is full."),
        (FileExistsError(17, "File exists", "x.yml"), "x.yml is there already, and stays as it is."),
    ],
)  # fmt: skip
def test_what_nobody_foresaw_is_said_in_a_line(
    world: World, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    """No traceback, and no sign that moves a cursor."""

    def spoil(_: object) -> int:
        raise error

    monkeypatch.setattr("accord.commands.check.run", spoil)
    assert (world.call("check"), world.said) == (2, f"accord check: {said}\n")
    monkeypatch.setenv("ACCORD_DEBUG", "1")
    with pytest.raises(type(error)):
        world.call("check")


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_text("{"),
        lambda path: path.write_bytes(b"\xff"),
        lambda path: path.write_text('{"a": {"$ref": "nowhere.json#/x"}}'),
        lambda path: path.write_text('{"a": {"$ref": "role.json#"}}'),
        lambda path: path.write_text("[" * 100_000),
        Path.unlink,
        lambda path: (path.unlink(), path.mkdir()),
        _pipe,
    ],
)
def test_a_broken_schema_is_said_in_a_line(world: World, spoil: Callable[[Path], object]) -> None:
    """A schema is the project's own, and whoever broke it is told which it was."""
    spoil(world.root / "data" / "schema" / "role.json")
    said = "accord check: data/schema/role.json is missing or broken. Bring it back from git, or write it.\n"
    assert (world.call("check"), world.said) == (2, said)


@pytest.mark.parametrize("epoch", ["today", "1e9", "9" * 30, "-" + "9" * 18, "1925000000"])
def test_the_clock_may_be_set(world: World, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """By seconds in SOURCE_DATE_EPOCH (1925000000 is in 2031). Anything else is a wrong call."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    world.day = ""
    if epoch == "1925000000":
        assert world.call("check") == 0
        assert world.said.endswith("0 problems, 7 notes.\n")
    else:
        said = "SOURCE_DATE_EPOCH is no whole number of seconds. Unset it, or give the day with --as-of."
        assert (world.call("check"), world.said) == (2, f"accord check: {said}\n")


@pytest.mark.parametrize("kind", sorted({*PLACES} - {"front-matter"}))
def test_fields_print_a_template_that_the_checker_can_read(kind: str, world: World) -> None:
    """Each kind is in the list, and its template, copied as it is, gets no complaint but of what is not filled in."""
    world.run("fields", says=f"{kind} ")
    world.run(f"fields {kind}")
    node, problems = yaml_strict.parse("x.yml", world.said)
    assert node is not None
    said = [*problems, *against(SCHEMAS, kind, "x.yml", node)]
    assert said
    assert not [each for each in said if "is not a field" in each.wrong]


def test_a_log_takes_no_orders(tmp_path: Path) -> None:
    """What a hosted log would take for an order is written with its sign's code: whoever sends a change names files."""
    assert visible(" ::error::x") == r" \u003a:error::x"
    assert visible("a ##[error]x ##vso[y]") == r"a \u0023#[error]x \u0023#vso[y]"
    assert visible("a::b under `## Value`") == "a::b under `## Value`"
    world = World(sealed.register(tmp_path / "clone"))
    for name in ("::error::x.md", "##[error]x.md", "a\n::error::b.md", "\x1b[31m.md"):
        world.put(name, b"Bread.\n")
        world.put(f"docs/{name}", b"Bread.\n")
    world.commit()
    assert world.call("check", "--base", "HEAD~1") == 1
    assert len([line for line in world.said.splitlines() if "error" in line or "31m" in line]) >= 4
    assert not re.search(r"^\s*::|##\w*\[|\x1b", world.said, re.MULTILINE)


def test_a_problem_stands_beside_its_line_where_a_host_can_show_it() -> None:
    """GitHub reads such a line as an order, so nothing that a file or a value is called may end it or add to it."""
    found = Problem("data/a,b:c%.yml", 7, "aims", "It is 5% wrong\n::error::x.", "Write it.")
    assert beside_its_line(found) == (
        "::error file=data/a%2Cb%3Ac%25.yml,line=7::It is 5%25 wrong\\u000a::error::x. Write it."
    )
