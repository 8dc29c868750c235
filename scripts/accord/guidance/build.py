"""From checked trees to the typed model. Call it only on a project that has no problems."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from accord.commitment.build import commitment
from accord.commitment.consultation import Consultation
from accord.files.nodes import plain
from accord.guidance.elements import (
    Card,
    ClauseWords,
    Door,
    FrameworkElement,
    Letter,
    Recommendation,
    Release,
    Role,
    Site,
    Source,
    Stage,
    Term,
)
from accord.guidance.field_guide import guides
from accord.guidance.guidance import Guidance
from accord.guidance.layout import Layout
from accord.guidance.local import Local, LocalSite, Note
from accord.guidance.paper import Paper
from accord.guidance.parts import WordGroup
from accord.guidance.releases import Frozen, in_order
from accord.project.reading import FOLDERS, LOCALS, SINGLES, Project

T = TypeVar("T")
PLACES = {
    **{kind: f"data/{folder}/" for folder, kind in FOLDERS.items()},
    **{kind: f"data/{name}" for name, kind in SINGLES.items()},
    **{kind: place for place, kind in LOCALS.items()},
    "front-matter": "docs/",
    "version": "commitment/versions/",
}


def build(project: Project, as_of: date) -> Guidance:
    """Return the guidance as at the day `as_of`.

    Raises:
        TypeError, KeyError: the project has problems that `accord check` names.
    """

    def some(kind: str, cls: type[T]) -> tuple[T, ...]:
        made = (typed(cls, {**_fields(plain(d.node)), "path": d.path}) for d in project.of_kind(kind))
        return tuple(sorted(made, key=place))

    framework = FrameworkElement
    site = some("site", Site)[0]
    local = next(
        (Local(own, _notes(some("local-note", Note)), site.name) for own in some("local-site", LocalSite)),
        None,
    )
    texts = commitment(project)
    (words,) = (_fields(plain(document.node)) for document in project.of_kind("search"))
    return Guidance(
        tiers=some("tier", framework),
        values=some("value", framework),
        principles=some("principle", framework),
        virtues=some("virtue", framework),
        contexts=some("context", framework),
        stages=some("stage", Stage),
        recommendations=some("recommendation", Recommendation),
        roles=some("role", Role),
        terms=some("term", Term),
        sources=some("source", Source),
        doors=some("door", Door),
        search=tuple(WordGroup(tuple(group)) for group in words["groups"]),
        release=some("guidance", Release)[0],
        site=_own(site, local.site) if local else site,
        clauses=some("clause", ClauseWords),
        commitment=texts,
        as_of=as_of,
        fields=guides(project.schemas, PLACES),
        frozen=in_order(some("guidance-release", Frozen)),
        local=local,
        cards=some("card", Card),
        consultations=some("consultation", Consultation),
        letter=some("letter", Letter)[0],
        papers=some("document", Paper),
        layouts=some("export", Layout),
    )


def _own(site: Site, local: LocalSite) -> Site:
    """Return the settings of a council's copy: what upstream says of itself is not said of the copy."""
    return replace(site, name=local.name, address=local.address, security_contact=local.security_contact)


def _notes(notes: tuple[Note, ...]) -> dict[str, Note]:
    return {note.id: note for note in notes}


def _fields(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("a data file is not a block of fields")
    return value


def place(element: Any) -> tuple[int, str]:
    """Sort by `order` where there is one, else by label without regard to case."""
    return (int(getattr(element, "order", "0")), str(getattr(element, "label", element.path)).casefold())


def typed(cls: type[T], values: dict[str, Any]) -> T:
    """Return a dataclass filled from a dictionary of the same shape, its parts and lists typed too."""
    hints = _hints(cast(Hashable, cls))
    return cls(**{name: _converted(hints[name], value) for name, value in values.items()})


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    return get_type_hints(cls)  # a class; Hashable is what the cache asks for


def _converted(hint: Any, value: Any) -> Any:
    if isinstance(hint, types.UnionType):  # "X | None": the only union in the model
        hint = next(choice for choice in get_args(hint) if choice is not types.NoneType)
    if get_origin(hint) is tuple:
        return tuple(_converted(get_args(hint)[0], item) for item in _list(value))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return typed(hint, value)
    return value


def _list(value: Any) -> Iterable[Any]:
    if not isinstance(value, list):
        raise TypeError("a list was expected")
    return value
