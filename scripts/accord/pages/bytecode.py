"""Compiled templates, kept beside Python's own compiled files: a tenth of a build went into compiling them anew."""

from __future__ import annotations

import sys
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache, FileSystemBytecodeCache

FOLDER = Path(__file__).parent / "templates" / "__pycache__"


class _Kept(FileSystemBytecodeCache):
    """Each is kept under its template's name and used only while the template's text is the same (its SHA-1)."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it where the folder can be written; a build needs no more than to read its templates."""
        try:
            FOLDER.mkdir(exist_ok=True)
            super().dump_bytecode(bucket)
        except OSError:
            return


def cache() -> BytecodeCache | None:
    """Return where compiled templates are kept; nowhere under `python -B` or PYTHONDONTWRITEBYTECODE."""
    return None if sys.dont_write_bytecode else _Kept(str(FOLDER))
