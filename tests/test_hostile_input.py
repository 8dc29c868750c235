"""Every bad input that is kept gets its exact answer, soon and in little memory; and there are many."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import hostile, support


@pytest.mark.parametrize("kind", sorted(hostile.kinds()))
def test_every_answer_is_exact_and_in_bounds(kind: str) -> None:
    """One process a kind, which has so much memory and no more; a crash of it is a failure."""
    command = [sys.executable, "-m", "tests.hostile", kind]
    done = subprocess.run(command, cwd=support.ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert done.stdout.endswith(" bad inputs\n")


def test_there_are_many() -> None:
    """Each has a name of its own within its kind, and an answer."""
    found = [(kind, bad.name) for kind, bad in hostile.every()]
    assert len(found) >= hostile.LEAST
    assert len(found) == len(set(found))
    assert all(bad.expected for _, bad in hostile.every())


def test_a_wrong_answer_is_seen(tmp_path: Path) -> None:
    """The trial can fail: for other words, for a crash, for too much time, for too much memory."""

    def bad(answer: list[str] | Exception, work: int = 0) -> hostile.Bad:
        def answered(root: Path) -> list[str]:
            if isinstance(answer, Exception):
                raise answer
            return [str(sum(range(work)))] if work else answer

        return hostile.Bad("x", lambda root: None, answered, ("no",))

    assert hostile.wrong(bad(["no"])) == ""
    assert hostile.wrong(bad(["yes"])) == "said ('yes',)"
    assert hostile.wrong(bad(ValueError("oh"))).endswith("ValueError: oh\n")
    command = [sys.executable, "-c", "from tests.hostile import *\nwith bounded(): bytes(MEMORY + 1)"]
    done = subprocess.run(command, cwd=support.ROOT, capture_output=True, text=True, check=False)
    assert done.stderr.endswith("MemoryError\n")


def test_slow_answers_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no time at all, every answer is too late."""
    monkeypatch.setattr(hostile, "SLOWEST", -1)
    assert hostile.wrong(hostile.Bad("x", lambda root: None, lambda root: [], ())).startswith("took ")
