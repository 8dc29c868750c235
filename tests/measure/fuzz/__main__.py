"""Fuzz for as many seconds as asked. Prints the seed and each input that breaks a promise; exits 1 where one does."""

from __future__ import annotations

import random
import sys
import time

from tests.measure.fuzz.mutate import mutated
from tests.measure.fuzz.targets import Target, every

SLOWEST = 1.0  # seconds for one input, generously: two cores may be busy
USAGE = "usage: python -m tests.measure.fuzz SECONDS [SEED]"


def run(target: Target, seconds: float, seed: int) -> tuple[int, list[str]]:
    """Fuzz one target. Return how many inputs it got, and what was wrong."""
    chance = random.Random(f"{seed} {target.name}")
    end, done = time.monotonic() + seconds, 0
    wrong: list[str] = []
    while time.monotonic() < end and len(wrong) < 5:
        raw = mutated(chance, target.corpus)
        start = time.perf_counter()
        try:
            target.judge(raw)
        except Exception as error:  # whatever it is, it is what we look for
            wrong.append(f"{target.name}: {type(error).__name__}: {error}: {raw!r}")
        if time.perf_counter() - start > SLOWEST:
            wrong.append(f"{target.name}: took {time.perf_counter() - start:.1f} s: {raw!r}")
        done += 1
    return done, wrong


def main(arguments: list[str]) -> int:
    if not 1 <= len(arguments) <= 2 or not all(word.isdigit() for word in arguments):
        print(USAGE, file=sys.stderr)
        return 2
    seed = int(arguments[1]) if len(arguments) > 1 else random.randrange(2**32)
    targets = every()
    print(f"seed {seed}")
    status = 0
    for target in targets:
        done, wrong = run(target, int(arguments[0]) / len(targets), seed)
        print(f"{target.name}: {done:,} inputs, {len(wrong)} wrong")
        for line in wrong:
            print(line)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
