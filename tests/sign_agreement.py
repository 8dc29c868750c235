"""What `accord check` says of one record, for the signing page's scripts to agree with: bad inputs and a made-up set.

`python -m tests.sign_agreement` writes the made-up set anew, from Hypothesis, into tests/sign_agreement.json.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accord.model.authorities_build import authorities
from accord.model.commitment_build import commitment
from accord.model.record_messages import MESSAGES
from accord.model.record_values import ODD_URLS
from accord.model.records import Erased, Record
from accord.problem import Problem
from accord.read import project as reading
from accord.read import record as records
from accord.read.project import Project
from accord.record_book import book
from accord.render.commitment import data, sign_data
from accord.render.commitment.record_rules import rules
from accord.rules import Inputs, every_rule
from accord.rules.record_versions import _copies
from tests import support

MADE = support.HERE / "sign_agreement.json"
RULES = ("fields", "versions", "words", "authorities", "names", "history", "targets", "successors")
PART = re.compile(r"\\\{[a-z_]+\\\}")
PAGE_SAYS = [
    *(" ".join(PART.sub(".*", re.escape(part)) for part in pair) for pair in MESSAGES.values()),
    *(re.escape(f"{wrong} {cure}") for _, wrong, cure in ODD_URLS),
]
Case = dict[str, Any]


def context(project: Project) -> dict[str, Any]:
    """Return what the page would have fetched of this project."""
    versions = commitment(project).versions
    return {
        "rules": rules(),
        "authorities": sign_data.authorities(authorities(project).all),
        "versions": [data.version(version) for version in versions],
        "copies": {v.number: _copies(project.commitment.texts[v.number].raw) for v in versions},
    }


def case(project: Project, name: str, path: str, raw: bytes) -> Case:
    """Return one record with what the check says of it, and with its signatory's other records."""
    said = list(verdict(project, path, raw))
    table = [problem for problem in said if page_says(problem)]
    slug = path.split("/")[-2]
    entries = book(project).signatories.get(slug, ())
    left = book(project).erased.get(slug, ())
    heirs = {e.record.get("successor") for e in book(project).entries if e.record.event == "succeeded"}
    return {
        "name": name,
        "path": path,
        "text": raw.decode(),
        "expected": [[problem.line, problem.field, problem.wrong, problem.cure] for problem in table],
        "aside": [str(problem) for problem in said if problem not in table],
        "heir": slug in heirs or bool(authorities(project).predecessors(slug)),
        "history": [*(_earlier(entry.record) for entry in entries if entry.path != path), *map(_left, left)],
    }


def _earlier(record: Record) -> Case:
    rows = [{"name": name, "value": value, "line": at} for at, (name, value) in enumerate(record.fields.items(), 1)]
    return {**_placed(record), "digest": record.digest, "values": dict(record.fields), "fields": rows}


def _left(erased: Erased) -> Case:
    return {**_placed(erased), "erased": True, "values": {}, "fields": []}


def _placed(told: Record | Erased) -> Case:
    names = ("path", "event", "signatory", "sequence")
    return {"date": str(told.date), **{name: getattr(told, name) for name in names}}


def page_says(problem: Problem) -> bool:
    """Say whether the words are of the table that the page has: what one record alone can show."""
    return any(re.fullmatch(pattern, f"{problem.wrong} {problem.cure}") for pattern in PAGE_SAYS)


def verdict(project: Project, path: str, raw: bytes) -> Iterator[Problem]:
    """Yield what the reader or the rules of records say of one record of a project."""
    _, found = records.parse(path, raw)
    if found:
        yield from found
        return
    inputs = Inputs(project, support.AS_OF)
    every = every_rule()
    for name in RULES:
        yield from (problem for problem in every[f"record_{name}"](inputs) if problem.path == path)


def bad_inputs() -> tuple[list[Case], list[dict[str, Any]]]:
    """Return every record of the bad inputs, and the context of each."""
    found: list[Case] = []
    contexts = []
    for name in (name for name in support.cases() if name.startswith("record_") and "places" not in name):
        with tempfile.TemporaryDirectory() as folder:
            root = support.sample(Path(folder))
            support.lay(name, root)
            project = reading.load(root)
            own = (support.BAD / name).rglob("*.yml")
            paths = sorted(path.relative_to(support.BAD / name).as_posix() for path in own)
            for path in filter(_placed_well, paths):
                told = case(project, name, path, (root / path).read_bytes())
                if told["aside"] and path.endswith("-confirmed.yml"):
                    continue  # the page offers no confirmation, and does not look at other signatories' records
                found.append(told)
                contexts.append(context(project))
    return found, contexts


def _placed_well(path: str) -> bool:
    """Say whether a path is a record's, or wrong by its short name alone: the page makes the rest of a path itself."""
    parts = path.split("/")
    return len(parts) == 4 and records.name("/".join([*parts[:2], "x", parts[3]])) is not None


def sample() -> Project:
    """Return the sample project, read."""
    with tempfile.TemporaryDirectory() as folder:
        return reading.load(support.sample(Path(folder)))


def made() -> list[Case]:
    """Return the made-up set."""
    read = json.loads(MADE.read_text(encoding="utf-8"))
    return [each | read["around"][each["path"]] for each in read["cases"]]


if __name__ == "__main__":
    from tests.sign_agreement_made import written

    written()
