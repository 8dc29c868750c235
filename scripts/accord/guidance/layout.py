"""How a document is made from a file of answers: data/exports/. Fields are those of data/schema/export.json."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutField:
    """One field of a document. `project` and `decision` name fields of those blocks, `answers` ids that are asked.

    Where none of them says anything, `gap` says what to look for.
    """

    label: str
    gap: str
    hint: str = ""
    project: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSection:
    heading: str
    text: tuple[str, ...] = ()
    fields: tuple[LayoutField, ...] = ()
    insert: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A document. `lead` are the words before each gap; `gaps` and `open` head the lists at its end."""

    path: str
    order: str
    title: str
    label: str
    summary: str
    audience: str
    lead: str
    gaps: str
    open: str
    about: tuple[str, ...]
    sections: tuple[LayoutSection, ...]
    basis: tuple[str, ...] = ()
    plain: str = ""  # "yes", or nothing

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).stem

    @property
    def fields(self) -> tuple[LayoutField, ...]:
        return tuple(field for section in self.sections for field in section.fields)

    @property
    def answers(self) -> tuple[str, ...]:
        """The ids that the fields name, each once, in order."""
        return tuple(dict.fromkeys(name for field in self.fields for name in field.answers))
