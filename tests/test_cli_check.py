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
from accord.files.problem import visible
from accord.guidance.build import PLACES
from tests import bad_inputs, sealed, support

AS_OF = ("--as-of", "2026-06-01")
READ = r"(\d+) data files, 7 pages and 2 records read"
NOTE = "note: review_due: The review of this page was due on 2027-01-02."


def _program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "accord", *arguments],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the sample project."""
    return support.sample(tmp_path)


def test_all_is_well(project: Path) -> None:
    """Exit 0, and a count."""
    done = _program("check", "--root", str(project), *AS_OF)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(rf"{READ}: 0 problems, 0 notes\.\n", done.stdout)


def test_problems_are_sorted_and_counted(project: Path) -> None:
    """Exit 1; by file, line and field, each once; the count comes last and is right."""
    for name in ("fields: unknown", "macros: unknown", "raw_html: tag", "references: none"):
        bad_inputs.find(name).apply(support.Folder(project))
    done = _program("check", "--root", str(project), *AS_OF)
    *lines, count = done.stdout.splitlines()
    places = [(line.split(":")[0], int(line.split(":")[1])) for line in lines]
    assert done.returncode == 1
    assert places == sorted(places)
    assert len(lines) == len(set(lines)) == 4
    assert re.fullmatch(rf"{READ}: 4 problems, 0 notes\.", count)
    assert all(re.fullmatch(r"\S+:\d+: .+[.?] .+\.", line) for line in lines)


def test_one_problem_is_not_one_problems(project: Path) -> None:
    """The count speaks English, and leaves out of "read" what could not be read."""
    before = re.search(READ, _program("check", "--root", str(project), *AS_OF).stdout)
    bad_inputs.find("reader: alias").apply(support.Folder(project))
    done = re.search(rf"{READ}: 1 problem, 0 notes\.\n$", _program("check", "--root", str(project), *AS_OF).stdout)
    assert before
    assert done
    assert int(done[1]) == int(before[1]) - 1


def test_time_alone_fails_nothing(project: Path) -> None:
    """Years later there is a note for each page, and exit 0."""
    done = _program("check", "--root", str(project), "--as-of", "2031-01-01")
    assert done.returncode == 0
    assert done.stdout.count(NOTE) == 7
    assert done.stdout.endswith("0 problems, 7 notes.\n")


def test_today_comes_from_the_environment(project: Path) -> None:
    """SOURCE_DATE_EPOCH is the day where --as-of is not given."""
    epoch = _program("check", "--root", str(project), SOURCE_DATE_EPOCH="1925000000")  # 2031-01-01
    assert epoch.stdout == _program("check", "--root", str(project), "--as-of", "2031-01-01").stdout


def test_quiet_prints_problems_only(project: Path) -> None:
    """No note and no count: fit for another program."""
    assert _program("check", "--root", str(project), "--quiet", "--as-of", "2031-01-01").stdout == ""
    bad_inputs.find("reader: alias").apply(support.Folder(project))
    done = _program("check", "--root", str(project), "--quiet", "--as-of", "2031-01-01")
    assert (done.returncode, done.stdout.splitlines()) == (1, list(bad_inputs.find("reader: alias").says))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "usage: accord"),
        (("chek",), "invalid choice: 'chek'"),
        (("check", "--root", "/nonexistent"), "/nonexistent is not the project's folder"),
        (("check", "--root", "/etc/passwd"), "/etc/passwd is not the project's folder"),
        (("check", "--root", ""), ""),
        (("check", "--as-of", "2026-02-30"), '"2026-02-30" is not a day; write it like 2026-11-22'),
        (("check", "--as-of", "tomorrow"), '"tomorrow" is not a day'),
        (("check", "--bad"), "unrecognized arguments: --bad"),
        (("check", "extra"), "unrecognized arguments: extra"),
        (("fields", "stagge"), '"stagge" is no kind of file. Did you mean "stage"?'),
        (("fields", "\x1b[31m"), '"\\u001b[31m" is no kind of file.'),
    ],
)
def test_called_wrongly(arguments: tuple[str, ...], said: str) -> None:
    """Exit 2, a line that says what was wrong on standard error, nothing on standard output, no traceback."""
    done = _program(*arguments)
    if arguments == ("check", "--root", ""):  # an empty name is this folder, as for every program
        assert done.returncode in {0, 1}
        return
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_what_nobody_foresaw_is_said_in_a_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, and no sign that moves a cursor: the way to see more is named."""

    def spoil(_: object) -> int:
        raise ZeroDivisionError("by\n::error::\x1b[31m")

    monkeypatch.setattr("accord.commands.check.run", spoil)
    assert main(["check", "--root", str(project)]) == 2
    said = r"accord check: something unforeseen happened (ZeroDivisionError: by\u000a::error::\u001b[31m)."
    report = "Please report it, with what you did. ACCORD_DEBUG=1 shows where."
    assert capsys.readouterr().err == f"{said} {report}\n"
    monkeypatch.setenv("ACCORD_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["check", "--root", str(project)])


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
def test_a_broken_schema_is_said_in_a_line(project: Path, spoil: Callable[[Path], object]) -> None:
    """A schema is the project's own, and whoever broke it is told which it was."""
    spoil(project / "data" / "schema" / "role.json")
    done = _program("check", "--root", str(project))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "accord check: data/schema/role.json is missing or broken. Bring it back from git.\n"


@pytest.mark.parametrize("epoch", ["today", "1e9", "9" * 30, "-" + "9" * 18])
def test_a_broken_clock_is_said_in_a_line(project: Path, epoch: str) -> None:
    """A bad SOURCE_DATE_EPOCH is a wrong call, not a problem of the project."""
    done = _program("check", "--root", str(project), SOURCE_DATE_EPOCH=epoch)
    said = "SOURCE_DATE_EPOCH is no whole number of seconds. Unset it, or give the day with --as-of."
    assert (done.returncode, done.stderr) == (2, f"accord check: {said}\n")


def test_what_the_system_refuses_is_said_in_a_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: object) -> int:
        raise PermissionError(13, "Permission denied", "a\nb")

    monkeypatch.setattr("accord.commands.check.run", refuse)
    assert main(["check", "--root", str(project)]) == 2
    cure = "Look at who may read and write there, and whether the disk is full."
    assert capsys.readouterr().err == rf"accord check: The system refuses (Permission denied: a\u000ab). {cure}" + "\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_an_old_terminal_gets_all_lines(project: Path, encoding: str) -> None:
    """A terminal that can't show a character still gets the line, and the exit code stays."""
    support.write(project, "data/roles/eater.yml", "id: \U0001f35e 面包\n")
    done = _program("check", "--root", str(project), *AS_OF, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 1
    assert "data/roles/eater.yml:1: id: " in done.stdout


def test_a_closed_pipe_is_no_accident(project: Path) -> None:
    """`accord check | head -1` ends quietly."""
    support.write(project, "docs/framework/index.md", "---\na: b\n---\n" + "<b>\n" * 20_000)
    command = f'"{sys.executable}" -m accord check --root "{project}" | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_fields_lists_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a kind, each kind of file has a line with its place."""
    assert main(["fields", "--root", str(support.ROOT)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(PLACES)


@pytest.mark.parametrize("kind", sorted(PLACES))
def test_fields_print_a_template_that_the_checker_can_read(
    kind: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A template copied as it is gets no complaint but of what is not filled in yet."""
    assert main(["fields", kind, "--root", str(support.ROOT)]) == 0
    template = capsys.readouterr().out
    assert template.startswith("# ")
    if kind == "front-matter":
        return
    folder = PLACES[kind]
    support.write(project, folder if folder.endswith(".yml") else f"{folder}new.yml", template)
    name = folder if folder.endswith(".yml") else f"{folder}new.yml"
    said = [line for line in support.lines(project) if line.startswith(f"{name}:")]
    assert said
    assert all("is not a field" not in line for line in said)


def test_a_log_takes_no_orders() -> None:
    """What a hosted log would take for an order to itself is written with its sign's code."""
    assert visible("::error::x") == r"\u003a:error::x"
    assert visible(" ::error::x") == r" \u003a:error::x"
    assert visible("a ##[error]x ##vso[y]") == r"a \u0023#[error]x \u0023#vso[y]"
    assert visible("a::b under `## Value`") == "a::b under `## Value`"


def test_a_file_gives_no_orders_to_a_log(tmp_path: Path) -> None:
    """A line begins with a file's path, and whoever sends a change chooses that."""
    root = sealed.register(tmp_path / "repository")
    for name in ("::error::x.md", "##[error]x.md", "a\n::error::b.md", "\x1b[31m.md"):
        support.write(root, name, "Bread.\n")
        support.write(root, f"docs/{name}", "Bread.\n")
    sealed.commit(root)
    done = _program("check", "--root", str(root), "--base", "HEAD~1", *AS_OF)
    assert done.returncode == 1
    assert len([line for line in done.stdout.splitlines() if "error" in line or "31m" in line]) >= 4
    assert not re.search(r"^\s*::|##\w*\[|\x1b", done.stdout, re.MULTILINE)
