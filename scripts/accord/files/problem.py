"""What a rule found: one line that says where, what is wrong, and how to mend it."""

import re
from dataclasses import dataclass
from dataclasses import field as extra
from typing import Literal

Severity = Literal["problem", "note"]

# How logs of GitHub, Azure and TeamCity mark an order to themselves. Its first sign is written as its code.
ORDER = re.compile(r"^(\s*):(?=:)|()#(?=#\w*\[)")
LONGEST_SHOWN = 80  # characters of a value that a message repeats


class Unusable(Exception):
    """Nothing can be said of the project, for a reason that the message gives with its cure, fit to be printed."""


class CalledWrongly(Unusable):
    """A command was called with words that it can do nothing with. The message says what to write instead."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding. A problem makes the check fail; a note never does.

    `lacks` is an id or address that is not there, where that is what is wrong. The cause of such findings has in `owns`
    the id, or the start of ids, that its file would give but for it, and in `more` what is said of them.
    """

    path: str
    line: int
    field: str
    wrong: str
    cure: str
    severity: Severity = "problem"
    lacks: str = extra(default="", compare=False)
    owns: str = extra(default="", compare=False)
    more: str = extra(default="", compare=False)

    def __str__(self) -> str:
        """Return the one line that is printed, whatever a file's name or a field's may hold."""
        where = f"{self.field}: " if self.field else ""
        note = "note: " if self.severity == "note" else ""
        return visible(f"{self.path}:{self.line}: {note}{where}{self.wrong} {self.cure}{self.more}")


def visible(text: str) -> str:
    """Return `text` on one line, with what does not print (a line end, an escape, half a character) as its code.

    So is what a hosted log would take for an order to itself: `::error::` at the start, `##[error]` anywhere.
    """
    clean = text if text.isprintable() else "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return ORDER.sub(lambda found: f"{found[1] or ''}\\u{ord(found[0][-1]):04x}", clean)


def system_refuses(error: OSError) -> str:
    """Return what the operating system refused, and what to look at, for a message that begins with who asked."""
    what = f"{error.strerror or type(error).__name__}: {error.filename or 'no name is given'}"
    return f"The system refuses ({what}). Look at who may read and write there, and whether the disk is full."


def clipped(text: str) -> str:
    """Return `text` visible, and shortened where it is long."""
    clean = visible(text[:LONGEST_SHOWN])
    short = len(clean) < LONGEST_SHOWN or clean == text
    return clean if short else clean[: LONGEST_SHOWN - 1] + "…"


def shown(value: str) -> str:
    """Return `value` fit for a message: quoted, on one line, shortened, nothing that moves a cursor."""
    return f'"{clipped(value)}"'


def counted(number: int, thing: str) -> str:
    """Return "1 file" or "2 files"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def listed(words: list[str] | tuple[str, ...], joint: str = "and") -> str:
    """Return words as a sentence lists them: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
