"""`accord adopt` in a real terminal: it asks, again where an answer can't be right, and stops without a trace."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import support

pty = pytest.importorskip("pty")  # Windows has none
LAUNCH = (
    "import fcntl, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "from accord.cli import main; sys.exit(main(sys.argv[1:]))"
)
QUESTIONS = ("  > ", "] ", "(yes or no) ")
SITE = "data/local/site.yml"


def typed(root: Path, *answers: str) -> tuple[int, str]:
    """Run the program in a terminal, type each answer when it asks, and return its exit code and its words."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", LAUNCH, "adopt", "--root", str(root), "--as-of", "2026-06-01"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    said = ""
    left = list(answers)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            part = os.read(ours, 4096).decode("utf-8", "replace")
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
        if said.endswith(QUESTIONS) and left:
            os.write(ours, left.pop(0).encode())
    os.close(ours)
    return process.wait(10), said


def test_the_whole_conversation(tmp_path: Path) -> None:
    """Slips of the keys are told and asked again; Enter takes what is offered, or leaves a thing for later."""
    root = support.sample(tmp_path / "sample")
    answers = [
        "Crumshire", "Crumbshire",  # did you mean
        "", "", "",  # council, name, contact: the third is needed
        "The bakery", "http://bakery.example", "https://bakery.example/", "",  # contact, address twice, repository
        "nowhere.svg", "", "#cc88ff", '"#5d2a7d"', "", "",  # logo twice, colour twice (once in quotes), two more
        "Call us", "In 10 days", "Ask us", "partially", "partially compliant",
        "No test by people; The menu, mended by May", "", "In May, by a program",
        "The privacy office", "The council", "", "Nothing", "", "yes",
    ]  # fmt: skip
    status, said = typed(root, *(f"{answer}\n" for answer in answers))
    assert status == 0, said
    assert "Traceback" not in said
    for words in (
        'No authority has the short name "crumshire". Did you mean "crumbshire"?',
        "This is needed.",
        "Write an address that starts with https://",
        "nowhere.svg can't be read: No such file or directory.",
        "and 4.5 is the least. Choose a darker colour. Try again.",
        '"partially" is not one of the choices.',
        "Nothing is left to fill in.",
    ):
        assert words in said, said
    assert support.lines(root) == []
    text = (root / SITE).read_text(encoding="utf-8")
    assert 'accessibility_problems:\n  - "No test by people"\n  - "The menu, mended by May"\n' in text
    assert 'accessibility_prepared: "2026-06-01"' in text
    assert "repository" not in text


@pytest.mark.parametrize(("key", "status"), [("\x04", 130), ("\x03", 130)], ids=["Ctrl-D", "Ctrl-C"])
def test_stopped_by_a_key(tmp_path: Path, key: str, status: int) -> None:
    root = support.sample(tmp_path / "sample")
    code, said = typed(root, "crumbshire\n", key)
    assert code == status, said
    assert said.endswith("Stopped. Nothing is written.\r\n")
    assert not (root / "data" / "local").exists()
