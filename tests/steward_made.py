"""A register with stewards for tests: made-up offices whose keys are made anew, and the commands run on it."""

from __future__ import annotations

import io
import shutil
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from accord.cli import main
from accord.files.digests import digest
from tests import sealed, support

DAY = "2026-06-01"
S = sealed.S  # and OpenSSH is asked once about each signature, as there
OFFICES = ("north", "south", "east")


def key(folder: Path, name: str, *options: str) -> Path:
    """Make a key pair and return the private key's file."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "jo@example.org", "-f", str(folder / name)]
    subprocess.run([*command, *options], check=True, capture_output=True)
    return folder / name


@dataclass
class Made:
    """A project with its stewards' keys beside it. `run` calls a command and returns its status and all its words."""

    root: Path
    keys: Path
    as_of: str = DAY
    said: str = field(default="")

    def run(self, *words: str, as_of: str = "") -> int:
        out = io.StringIO()
        with redirect_stdout(out), redirect_stderr(out):
            status = main([words[0], "--root", str(self.root), "--as-of", as_of or self.as_of, *words[1:]])
        self.said = out.getvalue()
        assert "Traceback" not in self.said
        return status

    def key(self, office: str) -> str:
        return str(self.keys / office)

    def seal(self, *offices: str, as_of: str = "") -> int:
        keys = [word for office in offices for word in ("--key", self.key(office))]
        return self.run("seal", "--yes", *keys, as_of=as_of)

    def sign(self, slug: str, event: str = "signed", **values: str) -> str:
        """Make a claim, and return its path. What is not said is usual."""
        told = {"role": "Owners", "kind": "organisation", "organisation": slug.replace("-", " ").title()}
        given = {**(told if event == "signed" else {"role": "Owners"}), **values}
        options = [word for name, value in given.items() if value for word in (f"--{name.replace('_', '-')}", value)]
        assert self.run("sign", "--event", event, "--signatory", slug, *options) == 0, self.said
        return next(line for line in self.said.splitlines() if line.startswith(S) and line.endswith(".yml"))

    def digest(self, path: str) -> str:
        return digest((self.root / path).read_bytes())

    def confirm(self, path: str, *more: str) -> int:
        """Confirm a claim by a letter, or as `more` says."""
        slug, method = path.split("/")[2], more or ("--method", "letter")
        return self.run("confirm", slug, "--target", self.digest(path), *method)

    def files(self) -> dict[str, bytes]:
        below = self.root / "commitment"
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for p in below.rglob("*") if p.is_file()}

    def found(self) -> int:
        pairs = [word for office in ("north", "south") for word in ("--steward", f"{office}={self.key(office)}.pub")]
        return self.run("found", *pairs)


@cache
def _once(sealed: bool) -> Path:
    folder = Path(mkdtemp(prefix="accord-made-"))
    if sealed:
        made = unfounded(folder)
        assert made.found() == 0, made.said
        assert made.seal("north", "south") == 0, made.said
    else:
        root = support.sample(folder / "project")
        shutil.rmtree(root / S, ignore_errors=True)
        for office in OFFICES:
            key(folder / "keys", office)
    return folder


def unfounded(folder: Path) -> Made:
    """Return the sample project without a record or a steward, and three keys."""
    shutil.copytree(_once(False), folder, dirs_exist_ok=True)
    return Made(folder / "project", folder / "keys")


def founded(folder: Path) -> Made:
    """Return it with two stewards and a first seal by both."""
    shutil.copytree(_once(True), folder, dirs_exist_ok=True)
    return Made(folder / "project", folder / "keys")


class Terminal(io.StringIO):
    """A standard input that is a terminal, at which somebody types these lines."""

    def isatty(self) -> bool:
        return True


def typed(patch: pytest.MonkeyPatch, *lines: str) -> None:
    patch.setattr("sys.stdin", Terminal("".join(f"{line}\n" for line in lines)))
