"""Fetches the locked packages into a folder, and shows that they are all that a set-up needs: no network is there then.

Usage: python scripts/deploy/offline.py wheels|prove FOLDER
`wheels` needs a network; what it fetches is for this kind of machine and this Python. `prove` sets up a copy of the
program in a temporary folder, cut off from every network where the system lets us (unshare, on Linux).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = ("commitment", "data", "docs", "overrides", "scripts", "mkdocs.yml", "pyproject.toml", "requirements.txt")
PAGES = ("GOVERNANCE.md", "README.md", "LICENSE")
CUT = ("unshare", "--map-root-user", "--net", "--")  # a network of its own, in which nothing is


def wheels(folder: Path) -> int:
    """Fetch each file whose hash stands in the lock. Return pip's status."""
    lock = ("--require-hashes", "--only-binary", ":all:", "--requirement", str(ROOT / "requirements.txt"))
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "download", "--quiet")
    status = subprocess.run([*pip, *lock, "--dest", str(folder)], check=False).returncode
    if status == 0:
        print(f"{sum(1 for _ in folder.glob('*.whl'))} packages in {folder}")
    return status


def prove(folder: Path) -> int:
    """Set up and check in a copy, with pip's settings and store out of reach. Return 0 where both work."""
    cut = CUT if shutil.which(CUT[0]) and subprocess.run([*CUT, "true"], check=False).returncode == 0 else ()
    print("Cut off from every network." if cut else "The network can't be cut off here; pip is told to use none.")
    with tempfile.TemporaryDirectory(prefix="offline-") as place:
        copy = Path(place, "copy")
        copy.mkdir()
        for name in (*KEPT, *PAGES):
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
            else:
                shutil.copy(source, copy / name)
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
        settings = {**kept, "HOME": place, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1"}
        settings["ACCORD_WHEELS"] = str(folder.resolve())
        steps = ([sys.executable, "scripts/prepare.py", "site"], [".venv/bin/python", "-I", "-m", "accord", "check"])
        for step in steps:
            if subprocess.run([*cut, *step], cwd=copy, env=settings, check=False).returncode:
                print(f"This failed without a network: {' '.join(step)}", file=sys.stderr)
                return 1
    print("Set-up and check need no network: the lock and the folder are enough.")
    return 0


if __name__ == "__main__":
    todo = {"wheels": wheels, "prove": prove}.get(sys.argv[1]) if len(sys.argv) == 3 else None
    if todo is None:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(todo(Path(sys.argv[2])))
