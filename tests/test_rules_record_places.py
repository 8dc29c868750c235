"""Bad inputs of the register that only a disk can hold: files that are no records, links, pipes, names of two kinds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import support
from tests.test_rules_bytes import LINK, Case, outcome

PLACE = "commitment/signatories"
SIGNED = f"{PLACE}/ovenby/2025-02-01-signed.yml"
YML = "The name does not end in .yml, in small letters. Rename it."
SLUG = "Use small letters, digits and single hyphens, up to 64, and none of the names that Windows keeps."


def _lies(name: str) -> Callable[[Path], object]:
    return lambda root: support.write(root, name, "x")


def _stranger(name: str, said: str) -> Case:
    return Case(name, _lies(name), (f"{name}:1: {said}",))


def _claim(root: Path) -> None:
    """Lay a record into a folder that differs from another by a capital letter."""
    support.write(root, f"{PLACE}/Ovenby/2025-02-01-signed.yml", (root / SIGNED).read_bytes())


TABLE = (
    _stranger("commitment/notes.txt", "No rule reads this file. "
              "commitment/ holds draft.md, stewards, versions/, signatories/ and seals/ only."),
    _stranger("commitment/versions/1.0.0.docx", "No rule reads this file. "
              "commitment/ holds draft.md, stewards, versions/, signatories/ and seals/ only."),
    _stranger(f"{PLACE}/2026-05-02-signed.yml", "The file lies in no signatory's folder. "
              "Put it into the folder that is named after the signatory."),
    _stranger(f"{PLACE}/test-shop/old/2026-05-02-signed.yml",
              "The file lies too deep. A signatory's folder has no folders in it."),
    _stranger(f"{PLACE}/test-shop/2026-05-02-signed.yaml", YML),
    _stranger(f"{PLACE}/test-shop/2026-05-03-signed.YML", YML),
    _stranger(f"{PLACE}/test-shop/minutes.pdf", "The file is no record. "
              "Records end in .yml, and what is left of erased ones in .yml.erased."),
    _stranger(f"{SIGNED}.sig", "The file is no record. "
              "Records end in .yml, and what is left of erased ones in .yml.erased."),
    _stranger(f"{PLACE}/ovenby/.gitattributes", "The file could change the bytes of what was signed. "
              "Delete it: the one at the top is enough."),
    Case("what a stopped command left", _lies(f"{PLACE}/crust/.accord-k3j_2.tmp"), (
        f"{PLACE}/crust/.accord-k3j_2.tmp:1: note: A command that was stopped while it wrote left this file. "
        "Delete it, or run the command again.",
    )),
    Case("a link to a record", lambda root: (root / PLACE / "ovenby/2025-03-01-signed.yml").symlink_to(SIGNED),
         (f"{PLACE}/ovenby/2025-03-01-signed.yml:1: {LINK}",)),
    Case("a pipe", lambda root: os.mkfifo(root / PLACE / "ovenby/2025-03-01-signed.yml"),
         (f"{PLACE}/ovenby/2025-03-01-signed.yml:1: This is no plain file. Delete it.",)),
    Case("two folders that only a capital letter tells apart", _claim, (
        f'{PLACE}/Ovenby/2025-02-01-signed.yml:1: "Ovenby" can\'t be a signatory\'s short name. {SLUG}',
        f"{PLACE}/Ovenby/2025-02-01-signed.yml:1: Only capital letters tell the name from {PLACE}/ovenby, "
        "and some computers take the two for one. Rename one of them.",
    )),
)  # fmt: skip


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_what_lies_there_gives_exactly_these_lines(case: Case) -> None:
    """The lines are these and no others, and it is this rule that speaks."""
    assert outcome(case).lines == case.expected
    assert "record_places" in outcome(case).rules
