"""The files of a pack, from a folder or a zip: names checked, links refused, nothing read without a bound."""

from __future__ import annotations

import io
import os
import re
import stat
import zipfile
from functools import partial
from typing import Callable, Dict, Iterator, List, Tuple

from accord.pack.verifier.said import Bad, Finding, Hopeless, many

TOP = "verification-pack/"  # the one folder inside the zip
LIST = "records.sha256"
KIB, MIB = 1024, 1024 * 1024
RECORD = r"commitment/signatories/[a-z0-9-]{1,64}/[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z]{1,10}(?:-[0-9]{1,2})?\.yml"
VERSION = r"commitment/versions/[0-9]{1,4}(?:\.[0-9]{1,4}){2}\.(?:md|yml)"
PLACES = (  # what may lie in a pack, and the most bytes that each may have
    (re.compile(LIST), 32 * MIB),
    (re.compile(VERSION), 64 * KIB),
    (re.compile(RECORD), 32 * KIB),
    (re.compile(RECORD + r"\.sig"), 4 * KIB),
    (re.compile(RECORD + r"\.erased"), 32 * KIB),
)
BESIDE = ("README.txt", "verify.py", "commitment/README.md", "commitment/draft.md")  # never read
LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")  # what computers leave in folders
MOST, LARGEST_ZIP, LARGEST_ALL = 300_000, 256 * MIB, 1024 * MIB
DEEPEST = 3  # folders inside each other: commitment/signatories/NAME


class Pack:
    """`files` gives the bytes of each file by its name, at most as many as asked; `found` is what is wrong so far."""

    def __init__(self) -> None:
        self.files: Dict[str, Callable[[int], bytes]] = {}
        self.found: List[Finding] = []
        self.read_so_far = 0

    def take(self, name: str, read: Callable[[int], bytes]) -> None:
        """Note a file, where its name is one that belongs into a pack."""
        if name in self.files:
            self.found.append((name, "The pack holds two files of this name."))
        elif name in BESIDE or name.rpartition("/")[2] in LITTER:
            return
        elif any(form.fullmatch(name) for form, _ in PLACES):
            self.files[name] = read
            if len(self.files) > MOST:
                raise Hopeless(f"The pack holds more than {MOST:,} files. No pack of ours does.")
        else:
            self.found.append((name, "No pack has a file of this name. Take it out."))

    def raw(self, name: str) -> bytes:
        """Return a file's bytes. Raises Bad where there are too many, or where they can't be read."""
        limit = next(limit for form, limit in PLACES if form.fullmatch(name))
        try:
            raw = self.files[name](limit + 1)
        except Exception as error:  # a hostile zip makes zipfile raise a dozen kinds
            raise Bad(f"The file can't be read ({type(error).__name__}). Get the pack again.") from None
        self.read_so_far += len(raw)
        if self.read_so_far > LARGEST_ALL:
            raise Hopeless(f"The pack holds more than {LARGEST_ALL // MIB:,} MiB. No pack of ours does.")
        if len(raw) > limit:
            raise Bad(f"The file is larger than {many(limit // KIB, 'KiB', 'KiB')}.")
        return raw

    def named(self, ending: str, start: str = "commitment/signatories/") -> List[str]:
        """Return the names with a start and an ending, sorted as bytes."""
        return sorted((n for n in self.files if n.startswith(start) and n.endswith(ending)), key=str.encode)


def open_pack(path: str) -> Pack:
    """Return the pack in a folder or a zip. Raises Hopeless where there is none."""
    try:
        return from_folder(path) if os.path.isdir(path) else from_zip(path)
    except OSError as error:
        raise Hopeless(f"{path} can't be read: {error.strerror or type(error).__name__}.") from None


def from_folder(path: str) -> Pack:
    """Read what lies in a folder below commitment/, and the list beside it. Other files are nothing to us."""
    pack = Pack()
    if os.path.islink(os.path.join(path, "commitment")) or not os.path.isdir(os.path.join(path, "commitment")):
        raise Hopeless(f"{path} holds no folder commitment. Give the folder in which README.txt and commitment lie.")
    if os.path.lexists(os.path.join(path, LIST)):
        pack.take(LIST, partial(start_of, os.path.join(path, LIST)))
    for name, entry in walk(path, "commitment", pack.found):
        pack.take(name, partial(start_of, entry))
    return pack


def walk(root: str, folder: str, found: List[Finding]) -> Iterator[Tuple[str, str]]:
    """Yield the name and place of each plain file below a folder. Follows no link."""
    with os.scandir(os.path.join(root, folder)) as entries:
        listed = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    for entry in listed:
        name = f"{folder}/{entry.name}"
        if entry.is_symlink():
            found.append((name, "This is a symbolic link. A pack holds plain files only."))
        elif entry.is_dir(follow_symlinks=False):
            if folder.count("/") + 2 > DEEPEST:
                found.append((name, "No pack has a folder here."))
            else:
                yield from walk(root, name, found)
        elif entry.is_file(follow_symlinks=False):
            yield name, entry.path
        else:
            found.append((name, "This is no plain file."))


def start_of(place: str, size: int) -> bytes:
    """Return the first bytes of a plain file. Raises OSError for a link, a pipe or a device."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with open(os.open(place, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("no plain file")
        return file.read(size)


def start_in(archive: zipfile.ZipFile, info: zipfile.ZipInfo, size: int) -> bytes:
    """Return the first bytes of a file in a zip; zipfile unpacks no more than it is asked for."""
    with archive.open(info) as file:
        return file.read(size)


def from_zip(path: str) -> Pack:
    """Read the names in a zip. Nothing is unpacked to the disk, so that no name can lead anywhere."""
    raw = start_of(path, LARGEST_ZIP + 1)
    if len(raw) > LARGEST_ZIP:
        raise Hopeless(f"{path} is larger than {LARGEST_ZIP // MIB} MiB. Unpack it, and give the folder.")
    if raw.count(b"PK\1\2") > MOST:  # before zipfile makes an object of each
        raise Hopeless(f"{path} holds more than {MOST:,} files. No pack of ours does.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        infos = archive.infolist()
    except Exception:  # a hostile zip makes zipfile raise a dozen kinds
        raise Hopeless(f"{path} is neither a folder nor a sound zip. Get the pack again.") from None
    pack = Pack()
    for info in infos:
        name = info.filename[len(TOP) :]
        if not info.filename.startswith(TOP):
            pack.found.append((info.filename, f"Everything in a pack lies in {TOP}. Take this out."))
        elif stat.S_ISLNK(info.external_attr >> 16):
            pack.found.append((name, "This is a symbolic link. A pack holds plain files only."))
        elif info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            pack.found.append((name, "The file is packed in a way that this program does not read. Unpack the zip."))
        elif name and not name.endswith("/"):
            pack.take(name, partial(start_in, archive, info))
    return pack
