"""Commands that write into the repository, killed at random moments: what they write is there whole, or not at all."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from accord.measure.proof import Outcome, Proof, judged
from accord.measure.proofs.ground import Ground, run, told
from accord.measure.proofs.stopping import kill
from accord.measure.proofs.writing import Writer, project, writer
from accord.record.atomic import PREFIX

TITLES = {
    "sign": "signings killed at random moments leave a whole record or none",
    "release": "releases killed at random moments leave nothing that the same command would not complete",
    "adopt": "settings of a copy, killed at random moments, are whole or absent",
}
WRITING = 0.004  # seconds: about what writing takes
TIMES = 3  # as many as builds are killed: these commands are short


def proofs(ground: Ground) -> Iterator[Proof]:
    for name, title in TITLES.items():
        yield Proof(f"killed-{name}", f"{ground.kills * TIMES} {title}", partial(killed, ground, name))


def killed(ground: Ground, name: str) -> Outcome:
    """Kill the command again and again, at any moment and while it writes; look after each, and let another finish."""
    root = project(ground, f"writing-{name}")
    made = writer(name, root)
    before = made.files(root)
    start = time.monotonic()
    done = run(made.command(root))
    whole = time.monotonic() - start
    if done.returncode:
        return judged(f"the command fails without being killed: {told(done)}")
    steps = _steps(before, made.files(root))
    dice = random.Random(f"{ground.kills} {name}")  # noqa: S311  moments, not secrets
    reached: Counter[int] = Counter()
    for number in range(ground.kills * TIMES):
        _reset(made, root, before)
        if number % 2:
            kill(made.command(root), whole * dice.uniform(0.1, 1))
        else:
            kill(made.command(root), dice.uniform(0, WRITING), _changed(made, root))
        if (left := made.files(root)) not in steps:
            return judged("a killed command left half of what it writes")
        reached[steps.index(left)] += 1
        if wrong := _completed(made, root, steps[-1]):
            return judged(wrong)
    between = sum(reached.values()) - reached[0] - reached[len(steps) - 1]
    some = f", {between} the first of two files" if len(steps) > 2 else ""
    return judged("", f"{reached[0]} left nothing, {reached[len(steps) - 1]} the whole{some}; all could be repeated")


def _changed(made: Writer, root: Path) -> Callable[[], bool]:
    """Return what tells whether anything has come to the command's folders, half a file included."""
    before = _names(made, root)
    return lambda: _names(made, root) != before


def _names(made: Writer, root: Path) -> set[str]:
    return {name for folder in made.own for _, _, names in os.walk(root / folder) for name in names}


def _steps(before: dict[str, bytes], after: dict[str, bytes]) -> list[dict[str, bytes]]:
    """Return the states that may be: nothing yet, then one whole file more at a time, in the order of their names."""
    states = [before]
    for name in sorted(name for name in after if before.get(name) != after[name]):
        states.append({**states[-1], name: after[name]})
    return states


def _completed(made: Writer, root: Path, after: dict[str, bytes]) -> str:
    """Run the command once more where it is not done: it finishes, and clears up what was left aside."""
    if made.files(root) == after:
        return ""
    done = run(made.command(root))
    if made.files(root) != after:
        return f"the command does not finish what a killed one left: {told(done)}"
    left = [path.name for folder in made.own for path in (root / folder).rglob(f"{PREFIX}*")]
    return f"files were left behind: {', '.join(left)}" if left else ""


def _reset(made: Writer, root: Path, before: dict[str, bytes]) -> None:
    for folder in made.own:
        shutil.rmtree(root / folder, ignore_errors=True)
    for name, raw in before.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
