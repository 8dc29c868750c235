"""A zip that is the same, byte for byte, wherever and whenever it is made: sorted, one time, one mode, not compressed.

Compressed bytes differ from one zlib to the next, so nothing is compressed: hosts do that on the way to the reader.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

FIRST = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold, for every file
MODE = 0o100644 << 16  # a plain file that anyone may read
UNIX = 3


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the zip of files, given by name and bytes in any order.

    Raises:
        ValueError: two files have one name.
    """
    out = io.BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in sorted(files, key=lambda file: file[0].encode()):
            if name in names:
                raise ValueError(f"two files are named {name}")
            names.add(name)
            info = zipfile.ZipInfo(name, FIRST)
            info.create_system, info.external_attr = UNIX, MODE
            archive.writestr(info, raw)
    return out.getvalue()


def folder(root: Path, top: str) -> bytes:
    """Return the zip of all plain files below a folder, inside one folder called `top`.

    Raises:
        OSError: a file can't be read.
        ValueError: a symbolic link lies there.
    """
    paths = sorted(root.rglob("*"))
    if links := [path for path in paths if path.is_symlink()]:
        raise ValueError(f"{links[0]} is a symbolic link")
    files = (path for path in paths if path.is_file())
    return packed((f"{top}/{path.relative_to(root).as_posix()}", path.read_bytes()) for path in files)


if __name__ == "__main__":  # python -I -m accord.pack.archive FOLDER TOP FILE
    Path(sys.argv[3]).write_bytes(folder(Path(sys.argv[1]), sys.argv[2]))
