"""Bad inputs that only a disk can hold: pipes, folders in folders, a link in the place of a folder, odd names."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from accord.files import yaml_strict
from tests.bad_inputs import Case

NO_FILE = "This can't be read (no plain file). Look at what it is, and who may read it."
LINK = "The file is a symbolic link, and its target would be published. Replace it by the file itself."
RECORD = "commitment/signatories/ovenby/2025-03-01-signed.yml"
NOT_YAML = ("x.yml:1: This is not YAML that we can read. Compare it with another file.",)
DEEP = "/".join("d" * 500)
NAME_CURE = "Use letters a to z, digits, hyphens and full stops, or delete the file where it is a copy."
ODD_NAME = "The file's name holds a character that does not belong in an address."
CLAUSES = (("patience-1", 8, 1), ("patience-2", 8, 1), ("warmth-1", 8, 1), ("warmth-2", 8, 1), ("warmth-2", 16, 2))


def _elsewhere(root: Path) -> None:
    (root / "commitment").rename(root / "elsewhere")
    (root / "commitment").symlink_to("elsewhere")


def _pipe(name: str) -> Callable[[Path], object]:
    def apply(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        os.mkfifo(root / name)

    return apply


def _case(rule: str, name: str, apply: Callable[[Path], object], *says: str) -> Case:
    return Case(rule, name, apply, says, "disk")


def _parsed(root: Path) -> None:
    """Hand text to the parser that no file can: its bytes are refused before."""
    assert tuple(map(str, yaml_strict.parse("x.yml", "aims: \0")[1])) == NOT_YAML


CASES = (
    Case("reader", "what no file can hold", _parsed, (), "disk", aside=NOT_YAML),
    *(
        _case("reader", f"a pipe: {name}", _pipe(name), f"{name}:1: {NO_FILE}")
        for name in ("data/roles/pipe.yml", "docs/pipe.md", "GOVERNANCE.md")
    ),
    _case("record_places", "a pipe on disk", _pipe(RECORD), f"{RECORD}:1: This is no plain file. Delete it."),
    _case(
        "files",
        "a name that is not UTF-8",
        lambda root: Path(os.fsdecode(os.fsencode(root) + b"/docs/caf\xe9.txt")).write_bytes(b"Bread.\n"),
        f"docs/caf\\udce9.txt:1: {ODD_NAME} {NAME_CURE}",
    ),
    _case(
        "reader",
        "folders in folders",
        lambda root: (root / "docs" / DEEP).mkdir(parents=True),
        f"docs/{DEEP[:63]}:1: More than 32 folders lie in one another here. Delete them.",
    ),
    _case(
        "record_places",
        "a link in the place of commitment/",
        _elsewhere,
        f"commitment:1: {LINK}",
        *(
            f"data/clauses/{clause}.yml:{line}: wordings/{entry}/explains: "
            f"No text has a clause with the id {clause}. Delete the file."
            for clause, line, entry in CLAUSES
        ),
    ),
)
