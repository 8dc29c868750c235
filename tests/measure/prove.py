"""Shows what the site promises, each for real: `python -m tests.measure.prove`. Exits 1 where a promise is broken."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from accord.paper.cache import ELSEWHERE
from tests.measure import builds, oracles, others, pages, readers
from tests.measure.ground import Fails, Ground, NotTried

# A proof's docstring is what it proves; it returns how, and raises Fails or NotTried.
PROOFS: tuple[Callable[[Ground], str], ...] = (
    builds.identical, builds.offline, builds.killed, builds.full, builds.released, pages.first_visits, readers.budgets,
    oracles.figures, others.every_view, others.quick, others.fuzzed, others.repeated, others.lighthouse, others.html,
    others.papers, others.workflows,
)  # fmt: skip


def main(words: list[str], proofs: tuple[Callable[[Ground], str], ...] = PROOFS) -> int:
    """Print one line a proof. Return 1 where one fails; what could not be tried is no failure, and is said."""
    parser = argparse.ArgumentParser(prog="make prove", description=__doc__)
    parser.add_argument("--kills", type=int, default=5, help="how many builds to kill at random moments (default 5)")
    parser.add_argument("--fuzz", type=int, default=1_000, metavar="N", help="inputs for each reader (default 1,000)")
    parser.add_argument("--only", default="", metavar="WORDS", help="only the proofs whose title holds these words")
    options = parser.parse_args(words)
    chosen = [proof for proof in proofs if options.only.casefold() in (proof.__doc__ or "").casefold()]
    if not chosen:
        parser.error(f'no proof holds the words "{options.only}"')
    failed = False
    with tempfile.TemporaryDirectory(prefix="accord-prove-", ignore_cleanup_errors=True) as folder:
        ground = Ground(Path(folder).resolve(), options.kills, options.fuzz)
        os.environ[ELSEWHERE] = str(ground.work / "documents")  # made once for all builds that need not make their own
        for proof in chosen:
            try:
                verdict, said = "holds", proof(ground)
            except Fails as fails:
                verdict, said = "fails", str(fails)
            except NotTried as not_tried:
                verdict, said = "not tried", str(not_tried)
            failed |= verdict == "fails"
            print(f"{verdict}: {proof.__doc__}{said and f': {said}'}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
