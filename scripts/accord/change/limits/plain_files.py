"""What is added is a plain file: a link publishes what it points at, a submodule is what nobody here checked.

And no file tells git to change the bytes of records and texts on the way to the disk: gitattributes(5).
"""

from collections.abc import Iterator

from accord.change.commits import EXECUTABLE, LINK, MODULE
from accord.change.compare import Change
from accord.change.said import said
from accord.commitment.folder import FOLDER
from accord.files.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield links, submodules, programs in the Commitment, and each `.gitattributes` that is touched."""
    for path in [*change.added, *change.edited]:
        entry = change.head.entries[path]
        if entry.mode == LINK:
            yield said("link", path)
        elif entry.mode == MODULE:
            yield said("module", path)
        elif entry.mode == EXECUTABLE and path.startswith(f"{FOLDER}/"):
            yield said("program", path)
    for path in change.of("attributes", [*change.added, *change.edited, *change.removed]):
        yield said("attributes", path)
