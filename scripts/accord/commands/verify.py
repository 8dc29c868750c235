"""Verify every version, record and signature, offline, and say how the number was counted."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from accord import clock
from accord.problem import Problem, visible
from accord.read import project as reading
from accord.read.commitment import Folder
from accord.record.atomic import write_new
from accord.verify import openssh, root_list, since
from accord.verify.audit import Audit, audit
from accord.verify.trust import Judged
from accord.verify.wire import Refusal


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--since", type=Path, metavar="ROOT-LIST", help="show what became of each file of an older list"
    )
    parser.add_argument("--list", type=Path, metavar="FILE", help="write a list of all digests, to keep as a witness")
    parser.add_argument("--openssh", action="store_true", help="verify each signature with ssh-keygen, too")


def run(options: argparse.Namespace) -> int:
    """Print problems, then the count and the root. Return 1 where something is not good, 2 on a wrong call."""
    old = _old(options.since) if options.since else None
    if isinstance(old, int):
        return old
    as_of = options.as_of or clock.as_of()
    project = reading.load(options.root)
    found = audit(project, as_of)
    problems = list(found.problems)
    if options.openssh:
        try:
            problems.extend(_differing(project.commitment, found.judged))
        except openssh.Missing:
            print("accord verify: there is no ssh-keygen on this machine. Install OpenSSH.", file=sys.stderr)
            return 2
    compared = since.compare(old, found.digests, found.erased) if old else None
    if old and compared:
        problems.extend(since.problems(old, compared, found.erased))
    for problem in sorted(problems):
        print(problem)
    for row in _told(found):
        print(row)
    if old and compared:
        print(_became(old, compared))
    if options.openssh:
        good = found.count.good_signatures
        print(f"ssh-keygen was asked about {good:,} good signature{'' if good == 1 else 's'}.")
    bad = sum(problem.severity == "problem" for problem in problems) + (not found.count.adds_up)
    print(f"{bad:,} problem{'' if bad == 1 else 's'}.")
    return _written(options.list, found, bad) if options.list else int(bad > 0)


def _old(path: Path) -> root_list.RootList | int:
    try:
        with path.open("rb") as file:
            found = root_list.read(file.read(root_list.LARGEST + 1))
    except OSError as error:
        said = f"accord verify: the list can't be read: {error.strerror}: {path}."
        print(visible(said), file=sys.stderr)
        return 2
    if isinstance(found, Refusal):
        print(Problem(str(path), found.line, "", found.wrong, found.cure))
        return 1
    return found


def _told(found: Audit) -> Iterator[str]:
    """Yield the versions, the sums and the root, a line each."""
    count = found.count
    for version in found.commitment.versions:
        yield f"Version {version.number} of {version.released.isoformat()}: {version.digest}"
    yield f"How the number was counted, as at {found.list.as_of.isoformat()}:"
    for each in count.sums():
        yield f"  {each}{'' if each.adds_up else ' (this does not add up: please report it)'}"
    yield f"  shown in counts and badges, of these signatories: {count.shown:,} (signed and not ended)"
    yield f"  with a key of their own, of these signatories: {count.keyed:,}"
    yield f"  without a record of their own, heirs of others' promises: {count.heirs:,}"
    yield f"  records erased, of which the digest is kept: {count.erased:,}"
    records = found.list.records
    yield f"Merkle root: sha256:{found.list.root} over {records:,} record{'' if records == 1 else 's'}"
    for path in count.refused:
        yield f"Refused, and in no number but its own: {visible(path)}"


def _became(old: root_list.RootList, now: since.Since) -> str:
    """Return what became of the files of the older list, as a sum."""
    parts = {"kept": now.kept, "erased": now.erased, "changed": now.changed, "vanished": now.vanished}
    told = " + ".join(f"{len(paths):,} {word}" for word, paths in parts.items())
    files = f"{len(old.digests):,} file{'' if len(old.digests) == 1 else 's'}"
    return f"Since the list of {old.as_of.isoformat()}: {files} = {told}; besides, {len(now.added):,} added"


def _differing(folder: Folder, judged: list[Judged]) -> Iterator[Problem]:
    """Yield each signature that is good for us and not for OpenSSH."""

    def wrong(each: Judged) -> Problem | None:
        record = each.record
        path = f"{record.path}.sig"
        assert each.key is not None
        try:
            sig = folder.signatures[record.path]
            if openssh.verify(record.signatory, each.key, sig, folder.raw(record.path)):
                return None
            said = "ssh-keygen does not find the signature good, though we do."
        except subprocess.TimeoutExpired:
            said = "ssh-keygen gave no answer about the signature."
        return Problem(path, 1, "", said, "Verify it by the published recipe, and report what you find.")

    openssh.program()
    with ThreadPoolExecutor() as pool:
        yield from (found for found in pool.map(wrong, [each for each in judged if each.key]) if found)


def _written(path: Path, found: Audit, bad: int) -> int:
    if bad:
        print("The list is not written: a witness names only what is good.", file=sys.stderr)
        return 1
    try:
        write_new(path, root_list.write(found.list))
    except FileExistsError:
        print(visible(f"accord verify: {path} is there already. Choose another name."), file=sys.stderr)
        return 2
    except OSError as error:
        print(visible(f"accord verify: the list can't be written: {error.strerror}: {path}."), file=sys.stderr)
        return 2
    return 0
