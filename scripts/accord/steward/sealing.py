"""Makes a seal: what it would list and add, who still has to sign it, and the signatures, by `ssh-keygen`.

This program never holds a private key: `ssh-keygen` asks for its password, or for a touch of a security key.
"""

import os
import subprocess
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from accord.files import disk
from accord.files.atomic import write_new
from accord.files.digests import digest
from accord.files.problem import Unusable
from accord.files.tree import Overlay, Tree
from accord.register.folder import Folder
from accord.register.record import CONFIRMED
from accord.seals import chain
from accord.seals import reading as seals
from accord.seals.chain import Chain, Fault, Seal, Steward

PLAIN_NAMES = {  # what a seal adds, in words, by how a path begins or ends
    ".erased": ("erasure", "erasures"),
    "-confirmed.yml": ("confirmation", "confirmations"),
    ".yml": ("record", "records"),
}


class NothingToSeal(Unusable):
    """The newest seal lists all that lies there."""


@dataclass(frozen=True)
class Plan:
    """A seal that is wanted, its bytes, the list of keys that goes beside it (or None), and who has signed it.

    `waits` says that it lies there already and lacks a signature; `added` are paths; `needed` is a number of offices.
    """

    seal: Seal
    raw: bytes
    stewards: bytes | None
    signed: frozenset[str]
    needed: int
    added: tuple[str, ...]
    last: Seal | None
    waits: bool

    @property
    def path(self) -> str:
        return self.seal.path


def plan(folder: Folder, as_of: date) -> Plan:
    """Return the seal that would cover what lies there: a new one, or the newest where it still lacks a signature.

    Raises:
        NothingToSeal: the newest seal lists it all.
        Unusable: there are no stewards, or the seals do not hold.
        OSError: a file can't be read.
    """
    found, open_ = _settled(folder)
    last = found.newest
    read = {file.path: file.digest.removeprefix("sha256:") for file in folder.records}  # as it will be shown
    digests = {
        path: read.get(path) or digest(folder.tree.read(path, chain.LARGEST))[7:]
        for path in _wanted(folder, found, open_)
    }
    keys = folder.tree.read(chain.STEWARDS, chain.LARGEST_SIGNATURE * 16)
    sound(chain.read_stewards(chain.STEWARDS, keys)[1])
    path = open_ or _name(folder, last, as_of)
    changed = last is None or last.lines.get(chain.STEWARDS) != digests[chain.STEWARDS]
    if changed:
        digests[chain.stewards_of(path)] = digests[chain.STEWARDS]
    before = last.lines if last else {}
    added = tuple(sorted(p for p in digests if before.get(p) != digests[p]))
    if last and before.keys() <= digests.keys() and all(p.startswith(chain.FOLDER) for p in added):
        raise NothingToSeal("There is nothing to seal: the newest seal lists all that lies here.")
    day = path.removeprefix(chain.FOLDER)[:10]
    rows = [f"# {day} adds {described(added)}", *(f"{digests[p]}  {p}" for p in sorted(digests))]
    raw = "".join(f"{row}\n" for row in rows).encode()
    seal = _read_back(path, raw)
    if open_:
        _unchanged(_read_back(path, folder.tree.read(path, chain.LARGEST)), seal)
    names = (chain.SIGNATURE.fullmatch(name) for name in folder.sealing)
    signed = frozenset(match[2] for match in names if match and match[1] == path)
    return Plan(seal, raw, keys if changed else None, signed, chain.needed(last, seal), added, last, bool(open_))


def _read_back(path: str, raw: bytes) -> Seal:
    seal, faults = chain.read_seal(path, raw)
    sound(faults, "The seal would not hold: ")
    assert seal
    return seal


def sound(faults: Sequence[Fault], words: str = "") -> None:
    """Raise Unusable where there is a fault, with the first."""
    for fault in faults[:1]:
        raise Unusable(f"{words}{fault.path}:{fault.line}: {fault.wrong} {fault.cure}")


def _unchanged(signed: Seal, now: Seal) -> None:
    """Raise Unusable where a seal that waits for a signature lists other files than those that lie there."""
    if signed.digest != now.digest:
        moved = sorted(path for path, _ in signed.lines.items() ^ now.lines.items())
        wrong = f"{signed.path} waits for another signature, and what it lists has changed since"
        raise Unusable(
            f"{wrong} ({moved[0] if moved else 'its first line'}). Bring back what it lists, or delete it with its "
            "signatures and seal anew."
        )


def _settled(folder: Folder) -> tuple[Chain, str]:
    """Return the chain as far as it holds, and the path of the newest seal where that one still lacks signatures."""
    if chain.STEWARDS not in folder.sealing:
        raise Unusable('This register has no steward yet. Name two offices first: "accord found".')
    whole = follow(folder.tree, folder.sealing)
    if not whole.faults:
        return whole, ""
    newest = max((name for name in folder.sealing if chain.NAME.fullmatch(name)), key=chain.order, default="")
    before = follow(folder.tree, [name for name in folder.sealing if newest and not _beside(name, newest)])
    if before.faults or any(fault.path != newest for fault in whole.faults):
        sound(before.faults or [fault for fault in whole.faults if fault.path != newest], "The seals do not hold: ")
    return before, newest


def _beside(name: str, seal: str) -> bool:
    """Say whether a file is a seal, one of its signatures, or the list of keys beside it."""
    return name == chain.stewards_of(seal) or name == seal or name.startswith(f"{seal}.")


def follow(tree: Tree, names: Iterable[str], new: Mapping[str, bytes] | None = None, content: bool = False) -> Chain:
    """Return the chain of the seals among these files, and of what is `new` and not written yet, by path."""
    made = new or {}
    return chain.follow(seals.files(Overlay(tree, made), {*names, *made}), content)


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
    names = (f"{chain.FOLDER}{day}{end}.sha256" for end in ("", *(f"-{number}" for number in range(2, 100))))
    return next(path for path in names if path not in folder.sealing)


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


def signed(folder: Folder, made: Plan, keys: Collection[Path]) -> dict[str, bytes]:
    """Return what has to be written, by path: the seal where it is new, and a signature by each key.

    Raises:
        Unusable: a key is no steward's, or `ssh-keygen` did not sign, or the seal would not hold.
        OSError: the disk refuses.
    """
    new = {} if made.waits else {made.path: made.raw}
    if made.stewards is not None and chain.stewards_of(made.path) not in folder.sealing:
        new[chain.stewards_of(made.path)] = made.stewards
    offices = {office_of(key, _judges(folder.tree, made), made.seal.day): key for key in keys}
    if again := sorted(made.signed & offices.keys()):
        raise Unusable(f"{again[0]} has signed {made.path} already. Another office has to.")
    for office, key in offices.items():
        new[f"{made.path}.{office}.sig"] = signature(made.raw, key)
    short = len(made.signed) + len(offices) < made.needed
    faults = follow(folder.tree, folder.sealing, new, content=True).faults
    sound([each for each in faults if not (short and each.path == made.path)], "The seal would not hold: ")
    return new


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Write new files, all or none of them.

    Raises OSError: one can't be written, or is there already. None of the others is left.
    """
    done: list[Path] = []
    try:
        for path, raw in files.items():
            write_new(root / path, raw)
            done.append(root / path)
    except BaseException:
        for file in done:
            file.unlink(missing_ok=True)
        raise


def office_of(key: Path, stewards: Iterable[Steward], day: str) -> str:
    """Return whose key this is, by its .pub file, for a seal of a day.

    Raises Unusable: no public half lies beside it, it is no steward's, or that office may not sign with it on that day.
    """
    beside = key if key.suffix == ".pub" else key.with_name(f"{key.name}.pub")
    try:
        words = disk.start(beside, chain.LARGEST_SIGNATURE).decode("utf-8-sig", "replace").split()
    except OSError:
        make = f'If the private key is there, this makes it: ssh-keygen -y -f "{key}" > "{beside}"'
        raise Unusable(f"{beside} can't be read. Give the private key; its .pub file lies beside it. {make}") from None
    mine = next((each for each in stewards if each.key == " ".join(words[:2])), None)
    if mine is None:
        raise Unusable(f"{beside} is no steward's key. {chain.STEWARDS} says whose are, once a seal has brought it in.")
    if not mine.after <= day.replace("-", "") <= (mine.before or "99999999"):
        term = f"from {mine.after} to {mine.before}" if mine.before else f"from {mine.after} on"
        raise Unusable(f"This key of {mine.office} may sign {term}, and the seal is of {day}. Sign with another.")
    return mine.office


def _judges(tree: Tree, made: Plan) -> list[Steward]:
    """Return the keys by which the seal is judged: those beside an earlier seal, or for the first those named now."""
    if made.last is None:
        return chain.read_stewards(chain.STEWARDS, made.stewards)[0]
    return chain.in_stewards(seals.files(tree, ()), made.last)


def signature(raw: bytes, key: Path) -> bytes:
    """Return the signature of a seal's bytes. `ssh-keygen` may ask for a password, or for a touch."""
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
            raise Unusable(f"ssh-keygen did not sign with {key}, and said above why.")
        return made.read_bytes()
