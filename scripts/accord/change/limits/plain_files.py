"""What is added is a plain file: a link publishes what it points at, a submodule is what nobody here checked.

And no file tells git to change the bytes of records and texts on the way to the disk: gitattributes(5).
"""

from collections.abc import Iterator

from accord.change.commits import EXECUTABLE, LINK, MODULE
from accord.change.compare import Change
from accord.commitment.folder import FOLDER
from accord.files.problem import Problem


def check(change: Change) -> Iterator[Problem]:
    """Yield links, submodules, programs in the Commitment, and each `.gitattributes` that is touched."""
    for path in [*change.added, *change.edited]:
        entry = change.head.entries[path]
        if entry.mode == LINK:
            wrong = "This is a symbolic link (mode 120000), and its target would be published."
            yield Problem(path, 1, "", wrong, "Replace it by the file itself.")
        elif entry.mode == MODULE:
            wrong = "This is a submodule (mode 160000): files of another repository, which no rule reads."
            yield Problem(path, 1, "", wrong, "Take it out of the change.")
        elif entry.mode == EXECUTABLE and path.startswith(f"{FOLDER}/"):
            wrong = "The file is marked as a program (mode 100755), and nothing here is one."
            yield Problem(path, 1, "", wrong, 'Take the mark away: "git update-index --chmod=-x", then chmod -x.')
    for path in change.of("attributes", [*change.added, *change.edited, *change.removed]):
        wrong = "A .gitattributes file decides with which bytes git writes files, and sealed bytes would change."
        cure = "Leave it out. Whoever holds the repository changes the one at the top by hand."
        yield Problem(path, 1, "", wrong, cure)
