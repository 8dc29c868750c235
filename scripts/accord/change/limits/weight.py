"""All that a change brings to be read is small enough to be read: each file has a bound, and many may come together."""

from collections.abc import Iterator

from accord.change.compare import Change
from accord.files.problem import Problem

MOST = 2 * 1024 * 1024  # bytes; the whole project has less
READ = ("commitment/", "data/", "docs/")
UNREAD = "docs/assets/"


def check(change: Change) -> Iterator[Problem]:
    """Yield that the change is too large: then nothing else of it is looked at. What upstream has is not weighed."""
    paths = [path for path in (*change.added, *change.edited) if path.startswith(READ) and not path.startswith(UNREAD)]
    if change.head.weigh(paths) > MOST:
        wrong = f"The files that the change adds and edits here have more than {MOST // 1024**2} MiB together."
        yield Problem(paths[0], 1, "", wrong, "Send them in several changes.")
