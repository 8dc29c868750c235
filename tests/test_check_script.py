"""What hosts run on a proposed change, for real: clones of a base and of a change, hostile ones too."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import forks

VERSION = "commitment/versions/1.0.0.md"


@dataclass(frozen=True)
class Host:
    """`base` is the main branch's clone, with a Python that has the program; `change` is a clone of the change."""

    base: Path
    change: Path

    def check(self, **settings: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.base / "scripts" / "deploy" / "check.sh"), str(self.change)]
        known = {**os.environ, "SOURCE_DATE_EPOCH": "1795348800", **settings}  # 22 November 2026, noon
        return subprocess.run(command, cwd=self.change, capture_output=True, text=True, check=False, env=known)

    def signs(self, folder: Path, slug: str) -> None:
        """Add a claim to a clone, in a commit."""
        forks.claim(folder, slug, slug.title())
        forks.commit(folder, f"{slug} signs")


@pytest.fixture
def host(tmp_path: Path) -> Host:
    forked = forks.make(tmp_path)
    python = forked.upstream / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    return Host(forked.upstream, forked.fork)


def test_a_claim_passes_and_a_changed_text_does_not(host: Host) -> None:
    host.signs(host.change, "barn")
    done = host.check()
    assert done.returncode == 0, done.stdout + done.stderr
    text = host.change / VERSION
    text.write_text(text.read_text(encoding="utf-8").replace("We will", "We may", 1), encoding="utf-8")
    forks.commit(host.change, "A promise is softer")
    done = host.check()
    assert done.returncode == 1
    assert VERSION in done.stdout


def test_what_would_be_there_is_judged(host: Host) -> None:
    """A branch takes nothing away that the main branch got meanwhile; one that can't be merged is told so."""
    host.signs(host.change, "barn")
    host.signs(host.base, "mill")
    forks.git(host.change, "fetch", "--quiet", "upstream")
    done = host.check()
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((host.change / "commitment" / "signatories").glob("mill/*.yml"))
    for folder in (host.base, host.change):
        (folder / "README.md").write_text(folder.name)
        forks.commit(folder, "Each its own")
    forks.git(host.change, "fetch", "--quiet", "upstream")
    done = host.check()
    assert done.returncode == 1
    assert done.stderr == "The change can't be merged into what is there now. Merge the main branch into it first.\n"


def test_nothing_of_the_change_runs(host: Host, tmp_path: Path) -> None:
    """A program, a hook, a filter or a module that the change brings is data, whatever its name."""
    ran = tmp_path / "ran"
    shell = f"#!/bin/sh\ntouch {ran}\n"
    for name in ("scripts/deploy/check.sh", ".venv/bin/python", "git", ".git/hooks/post-checkout"):
        (host.change / name).parent.mkdir(parents=True, exist_ok=True)
        (host.change / name).write_text(shell)
        (host.change / name).chmod(0o755)
    for name in ("accord", "click", "yaml", "hashlib", "subprocess"):
        (host.change / name).mkdir()
        (host.change / name / "__init__.py").write_text(f"open({str(ran)!r}, 'w')\n")
    (host.change / ".gitattributes").write_text("* filter=own merge=own diff=own\n")
    (host.change / "scripts" / "accord" / "cli.py").write_text(f"open({str(ran)!r}, 'w')\n")
    forks.git(host.change, "add", "--all", "--force")
    forks.git(host.change, "commit", "--quiet", "--message", "Hostile", "--no-verify")
    done = host.check(PYTHONPATH=str(host.change))
    assert not ran.exists()
    assert done.returncode == 1, done.stdout + done.stderr


def test_a_copy_names_its_upstream_by_https_alone(host: Host, tmp_path: Path) -> None:
    """What upstream has is fetched and accepted; another kind of address is refused before git sees it."""
    done = host.check(UPSTREAM=f"ext::sh -c 'touch {tmp_path / 'ran'}'")
    assert (done.returncode, done.stdout) == (2, "")
    assert not (tmp_path / "ran").exists()
    forked = forks.git(host.base, "rev-parse", "HEAD").strip()
    # A stand-in for the network: git reads this folder where the address is named.
    place = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": f"url.{host.base}.insteadOf",
             "GIT_CONFIG_VALUE_0": "https://upstream.example/it.git"}  # fmt: skip
    host.signs(host.change, "barn")
    done = host.check(UPSTREAM="https://upstream.example/it.git", **place)
    assert done.returncode == 0, done.stdout + done.stderr
    assert forks.git(host.change, "rev-parse", "refs/remotes/upstream/main").strip() == forked
