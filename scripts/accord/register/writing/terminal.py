"""Questions at a terminal. What people read goes to standard error; the end of the input is an answer: no."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import wraps

from accord.files.problem import Unusable, system_refuses, visible

Run = Callable[[argparse.Namespace], int]


def answered(nothing: str) -> Callable[[Run], Run]:
    """Turn whatever stops a command into a sentence and an exit code. `nothing` says what did not happen."""

    def around(run: Run) -> Run:
        @wraps(run)
        def safe(options: argparse.Namespace) -> int:
            try:
                return run(options)
            except Unusable as error:
                print(visible(f"{nothing} {error}"))
            except OSError as error:
                print(visible(f"{nothing.rstrip('.')}, because {system_refuses(error)}"))
            except (EOFError, KeyboardInterrupt):
                print(f"\nStopped. {nothing}")
                return 130
            return 1

        return safe

    return around


def ask(words: str) -> str:
    """Show words and return a line. Raises EOFError: the input has ended."""
    print(words, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def agreed(question: str) -> bool:
    """Ask a question that has yes or no for an answer."""
    while True:
        try:
            answer = ask(f"{question} (yes or no) ").strip().lower()
        except EOFError:
            return False
        if answer in ("yes", "y", "no", "n"):
            return answer.startswith("y")
