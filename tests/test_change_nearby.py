"""`accord check --base … --change-only` judges the touched records as the check of the whole tree does, and soon."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from accord.change import nearby
from accord.change.reading import compared
from accord.cli import main
from accord.rules import every_rule
from tests import changes_support as laid
from tests import support
from tests.changes_support import NEW, SIGNED, S
from tests.support import AS_OF, write


def _good() -> bytes:
    return (laid.CASES / "fine-signed" / "head" / NEW).read_bytes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"organisation"', b'"organization"'),
        (b"Head baker", b"Head\tbaker"),
        (b'"Head baker"', b"'Head baker'"),
        (b'version: "1.1.0"', b'version: "9.9.9"'),
        (b'role: "Head baker"\n', b""),
        (b'date: "2026-05-31"', b'date: "2026-05-30"'),
        (b'signatory: "new-crust"', b'signatory: "old-crust"'),
        (b"\n", b"\r\n"),
    ],
)
def test_a_wrong_record_is_told_as_by_the_whole_check(old: bytes, new: bytes, tmp_path: Path) -> None:
    """The same lines, word for word, and nothing of the records beside it."""
    base, head = laid.base(tmp_path / "base"), laid.base(tmp_path / "head")
    assert _good().count(old) >= 1
    write(head, NEW, _good().replace(old, new))
    found = nearby.judged(compared(head, str(base), AS_OF), head)
    whole = [problem for problem in support.found(head) if problem.path == NEW]
    assert found == whole
    assert found != []


def test_a_good_change_is_good(tmp_path: Path) -> None:
    """Nothing is said of a record that is right, or of what the change does not touch."""
    base, head = laid.base(tmp_path / "base"), laid.base(tmp_path / "head")
    write(head, SIGNED.replace("crumb-and-co", "broken"), b"\xff")
    write(base, SIGNED.replace("crumb-and-co", "broken"), b"\xff")
    write(head, NEW, _good())
    assert nearby.judged(compared(head, str(base), AS_OF), head) == []
    assert nearby.judged(compared(base, str(base), AS_OF), base) == []


def test_a_successor_is_looked_at(tmp_path: Path) -> None:
    """A record that names who takes over is judged with the records of the one that does."""
    base, head = laid.base(tmp_path / "base"), laid.base(tmp_path / "head")
    fields = {"successor": "rye-and-sons", "reason": "We bake together now."}
    write(
        head,
        f"{S}/crumb-and-co/2026-06-01-succeeded.yml",
        laid.record("crumb-and-co", "succeeded", "2026-06-01", **fields),
    )
    assert nearby.judged(compared(head, str(base), AS_OF), head) == []


def test_hostile_neighbours_do_no_harm(tmp_path: Path) -> None:
    """Links and odd names in a touched signatory's folder are neither followed nor copied out of the way."""
    base, head = laid.base(tmp_path / "base"), laid.base(tmp_path / "head")
    write(head, f"{S}/new-crust/-rf.yml", "Bread.\n")
    (head / S / "new-crust" / "2026-05-31-signed.yml").symlink_to("/etc/passwd")
    found = nearby.judged(compared(head, str(base), AS_OF), head)
    assert {problem.path for problem in found} <= {f"{S}/new-crust/-rf.yml"}


def test_the_rules_of_records_go_by_their_name() -> None:
    """Rules that judge records are those named for it: else this check would leave them out."""
    assert len([name for name in every_rule() if name.startswith("record_")]) >= 5


def test_it_is_printed_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The program prints what is wrong with a record beside what the change may not do."""
    base, head = laid.base(tmp_path / "base"), laid.base(tmp_path / "head")
    write(head, NEW, _good().replace(b'"organisation"', b'"organization"'))
    write(head, "docs/more.txt", "Bread.\n")
    code = main(["check", "--root", str(head), "--base", str(base), "--change-only", "--as-of", "2026-06-01"])
    lines = capsys.readouterr().out.splitlines()
    assert code == 1
    assert lines[0].startswith(f"{NEW}:5: kind: ")
    assert lines[1].startswith("docs/more.txt:1: The change adds a file")
    assert lines[2] == "2 changed files compared: 2 problems, 0 notes."


def test_what_is_laid_beside_is_read_within_bounds(tmp_path: Path) -> None:
    """A pipe among the versions and a list without end hold nothing up: the check of the whole tree names them."""
    root = laid.repository(tmp_path / "repository")
    write(root, laid.NEW, laid.record("new-crust", "withdrawn", "2026-05-31"))
    os.mkfifo(root / "commitment" / "versions" / "9.0.0.md")
    with (root / "data" / "authorities.yml").open("ab") as file:
        file.truncate(1 << 30)
    start = time.process_time()
    found = compared(root, "main", support.AS_OF)
    assert nearby.judged(found, root)
    assert time.process_time() - start < 5 * support.SLOWEST
