"""What the tests stand for: proofs that a browser test makes, how many tests there are, and a while of fuzzing."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from accord.measure.proof import Outcome, Proof, judged, unmeasured
from accord.measure.proofs.ground import Ground
from accord.model.measured import Found

# Each is proved by test modules that run on every change, so that nothing is written twice.
TESTED = {
    "policy": ("what is put into a page does not run", ("tests/browser/test_policy.py",)),
    "hostile-values": ("hostile values run on no page", ("tests/test_render_commitment_hostile.py",)),
    "axe": ("axe finds nothing on any page, phone and desktop, light and dark", ("tests/browser/test_axe.py",)),
    "keyboard": ("all works by keyboard", ("tests/browser/test_keyboard.py",)),
    "documents": (
        "documents are the same bytes twice, tagged for PDF/UA, and hold hostile values as text",
        ("tests/test_document_bytes.py", "tests/test_document_formats.py", "tests/test_document_hostile.py"),
    ),
    "links": ("every link, anchor, image and download is there", ("tests/built/test_links.py",)),
    "feeds": ("feed, sitemap, robots.txt and security.txt are as their standards say", ("tests/test_well_known.py",)),
    "locked": (
        "packages are locked by hash, above known weaknesses, and install without a network",
        ("tests/test_supply_chain.py",),
    ),
    "pack": (
        "the verification pack finds every changed byte",
        ("tests/test_pack.py", "tests/test_pack_spoilt.py", "tests/test_pack_hostile.py", "tests/test_pack_keys.py"),
    ),
}
BAD = "tests/test_hostile_input.py"
COUNTED = re.compile(r"^(\d+)(?:/\d+)? tests? collected", re.M)
PASSED = re.compile(r"(\d+) passed")
FUZZED = re.compile(r"^[\w -]+: ([\d,]+) inputs, (\d+) wrong$", re.M)
INPUTS = re.compile(r"^(\d+) bad inputs$", re.M)


def proofs(ground: Ground) -> Iterator[Proof]:
    for name, (title, files) in TESTED.items():
        yield Proof(name, title, partial(passed, ground.root, files))
    yield Proof("bad-inputs-bounded", "every bad input is answered in time and in bounds", partial(bad, ground.root))
    yield Proof("", "tests are counted", partial(counted, ground.root))
    if ground.fuzz:
        yield Proof("", f"{ground.fuzz} seconds of random hostile input", partial(fuzzed, ground.root, ground.fuzz))


def passed(root: Path, files: tuple[str, ...]) -> Outcome:
    """Run test modules, spread over two processes, and say whether all passed."""
    if missing := _missing(root):
        return unmeasured(missing)
    done = _pytest(root, "-n2", "--dist=load", *files)
    number = PASSED.search(done.stdout)
    if done.returncode or not number:
        return judged(f"run pytest {' '.join(files)}: {_last(done)}")
    return judged("", f"{number[1]} tests of {', '.join(files)}")


def bad(root: Path) -> Outcome:
    """Run every bad input in bounds, and say how many there are."""
    outcome = passed(root, (BAD,))
    if _missing(root):
        return outcome
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile"], cwd=root, capture_output=True, text=True, check=False
    )
    number = INPUTS.search(done.stdout)
    figures = (Found(id="bad-inputs", value=number[1]),) if number else ()
    return Outcome(outcome.verdict, f"{number[1]} bad inputs" if number and figures else outcome.words, figures)


def counted(root: Path) -> Outcome:
    """Count the tests. Whether all pass is for `make test` to say."""
    if missing := _missing(root):
        return unmeasured(missing)
    done = _pytest(root, "-n0", "--collect-only")
    number = COUNTED.search(done.stdout)
    if not number:
        return judged(f"pytest collects nothing: {_last(done)}")
    return judged("", f"{int(number[1]):,} tests", (Found(id="tests", value=number[1]),))


def fuzzed(root: Path, seconds: int) -> Outcome:
    """Fuzz for some seconds with a new seed, and count inputs and finds."""
    if missing := _missing(root):
        return unmeasured(missing)
    words = [sys.executable, "-m", "tests.fuzz", str(seconds)]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)
    found = [(int(inputs.replace(",", "")), int(wrong)) for inputs, wrong in FUZZED.findall(done.stdout)]
    if not found:
        return judged(f"the fuzzer does not run: {_last(done)}")
    inputs, wrong = (sum(numbers) for numbers in zip(*found, strict=True))
    seed = done.stdout.partition("\n")[0]
    figures = (
        Found(id="fuzz-seconds", value=str(seconds)),
        Found(id="fuzz-inputs", value=str(inputs), note=f"{len(found)} targets, {seed}."),
        Found(id="fuzz-wrong", value=str(wrong)),
    )
    fails = f"{wrong} inputs broke a promise, {seed}" if wrong or done.returncode else ""
    return judged(fails, f"{inputs:,} inputs to {len(found)} targets, {seed}", figures)


def _missing(root: Path) -> str:
    if not (root / "tests").is_dir():
        return "the tests are not here"
    return "" if importlib.util.find_spec("pytest") else "pytest is not here: python3 scripts/prepare.py test"


def _pytest(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def _last(done: subprocess.CompletedProcess[str]) -> str:
    return next((line for line in reversed((done.stdout + done.stderr).splitlines()) if line.strip()), "no word")
