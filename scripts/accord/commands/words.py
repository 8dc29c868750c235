"""What each command takes, as argparse has it, and what it says. "module:name" there is what the program knows."""

from collections.abc import Iterable
from typing import Any

from accord.files.messages import table
from accord.files.problem import Problem

TABLE: dict[str, dict[str, Any]] = table(__file__)


def told(command: str, key: str, **parts: str) -> str:
    """Return what a command says at one point, parts filled in."""
    return "\n".join(TABLE[command]["words"][key]).format(**parts)


def refused(problems: Iterable[Problem], words: str) -> int:
    """Print problems, and that nothing was done because of them. Return the exit status."""
    for problem in problems:
        print(problem)
    print(words)
    return 1
