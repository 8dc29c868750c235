"""Makes a seal: what it would list and add, who still has to sign it, and the signature, by `ssh-keygen`.

This program never holds a private key: `ssh-keygen` asks for its password, or for a touch of a security key.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from accord.model.records import CONFIRMED
from accord.problem import Unusable
from accord.read import disk
from accord.read.commitment import Folder
from accord.seals import chain
from accord.seals.chain import Chain, Seal, Steward

PLAIN_NAMES = {  # what a seal adds, in words, by how a path begins or ends
    ".erased": ("erasure", "erasures"),
    "-confirmed.yml": ("confirmation", "confirmations"),
    ".yml": ("record", "records"),
}


@dataclass(frozen=True)
class Plan:
    """A seal that is wanted: its path, its bytes, the list of keys that goes beside it (or None), who has signed it."""

    path: str
    raw: bytes
    stewards: bytes | None
    signed: frozenset[str]
    needed: int
    added: tuple[str, ...]  # paths
    last: Seal | None

    @property
    def seal(self) -> Seal:
        found, faults = chain.read_seal(self.path, self.raw)
        if found is None:
            raise Unusable(f"The seal would not hold: {faults[0].wrong}")
        return found


def plan(root: Path, folder: Folder, as_of: date) -> Plan:
    """Return the seal that would cover what lies there: a new one, or the newest where it still lacks a signature.

    Raises:
        Unusable: there are no stewards, the seals do not hold, or there is nothing to seal.
        OSError: a file can't be read.
    """
    found, open_ = _settled(root, folder)
    last = found.newest
    read = {file.path: file.digest.removeprefix("sha256:") for file in folder.records}  # as it will be shown
    digests = {path: read.get(path) or _digest(root, path) for path in _wanted(folder, found, open_)}
    keys = disk.start(root / chain.STEWARDS, chain.LARGEST_SIGNATURE * 16)
    if faults := chain.read_stewards(chain.STEWARDS, keys)[1]:
        raise Unusable(f"{faults[0].path}:{faults[0].line}: {faults[0].wrong} {faults[0].cure}")
    path = open_ or _name(folder, last, as_of)
    changed = last is None or last.lines.get(chain.STEWARDS) != digests[chain.STEWARDS]
    beside = chain.stewards_of(path)
    if changed:
        digests[beside] = digests[chain.STEWARDS]
    added = tuple(sorted(p for p in digests if last is None or last.lines.get(p) != digests[p]))
    if last and set(added) <= {p for p in digests if p.startswith(chain.FOLDER)} and set(last.lines) <= set(digests):
        raise Unusable("There is nothing to seal: the newest seal lists all that lies here.")
    day = path.removeprefix(chain.FOLDER)[:10]
    rows = [f"# {day} adds {described(added)}", *(f"{digests[p]}  {p}" for p in sorted(digests))]
    raw = "".join(f"{row}\n" for row in rows).encode()
    if open_ and raw != disk.start(root / path, chain.LARGEST):
        wrong = f"{path} waits for a second signature, and what it lists has changed since."
        raise Unusable(f"{wrong} Delete it with its signatures, and seal anew.")
    names = (chain.SIGNATURE.fullmatch(name) for name in folder.sealing)
    signed = frozenset(match[2] for match in names if match and match[1] == path)
    made = Plan(path, raw, keys if changed else None, signed, 1, added, last)
    return Plan(path, raw, made.stewards, signed, chain.needed(last, made.seal), added, last)


def _settled(root: Path, folder: Folder) -> tuple[Chain, str]:
    """Return the chain as far as it holds, and the path of the newest seal where that one still lacks signatures."""
    if chain.STEWARDS not in folder.sealing:
        raise Unusable('This register has no steward yet. Name two offices first: "accord found".')
    whole = follow(root, folder.sealing)
    if not whole.faults:
        return whole, ""
    newest = max((name for name in folder.sealing if chain.NAME.fullmatch(name)), key=chain.order, default="")
    before = follow(root, [name for name in folder.sealing if newest and not _beside(name, newest)])
    if before.faults:
        fault = whole.faults[0]
        raise Unusable(f"The seals do not hold: {fault.path}: {fault.wrong} {fault.cure}")
    return before, newest


def _beside(name: str, seal: str) -> bool:
    """Say whether a file is a seal, one of its signatures, or the list of keys beside it."""
    return name == chain.stewards_of(seal) or name == seal or name.startswith(f"{seal}.")


def follow(root: Path, names: Iterable[str], new: Mapping[str, bytes] | None = None, content: bool = False) -> Chain:
    """Return the chain of the seals among these files, and of what is `new` and not written yet, by path."""
    made = new or {}

    def read(path: str, most: int) -> bytes | None:
        return made.get(path) or _read(root, path)

    def digest(path: str) -> str | None:
        raw = read(path, chain.LARGEST)
        return None if raw is None else hashlib.sha256(raw).hexdigest()

    return chain.follow(chain.Files({*names, *made}, read, digest), content)


def _read(root: Path, path: str) -> bytes | None:
    try:
        return disk.start(root / path, chain.LARGEST) if path else None
    except OSError:
        return None


def _digest(root: Path, path: str) -> str:
    return hashlib.sha256(disk.start(root / path, chain.LARGEST)).hexdigest()


def _wanted(folder: Folder, found: Chain, open_: str) -> Iterator[str]:
    """Yield the path of each file that a seal lists: texts, keys, the authorities, seals, and what is confirmed."""
    yield from (chain.STEWARDS, chain.AUTHORITIES)
    for text in folder.texts.values():
        yield text.path
    yield from folder.abouts
    yield from (file.path for file in folder.erased)
    records = [file.record for file in folder.records if file.record]
    sealed = found.newest.lines if found.newest else {}
    # A confirmation that was sealed before has its record under that seal, and brings in no other.
    new = [each for each in records if each.event == CONFIRMED and each.path not in sealed]
    confirmed = {(each.signatory, each.get("target")) for each in new}
    for each in records:
        if each.event == CONFIRMED or (each.signatory, each.digest) in confirmed or each.path in sealed:
            yield each.path
    yield from (name for name in folder.sealing if name != chain.STEWARDS and not (open_ and _beside(name, open_)))


def _name(folder: Folder, last: Seal | None, as_of: date) -> str:
    day = max(as_of.isoformat(), last.day if last else "")
    first = f"{chain.FOLDER}{day}.sha256"
    later = (f"{chain.FOLDER}{day}-{number}.sha256" for number in range(2, 100))
    return next(path for path in (first, *later) if path not in folder.sealing)


def described(added: tuple[str, ...]) -> str:
    """Return what a seal adds, in a few words of plain ASCII."""
    found: Counter[tuple[str, str]] = Counter()
    words = []
    for path in added:
        if path.startswith(chain.VERSIONS) and path.endswith(".md"):
            words.append(f"version {path.removeprefix(chain.VERSIONS).removesuffix('.md')}")
        elif path.startswith(chain.SIGNATORIES):
            found[next(names for ending, names in PLAIN_NAMES.items() if path.endswith(ending))] += 1
        elif path == chain.STEWARDS:
            words.append("a change of the stewards")
        elif path == chain.AUTHORITIES:
            words.append("a change of the list of authorities")
    words += [f"{number} {one if number == 1 else many}" for (one, many), number in sorted(found.items())]
    return ", ".join(words[:12]) or "nothing that counts"


def office_of(key: Path, stewards: list[Steward], day: str) -> str:
    """Return whose key this is, by its .pub file.

    Raises:
        Unusable: no public half lies beside it, or no steward has it on that day.
    """
    beside = key if key.suffix == ".pub" else key.with_name(f"{key.name}.pub")
    try:
        words = disk.start(beside, chain.LARGEST_SIGNATURE).decode("ascii", "replace").split()
    except OSError:
        raise Unusable(f"{beside} can't be read. Give the private key's file; its .pub file lies beside it.") from None
    plain = day.replace("-", "")
    for steward in stewards:
        if (
            steward.key == " ".join(words[:2])
            and steward.after <= plain
            and not (steward.before and plain > steward.before)
        ):
            return steward.office
    raise Unusable(f"{beside.name} is no key of a steward that is valid on {day}. commitment/stewards says which are.")


def judges(root: Path, plan: Plan) -> list[Steward]:
    """Return the keys by which the seal is judged: those beside an earlier seal, or for the first those named now."""
    if plan.last is None:
        return chain.read_stewards(chain.STEWARDS, plan.stewards)[0]
    files = chain.Files((), lambda path, most: _read(root, path), lambda path: None)
    return chain.in_stewards(files, plan.last)


def signature(raw: bytes, key: Path) -> bytes:
    """Return the signature of a seal's bytes. `ssh-keygen` may ask for a password.

    Raises:
        Unusable: there is no ssh-keygen, or it did not sign.
    """
    with tempfile.TemporaryDirectory(prefix="accord-sign-") as folder:
        path = Path(folder, "seal")
        path.write_bytes(raw)
        command = ["ssh-keygen", "-q", "-Y", "sign", "-n", chain.NAMESPACE, "-f", str(key), str(path)]
        try:
            done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env={**os.environ, "LC_ALL": "C"})
        except FileNotFoundError:
            raise Unusable(f"There is no ssh-keygen here. {chain.NO_KEYGEN}") from None
        made = path.with_name("seal.sig")
        if done.returncode or not made.exists():
            raise Unusable("ssh-keygen did not sign. See what it said above.")
        return made.read_bytes()
