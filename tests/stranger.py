"""A stranger's machine: git, sha256sum, ssh-keygen and a shell's common tools, no home, and a clone of a repository."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from accord.overlay import copy_project, lay_over
from tests import support

PAGE = support.ROOT / "docs" / "commitment" / "verify.md"
# What the page names, and what comes with a shell everywhere (coreutils, grep, sed).
NAMED = ("git", "sha256sum", "ssh-keygen")
COMMON = ("basename", "cut", "dirname", "grep", "head", "ls", "mktemp", "rm", "sed", "sort", "tail", "wc")
STEPS = ("text", "record", "key", "list", "root", "history")
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)


def blocks() -> dict[str, str]:
    """Return the page's blocks for a shell, as they stand, by step."""
    return dict(zip(STEPS, BLOCK.findall(PAGE.read_text(encoding="utf-8")), strict=True))


def tools(to: Path) -> Path:
    """Fill a folder with nothing but the tools that a stranger has."""
    to.mkdir()
    for name in (*NAMED, *COMMON):
        found = shutil.which(name)
        assert found, name
        (to / name).symlink_to(found)
    return to


def git(root: Path, *arguments: str) -> str:
    """Run git in a repository that a test has made, with an author of its own."""
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(root), *author, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def published(to: Path, sample: Path = support.HERE / "demo") -> Path:
    """Make a repository of the project with the sample register in it, and return its folder."""
    copy_project(support.ROOT, to)
    lay_over(sample, to)
    shutil.copy(support.ROOT / ".gitattributes", to)
    git(to, "init", "-q", "-b", "main")
    commit(to)
    return to


def commit(root: Path) -> None:
    git(root, "add", "-A", "-f")
    git(root, "commit", "-q", "-m", "All of it")


@dataclass(frozen=True)
class Stranger:
    """Somebody with a clone. `bin` is all that they can run; `home` is empty."""

    bin: Path
    home: Path
    copy: Path
    shell: str = "sh"

    def run(self, script: str, folder: Path | None = None) -> str:
        """Run a script and return what it prints, errors included. It need not end well: its words are the answer."""
        environment = {
            "PATH": str(self.bin),
            "HOME": str(self.home),
            "GIT_ALLOW_PROTOCOL": "file",  # no network
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        shell = shutil.which(self.shell)
        assert shell
        done = subprocess.run(
            [shell, "-c", script],
            cwd=folder or self.copy,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        return done.stdout.decode()

    def step(self, name: str, record: str = "", version: str = "1.0.0") -> str:
        """Set the two variables as the page says, then paste a block."""
        return self.run(f"RECORD={record}\nVERSION={version}\n{blocks()[name]}")


def clone(repository: Path, folder: Path, shell: str = "sh") -> Stranger:
    """Give a stranger a clone, made as the page says."""
    folder.mkdir()
    home = folder / "home"
    home.mkdir()
    who = Stranger(tools(folder / "bin"), home, folder / "copy", shell)
    said = who.run(f"git clone -q -c core.autocrlf=false '{repository}' copy", folder)
    assert said == ""
    return who


def key(path: Path) -> Path:
    """Make a key pair with ssh-keygen, as an organisation would, and return the private half's path."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)], check=True)
    return path


def sign(private: Path, path: Path) -> None:
    """Put a signature by the key beside a file."""
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(private), "-n", "commitment-record-v1", str(path)]
    subprocess.run(command, check=True, capture_output=True)
