"""Makes bad inputs of the Commitment's texts from the sample project, for the tables of rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from accord.files.digests import digest
from tests import support
from tests.test_rules_bytes import Case, outcome

DRAFT = "commitment/draft.md"
VERSIONS = "commitment/versions/"
ASKED = "data/consultations/2.0.0.yml"
OWN = (DRAFT, VERSIONS, "data/clauses/", "data/consultations/")
NONE = f"sha256:{'0' * 64}"
LAST = f"{VERSIONS}1.1.0.md"
AGREED = "agreed:\n  - north\n  - south\n"
Spoil = Callable[[Path], object]


def steps(*each: Spoil) -> Spoil:
    def spoil(root: Path) -> None:
        for step in each:
            step(root)

    return spoil


def swap(name: str, old: str, new: str) -> Spoil:
    def spoil(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text, (name, old)
        support.write(root, name, text.replace(old, new))

    return spoil


def gone(name: str) -> Spoil:
    return lambda root: (root / name).unlink()


def _sha(root: Path, number: str) -> str:
    return digest((root / f"{VERSIONS}{number}.md").read_bytes()) if number else ""


def publish(number: str = "2.0.0", *swaps: tuple[str, str], of: str = DRAFT, **fields: str) -> Spoil:
    """Return what publishes a text that is there as a version, well described but for `fields`."""

    def spoil(root: Path) -> None:
        text = (root / of).read_text(encoding="utf-8")
        for swap in swaps:
            text = text.replace(*swap)
        support.write(root, f"{VERSIONS}{number}.md", text)
        about = {
            "version": number,
            "released": "2026-03-01",
            "class": "substantive",
            "digest": digest(text.encode()),
            "previous": (before := fields.get("previous", "1.1.0")),
            "previous_digest": _sha(root, before),
            "summary": "We wait.",
        } | {name.rstrip("_"): value for name, value in fields.items()}
        lines = [f'{name}: "{value}"\n' for name, value in about.items() if value]
        support.write(root, f"{VERSIONS}{number}.yml", "".join([*lines, AGREED]))

    return spoil


def hurry(number: str) -> Spoil:
    """Return what says that a version could not wait for a consultation."""
    return lambda root: support.write(root, f"data/consultations/{number}.yml", "emergency: The oven burns us.\n")


def said(case: Case) -> tuple[str, ...]:
    """Return what is said of the texts and of what explains them, and nothing else."""
    return tuple(line for line in outcome(case).lines if line.startswith(OWN))
