"""Anyone may bring claims, in a number that somebody can look at, and files of a size that can be read."""

from collections.abc import Iterator

from accord.change.compare import Change
from accord.files.problem import Problem

MOST_RECORDS = 100
MOST_BYTES = 2 * 1024 * 1024  # the whole project has less
READ = ("commitment/", "data/", "docs/")
UNREAD = "docs/assets/"


def check(change: Change) -> Iterator[Problem]:
    """Yield a flood of claims: what a steward has sealed is none."""
    records = change.of("record", change.added)
    if len(records) > MOST_RECORDS and not set(records) & change.chains[1].sealed.keys():
        wrong = f"The change adds {len(records):,} records, and a change adds up to {MOST_RECORDS}."
        yield Problem(records[0], 1, "", wrong, "Send them in several changes.")


def too_large(change: Change) -> Iterator[Problem]:
    """Yield that the change is too large: then nothing else of it is looked at. What upstream has is not weighed."""
    paths = [path for path in (*change.added, *change.edited) if path.startswith(READ) and not path.startswith(UNREAD)]
    if change.head.weigh(paths) > MOST_BYTES:
        wrong = f"The files that the change adds and edits here have more than {MOST_BYTES // 1024**2} MiB together."
        yield Problem(paths[0], 1, "", wrong, "Send them in several changes.")
