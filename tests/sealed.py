"""A small register that two made-up stewards founded and sealed, in a repository, and what anybody may do to it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from accord.project import reading
from accord.register.folder import read_folder
from accord.register.record_fields import fields
from accord.register.writing import make
from accord.seals import chain
from accord.steward import sealing
from tests import registers, support

AS_OF = date(2026, 6, 1)
CLAUSES = ("warmth-1", "warmth-2", "patience-1")
S = "commitment/signatories"
SEALS = chain.FOLDER
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "A baker",
    "GIT_AUTHOR_EMAIL": "baker@example.org",
    "GIT_COMMITTER_NAME": "A baker",
    "GIT_COMMITTER_EMAIL": "baker@example.org",
}
CRUMBSHIRE = {"kind": "local-authority", "ons_code": "E10999905", "role": "Head of Ovens", "version": "1.1.0"}
SHOP = {"kind": "organisation", "organisation": "The Corner Shop", "role": "Owner", "version": "1.1.0"}


def _remembered(ask: Callable[..., bool | None]) -> Callable[..., bool | None]:
    """Ask OpenSSH once about each signature, whichever of the tests looks at it: its answer is always the same."""
    known: dict[object, bool | None] = {}

    def verified(program: str | None, seal: chain.Seal, office: str, *more: bytes) -> bool | None:
        asked = (program, seal.day, office, *more)
        if asked not in known:
            known[asked] = ask(program, seal, office, *more)
        return known[asked]

    return verified


chain.verified = _remembered(chain.verified)
signature = cache(sealing.signature)  # an Ed25519 key makes the same one each time


@cache
def keys() -> Path:
    """Return a folder with the keys of the stewards `harbour` and `meadow`, and of `stranger`, who is none."""
    folder = Path(mkdtemp(prefix="accord-keys-"))
    for path in (support.HERE / "keys").glob("[a-z]*"):
        shutil.copy(path, folder / path.name)
        (folder / path.name).chmod(0o600)
    for name in ("stranger", "other"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(folder / name)]
        subprocess.run(command, check=True)
    return folder


def steward(office: str, key: str, more: str = "", after: str = "20250101") -> str:
    """Return a line of the list of stewards' keys."""
    public = " ".join((keys() / f"{key}.pub").read_text(encoding="ascii").split()[:2])
    return f'{office} namespaces="{chain.NAMESPACE}",valid-after="{after}"{more} {public}\n'


def record(root: Path, slug: str, day: str, event: str, values: Mapping[str, str]) -> str:
    """Write a record, and return its path. A version brings its digest with it."""
    if "version" in values:
        text = (root / "commitment" / "versions" / f"{values['version']}.md").read_bytes()
        values = {**values, "digest": f"sha256:{sha256(text).hexdigest()}"}
    named = {"event": event, "signatory": slug, "date": day, **values}
    raw = make.encode(named, fields(event, CLAUSES))
    path = make.free(read_folder(reading.load(root)), slug, day, event)
    support.write(root, path, raw)
    return path


def confirm(root: Path, path: str, day: str = "2026-05-20") -> str:
    """Write the record that confirms another, and return its path."""
    target = f"sha256:{sha256((root / path).read_bytes()).hexdigest()}"
    page = {"target": target, "method": "minute", "checked_url": "https://crumbshire.example.org/minutes"}
    return record(root, path.split("/")[2], day, "confirmed", page)


def seal(root: Path, *signers: str, day: str = "2026-05-21") -> str:
    """Seal what lies there with the keys of these offices, whoever they are, and return the seal's path.

    This is how a forger would do it: nothing is asked and nothing is checked.
    """
    plan = sealing.plan(read_folder(reading.load(root)), date.fromisoformat(day))
    support.write(root, plan.path, plan.raw)
    if plan.stewards is not None:
        support.write(root, chain.stewards_of(plan.path), plan.stewards)
    for signer in signers:
        sign(root, plan.path, signer)
    return plan.path


def sign(root: Path, path: str, signer: str, key: str = "") -> None:
    """Put a signature beside a seal: under the name of an office, by a key of that name or by another."""
    raw = signature((root / path).read_bytes(), keys() / (key or signer))
    support.write(root, f"{path}.{signer}.sig", raw)


def sample(to: Path) -> Path:
    """Lay the sample register of registers.py into the folder `to`, sealed by both stewards with their real keys."""
    root = registers.sample().lay(support.sample(to))
    support.write(root, chain.STEWARDS, steward("harbour", "harbour") + steward("meadow", "meadow"))
    seal(root, "harbour", "meadow", day="2026-05-30")
    return root


def git(root: Path, *words: str) -> str:
    command = ["git", "-C", str(root), *words]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def commit(root: Path, words: str = "A change") -> None:
    git(root, "add", "--all", "--force")
    git(root, "commit", "-q", "--allow-empty", "-m", words)


@cache
def _founded() -> Path:
    root = support.sample(Path(mkdtemp(prefix="accord-sealed-")))
    shutil.rmtree(root / "commitment" / "signatories")
    git(root, "init", "-q", "-b", "main")
    commit(root, "Nobody is a steward yet")
    git(root, "branch", "unfounded")
    support.write(root, chain.STEWARDS, steward("harbour", "harbour") + steward("meadow", "meadow"))
    seal(root, "harbour", "meadow", day="2026-05-01")
    for slug, values in (("crumbshire", CRUMBSHIRE), ("corner-shop", SHOP)):
        confirm(root, record(root, slug, "2026-05-10", "signed", values))
    seal(root, "harbour", day="2026-05-21")
    record(root, "ovenby", "2026-05-25", "signed", {**CRUMBSHIRE, "ons_code": "E08999904"})
    commit(root, "Two have signed, and one waits")
    return root


def register(to: Path, branch: str = "main") -> Path:
    """Return a clone of the register in a new folder `to`: a council and a shop have signed, and a council waits."""
    git(_founded(), "clone", "-q", "--branch", branch, str(_founded()), str(to))
    return to
