"""A build that is refused or killed leaves the old site, whole."""

from __future__ import annotations

import os
import random
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from accord.building import MARK
from accord.document.cache import ELSEWHERE
from accord.measure.proof import Outcome, Proof, judged
from accord.measure.proofs.ground import EPOCH, HERE, LIVE, Ground, accord, building, built, differing, fingerprint, run

QUIET = subprocess.DEVNULL
STEP = 0.0005  # seconds between two looks at what a command writes


def proofs(ground: Ground) -> Iterator[Proof]:
    yield Proof("refused", "a mistake in the data leaves the old site as it was", partial(refused, ground))
    title = f"{ground.kills} builds killed at random moments leave a whole site"
    yield Proof("killed-build", title, partial(killed, ground))


def refused(ground: Ground) -> Outcome:
    """Build, put a mistake in, build again: the second fails and the site stays."""
    copy, out = ground.copy("kept", LIVE), ground.work / "kept-site"
    built(copy, out)
    before = fingerprint(out)
    spoilt = copy / "data" / "guidance.yml"
    text = spoilt.read_text(encoding="utf-8")
    spoilt.write_text(f"{text}surprise: yes\n", encoding="utf-8")
    done = run(accord(*building(copy, out)))
    spoilt.write_text(text, encoding="utf-8")
    if done.returncode == 0:
        return judged("the build took the mistake")
    return judged("" if fingerprint(out) == before else "the site changed")


def killed(ground: Ground) -> Outcome:
    """Kill builds with all that they started; the site is whole after each, and the last build clears up."""
    copy, out = ground.copy("killed", LIVE), ground.work / "killed-site"
    built(copy, out)
    start = time.monotonic()
    built(copy, out)
    whole = time.monotonic() - start
    before = fingerprint(out)
    dice = random.Random(ground.kills)  # noqa: S311  moments, not secrets
    ended = 0
    cold = {ELSEWHERE: str(ground.work / "killed-documents")}  # every second build has its documents still to make
    for number in range(ground.kills):
        ended += kill(accord(*building(copy, out)), whole * dice.uniform(0.1, 0.9), settings=cold if number % 2 else {})
        if fingerprint(out) != before:
            return judged("a killed build changed the site")
    built(copy, out, cold)
    if wrong := differing(before, fingerprint(out)):
        return judged(f"what killed builds left of documents was used: {wrong}")
    if left := [path.name for path in out.parent.iterdir() if path.name.startswith(MARK)]:
        return judged(f"folders were left behind: {', '.join(left)}")
    return judged("", f"{ended} of {ground.kills} were still running when SIGKILL came")


def kill(
    command: Sequence[str],
    after: float,
    seen: Callable[[], bool] | None = None,
    settings: Mapping[str, str] = HERE,
) -> bool:
    """Start a command, and kill it and all that it started. Say whether it was still running.

    Args:
        after: seconds; counted from its start, or from the moment at which `seen`, where it is given, says yes.
    """
    process = subprocess.Popen(
        command,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **HERE, **settings},
        start_new_session=True,
        stdin=QUIET,
        stdout=QUIET,
        stderr=QUIET,
    )
    while seen and process.poll() is None and not seen():
        time.sleep(STEP)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
        return True
    return False
