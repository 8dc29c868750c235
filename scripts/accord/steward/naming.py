"""The list of stewards' keys, commitment/stewards: which office may seal from which day until which."""

import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from accord.files import disk
from accord.files.problem import Unusable, shown
from accord.seals import chain
from accord.seals.chain import Steward

LARGEST = 16 * 1024  # bytes of a public key's file
MAKE = "Make one with: ssh-keygen -t ed25519 (for a security key: -t ed25519-sk)."
TYPES = (
    "ssh-ed25519", "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com", "ecdsa-sha2-nistp256",
)  # fmt: skip


def term(first: date, until: date | None) -> tuple[str, str]:
    """Return the days on which a key may sign, both included, as the list has them. Raises Unusable: it has no day."""
    if until and until <= first:  # OpenSSH takes no key whose days end where they begin
        raise Unusable(f"A key's last day ({until}) comes after its first ({first}).")
    return _plain(first), _plain(until)


def read_steward(told: str, first: date, until: date | None) -> Steward:
    """Return the key of an office from `NAME=KEY.pub`. Raises Unusable: the name or the key can't be a steward's."""
    name, _, file = told.partition("=")
    found = Steward(name, *term(first, until), public_key(Path(file)) if file else "")
    if not file or not chain.STEWARD.fullmatch(row(found)):
        raise Unusable(f"{shown(told)}: write NAME=KEY.pub, the name in small letters and digits, such as north.")
    return found


def _plain(day: date | None) -> str:
    return day.strftime("%Y%m%d") if day else ""


def public_key(path: Path) -> str:
    """Return a key's type and its letters, without the comment, which can name a person.

    Raises Unusable: it is no public key, or none that can seal.
    """
    try:
        text = disk.start(path, LARGEST).decode("utf-8-sig", "replace")
    except OSError as error:
        raise Unusable(f"{path} can't be read: {error.strerror}.") from None
    if "PRIVATE KEY" in text:
        raise Unusable(f"{path} is a private key, which nobody else may hold. Give the file that ends in .pub.")
    rows = [line.split() for line in text.splitlines() if line.strip()]
    if len(rows) != 1:
        raise Unusable(f"{path} holds {len(rows)} lines, and a public key is one. Give one key in a file.")
    kind = rows[0][0]
    if "-cert-" in kind:
        raise Unusable(f"{path} is a certificate. Give the key itself, the file that ends in .pub.")
    if kind not in TYPES:
        raise Unusable(f"{path}: {shown(kind)} is no type of key that can seal. {MAKE}")
    key = " ".join(rows[0][:2])
    fingerprint(key)
    return key


def fingerprint(key: str) -> str:
    """Return what people compare, as `ssh-keygen -l` prints it. Raises Unusable where OpenSSH can't read the key."""
    command = ["ssh-keygen", "-l", "-f", "-"]
    try:
        done = subprocess.run(command, input=f"{key}\n", capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        raise Unusable(f"There is no ssh-keygen here. {chain.NO_KEYGEN}") from None
    if done.returncode:
        raise Unusable(f"OpenSSH can't read this key: {shown(key)}. Copy its .pub file again.")
    return done.stdout.split()[1]


def row(each: Steward) -> str:
    end = f',valid-before="{each.before}"' if each.before else ""
    return f'{each.office} namespaces="{chain.NAMESPACE}",valid-after="{each.after}"{end} {each.key}'


def listing(stewards: Sequence[Steward], after: date) -> bytes:
    """Return the file. Raises Unusable: a key stands twice, or fewer than two offices could sign after a day."""
    raw = "".join(f"{row(each)}\n" for each in stewards).encode()
    if faults := chain.read_stewards(chain.STEWARDS, raw)[1]:
        raise Unusable(f"{faults[0].wrong} {faults[0].cure}")
    if len({each.office for each in stewards if not each.before or each.before > _plain(after)}) < 2:
        raise Unusable(f"Fewer than two offices could sign after {after}, and then no change could be sealed.")
    return raw


def ended(stewards: Sequence[Steward], told: str, until: date) -> list[Steward]:
    """Return the list with an office's keys ended, or with one of them (`NAME=KEY.pub`).

    Raises Unusable: no key of that office is in force, or it began that day or later.
    """
    name, _, file = told.partition("=")
    key = public_key(Path(file)) if file else ""
    last = _plain(until)
    mine = [e for e in stewards if e.office == name and key in ("", e.key) and (not e.before or e.before > last)]
    if not mine:
        raise Unusable(f"{shown(told)}: no such key can still sign after {until}.")
    for each in mine:
        term(date.fromisoformat(each.after), until)
    return [each._replace(before=last) if each in mine else each for each in stewards]
