"""Every bad input that is kept with its exact answer, and each tried within bounds of time and memory.

`python -m tests.hostile` counts them; `python -m tests.hostile KIND` tries one kind. What lies in tests/bad/ and
tests/changes/, and the tables of tests/test_rules_bytes*.py, are found by themselves. Another test module joins in with
a function `bad_inputs()` that yields `Bad`.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from accord.change.reading import compared
from tests import changes_support as laid
from tests import support

SLOWEST = 2.0  # seconds of the processor for one answer, of programs that it starts too
MEMORY = 256 * 1024 * 1024  # bytes of data of the process
LEAST = 250
OWN = "def bad_inputs("


@dataclass(frozen=True)
class Bad:
    """A bad input: `answer` gives what is said of it, which must be exactly `expected`, in a folder of its own."""

    name: str
    lay: Callable[[Path], object]
    answer: Callable[[Path], list[str]]
    expected: tuple[str, ...]


def answered(name: str, answer: Callable[[], object], expected: str) -> Bad:
    """Return a bad input that needs no folder, and whose answer is one sentence."""
    return Bad(name, lambda root: None, lambda root: [str(answer())], (expected,))


def kinds() -> dict[str, Callable[[], Iterator[Bad]]]:
    """Return every kind of bad input by name."""
    modules = {path.stem for path in support.HERE.glob("test_*.py") if OWN in path.read_text(encoding="utf-8")}
    own = {name.removeprefix("test_"): import_module(f"tests.{name}").bad_inputs for name in sorted(modules)}
    return {"trees": _trees, "bytes": _bytes, "changes": _changes, "git": _git, **own}


def _trees() -> Iterator[Bad]:
    for name in support.cases():
        yield Bad(name, _sampled(partial(support.lay, name)), support.lines, support.expected(name))


def _bytes() -> Iterator[Bad]:
    for path in sorted(support.HERE.glob("test_rules_bytes*.py")):
        for case in import_module(f"tests.{path.stem}").TABLE:
            yield Bad(f"{path.stem}: {case.name}", _sampled(case.spoil), support.lines, case.expected)


def _sampled(spoil: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda root: spoil(support.sample(root))


def _changes() -> Iterator[Bad]:
    for name in laid.names():
        expected = (laid.CASES / name / "expected.txt").read_text(encoding="utf-8").splitlines()
        yield Bad(name, partial(_two, name), _judged, tuple(expected))


def _two(name: str, root: Path) -> None:
    laid.base(root / "base", name)
    laid.change(name, laid.base(root / "head", name))
    laid.upstream(name, root / "upstream")


def _judged(root: Path) -> list[str]:
    theirs = str(root / "upstream") if (root / "upstream").is_dir() else None
    return laid.lines(compared(root / "head", str(root / "base"), support.AS_OF, False, theirs))


def _git() -> Iterator[Bad]:
    for case in import_module("tests.test_git_bytes").TABLE:
        yield Bad(case.name, partial(_repository, case.spoil), _said, case.expected)


def _repository(spoil: Callable[[Path], object], root: Path) -> None:
    spoil(laid.repository(root / "repository"))


def _said(root: Path) -> list[str]:
    return laid.said(root / "repository")


def every() -> Iterator[tuple[str, Bad]]:
    """Yield every bad input that is answered, with its kind. One that nothing is said of is no bad input."""
    for kind, found in kinds().items():
        for bad in found():
            if bad.expected:
                yield kind, bad


def wrong(bad: Bad) -> str:
    """Try one, and return what was wrong with the answer, or an empty string."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        bad.lay(Path(folder))
        before = sum(os.times()[:4])
        try:
            said = tuple(bad.answer(Path(folder)))
        except Exception:  # whatever it is, it is what we look for
            return traceback.format_exc()
        took = sum(os.times()[:4]) - before
    if said != bad.expected:
        return f"said {said}"
    return f"took {took:.1f} s" if took > SLOWEST else ""


@contextmanager
def bounded() -> Iterator[None]:
    """Let this process have no more memory than MEMORY. What asks for more gets a MemoryError."""
    old = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, old)


def main(arguments: list[str]) -> int:
    """Count, or try one kind. Returns 1 where an answer is wrong."""
    found = [bad for kind, bad in every() if not arguments or kind == arguments[0]]
    status = 0
    if arguments:
        with bounded():
            for bad in found:
                if trouble := wrong(bad):
                    print(f"{bad.name}: {trouble}")
                    status = 1
    print(f"{len(found)} bad inputs")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
