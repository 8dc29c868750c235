"""How a paper is made from a file of answers: data/exports/ and data/papers.yml. Fields are those of their schemas.

The browser makes the papers (docs/assets/paper/); the program checks what they rest on, and publishes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutField:
    """One field of a paper. `project` and `decision` name fields of those blocks, `answers` ids that are asked.

    Where none of them says anything, `gap` says what to look for.
    """

    label: str
    gap: str
    hint: str = ""
    project: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutTable:
    """A table to fill in. `answers` make a row each; `blank` empty rows follow. `widths` are per cent, as text."""

    caption: str
    head: tuple[str, ...]
    widths: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    answers: tuple[str, ...] = ()
    blank: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutBlank:
    """A labelled place to write in. `lines` is its height, as text; one where empty."""

    label: str
    hint: str = ""
    lines: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutForm:
    caption: str
    fields: tuple[LayoutBlank, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSection:
    heading: str
    text: tuple[str, ...] = ()
    page: str = ""  # "yes", or nothing
    fields: tuple[LayoutField, ...] = ()
    tables: tuple[LayoutTable, ...] = ()
    forms: tuple[LayoutForm, ...] = ()
    insert: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A paper. `lead` are the words before each gap; `files` are its kinds besides Word and a web page."""

    path: str
    order: str
    title: str
    label: str
    summary: str
    audience: str
    lead: str
    shape: str
    about: tuple[str, ...]
    sections: tuple[LayoutSection, ...]
    files: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).stem

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of file that the browser can make of it."""
        return ("docx", "html", *self.files)

    @property
    def fields(self) -> tuple[LayoutField, ...]:
        return tuple(field for section in self.sections for field in section.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """What every paper says around the answers (data/papers.yml), by key."""

    path: str
    project: Mapping[str, str]
    decision: Mapping[str, str]
    words: Mapping[str, str]
