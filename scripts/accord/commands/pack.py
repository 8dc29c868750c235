"""Write the verification pack: everything that counts and the seals, in one zip, with a program that checks it."""

import argparse

from accord.commands.words import refused
from accord.files.atomic import write_over
from accord.files.problem import visible
from accord.project import reading
from accord.steward import pack
from accord.steward.audit import audit


def run(options: argparse.Namespace) -> int:
    """Verify everything, then write. Return 1 on problems; nothing is written then."""
    project = reading.load(options.root)
    found = audit(project, options.today)
    if found.problems:
        return refused(found.problems, "The pack is not written: it holds only what is good.")
    out = options.out or options.root / "build" / f"{pack.NAME}.zip"
    write_over(out, pack.packed(project))
    newest = found.chain.newest
    print(visible(f"{out}: {f'newest seal sha256:{newest.digest}' if newest else 'there is no seal yet'}"))
    return 0
