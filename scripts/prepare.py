"""Sets up .venv from the hash-locked requirements. Needs only Python's standard library; works on Windows too.

Usage: python3 scripts/prepare.py [site|test|prove]     (test: what the tests need besides, and looks for Chromium;
                                                         prove: what `make prove` needs besides that)
Exits 2, with the command that helps, where something is missing. Set-up is the only time that needs a network, and not
even that where ACCORD_WHEELS names a folder with the packages (make wheels fills one).
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCKS = {"site": "requirements.txt", "test": "requirements-dev.txt", "prove": "requirements-prove.txt"}
OLDEST = (3, 11)
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Isolated, and run in our own folder: Python would else look for `venv` and `pip` first where it was started, which may
# be a folder with somebody else's proposed change.
ISOLATED = ("-I", "-m")
PIP = (*ISOLATED, "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet", "--no-user")
# What leads pip's work elsewhere than into .venv. Addresses, proxies and certificates of the caller's stay.
ELSEWHERE = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_NO_DEPS", "PIP_DRY_RUN", "PIP_EDITABLE")


def lacking(what: str) -> str:
    """Return what the machine lacks and the command that installs it, or an empty string."""
    if sys.version_info < OLDEST:
        found = f"{sys.version_info.major}.{sys.version_info.minor}"
        return f"Python 3.11 or newer is needed; this is {found}. On Debian: sudo apt install python3 python3-venv"
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        return "Python's venv is missing. On Debian: sudo apt install python3-venv"
    if shutil.which("git") is None:
        return "git is missing. On Debian: sudo apt install git"
    if what == "test" and not any(shutil.which(name) for name in CHROMIUM):
        return "Chromium is missing, which tests drive. On Debian: sudo apt install chromium-headless-shell"
    return ""


def stamp(requirements: Path) -> str:
    """Return a digest of all that the environment is made of, so that it is made anew when one of them changes."""
    files = [path.read_bytes() for path in (requirements, ROOT / "pyproject.toml")]
    return hashlib.sha256(b"\0".join([sys.version.encode(), *files, str(ROOT).encode()])).hexdigest()


def locked(requirements: Path, wheels: str = "") -> tuple[str, ...]:
    """Return pip's options: only packages with the hashes of the lock, and with `wheels` only from that folder."""
    source = ("--no-index", "--find-links", wheels) if wheels else ()
    return ("--require-hashes", "--only-binary", ":all:", *source, "-r", str(requirements))


def prepare(what: str) -> int:
    """Make .venv and fill it. Return 0, or 2 where something is missing."""
    if trouble := lacking(what):
        print(trouble, file=sys.stderr)
        return 2
    requirements = ROOT / LOCKS[what]
    marker = VENV / f".accord-{what}"
    if marker.exists() and marker.read_text(encoding="ascii") == stamp(requirements):
        return 0
    print(f"Setting up .venv from {requirements.name} ...", flush=True)
    # As seen from where the user is: pip runs elsewhere.
    wheels = str(Path(given).resolve()) if (given := os.environ.get("ACCORD_WHEELS", "")) else ""
    settings = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    try:
        if not (BIN / ("python.exe" if os.name == "nt" else "python")).exists():
            subprocess.run([sys.executable, *ISOLATED, "venv", str(VENV)], check=True, cwd=ROOT)
        python = str(BIN / "python")
        subprocess.run([python, *PIP, *locked(requirements, wheels)], check=True, cwd=ROOT, env=settings)
        own = ("--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
        subprocess.run([python, *PIP, *own], check=True, cwd=ROOT, env=settings)
    except subprocess.CalledProcessError:
        why = "It needs a network once, or a folder of packages in ACCORD_WHEELS; delete .venv and try again. "
        why += 'If pip says "No matching distribution found", see README.md for the systems that have all packages.'
        print(f"The set-up did not finish. {why}", file=sys.stderr)
        return 2
    marker.write_text(stamp(requirements), encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(prepare(sys.argv[1] if len(sys.argv) > 1 else "site"))
