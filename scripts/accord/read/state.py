"""One digest of all that makes the site what it is, its register left out: it says whether a figure is of today's site.

A commit's name would not do: a build need not know one, and the commit that keeps the figures has another name again.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from accord.read import disk

FOLDERS = ("data", "docs", "overrides", "scripts")
FILES = ("mkdocs.yml",)
# What changes without the site: the figures, their goals and reasons, and what a council's copy adds.
LEFT_OUT = ("data/measured/", "data/measures/", "data/local/")
LARGEST = 16 * 1024 * 1024  # bytes of one file that are looked at; ours have under one million
MADE = ("/__pycache__/", ".egg-info/")  # what Python leaves beside the program


def digest(root: Path) -> str:
    """Return `sha256:` and the digest over the names and digests of all files, in order. Links are passed over.

    Raises:
        OSError: a file can't be read.
    """
    names = [found.path for top in FOLDERS for found in disk.walk(root, top)[0] if found.kind == "file"]
    names += [name for name in FILES if (root / name).is_file()]
    whole = hashlib.sha256()
    for name in sorted(names):
        if not name.startswith(LEFT_OUT) and not any(part in f"/{name}" for part in MADE):
            raw = disk.start(root / name, LARGEST)
            whole.update(f"{hashlib.sha256(raw).hexdigest()}  {name}\n".encode(errors="surrogateescape"))
    return f"sha256:{whole.hexdigest()}"
