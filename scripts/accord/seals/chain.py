"""Follows the chain of seals, offline: what each lists, who signed it, and whether anything vanished or changed since.

A seal is a list as `sha256sum` writes it, of every file that counts, signed by stewards with `ssh-keygen -Y sign`. Each
lists the seals before it and their signatures, so that the newest guards all. Who may sign a seal is said by the list
of keys that lay beside an earlier one, `commitment/seals/<seal>.stewards`: nobody can bring in a key of their own.

This file is also the program of the verification pack, `verify.py`: it needs Python 3.9 and the standard library alone.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

NAMESPACE = "accord-seal-v1"
FOLDER = "commitment/seals/"
STEWARDS = "commitment/stewards"
AUTHORITIES = "data/authorities.yml"
VERSIONS = "commitment/versions/"
SIGNATORIES = "commitment/signatories/"
MAY_CHANGE = (STEWARDS, AUTHORITIES)  # under a newer seal
LARGEST = 32 * 1024 * 1024  # bytes of a seal; 100,000 files take about 15 MB
LARGEST_SIGNATURE = 4096  # bytes; a security key's takes about 600
PATIENCE = 20  # seconds that ssh-keygen may take
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_SEAL = rf"{_DAY}(?:-(?:[2-9]|[1-9][0-9]))?"
_OFFICE = r"[a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){0,3}"
NAME = re.compile(rf"{FOLDER}({_DAY})(?:-([0-9]{{1,2}}))?\.sha256")
SIGNATURE = re.compile(rf"({FOLDER}{_SEAL}\.sha256)\.({_OFFICE})\.sig")
PATH = (
    rf"{re.escape(STEWARDS)}|{re.escape(AUTHORITIES)}|{VERSIONS}[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{2}}\.(?:md|yml)"
    rf"|{FOLDER}{_SEAL}\.(?:sha256(?:\.{_OFFICE}\.sig)?|stewards)"
    rf"|{SIGNATORIES}[a-z0-9-]{{1,64}}/{_DAY}-[a-z]{{1,10}}(?:-[0-9]{{1,2}})?\.yml(?:\.erased)?"
)
LINE = re.compile(rf"([0-9a-f]{{64}})  ({PATH})".encode())
FIRST = re.compile(rf"# ({_DAY}) adds [ -~]{{1,500}}".encode())
STEWARD = re.compile(
    rf'({_OFFICE}) namespaces="{NAMESPACE}",valid-after="([0-9]{{8}})"(?:,valid-before="([0-9]{{8}})")?'
    r" ((?:ssh-ed25519|sk-ssh-ed25519@openssh\.com|sk-ecdsa-sha2-nistp256@openssh\.com|ecdsa-sha2-nistp256)"
    r" [A-Za-z0-9+/]{40,400}={0,2})"
)
ERASED = re.compile(rb'^digest: "sha256:([0-9a-f]{64})"$', re.MULTILINE)
AGAIN = "Bring back what was published, from git or from a copy that somebody kept."
OLD = re.compile(rb"(?i)unknown key option|unsupported certificate option")  # said before 8.7 of valid-after
TOO_OLD = "The ssh-keygen here is too old to read when a key is valid: OpenSSH 8.7 or newer is needed."
NO_KEYGEN = "Install OpenSSH (on Debian: sudo apt install openssh-client)."


class Fault(NamedTuple):
    """What is wrong at a place, and what to do."""

    path: str
    line: int
    wrong: str
    cure: str


class Steward(NamedTuple):
    """A key of a steward's office. It may sign on the days from `after` to `before`, both included ("" is no end)."""

    office: str
    after: str  # YYYYMMDD
    before: str
    key: str  # type and base64


class Seal(NamedTuple):
    """A seal: its path, its day (YYYY-MM-DD), its own digest, and 64 hexadecimal digits by path."""

    path: str
    day: str
    digest: str
    lines: Mapping[str, str]


@dataclass(frozen=True)
class Files:
    """What lies there. `read` gives at most so many bytes of a file and one more, or None; `digest` is in 64 digits.

    `fetch` is told which files will be asked for, where one question for all of them is faster.
    """

    names: Collection[str]
    read: Callable[[str, int], bytes | None]
    digest: Callable[[str], str | None]
    fetch: Callable[[Iterable[str]], object] = lambda paths: None


@dataclass(frozen=True)
class Chain:
    """What came of it. Where there is any fault, nothing counts as sealed."""

    seals: Sequence[Seal] = ()
    faults: Sequence[Fault] = ()
    offices: Mapping[str, Collection[str]] = field(default_factory=dict)  # by seal: who signed it, and may

    @property
    def newest(self) -> Seal | None:
        return self.seals[-1] if self.seals else None

    @property
    def sealed(self) -> Mapping[str, str]:
        """Return what counts: 64 hexadecimal digits by path."""
        return {} if self.faults or not self.seals else self.seals[-1].lines


def follow(files: Files, content: bool = True) -> Chain:
    """Follow the chain of seals from the first to the newest, and look whether all that it lists lies there.

    Without `content`, only the seals are looked at, and not the files that they list.
    """
    seals: list[Seal] = []
    faults: list[Fault] = []
    files.fetch([name for name in files.names if is_ours(name)])
    for path in sorted((name for name in files.names if NAME.fullmatch(name)), key=order):
        seal, found = read_seal(path, files.read(path, LARGEST))
        faults.extend(found)
        if seal:
            seals.append(seal)
    if faults or not seals:
        return Chain((), faults)
    offices, found = _signed(files, seals)
    faults.extend(found)
    last: Seal | None = None
    for seal in seals:
        signed = offices.get(seal.path)
        faults.extend(_step(files, last, seal, signed))
        if signed is not None and len(signed) < needed(last, seal):
            break  # what stewards did not sign may list anything, and takes long to look through
        last = seal
    unasked = any(fault.path == FOLDER for fault in found)  # no ssh-keygen: the files can be compared all the same
    faults.extend(_there(files, seals[-1]) if content and (unasked or not faults) else ())
    return Chain(seals, sorted(set(faults)), {seal.path: offices.get(seal.path, ()) for seal in seals})


def is_ours(path: str) -> bool:
    """Say whether a path is that of a seal, of a signature of one, or of a list of keys beside one."""
    return path.startswith(FOLDER) and re.fullmatch(PATH, path) is not None


def order(path: str) -> tuple[str, int]:
    """Return the day of a seal, and its number on that day."""
    found = NAME.fullmatch(path)
    assert found
    return found[1], int(found[2] or 1)


def read_seal(path: str, raw: bytes | None) -> tuple[Seal | None, list[Fault]]:
    """Return the seal in these bytes, or what is wrong with its form: it has one form, to the last byte."""
    found = NAME.fullmatch(path)
    if raw is None or len(raw) > LARGEST or found is None:
        return None, [Fault(path, 1, "The seal can't be read, or is too large.", AGAIN)]
    try:
        date.fromisoformat(found[1])
    except ValueError:
        return None, [Fault(path, 1, "The seal's name holds no day of the calendar.", AGAIN)]
    rows = raw.split(b"\n")
    first = FIRST.fullmatch(rows[0])
    if rows[-1] != b"" or first is None or first[1].decode() != found[1]:
        return None, [Fault(path, 1, "The first line of the seal does not say its day and what it adds.", AGAIN)]
    lines: dict[str, str] = {}
    last = ""
    for number, row in enumerate(rows[1:-1], 2):
        match = LINE.fullmatch(row)
        if match is None or match[2].decode() <= last:
            return None, [Fault(path, number, "The line is not one of a seal, or out of order.", AGAIN)]
        last = sys.intern(match[2].decode())  # kept once for all seals: each lists nearly what the last one did
        lines[last] = sys.intern(match[1].decode())
    return Seal(path, found[1], hashlib.sha256(raw).hexdigest(), lines), []


def read_stewards(path: str, raw: bytes | None) -> tuple[list[Steward], list[Fault]]:
    """Return the stewards' keys in a file, or what is wrong with it."""
    if raw is None or len(raw) > LARGEST_SIGNATURE * 16:
        return [], [Fault(path, 1, "The list of stewards' keys is missing or can't be read.", AGAIN)]
    found: list[Steward] = []
    form = f'Write: office namespaces="{NAMESPACE}",valid-after="20261130" ssh-ed25519 AAAA…, one line a key.'
    rows = raw.decode("ascii", "replace").split("\n")
    for number, row in enumerate(rows[:-1] if rows[-1] == "" else rows, 1):
        match = STEWARD.fullmatch(row)
        if match is None:
            return [], [Fault(path, number, "The line is not that of a steward's key.", form)]
        steward = Steward(match[1], match[2], match[3] or "", match[4])
        if steward.before and steward.before <= steward.after:
            return [], [Fault(path, number, "The key ends before it begins, or on the same day.", form)]
        if any(each.key == steward.key for each in found):
            return [], [Fault(path, number, "The key stands twice.", "Each office has keys of its own.")]
        found.append(steward)
    return found, []


def in_force(seals: Sequence[Seal], place: int) -> str:
    """Return the path of the list of keys by which a seal is judged: the newest that an earlier seal brought in.

    A list counts where the seal beside which it lies lists it, and nowhere else: a later one could name any. The first
    seal is judged by the one beside itself, because nothing comes before it.
    """
    named = [beside for seal in seals[:place] if (beside := stewards_of(seal.path)) in seal.lines]
    return named[-1] if named else stewards_of(seals[place].path)


def stewards_of(seal: str) -> str:
    """Return the path of the list of keys beside a seal."""
    return seal[: -len("sha256")] + "stewards"


def _signed(files: Files, seals: Sequence[Seal]) -> tuple[dict[str, Collection[str]], list[Fault]]:
    """Return, by seal, the offices whose signatures are good, and each signature that is not.

    Where no signature can be looked at, nothing is said of any seal.
    """
    offices: dict[str, Collection[str]] = {seal.path: set() for seal in seals}
    keys = {seal.path: in_force(seals, place) for place, seal in enumerate(seals)}
    lists = {path: files.read(path, LARGEST_SIGNATURE * 16) for path in sorted({*keys.values()})}
    read = {path: read_stewards(path, raw) for path, raw in lists.items()}
    faults = [fault for _, found in read.values() for fault in found]
    if faults:
        return {}, faults
    known = {path: {steward.office for steward in stewards} for path, (stewards, _) in read.items()}
    tasks = []
    for name, seal, office in _signatures(files, seals):
        if office in known[keys[seal.path]]:
            tasks.append((name, seal, office, keys[seal.path]))
        else:  # OpenSSH would say so too, in its own time
            faults.append(_bad(name, seal, office, keys[seal.path]))
    program = shutil.which("ssh-keygen")
    if program is None:
        return {}, [Fault(FOLDER, 1, "There is no ssh-keygen here, so no signature can be verified.", NO_KEYGEN)]

    def judge(task: tuple[str, Seal, str, str]) -> bool | None:
        name, seal, office, beside = task
        return verified(program, seal, office, lists[beside] or b"", files.read(seal.path, LARGEST) or b"",
                        files.read(name, LARGEST_SIGNATURE) or b"")  # fmt: skip

    with ThreadPoolExecutor() as pool:
        for place, good in enumerate(pool.map(judge, tasks)):
            name, seal, office, beside = tasks[place]
            if good is None:
                return {}, [Fault(FOLDER, 1, TOO_OLD, NO_KEYGEN)]
            if good:
                offices[seal.path] = {*offices[seal.path], office}
            else:
                faults.append(_bad(name, seal, office, beside))
    return offices, faults


def _signatures(files: Files, seals: Sequence[Seal]) -> Iterator[tuple[str, Seal, str]]:
    """Yield the path of each signature, the seal that it is of, and the office that it is said to be of."""
    by_path = {seal.path: seal for seal in seals}
    for name in sorted(files.names):
        match = SIGNATURE.fullmatch(name)
        if match and match[1] in by_path:
            yield name, by_path[match[1]], match[2]


def _bad(name: str, seal: Seal, office: str, beside: str) -> Fault:
    wrong = f"This is no good signature of the seal by a key of {office} that is valid on {seal.day}."
    return Fault(name, 1, wrong, f"The keys are those of {beside}. {AGAIN}")


def verified(program: str, seal: Seal, office: str, stewards: bytes, raw: bytes, signature: bytes) -> bool | None:
    """Say whether OpenSSH finds a signature good, by a key of the office valid on the seal's day; None if too old."""
    if len(signature) > LARGEST_SIGNATURE or len(raw) > LARGEST:
        return False
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    with tempfile.TemporaryDirectory(prefix="accord-seal-") as folder:
        Path(folder, "stewards").write_bytes(stewards)
        Path(folder, "sig").write_bytes(signature)
        command = [program, "-Y", "verify", "-f", "stewards", "-I", office, "-n", NAMESPACE,
                   f"-Overify-time={seal.day.replace('-', '')}", "-s", "sig"]  # fmt: skip
        try:
            done = subprocess.run(command, input=raw, capture_output=True, check=False, timeout=PATIENCE, cwd=folder,
                                  env={**kept, "TZ": "UTC", "LC_ALL": "C", "HOME": folder})  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            return False
    return None if OLD.search(done.stderr) else done.returncode == 0


def needed(last: Seal | None, seal: Seal) -> int:
    """Return how many offices have to sign a seal: two for a version, an erasure, the stewards, and the first seal."""
    if last is None:
        return 2
    added = [path for path in seal.lines if path not in last.lines]
    weighty = any(path.startswith(VERSIONS) or path.endswith((".erased", ".stewards")) for path in added)
    return 2 if weighty or seal.lines.get(STEWARDS) != last.lines.get(STEWARDS) else 1


def _step(files: Files, last: Seal | None, seal: Seal, offices: Collection[str] | None) -> Iterator[Fault]:
    """Yield what is wrong with how a seal follows from the one before. `offices` is None where none was looked at."""
    wanted = needed(last, seal)
    if offices is not None and len(offices) < wanted:
        count = f"{len(offices)} office" + ("" if len(offices) == 1 else "s")
        wrong = f"The seal is signed by {count}, and needs {'two' if wanted == 2 else 'one'}."
        yield Fault(seal.path, 1, wrong, 'Let another steward sign it: "accord seal --key KEY".')
    for path in (STEWARDS, AUTHORITIES):
        if path not in seal.lines:
            yield Fault(seal.path, 1, f"The seal does not list {path}.", AGAIN)
    yield from _lists(files, last, seal)
    own = stewards_of(seal.path)
    if last is None:
        yield from (Fault(seal.path, 1, f"The first seal lists another seal: {path}.", AGAIN)
                    for path in seal.lines if path.startswith(FOLDER) and path != own)  # fmt: skip
        return
    if seal.lines.get(last.path) != last.digest:
        yield Fault(seal.path, 1, f"The seal does not list {last.path} as it lies here.", AGAIN)
    yield from _kept(files, last, seal)


def _lists(files: Files, last: Seal | None, seal: Seal) -> Iterator[Fault]:
    """Yield what is wrong with the list of keys that a seal brings in, and with one that it should bring in."""
    before = in_stewards(files, last)
    own = stewards_of(seal.path)
    for path in seal.lines:
        if path.endswith(".stewards") and path != own and (last is None or path not in last.lines):
            yield Fault(path, 1, f"{seal.path} lists a list of keys that lies beside another seal.", AGAIN)
    if last is None and own not in seal.lines:
        yield Fault(seal.path, 1, f"The first seal does not list {own}.", AGAIN)
    if own in seal.lines:
        if seal.lines[own] != seal.lines.get(STEWARDS):
            yield Fault(own, 1, f"The list differs from {STEWARDS} as the seal names it.", AGAIN)
        yield from _keys(files, before, own, seal.day)
    elif last is not None and seal.lines.get(STEWARDS) != last.lines.get(STEWARDS):
        yield Fault(seal.path, 1, f"{STEWARDS} changes under this seal, which does not list {own}.", AGAIN)


def _kept(files: Files, last: Seal, seal: Seal) -> Iterator[Fault]:
    """Yield what the last seal lists and this one does not, or otherwise; and signatures that came too late."""
    for path, sha in last.lines.items():
        now = seal.lines.get(path)
        if now == sha or (now is not None and path in MAY_CHANGE):
            continue
        if now is not None:
            yield Fault(path, 1, f"{seal.path} lists other bytes of this file than {last.path}.", AGAIN)
        elif f"{path}.erased" not in seal.lines:
            yield Fault(path, 1, f"{last.path} lists this file, and {seal.path} does not.", AGAIN)
        else:
            found = ERASED.search(files.read(f"{path}.erased", LARGEST_SIGNATURE) or b"")
            if found is None or found[1].decode() != sha:
                wrong = "What is left of an erased record does not hold the digest that the record had."
                yield Fault(f"{path}.erased", 1, wrong, f"Write sha256:{sha}.")
    for name in sorted(files.names):
        match = SIGNATURE.fullmatch(name)
        if match and match[1] == last.path and name not in seal.lines:
            yield Fault(name, 1, f"{seal.path} does not list this signature.", "Take it away: it came too late.")


def in_stewards(files: Files, last: Seal | None) -> list[Steward]:
    """Return the stewards' keys in force once a seal holds; none before the first."""
    if last is None:
        return []
    named = [path for path in last.lines if path.endswith(".stewards")]
    beside = max(named, key=lambda path: order(path[: -len("stewards")] + "sha256"), default="")
    return read_stewards(beside, files.read(beside, LARGEST_SIGNATURE * 16))[0] if beside else []


def _keys(files: Files, before: list[Steward], path: str, day: str) -> Iterator[Fault]:
    """Yield keys that vanish, change, or come back: a key is ended and never taken out, so that old seals hold.

    And new keys that would have been valid before anybody named them. All keys of the first seal are new.
    """
    now, faults = read_stewards(path, files.read(path, LARGEST_SIGNATURE * 16))
    yield from faults
    by_key = {steward.key: steward for steward in now}
    for old in before:
        new = by_key.get(old.key)
        if new is None or (new.office, new.after) != (old.office, old.after):
            wrong = f"A key of {old.office} is gone or changed, and a key is never taken out."
            yield Fault(path, 1, wrong, "Bring its line back, and end it with valid-before.")
        elif old.before and (not new.before or new.before > old.before):
            yield Fault(path, 1, f"A key of {old.office} that was ended comes back.", "Make a new key.")
    for new in now if before else ():
        if new.key not in {old.key for old in before} and new.after <= day.replace("-", ""):
            wrong = f"A new key of {new.office} begins on {new.after}, and the seal that brings it in is of {day}."
            yield Fault(path, 1, wrong, "Let it begin on the day after the seal, or later.")


def _there(files: Files, newest: Seal) -> Iterator[Fault]:
    """Yield files of the newest seal that are changed or gone."""
    files.fetch(newest.lines)
    for path, sha in newest.lines.items():
        found = files.digest(path)
        if found is None:
            yield Fault(path, 1, f"{newest.path} lists this file, and it is gone.", AGAIN)
        elif found != sha:
            wrong = f"This file is not the one that {newest.path} lists: its bytes are others."
            sealed = 'Put it back; a steward who means the change seals it: "accord seal --key KEY".'
            yield Fault(path, 1, wrong, sealed if path in MAY_CHANGE else AGAIN)


def since(chain: Chain, name: str, raw: bytes) -> list[Fault]:
    """Return what speaks against the chain holding a seal that somebody kept. `name` is what they call its file."""
    path = FOLDER + name.replace("\\", "/").rpartition("/")[2]
    raw = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")  # Windows may have saved it again
    if any(seal.digest == hashlib.sha256(raw).hexdigest() for seal in chain.seals):
        return []
    kept, faults = read_seal(path, raw)
    if kept is None:
        return faults
    newest = chain.newest
    wrong, cure = "The seal that you kept is not in the chain.", "The register was started over: ask why."
    found = [Fault(kept.path, 1, wrong, cure)]
    for at, sha in kept.lines.items():
        now = newest.lines.get(at) if newest else None
        if now != sha:
            wrong = " with other bytes." if now else ", which no seal lists now."
            found.append(Fault(at, 1, f"Your seal lists this file{wrong}", "Compare it with your copy."))
    return found


def main(arguments: list[str]) -> int:
    """Verify the folder in which this program lies. `--since FILE`: a seal that you kept must be in the chain."""
    if arguments[:1] not in ([], ["--since"]) or len(arguments) not in (0, 2):
        print("Usage: python3 verify.py [--since A-SEAL-THAT-YOU-KEPT.sha256]", file=sys.stderr)
        return 2
    files = folder(Path(__file__).resolve().parent)
    chain = follow(files)
    faults = list(chain.faults or _unlisted(files, chain))
    if arguments:
        try:
            with Path(arguments[1]).open("rb") as file:
                faults += since(chain, arguments[1], file.read(LARGEST + 1))
        except OSError as error:
            print(f"The seal can't be read: {error.strerror}.", file=sys.stderr)
            return 2
    told = [f"{fault.path}:{fault.line}: {fault.wrong} {fault.cure}" for fault in faults]
    told += [f"{seal.path}: signed by {', '.join(sorted(chain.offices[seal.path]))}" for seal in chain.seals]
    if chain.newest:
        told.append(
            f"The newest seal lists {len(chain.newest.lines):,} files. Its digest: sha256:{chain.newest.digest}"
        )
    elif not faults:
        told.append("There is no seal: nothing has been confirmed.")
    told.append(f"{len(faults):,} problem{'' if len(faults) == 1 else 's'}.")
    for row in told:
        print(re.sub(r"[^ -~]", lambda sign: f"\\u{ord(sign[0]):04x}", row))
    return 1 if faults else 0


def _unlisted(files: Files, chain: Chain) -> Iterator[Fault]:
    """Yield what lies among the files that count and does not. Before the first seal, texts and the list may."""
    newest = chain.newest
    free = (f"{newest.path}.",) if newest else (VERSIONS, AUTHORITIES)
    for name in sorted(files.names):
        if name not in chain.sealed and not name.startswith(free) and not (newest and name == newest.path):
            cure = "It counts for nothing: take it out, and ask who put it there."
            yield Fault(name, 1, "No seal lists this file.", cure)


def folder(root: Path) -> Files:
    """Return the files of a folder on disk. No link is followed."""
    found = (path for top in ("commitment", "data") for path in (root / top).rglob("*"))
    names = {path.relative_to(root).as_posix() for path in found if path.is_file() and not path.is_symlink()}

    def read(name: str, most: int) -> bytes | None:
        if name not in names:
            return None
        try:
            with (root / name).open("rb") as file:
                return file.read(most + 1)
        except OSError:
            return None

    def digest(name: str) -> str | None:
        raw = read(name, LARGEST)
        return None if raw is None else hashlib.sha256(raw).hexdigest()

    return Files(names, read, digest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
