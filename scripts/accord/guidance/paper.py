"""The words of a document as data/documents/ holds them. Fields are those of data/schema/document.json."""

from dataclasses import dataclass
from pathlib import PurePosixPath

PLACE = "documents/"  # where documents are, below the site's root


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A place to write in. `lines` is its height, a whole number as text; `fill` names what a copy fills in."""

    label: str
    hint: str = ""
    lines: str = ""  # one
    fill: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWords:
    caption: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """`rows` have a cell for each of `head`; an empty cell is a place to write in."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWords:
    title: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One piece of a section: exactly one of its fields is set (guidance/rules/document_parts.py)."""

    text: tuple[str, ...] = ()
    subheading: str = ""
    bullets: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    note: NoteWords | None = None
    table: TableWords | None = None
    form: FormWords | None = None
    insert: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    heading: str
    parts: tuple[Part, ...]
    new_page: str = ""  # "yes", or nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document's words. `path` is its file; the file's name is the document's."""

    path: str
    title: str
    summary: str
    audience: str
    foot: str
    sections: tuple[Section, ...]

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).stem


@dataclass(frozen=True, slots=True)
class Offer:
    """A document that was made: its title, for whom it is, and each file's format and size in bytes."""

    name: str
    title: str
    audience: str
    files: tuple[tuple[str, str, int], ...]  # ending, label, size
    path: str = ""  # of the words in data/, where they can be edited
