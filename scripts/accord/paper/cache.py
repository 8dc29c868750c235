"""Documents that were made once, kept by the digest of everything that their bytes depend on.

The folder is no part of the project: git ignores it, and whoever deletes it loses a few seconds. A file in it is
whole or absent, and its name holds the SHA-256 of its bytes, so one that was cut short or changed is made anew. Whoever
can put files there can still put a whole one of their own: releases are made without it (scripts/deploy/release.sh).
Where the folder can't be written, documents are made anew each time.
"""

import contextlib
import hashlib
import os
from pathlib import Path

from accord.files import atomic
from accord.paper.formats import Recipe

FOLDER = Path("build") / "documents"
ELSEWHERE = "ACCORD_CACHE"  # in the environment: another folder, for copies of one project that are built side by side
MOST = 300  # files; the oldest go first


class Cache:
    """The documents kept for the project at `root`. `made` counts those that a program had to write."""

    def __init__(self, root: Path) -> None:
        other = os.environ.get(ELSEWHERE)
        self.folder = Path(other) if other else root / FOLDER
        self.made = 0

    def take(self, recipe: Recipe) -> bytes:
        """Return the bytes of a recipe, from the folder or from its program.

        Raises Failed: the program did not write them.
        """
        with contextlib.suppress(OSError):
            for path in self.folder.glob(f"{recipe.digest}.*.{recipe.ending}"):
                raw = path.read_bytes()
                if path.name == _name(recipe, raw):
                    os.utime(path)  # it was wanted today: others go first
                    return raw
                path.unlink()
        self.made += 1
        raw = recipe.make()
        with contextlib.suppress(OSError):
            atomic.write_over(self.folder / _name(recipe, raw), raw)
        return raw

    def tidy(self) -> None:
        """Delete the files that were wanted longest ago, once there are more than MOST."""
        with contextlib.suppress(OSError):
            files = [path for path in self.folder.iterdir() if not path.name.startswith(".")]
            files.sort(key=lambda path: path.stat().st_mtime)
            for path in files[: max(0, len(files) - MOST)]:
                path.unlink()


def _name(recipe: Recipe, raw: bytes) -> str:
    return f"{recipe.digest}.{hashlib.sha256(raw).hexdigest()}.{recipe.ending}"
