"""Questions at a terminal. What people read goes to standard error; the end of the input is an answer: no."""

from __future__ import annotations

import sys


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
