"""The same verification by OpenSSH itself, so that nobody has to trust our reader: `ssh-keygen -Y verify`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from accord.verify.keys import Key
from accord.verify.sshsig import NAMESPACE

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")  # a principal is a pattern list for OpenSSH: no *, ! or comma may pass
PATIENCE = 20  # seconds


class Missing(Exception):
    """There is no `ssh-keygen` on this machine."""


def program() -> str:
    """Return where `ssh-keygen` lies.

    Raises:
        Missing: nowhere.
    """
    found = shutil.which("ssh-keygen")
    if found is None:
        raise Missing
    return found


def environment() -> dict[str, str]:
    """Return an environment in which no clock, zone, language, agent or home of the caller changes the answer."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "TZ": "UTC", "LC_ALL": "C"}


def allowed_signers(slug: str, key: Key) -> str:
    """Return the one line that the published recipe writes. Each part was checked: no option can slip in.

    Raises:
        ValueError: the slug is none.
    """
    if not SLUG.match(slug):
        raise ValueError(slug)
    return f'{slug} namespaces="{NAMESPACE}" {key.line}\n'


def verify(slug: str, key: Key, signature: bytes, message: bytes) -> bool:
    """Say whether `ssh-keygen` finds the signature of a message good for a key. No clock decides: no limits are given.

    Raises:
        Missing: there is no `ssh-keygen`.
        subprocess.TimeoutExpired: it did not answer.
    """
    with tempfile.TemporaryDirectory(prefix="accord-verify-") as folder:
        signers, sig = Path(folder, "allowed_signers"), Path(folder, "record.sig")
        signers.write_bytes(allowed_signers(slug, key).encode())
        sig.write_bytes(signature)
        command = [program(), "-Y", "verify", "-f", str(signers), "-I", slug, "-n", NAMESPACE, "-s", str(sig)]
        done = subprocess.run(
            command,
            input=message,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
            env={**environment(), "HOME": folder},
        )
    return done.returncode == 0
