"""What is told, and how: one line each, whatever a file's name may hold."""

from __future__ import annotations

from typing import List, Tuple

Finding = Tuple[str, str]  # a file's name, and what is wrong with it


class Bad(Exception):
    """A file, a key or a signature is not good. The message says why."""


class Hopeless(Exception):
    """Nothing can be said of the pack at all. The message says why, and what to do."""


def plain(text: str) -> str:
    """Return text on one line, with what does not print (a line end, an escape) as its code."""
    shown = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text[:300])
    return shown if len(text) <= 300 else shown + "…"


def many(number: int, one: str, several: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {one if number == 1 else several}"


def rows(found: List[Finding]) -> List[str]:
    """Return each finding on a line, sorted and without repeats."""
    return [plain(f"{name}: {wrong}") for name, wrong in sorted(set(found))]
