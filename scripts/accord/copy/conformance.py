"""What is different in a council's copy, promise by promise and practice by practice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["identical", "note", "changed", "missing"]
WORDS: dict[State, str] = {
    "identical": "Identical",
    "note": "Local note added",
    "changed": "Changed",
    "missing": "Missing",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One promise or practice. `id` is empty where the line stands for a text as a whole; `why` may be empty."""

    id: str
    label: str
    state: State
    why: str = ""


@dataclass(frozen=True)
class Conformance:
    """`text` says in words what the promises were compared with; `guidance` the same for practices, "" for nothing."""

    text: str
    clauses: tuple[Line, ...]
    guidance: str = ""
    practices: tuple[Line, ...] = ()

    @property
    def broken(self) -> tuple[Line, ...]:
        """Return what the copy carries in other words than it claims, or lacks."""
        return tuple(line for line in (*self.clauses, *self.practices) if line.state in ("changed", "missing"))
