"""The commands that write into the repository, each called so that it asks nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from accord.measure.proofs.ground import DAY, LIVE, Ground, accord
from accord.record.atomic import PREFIX

NAME = "made-up-body"
MORE = " This line is made up, for a proof."


@dataclass(frozen=True, slots=True)
class Writer:
    """A command and the words that follow it. `own` are the folders that it may write to."""

    name: str
    words: tuple[str, ...]
    own: tuple[str, ...]

    def command(self, root: Path) -> list[str]:
        return accord(self.name, "--root", str(root), "--as-of", DAY, *self.words)

    def files(self, root: Path) -> dict[str, bytes]:
        """Return what lies in its folders, what a killed writer left aside left out."""
        places = (path for folder in self.own for path in (root / folder).rglob("*"))
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in places
            if path.is_file() and not path.name.startswith(PREFIX)
        }


SIGN = ("--event", "signed", "--signatory", NAME, "--organisation", "A made-up body", "--kind", "organisation")
NAMES = ("sign", "release", "adopt")


def writer(name: str, root: Path) -> Writer:
    """Return the command of that name, fit for the project at `root`."""
    if name == "sign":
        return Writer(name, (*SIGN, "--role", "The board"), ("commitment",))
    if name == "adopt":
        return Writer(name, ("--authority", "york", "--contact", "Ask at the desk."), ("data/local",))
    newest = max(int(path.name.partition(".")[0]) for path in (root / "commitment" / "versions").glob("*.md"))
    words = (f"{newest + 1}.0.0", "--class", "substantive", "--summary", "A line was added.")
    return Writer(name, (*words, "--reason", "To try it out."), ("commitment",))


def project(ground: Ground, name: str) -> Path:
    """Return a copy of the project in which each of the commands has something to do: a draft that is not published."""
    root = ground.copy(name, LIVE)
    draft = root / "commitment" / "draft.md"
    rows = draft.read_text(encoding="utf-8").split("\n")
    first = next(place for place, row in enumerate(rows) if row and not row.startswith(("#", "*", "-")))
    rows[first] += MORE
    draft.write_text("\n".join(rows), encoding="utf-8")
    return root
