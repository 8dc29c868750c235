"""A real upstream and a real fork of it, made with git in a temporary folder, for tests. No network is touched."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from accord.cli import main
from accord.files.digests import digest
from tests import sealed, support
from tests.registers import written
from tests.support import ROOT
from tests.versions_made import settle

LEFT_OUT = ("tests/", "data/local/")  # in a council's copy, upstream is all but what is the council's
AS_OF = "2026-11-22"
git = sealed.git
OWN = "hartlepool"  # any authority of the real list will do; nothing is said of it but that it tests
FILLED = """accessibility_contact: Call 01632 960000.
accessibility_answer: Within 10 working days.
accessibility_formats: Ask the same team.
accessibility_status: partially compliant
accessibility_problems:
  - No person has tested it yet. This will be done by March 2027.
accessibility_prepared: "2026-11-22"
accessibility_tested: On 20 November 2026, by a program.
privacy_contact: The data protection officer.
privacy_host: The council.
privacy_logs: Address, page and time, for 30 days.
"""
NOTE = """id: {id}
text:
  - Our list is on the council's own site.
date: "2026-11-20"
office: Digital services
"""


def commit(folder: Path, words: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", words)


def claim(root: Path, slug: str = OWN, organisation: str = "", day: str = AS_OF) -> str:
    """Write the record by which an authority, or an organisation of that name, signs. Return its path."""
    listed = (ROOT / "data" / "authorities.yml").read_text(encoding="utf-8").partition(f"slug: {slug}\n")
    code = re.findall(r"code: (\S+)", listed[0])[-1]
    council = {"kind": "local-authority", "ons_code": code}
    who = {"kind": "organisation", "organisation": organisation} if organisation else council
    what = {"version": "1.0.0", "digest": digest((ROOT / "commitment/versions/1.0.0.md").read_bytes())}
    return write(root, {"event": "signed", "signatory": slug, "date": day, **who, "role": "The director", **what})


def write(root: Path, values: dict[str, str]) -> str:
    """Write a record by hand where it belongs, and return its path."""
    path = f"commitment/signatories/{values['signatory']}/{values['date']}-{values['event']}.yml"
    support.write(root, path, written(values))
    return path


@dataclass(frozen=True)
class Forked:
    """`upstream` and `fork` are clones; the fork knows the other as the remote `upstream`."""

    upstream: Path
    fork: Path

    def run(self, *words: str) -> int:
        return main([words[0], "--root", str(self.fork), "--as-of", AS_OF, *words[1:]])

    def above(self, *words: str) -> int:
        return main([words[0], "--root", str(self.upstream), "--as-of", AS_OF, *words[1:]])

    def fetch(self) -> None:
        git(self.fork, "fetch", "--quiet", "upstream")

    def merge(self) -> None:
        """Merge upstream. A conflict is an error of git's, and fails the test."""
        self.fetch()
        git(self.fork, "merge", "--no-edit", "--quiet", "upstream/main")
        assert git(self.fork, "status", "--porcelain") == ""


@cache
def _upstream(founded: bool) -> Path:
    """Return an upstream of the working tree, made once. Two made-up stewards founded it where that is wanted."""
    upstream = Path(mkdtemp(prefix="accord-upstream-"))
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in names.split("\0"):
        if name and (ROOT / name).is_file() and not name.startswith(LEFT_OUT):
            (upstream / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, upstream / name)
    settle(upstream)  # what we propose today is no part of a fork's journey
    git(upstream, "init", "--quiet", "--initial-branch", "main")
    if founded:
        keys = "".join(sealed.steward(office, office) for office in ("harbour", "meadow"))
        support.write(upstream, "commitment/stewards", keys)
        sealed.seal(upstream, "harbour", "meadow", day=AS_OF)
    commit(upstream, "Upstream as it is")
    return upstream


def make(folder: Path, founded: bool = False) -> Forked:
    """Return an upstream of the working tree, and a fork of it."""
    upstream, fork = folder / "upstream", folder / "fork"
    shutil.copytree(_upstream(founded), upstream, symlinks=True)
    git(folder, "clone", "--quiet", "--origin", "upstream", str(upstream), str(fork))
    return Forked(upstream, fork)


def adopted(folder: Path, founded: bool = False) -> Forked:
    """Return a fork that a council made its own, with notes and a signature, in one commit."""
    forked = make(folder, founded)
    named = ("--council", "Anytown Council", "--contact", "The digital services team.")
    assert forked.run("adopt", "--authority", OWN, *named) == 0
    with (forked.fork / "data" / "local" / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write(FILLED)
    for name in ("respect-1", "problem-formulation-1"):
        support.write(forked.fork, f"data/local/notes/{name}.yml", NOTE.format(id=name))
    role = "Director of children's services"
    assert forked.run("sign", "--event", "signed", "--signatory", OWN, "--role", role,
                      "--reserves", "protect-1=We need a year to set this up.") == 0  # fmt: skip
    commit(forked.fork, "Our copy, our notes, our signature")
    return forked
