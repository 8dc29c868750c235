"""Every property and state machine again and again, with new seeds. `python -m tests.measure.long SECONDS [FILE…]`.

The suite gives each property 50 examples, and this gives it 500 (tests/conftest.py). `make prove` runs it once.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from functools import partial

from tests.support import HERE, ROOT

USAGE = "usage: python -m tests.measure.long SECONDS [FILE ...]"
MEANS = re.compile(r"^@given|RuleBasedStateMachine\)", re.MULTILINE)


def files() -> list[str]:
    """Return the test modules that hold a property or a state machine."""
    found = sorted(path for path in HERE.glob("test_*.py") if path.name != "test_long.py")
    return [str(path) for path in found if MEANS.search(path.read_text(encoding="utf-8"))]


def once(names: list[str], seed: int) -> subprocess.CompletedProcess[str]:
    """Run the properties of some modules once, with a seed."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-m", "hypothesis", f"--hypothesis-seed={seed}", *names]
    more = {**os.environ, "ACCORD_EXAMPLES": "500"}
    quiet = partial(subprocess.run, capture_output=True, text=True, check=False)
    return quiet([*command, "-p", "no:cacheprovider"], cwd=ROOT, env=more)


def main(arguments: list[str]) -> int:
    if not arguments or not arguments[0].isdigit():
        print(USAGE, file=sys.stderr)
        return 2
    start, runs = time.monotonic(), 0
    while not runs or time.monotonic() - start < int(arguments[0]):
        seed = random.randrange(2**32)
        done = once(arguments[1:] or files(), seed)
        runs += 1
        if done.returncode:
            print(f"seed {seed}\n{done.stdout}{done.stderr}")
            return 1
    print(f"{runs} run{'' if runs == 1 else 's'} in {time.monotonic() - start:.0f} s, nothing found")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
