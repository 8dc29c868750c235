"""Writes the sample register of tests/demo/ anew: run `python -m tests.make_demo` after a change here.

Every council, organisation, decision and address in it is made up. The key that signs is made from a public seed, so
that the same bytes come out each time; it protects nothing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from hashlib import sha256
from pathlib import Path

import yaml
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from accord.model.commitment import digest
from accord.model.record_fields import fields
from accord.overlay import copy_project
from accord.read import commitment_text
from accord.record import make, sign
from accord.verify import keys

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "tests" / "demo"
VALUES = {"Respect": "respect", "Connect": "connect", "Care": "care", "Protect": "protect"}
HOST = "https://{}.example"  # reserved for examples (RFC 2606), so it leads nowhere

RESPECT_3 = (
    "A person who can explain it will answer within one month.",
    "A person who can explain it will answer within 20 working days.",
)
CONNECT_6 = (
    "**Connect 6.** We will meet the children's own panel at least twice a year to talk about tools. "
    "We will publish what the panel asked and what we answered."
)
STEPS = (
    ("1.0.0", "first", "2023-09-04", "The first version.", ""),
    ("1.0.1", "editorial", "2023-11-06", "A comma is gone. Nothing else has changed.", ""),
    ("1.1.0", "clarifying", "2024-04-08", "It now says how an answer may be given.", ""),
    ("2.0.0", "substantive", "2025-06-02", "Answers come sooner, a panel is met, and one promise is retired.", ""),
)


def changed(number: str, text: str) -> str:
    """Return the text of a version, made from the one before."""
    if number == "1.0.1":
        return _swap(text, "it may help, and it may harm", "it may help and it may harm")
    if number == "1.1.0":
        return _swap(
            text, "We answer in plain words.\n", "We answer in plain words, by letter, by phone or in person.\n"
        )
    if number == "2.0.0":
        text = _swap(text, *RESPECT_3)
        start, end = text.index("**Protect 6.**"), text.index("## How we keep it")
        text = text[:start] + text[end:]
        return _swap(text, "\n## Care\n", f"\n{CONNECT_6}\n\n## Care\n")
    return text


def _swap(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


class Writer:
    """Writes records into a register, in order, and knows the digests of what it wrote."""

    def __init__(self, folder: Path, clauses: Mapping[str, list[str]], digests: Mapping[str, str]) -> None:
        self.folder = folder
        self.clauses = clauses
        self.digests = digests

    def add(self, slug: str, day: str, event: str, values: Mapping[str, str], key: Path | None = None) -> str:
        """Write one record and return its digest. A version brings its digest with it."""
        if "version" in values:
            values = {**values, "digest": self.digests[values["version"]]}
        named = {"event": event, "signatory": slug, "date": day, **values}
        raw = make.encode(named, fields(event, self.clauses.get(values.get("version", ""), ())))
        path = self.folder / "commitment" / "signatories" / slug / f"{day}-{event}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
        if key:
            made = sign.public(key)
            assert isinstance(made, keys.Key)
            block = sign.sign(raw, key, made)
            assert isinstance(block, bytes), block
            path.with_name(f"{path.name}.sig").write_bytes(block)
        return digest(raw)

    def answers(self, version: str, not_kept: Mapping[str, tuple[str, str]], evidence: str = "") -> dict[str, str]:
        """Return an answer for every clause of a version: kept, but for those that are named with their reason."""
        out: dict[str, str] = {}
        for clause in self.clauses[version]:
            out[clause], why = not_kept.get(clause, ("kept", ""))
            out[f"{clause}_why"] = why
            out[f"{clause}_evidence"] = evidence if out[clause] == "kept" else ""
        return out


def texts(work: Path) -> None:
    """Publish the sample's versions with the tool itself."""
    text = (ROOT / "commitment" / "versions" / "1.0.0.md").read_text(encoding="utf-8")
    for number, amendment, day, summary, reason in STEPS:
        text = changed(number, text)
        (work / "commitment" / "draft.md").write_text(text, encoding="utf-8")
        words(work, text)
        command = [sys.executable, "-m", "accord", "release", number, "--class", amendment, "--summary", summary]
        command += ["--reason", reason] if reason else []
        command += ["--root", str(work), "--as-of", day]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def words(work: Path, text: str) -> None:
    """Bring what explains the clauses up to the text."""
    read, _ = commitment_text.parse("draft.md", text, VALUES)
    assert read is not None
    folder = work / "data" / "clauses"
    respect = yaml.safe_load((folder / "respect-3.yml").read_text(encoding="utf-8"))
    if respect["wordings"][0]["explains"] != read.by_id["respect-3"].digest:
        newer = dict(deepcopy(respect["wordings"][0]), explains=read.by_id["respect-3"].digest)
        respect["wordings"].insert(0, newer)
        _dump(folder / "respect-3.yml", respect)
    if "connect-6" in read.by_id:
        evidence = [
            {"role": "young-person", "text": "The panel's own note of each meeting."},
            {"role": "director", "text": "The dates of two meetings, with the questions and the answers."},
        ]
        wording = {
            "explains": read.by_id["connect-6"].digest,
            "plain": "The council meets a panel of young people twice a year, and says in public what it heard.",
            "young": "Twice a year the council meets a group of children. It writes down what they asked.",
            "evidence": evidence,
        }
        clause = {"id": "connect-6", "label": "Meet the children's own panel", "related": ["connect", "rec-3", "rec-7"]}
        _dump(folder / "connect-6.yml", {**clause, "wordings": [wording]})


def _dump(path: Path, value: object) -> None:
    path.write_text(yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=110), encoding="utf-8")


def key(folder: Path, seed: str) -> Path:
    """Write a key pair made from a seed, and return the private file's path."""
    private = Ed25519PrivateKey.from_private_bytes(sha256(seed.encode()).digest())
    path = folder / seed
    path.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
    path.chmod(0o600)
    public = private.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
    path.with_name(f"{seed}.pub").write_bytes(public + b"\n")
    return path


def main() -> None:
    """Write tests/demo/ anew, but for what is written by hand there."""
    from tests.demo_register import records  # noqa: PLC0415  it needs Writer, which is here

    work = DEMO.parent / ".demo-work"
    shutil.rmtree(work, ignore_errors=True)
    try:
        copy_project(ROOT, work)
        for name in ("signatories", "versions"):
            shutil.rmtree(work / "commitment" / name, ignore_errors=True)
        shutil.copy(DEMO / "data" / "authorities.yml", work / "data" / "authorities.yml")
        texts(work)
        made = {path.stem: path.read_text(encoding="utf-8") for path in (work / "commitment/versions").glob("*.md")}
        read = {number: commitment_text.parse(number, text, VALUES)[0] for number, text in made.items()}
        clauses = {number: [clause.id for clause in text.clauses] for number, text in read.items() if text}
        records(
            Writer(work, clauses, {number: digest(text.encode()) for number, text in made.items()}), key(work, "seed")
        )
        for part in ("commitment", "data/clauses"):
            shutil.rmtree(DEMO / part, ignore_errors=True)
            shutil.copytree(work / part, DEMO / part)
        (DEMO / "commitment" / "README.md").unlink(missing_ok=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)


AS_OF = date(2026, 11, 22)  # the day on which the sample shows every standing

if __name__ == "__main__":
    main()
