"""Write the bill of materials: every locked package and every script of others, with licence and hashes (CycloneDX)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from accord import clock
from accord.problem import Unusable, visible
from accord.read import project as reading
from accord.read.text import LARGEST, read_bytes
from accord.read.tree import plain
from accord.record.atomic import write_over
from accord.supply import lock, sbom, vendored

LOCKS = ("requirements.txt", "requirements-dev.txt")
NOTES = "docs/assets/vendor/README.txt"


def arguments(parser: argparse.ArgumentParser) -> None:
    words = "where the file goes, in place of one that is there (default: standard output)"
    parser.add_argument("--out", type=Path, metavar="FILE", help=words)


def run(options: argparse.Namespace) -> int:
    """Print or write the bill.

    Raises:
        Unusable: a lock or the notes of the vendored scripts are of another form.
        OSError: one of them can't be read, or the file can't be written.
    """
    text = sbom.bill(parts(options.root), options.as_of or clock.as_of())
    if options.out is None:
        sys.stdout.write(text)
        return 0
    write_over(options.out, text.encode())
    components = text.count('"bom-ref"') - 1  # less the project itself
    print(visible(f"{options.out}: {components} components"))
    return 0


def parts(root: Path) -> sbom.Parts:
    """Read what the bill is made of."""
    found = {name: read_bytes(root / name).decode("utf-8", "replace") for name in (*LOCKS, NOTES)}
    if large := [name for name, text in found.items() if len(text) > LARGEST]:
        raise Unusable(f"{large[0]} is larger than {LARGEST // 1024} KiB.")
    try:
        needed, tests = (lock.read(found[name]) for name in LOCKS)
        scripts = vendored.read(found[NOTES])
    except ValueError as error:
        raise Unusable(f"{error}. Make the lock anew, or mend {NOTES}.") from None
    (release,) = (plain(document.node) for document in reading.load(root).of_kind("guidance"))
    assert isinstance(release, dict)
    return sbom.Parts(str(release["version"]), needed, tests, scripts)
