"""Anyone may bring claims, in a number that somebody can look at, and files of a size that can be read."""

from collections.abc import Iterator

from accord.change.compare import Change
from accord.change.said import said
from accord.files.problem import Problem
from accord.project.reading import READ

MOST_RECORDS = 100
MOST_FILES = 1_000  # the whole project has fewer
MOST_BYTES = 2 * 1024 * 1024  # and less
FOLDERS = ("commitment/", "data/", "docs/")
UNREAD = "docs/assets/"  # but for what ends like a page or data, wherever it lies


def check(change: Change) -> Iterator[Problem]:
    """Yield a flood of claims: what a steward has sealed is none."""
    records = change.of("record", change.added)
    if len(records) > MOST_RECORDS and not set(records) & change.chains[1].sealed.keys():
        yield said("records", records[0], count=f"{len(records):,}", most=MOST_RECORDS)


def too_large(change: Change) -> Iterator[Problem]:
    """Yield that the change is too large: then nothing else of it is looked at. What upstream has is not weighed."""
    touched = [path for path in (*change.added, *change.edited) if path.startswith(FOLDERS)]
    paths = [path for path in touched if path.endswith(READ) or not path.startswith(UNREAD)]
    if len(paths) > MOST_FILES:
        yield said("files", paths[0], count=f"{len(paths):,}", most=f"{MOST_FILES:,}")
    elif change.head.weigh(paths) > MOST_BYTES:
        yield said("bytes", paths[0], most=MOST_BYTES // 1024**2)
