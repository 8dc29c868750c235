"""Measures the program, as ratios where it can: `python -m tests.measure.bench`. It judges nothing, and names goals."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from accord.files.sample import copy_project
from tests.measure import plain
from tests.measure.ground import ROOT, Fails, Took, accord, took
from tests.measure.register import AS_OF, make_register, newest, signing, stranger

COMMANDS = ("check", "verify", "site")
LONGEST = 600.0  # seconds to wait for the preview
AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "gc.auto=0")
Pairs = Sequence[tuple[float, float]]


def main(words: list[str]) -> int:
    """Print the figures, each as soon as it is known."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="pairs of builds (default 5)")
    many = "signatories of the largest register (default 10,000; at least 10; 0: none)"
    parser.add_argument("--signatories", type=int, default=10_000, metavar="N", help=many)
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="accord-bench-") as folder:
        work = Path(folder).resolve()
        try:
            for line in _lines(work, max(1, options.runs), options.signatories):
                print(line, flush=True)
        except Fails as fails:
            print(f"not measured: {fails}")
            return 1
    return 0


def _lines(work: Path, runs: int, signatories: int) -> Iterator[str]:
    project = work / "project"
    copy_project(ROOT, project)
    found = list(builds(project, work, runs))
    yield f"full build / bare MkDocs with the same Markdown: {ratio(found)}, goal 1.15"
    shown = preview(project, min(3, runs))
    built = statistics.median(ours for ours, _ in found)
    yield f"preview of one changed line / full build: {shown / built:.2f} ({shown:.1f} s, goal 2 s)"
    if signatories:
        yield from _grown(project, work, signatories)


def _grown(project: Path, work: Path, most: int) -> Iterator[str]:
    costs: dict[int, dict[str, Took]] = {}
    for number in (0, most // 10, most):
        make_register(project, number)
        times = range(1 if number == most else 3)  # the least of three: differences are small beside what else goes on
        costs[number] = {each: min(took(_command(each, project, work)) for _ in times) for each in COMMANDS}
        seconds = ", ".join(
            f"{command} {cost.wall:.1f} s ({cost.cpu:.1f} of CPU)" for command, cost in costs[number].items()
        )
        yield f"{number:,} signatories: {seconds}; goal: under a minute each"
    none, tenth, whole = costs.values()
    for command in COMMANDS:
        one = growth(none[command].cpu, tenth[command].cpu, whole[command].cpu)
        yield f"{command}: one more of {most:,} / one more of {most // 10:,} signatories: {one:.2f}, goal 1.10"
    alone = took(stranger(project)).wall
    yield f"verify / sha256sum and ssh-keygen alone, {most:,} signatories: {whole['verify'].wall / alone:.2f}"
    new = record(project, most)
    yield f"check of one new record / whole check, {most:,} signatories: {new / whole['check'].wall:.2f} ({new:.1f} s)"


def _command(command: str, project: Path, work: Path) -> list[str]:
    words = accord(command, "--root", str(project), "--as-of", AS_OF.isoformat())
    return words + (["--out", str(work / "site")] if command == "site" else [])


def builds(project: Path, work: Path, runs: int) -> Iterator[tuple[float, float]]:
    """Yield the processor's seconds of our build and of a bare one, in turn, after a first pair that warms up."""
    bare = work / "bare"
    plain.write(project, bare, bare=True)
    build = [sys.executable, "-I", "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(work / "out")]
    ours, theirs = ([*build, "--config-file", str(folder / "mkdocs.yml")] for folder in (project, bare))
    pairs = ((took(ours).cpu, took(theirs).cpu) for _ in range(runs + 1))
    next(pairs)
    yield from pairs


def ratio(pairs: Pairs) -> str:
    """Return the median of ours over theirs, pair by pair: one disturbed run does not move it."""
    ratios = [ours / theirs for ours, theirs in pairs]
    return f"{statistics.median(ratios):.2f} (of {len(ratios)} pairs, {min(ratios):.2f} to {max(ratios):.2f})"


def growth(none: float, tenth: float, whole: float) -> float:
    """Return the cost of one more thing in a whole heap over that in a tenth of it: about 1 where the cost is linear.

    Each is the seconds that so many things took. What none of them took is in all three, and so does not count.
    """
    return (whole - none) / (tenth - none) / 10


def record(project: Path, number: int) -> float:
    """Return the seconds that the check of a change takes that adds one claim. `project` becomes a repository."""
    for words in (["init", "-q", "-b", "main"], ["add", "-A", "-f"], ["commit", "-q", "-m", "All of it"]):
        took(["git", "-C", str(project), *AUTHOR, *words])
    slug = f"made-up-{number:05}"
    path = project / "commitment" / "signatories" / slug / f"{AS_OF}-signed.yml"
    path.parent.mkdir(parents=True)
    path.write_text(signing(newest(project), slug, AS_OF), encoding="utf-8")
    return took([*_command("check", project, project), "--base", "main"]).wall


def preview(project: Path, runs: int) -> float:
    """Return the median of seconds from saving a changed line to the page that shows it; a first change warms up."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    page, url = project / "docs" / "about" / "index.md", f"http://127.0.0.1:{port}/about/"
    quiet = subprocess.DEVNULL
    serve = accord("serve", "--root", str(project), "--port", str(port))
    process = subprocess.Popen(serve, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    text = page.read_text(encoding="utf-8")
    taken = []
    try:
        _until(partial(_shows, url, "</html>"))
        for number in range(runs + 1):
            page.write_text(f"{text}\nChanged line number {number}.\n", encoding="utf-8")
            start = time.monotonic()
            _until(partial(_shows, url, f"Changed line number {number}."))
            taken.append(time.monotonic() - start)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        page.write_text(text, encoding="utf-8")
    return statistics.median(taken[1:])


def _until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST
    while not is_so():
        if time.monotonic() > end:
            raise Fails("the preview does not start, or never shows the change")
        time.sleep(0.02)


def _shows(url: str, words: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=LONGEST) as answer:
            return words in answer.read().decode(errors="replace")
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
