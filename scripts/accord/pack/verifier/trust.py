"""Which key counts for which record: the one that the signatory's last signing before it names, or its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from typing import Dict, Iterator, List, NamedTuple, Optional, Tuple, Union

from accord.pack.verifier.records import Record
from accord.pack.verifier.said import Bad, Finding
from accord.pack.verifier.sshsig import NAMESPACE, Key, check_signature, read_key

Place = Tuple[str, int, int]


class Signed(NamedTuple):
    """A record with a signature that is good by a key. `known` says whether a signing names that key."""

    record: Record
    key: Key
    known: bool


def judged(records: List[Record], sigs: Dict[str, bytes], gaps: List[Place]) -> Iterator[Union[Signed, Finding]]:
    """Yield for each signature beside a record of one signatory that it is good, or what is wrong.

    Args:
        sigs: the bytes of each .sig, by the name of its record.
        gaps: places of signings that are erased or can't be read, and that may have named a key.
    """
    last: Optional[Key] = None
    since: Place = ("", 0, 0)
    for record in sorted(records, key=lambda record: record.place):
        own: Optional[Key] = None
        if record.event == "signed" and "public_key" in record.fields:
            try:
                own = read_key(record.fields["public_key"])
            except Bad as bad:
                gaps = [*gaps, record.place]
                yield record.name, f"Its public_key is not taken: {bad}."
        if record.name in sigs:
            lost = any(since < gap < record.place for gap in gaps)
            yield one_signature(record, sigs[record.name], [key for key in (last, own) if key], lost)
        if own is not None:
            last, since = own, record.place


def one_signature(record: Record, sig: bytes, keys: List[Key], lost: bool) -> Union[Signed, Finding]:
    """Judge one signature by the keys that count for it. `lost` says that a key that counts may not be known."""
    name = f"{record.name}.sig"
    if record.event == "confirmed":
        return name, "A steward's record carries no signature."
    try:
        used = check_signature(sig, record.raw)
    except Bad as bad:
        return name, f"The signature is not good: {bad}."
    known = any(key.blob == used.blob for key in keys)
    if not known and not lost:
        return name, "The signature is by another key than the one that the signatory's last signing names."
    return Signed(record, used, known)


def ssh_keygen(pack: str) -> Optional[str]:
    """Return where OpenSSH's program lies, or None. One in the pack, or in the folder where we are, is not taken."""
    found = shutil.which("ssh-keygen")
    if found is None:
        return None
    folder = os.path.dirname(os.path.realpath(found))
    near = [os.path.realpath(place) for place in (os.getcwd(), pack, os.path.dirname(os.path.abspath(pack)))]
    return None if folder in near else found


def openssh_agrees(program: str, signed: Signed, sig: bytes) -> bool:
    """Say whether `ssh-keygen -Y verify` finds a signature good, by the one key, for the one name, at any time."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    with tempfile.TemporaryDirectory(prefix="verify-") as folder:
        signers, block = os.path.join(folder, "signers"), os.path.join(folder, "sig")
        with open(signers, "w", encoding="ascii", newline="\n") as file:
            file.write(f'{signed.record.slug} namespaces="{NAMESPACE}" {signed.key.line}\n')
        with open(block, "wb") as raw:
            raw.write(sig)
        command = [program, "-Y", "verify", "-f", signers, "-I", signed.record.slug, "-n", NAMESPACE, "-s", block]
        settings = {**kept, "HOME": folder, "TZ": "UTC", "LC_ALL": "C"}
        try:
            done = subprocess.run(
                command, input=signed.record.raw, capture_output=True, timeout=20, check=False, env=settings
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
    return done.returncode == 0
