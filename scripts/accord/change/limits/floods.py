"""Anyone may bring claims, in a number that somebody can look at, and files of a size that can be read."""

from collections.abc import Iterator

from accord.change.compare import Change
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
        wrong = f"The change adds {len(records):,} records, and a change adds up to {MOST_RECORDS}."
        yield Problem(records[0], 1, "", wrong, "Send them in several changes.")


def too_large(change: Change) -> Iterator[Problem]:
    """Yield that the change is too large: then nothing else of it is looked at. What upstream has is not weighed."""
    touched = [path for path in (*change.added, *change.edited) if path.startswith(FOLDERS)]
    paths = [path for path in touched if path.endswith(READ) or not path.startswith(UNREAD)]
    if len(paths) > MOST_FILES:
        wrong = f"The change adds and edits {len(paths):,} files here, and a change has up to {MOST_FILES:,}."
        yield Problem(paths[0], 1, "", wrong, "Send them in several changes.")
    elif change.head.weigh(paths) > MOST_BYTES:
        wrong = f"The files that the change adds and edits here have more than {MOST_BYTES // 1024**2} MiB together."
        yield Problem(paths[0], 1, "", wrong, "Send them in several changes.")
