"""What turns a document into a file, as one digest: the rooms that write it, and the packages they stand on.

A file in the cache is named by this digest and by that of its document, so that neither has to be rendered to find it.
"""

import hashlib
import platform
import zlib
from functools import cache
from pathlib import Path

from accord.paper import tools

HERE = Path(__file__).parents[1]  # the package `accord`
ROOMS = ("paper", "pages", "files")  # with their templates: all that stands between a document and its bytes
PACKAGES = (tools.PANDOC, tools.TYPST, "Jinja2", "MarkupSafe")


def digest_programs() -> bytes:
    """Return the digest of all that writes documents, but for the documents themselves."""
    versions = [
        platform.python_version(),
        zlib.ZLIB_RUNTIME_VERSION,
        *(f"{name} {tools.find_version(name)}" for name in PACKAGES),
    ]
    return hashlib.sha256("\n".join([of(HERE), *versions]).encode()).digest()


@cache
def of(package: Path) -> str:
    """Return the digest of the names and bytes of the files of ROOMS in a copy of the package."""
    whole = hashlib.sha256()
    for path in sorted(path for room in ROOMS for path in (package / room).rglob("*") if path.is_file()):
        if "__pycache__" in path.parts:
            continue
        raw = path.read_bytes()
        whole.update(f"{path.relative_to(package).as_posix()}\n{len(raw)}\n".encode())
        whole.update(raw)
    return whole.hexdigest()
