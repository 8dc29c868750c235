"""What turns a document into a file, as one digest: our own modules and templates, and the packages they stand on.

A file in the cache is named by this digest and by that of its document, so that neither has to be rendered to find it.
"""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from pathlib import Path

from accord.paper import tools

HERE = Path(__file__).parents[1]  # the package `accord`
# Every module that `formats.py` and `html.py` call on their way from a document to bytes.
MODULES = (
    "files/characters.py",
    "paper/ast.py", "paper/formats.py", "paper/html.py", "paper/blocks.py", "paper/opendocument.py",
    "paper/package.py", "paper/sizes.py", "paper/programs.py", "paper/stamp.py", "paper/tools.py",
    "paper/wordprocessing.py", "pages/encode.py", "pages/templating.py",
)  # fmt: skip
TEMPLATES = ("paper/templates", "pages/templates/document.html")
PACKAGES = (tools.PANDOC, tools.TYPST, "Jinja2", "MarkupSafe")


def digest() -> bytes:
    """Return the digest of all that writes documents, but for the documents themselves."""
    versions = [platform.python_version(), *(f"{name} {tools.version(name)}" for name in PACKAGES)]
    return hashlib.sha256("\n".join([of(HERE), *versions]).encode()).digest()


@cache
def of(package: Path) -> str:
    """Return the digest of the names and bytes of the modules and templates in a copy of the package."""
    templates = (path for name in TEMPLATES for path in _files(package / name))
    whole = hashlib.sha256()
    for path in (*(package / name for name in MODULES), *templates):
        raw = path.read_bytes()
        whole.update(f"{path.relative_to(package).as_posix()}\n{len(raw)}\n".encode())
        whole.update(raw)
    return whole.hexdigest()


def _files(place: Path) -> list[Path]:
    return sorted(path for path in place.iterdir() if path.is_file()) if place.is_dir() else [place]
