"""Show that builds are identical, that what fails or is killed harms nothing, and that pages are light and private."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from accord import clock
from accord.document.cache import ELSEWHERE
from accord.measure import keeping
from accord.measure.proof import Outcome, judged
from accord.measure.proofs import Ground, every
from accord.measure.proofs.ground import Broken
from accord.model.measured import FAILS, Found
from accord.problem import Unusable, visible


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kills", type=int, default=5, help="how many builds to kill at random moments (default 5)")
    parser.add_argument("--fuzz", type=int, default=30, metavar="SECONDS", help="how long to fuzz (default 30; 0: not)")
    parser.add_argument("--keep", action="store_true", help="write what was found to data/measured/prove.yml")
    parser.add_argument(
        "--only",
        metavar="WORDS",
        help="only the proofs whose id or title holds these words; --keep adds them to those kept of the same commit",
    )


def run(options: argparse.Namespace) -> int:
    """Print one line a proof. Return 1 where one fails.

    Raises:
        Unusable: figures can't be kept; with `--only`, no proof holds the words, or what was kept is of another commit.
    """
    commit = keeping.commit(options.root) if options.keep else ""
    figures: list[Found] = []
    failed = 0
    with tempfile.TemporaryDirectory(prefix="accord-prove-", ignore_cleanup_errors=True) as folder, _kept(folder):
        ground = Ground(options.root, Path(folder).resolve(), options.kills, options.fuzz)
        wanted = (options.only or "").casefold()
        chosen = [proof for proof in every(ground) if wanted in f"{proof.id} {proof.title}".casefold()]
        if not chosen:
            raise Unusable(f'No proof holds the words "{visible(options.only)}". Run without --only to see them all.')
        for proof in chosen:
            try:
                outcome: Outcome = proof.run()
            except Broken as broken:
                outcome = judged(str(broken))
            failed += outcome.verdict == FAILS
            figures += proof.kept(outcome)
            print(f"{outcome.verdict}: {proof.title}{f': {outcome.words}' if outcome.words else ''}", flush=True)
    if options.keep:
        if options.only:
            figures = keeping.together(options.root, "prove", commit, figures)
        path = keeping.keep(options.root, "prove", options.as_of or clock.today(), commit, figures)
        print(f'Kept in {path}. Run "accord check": what falls short needs a reason.')
    return 1 if failed else 0


@contextmanager
def _kept(folder: str) -> Iterator[None]:
    """Let all builds share the documents that one of them made. Proofs of sameness have each make its own."""
    old = os.environ.get(ELSEWHERE)
    os.environ[ELSEWHERE] = str(Path(folder).resolve() / "documents")
    try:
        yield
    finally:
        os.environ.pop(ELSEWHERE)
        if old is not None:
            os.environ[ELSEWHERE] = old
