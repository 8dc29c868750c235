"""Writes a file of answers, whole or not at all."""

from pathlib import Path

from accord.answers.answers import Answers, encoded
from accord.files.atomic import write_new, write_over


def write(path: Path, file: Answers, over: bool) -> None:
    """Write a file in one step; `over` says that it may take the place of another.

    Raises:
        FileExistsError: there is a file of that name, and `over` is not said.
        OSError: the disk refused. No half file is left.
    """
    (write_over if over else write_new)(path, encoded(file))
