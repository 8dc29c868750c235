"""Writes the sample register of tests/demo/ anew: run `python -m tests.make_demo` after a change here.

Every council, organisation, decision and address in it is made up, and so are the two stewards whose keys lie in
tests/keys/. The register grows as a real one does: day by day, under one seal after another.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path

import yaml

from accord.commitment import reading as commitment_text
from accord.files.digests import digest
from accord.files.sample import copy_project
from accord.register.record_fields import fields
from accord.register.writing import make
from tests.versions_made import EXPLAINS, settle

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
    ("1.1.0", "clarifying", "2024-04-08", "It now says how an answer may be given.",
     "Plain words were promised before. A letter, a call and a visit are ways to hear them, and nothing is added."),
    ("2.0.0", "substantive", "2025-06-02", "Answers come sooner, a panel is met, and one promise is retired.", ""),
)  # fmt: skip


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
    """Makes records, each with the day from which it is to lie in the register, and knows what it made."""

    def __init__(self, clauses: Mapping[str, list[str]], digests: Mapping[str, str]) -> None:
        self.clauses = clauses
        self.digests = digests
        self.made: list[tuple[str, str, bytes]] = []  # day, path, bytes
        self.erased: list[tuple[str, str, str]] = []  # day, path, ground

    def add(self, slug: str, day: str, event: str, values: Mapping[str, str]) -> str:
        """Make one record and return its digest. A version brings its digest with it."""
        if "version" in values:
            values = {**values, "digest": self.digests[values["version"]]}
        named = {"event": event, "signatory": slug, "date": day, **values}
        raw = make.encode(named, fields(event, self.clauses.get(values.get("version", ""), ())))
        taken = {path for _, path, _ in self.made}
        first = f"commitment/signatories/{slug}/{day}-{event}"
        path = next(name for name in (f"{first}.yml", f"{first}-2.yml") if name not in taken)
        self.made.append((day, path, raw))
        return digest(raw)

    def confirm(self, slug: str, day: str, target: str, method: str = "minute") -> None:
        """Make the record by which a steward confirms another."""
        page = {"checked_url": f"{HOST.format(slug)}/minutes"} if method in ("minute", "domain") else {}
        self.add(slug, day, "confirmed", {"target": target, "method": method, **page})

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
        command += [] if amendment == "first" else ["--agreed", "harbour", "--agreed", "meadow"]
        command += ["--root", str(work), "--as-of", day]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def propose(work: Path, taken: Mapping[str, str]) -> None:
    """Make the sample's draft: our draft with what the sample's versions changed, so that its page shows the same."""
    text = (ROOT / "commitment" / "draft.md").read_text(encoding="utf-8")
    for number, *_ in STEPS:
        text = changed(number, text)
    (work / "commitment" / "draft.md").write_text(text, encoding="utf-8")
    read, _ = commitment_text.parse("draft.md", text, VALUES)
    assert read is not None
    for name, entry in taken.items():
        path = work / "data" / "clauses" / f"{name}.yml"
        clause = yaml.safe_load(path.read_text(encoding="utf-8"))
        (wording,) = yaml.safe_load(f"{EXPLAINS}{entry}")
        clause["wordings"].insert(0, wording | {"explains": read.by_id[name].digest})
        _dump(path, clause)


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


# The days of the seals, and how many offices sign: two for a version, an erasure, and the first.
SEALED = {
    "2023-09-04": 2, "2023-11-06": 2, "2023-12-18": 1, "2024-04-08": 2, "2024-10-14": 1, "2024-11-04": 2,
    "2025-06-16": 2, "2025-12-01": 1, "2026-05-18": 1, "2026-11-16": 1,
}  # fmt: skip


def keys(folder: Path) -> list[Path]:
    """Copy the made-up stewards' keys to where ssh-keygen takes them, readable by their owner alone."""
    folder.mkdir()
    for path in (ROOT / "tests" / "keys").glob("[a-z]*"):
        shutil.copy(path, folder / path.name)
        (folder / path.name).chmod(0o600)
    return [folder / "harbour", folder / "meadow"]


def seal(work: Path, writer: Writer, versions: list[tuple[str, bytes]], day: str) -> None:
    """Lay what has come up to a day, and seal it."""
    released = {number: when for number, _, when, _, _ in STEPS}
    for name, raw in versions:
        if released[name.rpartition(".")[0]] <= day:
            _write(work / "commitment" / "versions" / name, raw)
    gone = {path for when, path, _ in writer.erased if when <= day}
    for when, path, raw in writer.made:
        if when <= day and path not in gone:
            _write(work / path, raw)
    for when, path, ground in writer.erased:
        if when <= day:
            sha = next(digest(raw) for _, made, raw in writer.made if made == path)
            (work / path).unlink(missing_ok=True)
            _write(work / f"{path}.erased", f'digest: "{sha}"\ndate: "{when}"\nground: "{ground}"\n'.encode())
    command = [sys.executable, "-m", "accord", "seal", "--root", str(work), "--as-of", day, "--yes"]
    for key in keys(work.parent / f"{work.name}-keys-{day}")[: SEALED[day]]:
        command += ["--key", str(key)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def stewards() -> bytes:
    """Return the list of the made-up stewards' keys."""
    rows = []
    for office in ("harbour", "meadow"):
        key = " ".join((ROOT / "tests" / "keys" / f"{office}.pub").read_text(encoding="ascii").split()[:2])
        rows.append(f'{office} namespaces="accord-seal-v1",valid-after="20230901" {key}\n')
    return "".join(rows).encode()


def main() -> None:
    """Write tests/demo/ anew, but for what is written by hand there."""
    from tests.demo_register import records  # noqa: PLC0415  it needs Writer, which is here

    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder, "demo")
        copy_project(ROOT, work)
        taken = settle(work)  # the sample's versions come before its draft
        for name in ("signatories", "versions", "seals"):
            shutil.rmtree(work / "commitment" / name, ignore_errors=True)
        shutil.copy(DEMO / "data" / "authorities.yml", work / "data" / "authorities.yml")
        shutil.copytree(DEMO / "data" / "consultations", work / "data" / "consultations", dirs_exist_ok=True)
        for told in (work / "data" / "consultations").glob("3.*"):
            told.unlink()  # what is said of the draft, which comes last
        texts(work)
        read = {
            path.stem: commitment_text.parse(path.name, path.read_text(encoding="utf-8"), VALUES)[0]
            for path in (work / "commitment" / "versions").glob("*.md")
        }
        clauses = {number: [clause.id for clause in text.clauses] for number, text in read.items() if text}
        made = [(path.name, path.read_bytes()) for path in (work / "commitment" / "versions").iterdir()]
        writer = Writer(clauses, {name.removesuffix(".md"): digest(raw) for name, raw in made if name.endswith(".md")})
        records(writer)
        shutil.rmtree(work / "commitment" / "versions")
        _write(work / "commitment" / "stewards", stewards())
        for day in SEALED:
            seal(work, writer, made, day)
        for _, path, raw in writer.made:
            if not path.endswith("-confirmed.yml") and not (work / f"{path}.erased").exists():
                _write(work / path, raw)  # what nobody has confirmed
        propose(work, taken)
        for told in sorted((ROOT / "data" / "consultations").glob("*.yml")):
            if "changes:" in told.read_text(encoding="utf-8"):
                shutil.copy(told, DEMO / "data" / "consultations" / "3.0.0.yml")
        for part in ("commitment", "data/clauses"):
            shutil.rmtree(DEMO / part, ignore_errors=True)
            shutil.copytree(work / part, DEMO / part)
        (DEMO / "commitment" / "README.md").unlink(missing_ok=True)


AS_OF = date(2026, 11, 22)  # the day on which the sample shows every standing

if __name__ == "__main__":
    main()
