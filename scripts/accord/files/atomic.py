"""Writes a new file whole or not at all, and never over another.

The bytes go into a file beside it whose name starts with PREFIX, reach the disk, and only then get their name. A full
disk or a lost connection leaves nothing. A killed program may leave a file of that prefix, which the check names.
"""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

PREFIX = ".accord-"
READABLE = 0o644  # the mode that git keeps
# What a disk answers that knows no second name for a file: FAT, some network drives.
NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK, errno.EACCES}


def write_new(path: Path, raw: bytes) -> None:
    """Write `raw` to `path`, making its folder where there is none.

    Raises:
        FileExistsError: there is something of that name, and it is as it was.
        OSError: the disk is full, or the folder can't be written to. Nothing of that name is left.
    """
    _write(path, raw, over=False)


def write_over(path: Path, raw: bytes) -> None:
    """Write `raw` to `path` in the place of what is there, in one step. A reader finds the old file or the new one.

    Raises OSError: the disk is full, or the folder can't be written to. What was there is as it was.
    """
    _write(path, raw, over=True)


@contextlib.contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """Make a folder where there is none; where the writing fails, take away again what was made."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for each in made:
            with contextlib.suppress(OSError):  # somebody else has put something there
                each.rmdir()
        raise


def _write(path: Path, raw: bytes, *, over: bool) -> None:
    with _folder(path.parent):
        _place(path, raw, over=over)
    with contextlib.suppress(OSError):  # make the folder itself reach the disk, where the system can
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _place(path: Path, raw: bytes, *, over: bool) -> None:
    descriptor, name = tempfile.mkstemp(prefix=PREFIX, suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
            file.flush()
            temporary.chmod(READABLE)
            os.fsync(file.fileno())
        if over:
            temporary.replace(path)  # once it is closed: Windows moves no file that is open
        else:
            _name(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _name(temporary: Path, path: Path) -> None:
    """Give a file its name, in one step that fails where the name is taken."""
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in NO_LINKS:  # the name is taken, among others
            raise
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, READABLE))  # from here on the name is ours
        try:
            temporary.replace(path)
        except OSError:
            path.unlink()
            raise
