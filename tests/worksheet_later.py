"""A made-up later guidance: one question has another in its place, one practice is reworded. It has an address too."""

import re
from datetime import date
from pathlib import Path

from accord.files.sample import copy_project
from accord.guidance import release
from accord.guidance.reading import Elements
from accord.project import reading
from tests import conftest
from tests.support import ROOT

ADDRESS, MAILBOX = "address: https://bread.example/\n", "security_contact: mailto:security@bread.example\n"
CONTEXT, STAGE = Path("data/contexts/inequality.yml"), Path("data/lifecycle/modelling.yml")
NUMBERS = [int(found) for found in re.findall(r"- id: inequality-q(\d+)\n", (ROOT / CONTEXT).read_text("utf-8"))]
GONE, HEIR, REWORDED = f"inequality-q{NUMBERS[-1]}", f"inequality-q{NUMBERS[-1] + 90}", "modelling-1"
OLD_TITLE = re.findall(rf"- id: {REWORDED}\n    title: (.+)\n", (ROOT / STAGE).read_text(encoding="utf-8"))[0]
NEW_TITLE = "Agree the pass mark before anybody sees a result"
HEIR_WORDS = "Who would be worse off, and did they say so themselves?"
MOVED = ("toolkit/older/", "toolkit/oldest/")
DAY = date(2026, 11, 22)
VERSION = "99.0.0"  # in preparation, whatever today's is


def later(to: Path) -> Path:
    """Copy the project into the new folder `to`, change what it asks and where it is served, and return the folder."""
    copy_project(ROOT, to)
    _release(to)
    for path in (to / "data").rglob("*.yml"):
        if path.parent.name != "guidance-releases":
            _change(path, f"\\b{GONE}\\b", HEIR)
    _change(to / CONTEXT, rf"- id: {HEIR}\n    text: (?:>-\n(?: {{6}}.*\n)+|.*\n)",
            f"- id: {HEIR}\n    text: {HEIR_WORDS}\n")  # fmt: skip
    _change(to / STAGE, re.escape(OLD_TITLE), NEW_TITLE)
    guidance = to / "data" / "guidance.yml"
    _change(guidance, r"\Aversion: .*\n(?:released: .*\n)?", f'version: "{VERSION}"\n')
    _change(guidance, r"^retired:\n|\Z", f"retired:\n  - id: {GONE}\n    replaced_by: {HEIR}\n")
    _change(guidance, r"^moved:\n|\Z", "moved:\n" + "".join(f"  - old: {old}\n    new: toolkit/\n" for old in MOVED))
    _change(to / "data" / "site.yml", r"^contact:", f"{ADDRESS}{MAILBOX}contact:")
    return to


def _release(root: Path) -> None:
    """Keep the words that are asked today, as a release does, unless they are released already."""
    project = reading.load(root)
    (guidance,) = Elements(project).of("guidance")
    if not guidance.released:
        planned, problems = release.plan(project, guidance.version, DAY, DAY)
        assert planned, problems
        release.write(project, planned)


def build(folder: Path) -> None:
    """Make the later project in a folder, and build its site."""
    conftest.build(folder / "site", "--root", str(later(folder / "project")), "--as-of", DAY.isoformat())


def _change(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, new, text, count=0 if new == HEIR else 1, flags=re.MULTILINE)
    assert changed != text or new == HEIR, f"{path}: {pattern}"
    path.write_text(changed, encoding="utf-8")
