"""Signs a record with `ssh-keygen`, so that this program never holds a private key, and verifies what comes back."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from accord.verify import keys, openssh, sshsig
from accord.verify.wire import Refusal

LONGEST = 16 * 1024  # bytes of a .pub file that are read
MISSING = Refusal("There is no ssh-keygen on this machine.", "Install OpenSSH, or sign without --key.")


def public(key: Path) -> keys.Key | Refusal:
    """Return the public half of a key: from its .pub file, else by `ssh-keygen`, which may ask for its password."""
    beside = key if key.suffix == ".pub" else key.with_name(f"{key.name}.pub")
    if not key.exists():
        return Refusal("The key's file does not exist.", "Give the private key's file with --key.")
    try:
        if beside.exists():
            with beside.open("rb") as file:
                text = file.read(LONGEST).decode("utf-8", "replace")
        else:
            command = [openssh.program(), "-y", "-f", str(key)]
            done = subprocess.run(command, stdout=subprocess.PIPE, check=False, env=_environment())
            text = done.stdout.decode("utf-8", "replace")
            if done.returncode:
                return Refusal("ssh-keygen can't read the key.", "Give the private key's file with --key.")
    except openssh.Missing:
        return MISSING
    except OSError as error:
        return Refusal(f"The key's file can't be read: {error.strerror}.", "Give the private key's file with --key.")
    if keys.PRIVATE.search(text):
        return Refusal(f"{beside.name} holds a private key.", keys.LOST)
    return keys.read(" ".join(text.strip().split(" ")[:2]))  # the comment, often somebody's name, stays out


def sign(raw: bytes, key: Path, expected: keys.Key) -> bytes | Refusal:
    """Return the .sig of a record's bytes, once it was found good in process. `ssh-keygen` may ask for a password."""
    with tempfile.TemporaryDirectory(prefix="accord-sign-") as folder:
        path = Path(folder, "record.yml")
        path.write_bytes(raw)
        try:
            command = [openssh.program(), "-q", "-Y", "sign", "-n", sshsig.NAMESPACE, "-f", str(key), str(path)]
            done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=_environment())
        except openssh.Missing:
            return MISSING
        made = path.with_name("record.yml.sig")
        if done.returncode or not made.exists():
            return Refusal("ssh-keygen did not sign.", "See what it said above.")
        block = made.read_bytes()
    found = sshsig.read(block)
    if isinstance(found, Refusal):
        return found
    return sshsig.verify(found, raw, expected) or block


def _environment() -> dict[str, str]:
    """Return this program's environment, which names the user's agent and security key, in plain English."""
    return {**os.environ, "LC_ALL": "C"}
