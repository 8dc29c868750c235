"""The program: what it is asked, what it prints, and how it ends."""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import List, Optional

from accord.pack.verifier.files import LIST, MIB, open_pack, start_of
from accord.pack.verifier.lists import read_list, told
from accord.pack.verifier.said import Bad, Finding, Hopeless, many, plain, rows
from accord.pack.verifier.trust import openssh_agrees, ssh_keygen
from accord.pack.verifier.whole import Checked, check_pack, compared, counts

ABOUT = """Checks a verification pack offline: texts, records, the list and its root, and signatures.
It ends with 0 where all is well, 1 where something is not, and 2 where it could not check."""


def main(words: Optional[List[str]] = None) -> int:
    """Check, print, and return 0, 1 or 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    asked = argparse.ArgumentParser(prog="verify.py", description=ABOUT)
    asked.add_argument(
        "pack", nargs="?", default=".", help="the zip, or the folder that it was unpacked to (default: here)"
    )
    asked.add_argument(
        "--since", metavar="LIST", help="an older records.sha256 that you kept: was anything changed since?"
    )
    asked.add_argument("--no-openssh", action="store_true", help="do not ask ssh-keygen, even where it is installed")
    options = asked.parse_args(words)
    try:
        return checked_and_told(options.pack, options.since, not options.no_openssh)
    except Hopeless as hopeless:
        print(plain(str(hopeless)), file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print("Stopped before the end: nothing is said of the rest.", file=sys.stderr)
    except (MemoryError, OSError, RecursionError) as error:
        print(plain(f"The check could not be finished ({type(error).__name__}: {error})."), file=sys.stderr)
    return 2


def checked_and_told(path: str, since: Optional[str], ask: bool) -> int:
    """Check the pack at a path and print what came of it."""
    pack = open_pack(path)
    if not pack.files and not pack.found:
        raise Hopeless(f"{path} holds no text and no record. Give the zip, or the folder with README.txt in it.")
    checked = check_pack(pack)
    found = list(checked.found)
    if since is not None:
        found.extend(older(since, checked))
    program = ssh_keygen(path) if ask else None
    if program is not None:
        for each in checked.signed:
            if not openssh_agrees(program, each, checked.raws[f"{each.record.name}.sig"]):
                found.append(
                    (f"{each.record.name}.sig", "It is good for this program, and not for ssh-keygen. Report it.")
                )
    for row in rows(found):
        print(row)
    for number, digest in checked.digests.items():
        print(f"Text {number}: {digest}")
    print("How it was counted:")
    for row in counts(pack, checked):
        print(f"  {row}")
    if checked.listed is not None:
        print(f"Root of the list: {told(checked.listed)}")
    number = many(len(checked.signed), "signature fits its record", "signatures fit their records")
    by = "this program and ssh-keygen" if program is not None else "this program alone, without ssh-keygen"
    print(f"{number}, by {by}.")
    bad = len(rows(found))
    print(f"{many(bad, 'problem', 'problems')}.")
    return 1 if bad else 0


def older(path: str, checked: Checked) -> List[Finding]:
    """Return what changed since an older list. Raises Hopeless where there is no such list."""
    try:
        listed = read_list(start_of(path, 32 * MIB))
    except OSError as error:
        raise Hopeless(f"{path} can't be read: {error.strerror or type(error).__name__}.") from None
    except Bad as bad:
        raise Hopeless(f"{path} is no list to compare with: {bad}") from None
    print(plain(f"Compared with the list {os.path.basename(path) or LIST}: {told(listed)}."))
    return compared(listed, checked.raws, checked.erased)


if __name__ == "__main__":
    sys.exit(main())
