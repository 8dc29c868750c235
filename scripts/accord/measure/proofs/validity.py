"""The Nu HTML checker on every page. It is no part of the project; the tests parse every page strictly without it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from accord.measure.proof import Outcome, Proof, judged, unmeasured
from accord.measure.proofs.ground import DEMO, LIVE, Ground
from accord.measure.serving import pages
from accord.model.measured import Found

SETTING = "VNU"  # in the environment: the path of vnu.jar
SLOWEST = 300  # seconds


def proofs(ground: Ground) -> Iterator[Proof]:
    yield Proof("", "the Nu HTML checker on every page", partial(measured, ground))


def measured(ground: Ground) -> Outcome:
    """Run the checker over both sites and count its errors."""
    jar = os.environ.get(SETTING)
    if not jar or not Path(jar).is_file() or not shutil.which("java"):
        return unmeasured(f"{SETTING} names no vnu.jar, or java is not here")
    sites = [ground.site(name) for name in (LIVE, DEMO)]
    words = ["java", "-jar", jar, "--skip-non-html", "--errors-only", "--format", "json", *map(str, sites)]
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=SLOWEST, check=False)
        found = [message for message in json.loads(done.stderr)["messages"] if message["type"] == "error"]
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
        return unmeasured(f"the checker does not work here ({type(error).__name__})")
    number = sum(len(pages(site)) for site in sites)
    figure = Found(id="html-errors", value=str(len(found)), note=f"{number} pages.")
    first = f"{len(found)} errors, such as: {found[0]['message']} ({found[0].get('url', '')})" if found else ""
    return judged(first, f"{number} pages", (figure,))
