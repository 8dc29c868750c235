"""Writes the sample register of tests/demo/ anew: run `python -m tests.make_demo` after a change in demo_register.yml.

Every council, organisation, decision and address in it is made up, and so are the two stewards whose keys lie in
tests/keys/. The register grows as a real one does: day by day, under one seal after another.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from accord.cli import main as call
from accord.commitment import reading
from accord.commitment.text import Text
from accord.files.digests import digest
from accord.files.sample import copy_project
from accord.register.record_fields import fields
from accord.register.writing import make
from accord.seals.chain import STEWARDS
from tests import sealed
from tests.versions_made import EXPLAINS, settle

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "tests" / "demo"
TABLE = yaml.safe_load((ROOT / "tests" / "demo_register.yml").read_text(encoding="utf-8"))
OFFICES = ("harbour", "meadow")
VALUES = {"Respect": "respect", "Connect": "connect", "Care": "care", "Protect": "protect"}
Change = tuple[
    str, str, bytes | None
]  # a day, a path, and what lies there from that day on: nothing where it is erased


def swapped(version: Mapping[str, Any], text: str) -> str:
    """Return the text of a version, made from the one before."""
    for old, new in version.get("swap", ()):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def parsed(text: str) -> Text:
    read, problems = reading.parse("draft.md", text, VALUES)
    assert read is not None, problems
    return read


def release(work: Path) -> None:
    """Publish the sample's versions with the tool itself."""
    text = (ROOT / "commitment" / "versions" / "1.0.0.md").read_text(encoding="utf-8")
    for each in TABLE["versions"]:
        text = swapped(each, text)
        (work / "commitment" / "draft.md").write_text(text, encoding="utf-8")
        explain(work, parsed(text))
        words = [each["number"], "--class", each["class"], "--summary", each["summary"]]
        words += ["--reason", each["reason"]] if "reason" in each else []
        words += [] if each["class"] == "first" else [word for office in OFFICES for word in ("--agreed", office)]
        assert call(["release", "--root", str(work), "--as-of", each["day"], *words]) == 0


def explain(work: Path, text: Text) -> None:
    """Bring what explains the clauses up to the text."""
    folder = work / "data" / "clauses"
    respect = yaml.safe_load((folder / "respect-3.yml").read_text(encoding="utf-8"))
    newest = respect["wordings"][0]
    if newest["explains"] != text.by_id["respect-3"].digest:
        respect["wordings"].insert(0, deepcopy(newest) | {"explains": text.by_id["respect-3"].digest})
        _dump(folder / "respect-3.yml", respect)
    if "connect-6" in text.by_id:
        connect = TABLE["connect-6"]
        connect["wordings"][0]["explains"] = text.by_id["connect-6"].digest
        _dump(folder / "connect-6.yml", connect)


def propose(work: Path, taken: Mapping[str, str]) -> None:
    """Make the sample's draft: our draft with what the sample's versions changed, so that its page shows the same."""
    text = (ROOT / "commitment" / "draft.md").read_text(encoding="utf-8")
    for each in TABLE["versions"]:
        text = swapped(each, text)
    (work / "commitment" / "draft.md").write_text(text, encoding="utf-8")
    read = parsed(text)
    for name, entry in taken.items():
        path = work / "data" / "clauses" / f"{name}.yml"
        clause = yaml.safe_load(path.read_text(encoding="utf-8"))
        (wording,) = yaml.safe_load(f"{EXPLAINS}{entry}")
        clause["wordings"].insert(0, wording | {"explains": read.by_id[name].digest})
        _dump(path, clause)


def _dump(path: Path, value: object) -> None:
    path.write_text(yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=110), encoding="utf-8")


def records(versions: Path) -> list[Change]:
    """Return every record of the table, what confirms it, and what is left of it, each with its day."""
    raw = {path.stem: path.read_bytes() for path in versions.glob("*.md")}
    clauses = {number: [*parsed(text.decode()).by_id] for number, text in raw.items()}
    made: dict[str, tuple[str, bytes]] = {}
    gone: list[Change] = []
    target = ""
    for row in TABLE["records"]:
        slug, day, values = row["who"], row["day"], {k: v for k, v in row.items() if k not in OURS}
        if "version" in values:
            values["digest"] = digest(raw[values["version"]])
        for clause in clauses[values["version"]] if row["event"] == "reviewed" else ():
            values[clause], values[f"{clause}_why"] = row["not_kept"].get(clause, ("kept", ""))
            values[f"{clause}_evidence"] = row.get("evidence", "") if values[clause] == "kept" else ""
        if row["event"] == "corrected":
            values["target"] = target
        path = _add(made, clauses, slug, day, row["event"], values)
        target = digest(made[path][1])
        if "confirmed" in row:
            method = row.get("method", "minute")
            page = {"checked_url": f"https://{slug}.example/minutes"} if method in ("minute", "domain") else {}
            told = {"target": target, "method": method, **page}
            _add(made, clauses, slug, row["confirmed"], "confirmed", told)
        if "erased" in row:
            left = f'digest: "{target}"\ndate: "{row["erased"]}"\nground: "{row["ground"]}"\n'
            gone += [(row["erased"], path, None), (row["erased"], f"{path}.erased", left.encode())]
    return [*((day, path, raw) for path, (day, raw) in made.items()), *gone]


OURS = ("who", "day", "event", "confirmed", "method", "not_kept", "evidence", "erased", "ground")


def _add(
    made: dict[str, tuple[str, bytes]],
    clauses: Mapping[str, list[str]],
    slug: str,
    day: str,
    event: str,
    values: Mapping[str, str],
) -> str:
    """Make one record, and return its path."""
    named = {"event": event, "signatory": slug, "date": day, **values}
    raw = make.encode(named, fields(event, clauses.get(values.get("version", ""), ())))
    first = f"commitment/signatories/{slug}/{day}-{event}"
    path = next(name for name in (f"{first}.yml", f"{first}-2.yml") if name not in made)
    made[path] = (day, raw)
    return path


def _write(path: Path, raw: bytes | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink() if raw is None else path.write_bytes(raw)


def seal(work: Path, made: list[Change]) -> None:
    """Lay what has come up to a day, seal it, and so on to the last day."""
    last = ""
    for day, number in TABLE["seals"].items():
        for _, path, raw in (each for each in made if last < each[0] <= day):
            _write(work / path, raw)
        sealed.seal(work, *OFFICES[:number], day=day)
        last = day
    for _, path, raw in (each for each in made if last < each[0]):  # what nobody has confirmed
        _write(work / path, raw)


def main() -> None:
    """Write tests/demo/ anew, but for what is written by hand there."""
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
        release(work)
        versions = work / "commitment" / "versions"
        made = records(versions)
        released = {each["number"]: each["day"] for each in TABLE["versions"]}
        for path in sorted(versions.iterdir()):
            made.append((released[path.stem], path.relative_to(work).as_posix(), path.read_bytes()))
        shutil.rmtree(versions)
        made.append(
            ("2023-09-01", STEWARDS, "".join(sealed.steward(each, each, after="20230901") for each in OFFICES).encode())
        )
        seal(work, sorted(made, key=lambda each: each[0]))
        propose(work, taken)
        for told in sorted((ROOT / "data" / "consultations").glob("*.yml")):
            if "changes:" in told.read_text(encoding="utf-8"):
                shutil.copy(told, DEMO / "data" / "consultations" / "3.0.0.yml")
        for part in ("commitment", "data/clauses"):
            shutil.rmtree(DEMO / part, ignore_errors=True)
            shutil.copytree(work / part, DEMO / part)
        (DEMO / "commitment" / "README.md").unlink(missing_ok=True)


if __name__ == "__main__":
    main()
