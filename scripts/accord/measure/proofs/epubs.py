"""EPUBCheck on every book. It is no part of the project; the tests read each book strictly without it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from accord.measure.proof import Outcome, Proof, judged, unmeasured
from accord.measure.proofs.ground import LIVE, Ground
from accord.model.measured import Found

SETTING = "EPUBCHECK"  # in the environment: the path of epubcheck.jar
COUNTED = ("FATAL", "ERROR", "WARNING")  # what it says besides is for information
SLOWEST = 120  # seconds that one book may take


def proofs(ground: Ground) -> Iterator[Proof]:
    yield Proof("", "EPUBCheck on every book", partial(measured, ground))


def measured(ground: Ground) -> Outcome:
    """Run the checker over the books of the live site, and count its errors and warnings."""
    jar = os.environ.get(SETTING)
    if not jar or not Path(jar).is_file() or not shutil.which("java"):
        return unmeasured(f"{SETTING} names no epubcheck.jar, or java is not here")
    books = sorted(ground.site(LIVE).rglob("*.epub"))
    try:
        found = [words for book in books for words in _told(jar, book)]
    except (OSError, ValueError, KeyError, TypeError, subprocess.TimeoutExpired) as error:
        return unmeasured(f"EPUBCheck does not work here ({type(error).__name__})")
    figure = Found(id="epub-errors", value=str(len(found)), note=f"{len(books)} books.")
    return judged(f"{len(found)} faults, such as: {found[0]}" if found else "", f"{len(books)} books", (figure,))


def _told(jar: str, book: Path) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="accord-epub-") as folder:
        report = Path(folder) / "report.json"
        words = ["java", "-jar", jar, str(book), "--json", str(report)]
        subprocess.run(words, capture_output=True, timeout=SLOWEST, check=False)
        told = json.loads(report.read_text(encoding="utf-8"))
    return [f"{each['message']} ({book.name})" for each in told["messages"] if each["severity"] in COUNTED]
