"""The verification pack: every file that the newest seal lists, the seals, how to check them, and one small program.

The zip is the same, byte for byte, wherever and whenever it is made: sorted, one time, one mode, not compressed.
"""

import io
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from accord.project.reading import Project
from accord.register.folder import read_folder
from accord.seals import chain

NAME = "verification-pack"
PROGRAM = Path(chain.__file__)
README = Path(__file__).with_name("README.txt")
FIRST = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold, for every file
MODE = 0o100644 << 16  # a plain file that anyone may read
UNIX = 3


def packed(project: Project) -> bytes:
    """Return the zip for a project in which no rule finds a problem. Raises OSError: a file can't be read any more."""
    return zipped((f"{NAME}/{name}", raw) for name, raw in _files(project))


def _files(project: Project) -> Iterator[tuple[str, bytes]]:
    folder = read_folder(project)
    texts = [path for text in folder.texts.values() for path in (text.path, f"{text.path.removesuffix('.md')}.yml")]
    yield "README.txt", _readme(folder.chain).encode()
    yield "verify.py", PROGRAM.read_bytes()
    for path in sorted({*folder.chain.sealed, *folder.sealing, *texts, chain.AUTHORITIES}):
        yield path, project.tree.read(path, chain.LARGEST)


def _readme(found: chain.Chain) -> str:
    """Return the words that go with the pack, with the numbers to compare and the commands for its newest seal."""
    seal = found.newest
    verify, keys = "(There is no seal yet.)", "(none)"
    if seal:
        keys = chain.in_force(found.seals, len(found.seals) - 1)
        verify = "\n".join(
            f"    TZ=UTC ssh-keygen -Y verify -n {chain.NAMESPACE} -I {office} \\\n"
            f"      -f {keys} -Overify-time={seal.day.replace('-', '')} \\\n"
            f"      -s {seal.path}.{office}.sig < {seal.path}"
            for office in sorted(found.offices[seal.path])
        )
    words = README.read_text(encoding="utf-8").replace("{SEAL}", seal.path if seal else "(there is none yet)")
    words = words.replace("{KEYS}", keys)
    return words.replace("{DIGEST}", f"sha256:{seal.digest}" if seal else "(none)").replace("{VERIFY}", verify)


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the zip of files, given by name and bytes in any order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in sorted(files, key=lambda file: file[0].encode()):
            info = zipfile.ZipInfo(name, FIRST)
            info.create_system, info.external_attr = UNIX, MODE
            archive.writestr(info, raw)
    return out.getvalue()


def folder(root: Path, top: str) -> bytes:
    """Return the zip of all plain files below a folder, inside one folder called `top`.

    Raises OSError: a file can't be read. Raises ValueError: a symbolic link lies there.
    """
    paths = sorted(root.rglob("*"))
    if links := [path for path in paths if path.is_symlink()]:
        raise ValueError(f"{links[0]} is a symbolic link")
    files = (path for path in paths if path.is_file())
    return zipped((f"{top}/{path.relative_to(root).as_posix()}", path.read_bytes()) for path in files)


if __name__ == "__main__":  # python -I -m accord.steward.pack FOLDER TOP FILE
    Path(sys.argv[3]).write_bytes(folder(Path(sys.argv[1]), sys.argv[2]))
