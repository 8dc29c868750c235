"""What a verification pack holds: every text, record and signature byte for byte, the list, and how to check them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from accord.pack import archive
from accord.pack.assemble import verifier
from accord.read.commitment import Folder
from accord.verify import root_list
from accord.verify.root_list import RootList

NAME = "verification-pack"
README = Path(__file__).with_name("README.txt")


def pack(folder: Folder, witness: RootList) -> bytes:
    """Return the zip of a folder commitment/ in which no rule finds a problem, with its list.

    Raises:
        OSError: a file can't be read any more.
    """
    return archive.packed((f"{NAME}/{name}", raw) for name, raw in files(folder, witness))


def files(folder: Folder, witness: RootList) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the pack by its name."""
    yield "README.txt", readme(witness).encode()
    yield "verify.py", verifier().encode()
    yield "records.sha256", root_list.write(witness)
    for text in folder.texts.values():
        yield text.path, text.raw
    beside = (f"{path}.sig" for path in folder.signatures)
    for path in (*folder.abouts, *(f.path for f in folder.records), *(f.path for f in folder.erased), *beside):
        yield path, folder.raw(path)


def readme(witness: RootList) -> str:
    """Return the words that go with the pack, with the numbers to compare."""
    number = witness.records
    records = f"{number:,} record{'' if number == 1 else 's'}"
    numbers = {"ROOT": f"sha256:{witness.root}", "RECORDS": records, "DAY": witness.as_of.isoformat()}
    words = README.read_text(encoding="utf-8")
    for name, value in numbers.items():
        words = words.replace(f"{{{name}}}", value)
    return words
