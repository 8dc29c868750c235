"""What can be done to a repository that only git or a disk can hold: links, modes, attributes, clones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.changes_support import SIGNED, S, commit, git
from tests.support import write

FOLDER = f"{S}/crumb-and-co"


def odd(name: str) -> Callable[[Path], object]:
    return lambda root: write(root, f"{FOLDER}/{name}", "Bread.\n")


def link(root: Path) -> None:
    (root / SIGNED).unlink()
    (root / SIGNED).symlink_to("/etc/passwd")


def linked_folder(root: Path) -> None:
    (root / FOLDER).rename(root / "docs" / "elsewhere")
    (root / FOLDER).symlink_to("../../docs/elsewhere")


def submodule(root: Path) -> None:
    inner = root.parent / "inner"
    inner.mkdir()
    git(inner, "init", "-q", "-b", "main")
    commit(inner)
    git(root, "submodule", "--quiet", "add", str(inner), f"{S}/new-crust")


def repository_inside(root: Path) -> None:
    write(root, f"{S}/new-crust/file.yml", "Bread.\n")
    git(root / S / "new-crust", "init", "-q")


def attributes(folder: str, line: str, commits: bool = True) -> Callable[[Path], object]:
    """Return what adds a .gitattributes file, commits, and checks the files out again, as readers have them."""

    def spoil(root: Path) -> None:
        write(root, f"{folder}.gitattributes", line)
        if commits:
            commit(root)
            git(root, "rm", "-r", "-q", "--cached", ".")
            git(root, "reset", "-q", "--hard")

    return spoil


def with_id(root: Path) -> None:
    git(root, "checkout", "-q", "main")
    write(root, "docs/dough.txt", "Dough $Id$\n")
    commit(root)
    git(root, "checkout", "-q", "-B", "mine")
    attributes("docs/", "*.txt ident\n")(root)


def autocrlf(root: Path) -> None:
    git(root, "checkout", "-q", "main")
    write(root, ".gitattributes", "* -text\ndocs/index.md !text\n")
    commit(root)
    git(root, "checkout", "-q", "-B", "mine")
    git(root, "config", "core.autocrlf", "true")
    git(root, "rm", "-r", "-q", "--cached", ".")
    git(root, "reset", "-q", "--hard")


def crlf(root: Path) -> None:
    (root / SIGNED).write_bytes((root / SIGNED).read_bytes().replace(b"\n", b"\r\n"))
    commit(root)


def renamed(root: Path) -> None:
    git(root, "mv", SIGNED, f"{FOLDER}/2026-05-05-signed.yml")
    commit(root)


def removed(root: Path) -> None:
    git(root, "rm", "-q", SIGNED)
    commit(root)


def accents(root: Path) -> None:
    for name in ("caf\u00e9", "cafe\u0301"):
        write(root, f"docs/{name}.txt", "Bread.\n")


def filtered(root: Path) -> None:
    write(root, "docs/.gitattributes", "index.md filter=shout\n")
    commit(root)
    write(root, "docs/index.md", (root / "docs/index.md").read_text().upper())
