"""`accord check` and `accord fields` as people call them: what is printed where, and with which exit code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.cli import main
from accord.files import schema, yaml_strict
from accord.files.disk import Disk
from accord.files.problem import visible
from accord.guidance.build import PLACES
from accord.project.rules.fields import against
from tests import bad_inputs, sealed, support

AS_OF = ("--as-of", "2026-06-01")
PAGES = len(list((support.HERE / "sample" / "docs").rglob("*.md")))
READ = rf"(\d+) data files, {PAGES} pages and 2 records read"
SCHEMAS = schema.load(Disk(support.ROOT))
NOTE = "note: review_due: The review of this page was due on 2027-01-02."


Run = Callable[..., tuple[int, str, str]]


def _program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real program in a process of its own."""
    command, known = [sys.executable, "-m", "accord", *arguments], {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False, env=known)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command here, and gives its exit code and both streams."""

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = int(str(stopped.code))
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the sample project."""
    return support.sample(tmp_path)


def test_all_is_well(project: Path) -> None:
    """Exit 0, and a count."""
    done = _program("check", "--root", str(project), *AS_OF)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(rf"{READ}: 0 problems, 0 notes\.\n", done.stdout)


def test_problems_are_sorted_and_counted(project: Path, run: Run) -> None:
    """Exit 1; by file, line and field, each once; the count comes last."""
    for name in ("fields: unknown", "macros: unknown", "raw_html: tag", "references: none"):
        bad_inputs.find(name).apply(support.Folder(project))
    code, out, _ = run("check", "--root", str(project), *AS_OF)
    *lines, count = out.splitlines()
    places = [(line.split(":")[0], int(line.split(":")[1])) for line in lines]
    assert code == 1
    assert places == sorted(places)
    assert len(lines) == len(set(lines)) == 4
    assert re.fullmatch(rf"{READ}: 4 problems, 0 notes\.", count)
    assert all(re.fullmatch(r"\S+:\d+: .+[.?] .+\.", line) for line in lines)


def test_time_alone_fails_nothing(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Years later there is a note for each page, and exit 0. Without --as-of, the environment gives the day."""
    code, out, _ = run("check", "--root", str(project), "--as-of", "2031-01-01")
    assert code == 0
    assert 0 < out.count(NOTE) <= PAGES
    assert out.endswith(f"0 problems, {out.count(NOTE)} notes.\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1925000000")  # 2031-01-01
    assert run("check", "--root", str(project))[1] == out


def test_quiet_prints_problems_only(project: Path, run: Run) -> None:
    """No note and no count: fit for another program. One problem is not "1 problems"."""
    number = run("check", "--root", str(project), *AS_OF)[1].partition(" ")[0]
    bad_inputs.find("reader: alias").apply(support.Folder(project))
    says = list(bad_inputs.find("reader: alias").says)
    code, out, _ = run("check", "--root", str(project), "--quiet", "--as-of", "2031-01-01")
    assert (code, out.splitlines()) == (1, says)
    last = run("check", "--root", str(project), "--as-of", "2031-01-01")[1].splitlines()[-1]
    assert last.startswith(f"{int(number) - 1} data files")  # what can't be read was not read
    assert re.search(r": 1 problem, [1-9] notes\.$", last)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "usage: accord"),
        (("chek",), "invalid choice: 'chek'"),
        (("check", "--root", "/nonexistent"), "/nonexistent is not the project's folder"),
        (("check", "--root", "/etc/passwd"), "/etc/passwd is not the project's folder"),
        (("check", "--as-of", "2026-02-30"), '"2026-02-30" is not a day; write it like 2026-11-22'),
        (("check", "--as-of", "tomorrow"), '"tomorrow" is not a day'),
        (("check", "--bad"), "unrecognized arguments: --bad"),
        (("check", "extra"), "unrecognized arguments: extra"),
        (("fields", "stagge"), '"stagge" is no kind of file. Did you mean "stage"?'),
        (("fields", "\x1b[31m"), '"\\u001b[31m" is no kind of file.'),
    ],
)
def test_called_wrongly(arguments: tuple[str, ...], said: str, run: Run) -> None:
    """Exit 2, a line that says what was wrong on standard error, nothing on standard output."""
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            ZeroDivisionError("by\n::error::\x1b[31m"),
            r"something unforeseen happened (ZeroDivisionError: by\u000a::error::\u001b[31m). "
            "Please report it, with what you did. ACCORD_DEBUG=1 shows where.",
        ),
        (
            PermissionError(13, "Permission denied", "a\nb"),
            r"The system refuses (Permission denied: a\u000ab). "
            "Look at who may read and write there, and whether the disk is full.",
        ),
    ],
)
def test_what_nobody_foresaw_is_said_in_a_line(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    """No traceback, and no sign that moves a cursor."""

    def spoil(_: object) -> int:
        raise error

    monkeypatch.setattr("accord.commands.check.run", spoil)
    assert run("check", "--root", str(project)) == (2, "", f"accord check: {said}\n")
    monkeypatch.setenv("ACCORD_DEBUG", "1")
    with pytest.raises(type(error)):
        run("check", "--root", str(project))


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
def test_a_broken_schema_is_said_in_a_line(project: Path, run: Run, spoil: Callable[[Path], object]) -> None:
    """A schema is the project's own, and whoever broke it is told which it was."""
    spoil(project / "data" / "schema" / "role.json")
    said = "accord check: data/schema/role.json is missing or broken. Bring it back from git.\n"
    assert run("check", "--root", str(project)) == (2, "", said)


@pytest.mark.parametrize("epoch", ["today", "1e9", "9" * 30, "-" + "9" * 18])
def test_a_broken_clock_is_said_in_a_line(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """A bad SOURCE_DATE_EPOCH is a wrong call, not a problem of the project."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    said = "SOURCE_DATE_EPOCH is no whole number of seconds. Unset it, or give the day with --as-of."
    assert run("check", "--root", str(project)) == (2, "", f"accord check: {said}\n")


def test_an_old_terminal_gets_all_lines(project: Path) -> None:
    """A terminal that can't show a character still gets the line, and the exit code stays."""
    support.write(project, "data/roles/eater.yml", "id: \U0001f35e 面包\n")
    done = _program("check", "--root", str(project), *AS_OF, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "data/roles/eater.yml:1: id: " in done.stdout


def test_a_closed_pipe_is_no_accident(project: Path) -> None:
    """`accord check | head -1` ends quietly."""
    support.write(project, "docs/framework/index.md", "---\na: b\n---\n" + "<b>\n" * 20_000)
    command = f'"{sys.executable}" -m accord check --root "{project}" | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_fields_lists_every_kind(run: Run) -> None:
    """Without a kind, each kind of file has a line with its place."""
    lines = run("fields", "--root", str(support.ROOT))[1].splitlines()
    assert [line.split()[0] for line in lines] == list(PLACES)


@pytest.mark.parametrize("kind", sorted({*PLACES} - {"front-matter"}))
def test_fields_print_a_template_that_the_checker_can_read(kind: str, run: Run) -> None:
    """A template copied as it is gets no complaint but of what is not filled in yet."""
    template = run("fields", kind, "--root", str(support.ROOT))[1]
    node, problems = yaml_strict.parse("x.yml", template)
    assert template.startswith("# ")
    assert node is not None
    said = [*problems, *against(SCHEMAS, kind, "x.yml", node)]
    assert said
    assert not [each for each in said if "is not a field" in each.wrong]


def test_a_log_takes_no_orders() -> None:
    """What a hosted log would take for an order to itself is written with its sign's code."""
    assert visible("::error::x") == r"\u003a:error::x"
    assert visible(" ::error::x") == r" \u003a:error::x"
    assert visible("a ##[error]x ##vso[y]") == r"a \u0023#[error]x \u0023#vso[y]"
    assert visible("a::b under `## Value`") == "a::b under `## Value`"


def test_a_file_gives_no_orders_to_a_log(tmp_path: Path, run: Run) -> None:
    """A line begins with a file's path, and whoever sends a change chooses that."""
    root = sealed.register(tmp_path / "repository")
    for name in ("::error::x.md", "##[error]x.md", "a\n::error::b.md", "\x1b[31m.md"):
        support.write(root, name, "Bread.\n")
        support.write(root, f"docs/{name}", "Bread.\n")
    sealed.commit(root)
    code, out, _ = run("check", "--root", str(root), "--base", "HEAD~1", *AS_OF)
    assert code == 1
    assert len([line for line in out.splitlines() if "error" in line or "31m" in line]) >= 4
    assert not re.search(r"^\s*::|##\w*\[|\x1b", out, re.MULTILINE)
