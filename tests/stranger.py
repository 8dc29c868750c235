"""A stranger's machine: sha256sum, ssh-keygen and a shell's common tools, no home, and a copy of a repository."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests import support

PAGE = support.ROOT / "docs" / "commitment" / "verify.md"
# What the page names, and what comes with a shell everywhere (coreutils, grep, sed).
TOOLS = ("sha256sum", "ssh-keygen", "basename", "cut", "dirname", "grep", "ls", "sed", "sort", "tail")
STEPS = ("list", "key", "text", "record", "history")  # the anchors of the page's headings, in its order
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)


def blocks() -> dict[str, str]:
    """Return the page's blocks for a shell, as they stand, by the anchor of the heading above each."""
    anchor, found = "", {}
    for part in re.split(r"^## .*\{ #(\w+)(?: \.fold)? \}$", PAGE.read_text(encoding="utf-8"), flags=re.M):
        if re.fullmatch(r"\w+", part):
            anchor = part
        elif block := BLOCK.search(part):
            found[anchor] = block[1]
    assert tuple(found) == STEPS
    return found


@dataclass(frozen=True)
class Stranger:
    """Somebody with a copy. `bin` is all that they can run."""

    bin: Path
    copy: Path
    shell: str = "sh"

    def step(self, name: str, record: str, version: str, seal: str) -> str:
        """Set the three variables as the page says, paste a block, and return what is printed, errors included.

        It need not end well: its words are the answer.
        """
        shell = shutil.which(self.shell)
        assert shell
        script = f"RECORD={record}\nVERSION={version}\nSEAL={seal}\n{blocks()[name]}"
        done = subprocess.run([shell, "-c", script], cwd=self.copy, env={"PATH": str(self.bin), "HOME": "/nonexistent"},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=60, check=False)  # fmt: skip
        return done.stdout.decode()


def tools(to: Path) -> Path:
    to.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found, name
        (to / name).symlink_to(found)
    return to
