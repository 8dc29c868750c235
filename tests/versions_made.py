"""Makes bad inputs of the Commitment's texts from the sample project, for the tables of rules."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from accord.files.digests import digest
from tests import support

DRAFT = "commitment/draft.md"
VERSIONS = "commitment/versions/"
AGREED = "agreed:\n  - north\n  - south\n"
EXPLAINS = '  - explains: "'


def publish(ground: Any, given: Mapping[str, Any]) -> None:
    """Publish a text that is there, the draft or another (`of`), as a version: well described, but for fields given.

    `swap` are words of the text and what stands in their place, in turn.
    """
    number, pairs = given["publish"], iter(given.get("swap", ()))
    text = ground.raw(given.get("of", DRAFT)).decode()
    for old, new in zip(pairs, pairs, strict=True):
        text = text.replace(old, new)
    ground.put(f"{VERSIONS}{number}.md", text.encode())
    before = given.get("previous", "1.1.0")
    about = {
        "version": number,
        "released": "2026-03-01",
        "class": "substantive",
        "digest": digest(text.encode()),
        "previous": before,
        "previous_digest": digest(ground.raw(f"{VERSIONS}{before}.md")) if before else "",
        "summary": "We wait.",
    } | {name: value for name, value in given.items() if name not in ("publish", "of", "swap")}
    rows = [f'{name}: "{value}"\n' for name, value in about.items() if value]
    ground.put(f"{VERSIONS}{number}.yml", "".join([*rows, AGREED]).encode())


def hurry(root: Path, number: str) -> None:
    """Say that a version could not wait for a consultation."""
    support.write(root, f"data/consultations/{number}.yml", "emergency: The oven burns us.\n")


def settle(root: Path) -> dict[str, str]:
    """Take back what our own draft proposes, so that it is the newest version again. Return the words that explained it
    alone, by clause, as they stood in their files.
    """
    texts = sorted((root / VERSIONS).glob("*.md"), key=lambda path: [int(part) for part in path.stem.split(".")])
    known = {digest(line.encode()) for path in texts for line in path.read_text(encoding="utf-8").split("\n")}
    (root / DRAFT).write_bytes(texts[-1].read_bytes())
    for told in (root / "data" / "consultations").glob("*.yml"):
        if not (root / VERSIONS / told.name).exists():
            told.unlink()
    taken: dict[str, str] = {}
    for path in sorted((root / "data" / "clauses").glob("*.yml")):
        head, *entries = path.read_text(encoding="utf-8").split(EXPLAINS)
        kept = [entry for entry in entries if entry[:71] in known]
        taken.update((path.stem, entry) for entry in entries if entry not in kept)
        path.write_text(EXPLAINS.join([head, *kept]), encoding="utf-8")
    return taken
