"""What a program can put right in records and data without a guess: line ends, spaces, quotes, the order of fields.

It changes no word of a value, and no file that is published or that a seal lists.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from accord.commitment.folder import DRAFT
from accord.files.problem import Unusable
from accord.files.text import LARGEST
from accord.project.reading import Project, kind_of
from accord.register.book import book
from accord.register.folder import read_folder
from accord.register.writing import make, receiving
from accord.register.writing.draft import Draft

FROZEN = "data/guidance-releases/"
_WIDE = "\t\u00a0\u2000-\u200a\u202f\u205f\u3000"
_BETWEEN = re.compile(rf"(?<=\S)(?:[ ]*[{_WIDE}])+[ ]*(?=\S)")
_END = re.compile(rf"[ {_WIDE}]+$", re.MULTILINE)
_LETTER = re.compile(r"\w")


def fixed(project: Project, as_of: date) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the right bytes of each file that can be put right."""
    folder = read_folder(project)
    listed = {path for seal in folder.chain.seals for path in seal.lines}
    named = {file.record.get("target") for file in folder.records if file.record}
    for path in [*project.files, DRAFT]:
        if project.tree.kind(path) == "file" and not path.startswith(FROZEN) and (kind_of(path) or path == DRAFT):
            yield from _changed(project, path, plain)
    for file in folder.records if not folder.chain.faults else ():
        if file.path not in listed and file.digest not in named and project.tree.kind(file.path) == "file":
            yield from _changed(project, file.path, partial(_record, project, as_of, file.path))


def plain(raw: bytes) -> bytes:
    """Return a text with plain line ends and spaces, and one line end at its end. Tabs that begin a line stay.

    Raises UnicodeDecodeError: it is no UTF-8 text.
    """
    text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    text = _END.sub("", _BETWEEN.sub(" ", text)).strip("\n")
    return f"{text}\n".encode() if text else raw


def _record(project: Project, as_of: date, path: str, raw: bytes) -> bytes:
    """Return a record in its one form, or as it is where that would lose or add a letter."""
    text = receiving.text(raw)
    found = receiving.Reading(path, text)
    made = make.encode(found.values, Draft(book(project), as_of, found.values).specs())
    return raw if found.problems or _letters(text) != _letters(made.decode()) else made


def _letters(text: str) -> list[str]:
    return sorted(_LETTER.findall(text.casefold()))


def _changed(project: Project, path: str, right: Callable[[bytes], bytes]) -> Iterator[tuple[str, bytes]]:
    try:
        raw = project.tree.read(path, LARGEST)
        made = right(raw) if len(raw) <= LARGEST else raw
    except (OSError, UnicodeError, Unusable):  # the check says so
        return
    if made != raw:
        yield path, made
