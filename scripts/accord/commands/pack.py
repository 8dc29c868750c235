"""Write the verification pack: everything that was signed, in one zip, with a program that checks it alone."""

from __future__ import annotations

import argparse
from pathlib import Path

from accord import clock
from accord.pack import contents
from accord.problem import visible
from accord.read import project as reading
from accord.record.atomic import write_over
from accord.verify.audit import audit


def arguments(parser: argparse.ArgumentParser) -> None:
    words = f"where the zip goes, in place of one that is there (default: build/{contents.NAME}.zip)"
    parser.add_argument("--out", type=Path, metavar="FILE", help=words)


def run(options: argparse.Namespace) -> int:
    """Verify everything, then write. Return 1 on problems; nothing is written then."""
    project = reading.load(options.root)
    found = audit(project, options.as_of or clock.as_of())
    if found.problems or not found.count.adds_up:
        for problem in found.problems:
            print(problem)
        print("The pack is not written: it holds only what is good.")
        return 1
    raw = contents.pack(project.commitment, found.list)
    out = options.out or options.root / "build" / f"{contents.NAME}.zip"
    write_over(out, raw)
    number = found.list.records
    print(visible(f"{out}: {number:,} record{'' if number == 1 else 's'}, root sha256:{found.list.root}"))
    return 0
