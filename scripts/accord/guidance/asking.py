"""What a project asks, before anybody knows whether the project is sound: for the rules and for `accord answers`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from accord.files.nodes import node_at, plain
from accord.guidance.build import place, typed
from accord.guidance.elements import FrameworkElement, Recommendation, Release, Role, Stage
from accord.guidance.known import Known
from accord.guidance.releases import Frozen, in_order
from accord.guidance.sheets import sheets
from accord.project.ids import definitions
from accord.project.reading import Project

T = TypeVar("T")
LABELS = ("cite", "label", "title", "text")  # of what an id names: the first that it has (as guidance/guidance.py)
UNREADABLE = (TypeError, KeyError, AttributeError, ValueError, IndexError)


@dataclass(frozen=True, slots=True)
class _Content:
    tiers: tuple[FrameworkElement, ...]
    values: tuple[FrameworkElement, ...]
    principles: tuple[FrameworkElement, ...]
    contexts: tuple[FrameworkElement, ...]
    stages: tuple[Stage, ...]
    recommendations: tuple[Recommendation, ...]


@lru_cache(maxsize=1)  # three rules ask the same of one project
def known(project: Project) -> Known | None:
    """Return what the project asks and asked, or None where a file that says so can't be read or is not sound."""
    if any(path.startswith("data/") for path in project.unread):
        return None
    if not all(_fits(project, kind) for kind in ("guidance", "guidance-release")):
        return None
    try:
        return _known(project)
    except UNREADABLE:  # whatever it is, the rules about fields say it
        return None


def _fits(project: Project, kind: str) -> bool:
    """Say whether all files of a kind fit their schema: numbers and days are compared, so they have to be such."""
    judge = project.schemas.judge(kind)
    return all(judge.is_valid(plain(document.node)) for document in project.of_kind(kind))


def _known(project: Project) -> Known:
    content = _Content(
        _some(project, "tier", FrameworkElement),
        _some(project, "value", FrameworkElement),
        _some(project, "principle", FrameworkElement),
        _some(project, "context", FrameworkElement),
        _some(project, "stage", Stage),
        _some(project, "recommendation", Recommendation),
    )
    labels = _labels(project)
    return Known(
        sheets(content, labels.__getitem__),
        _some(project, "guidance", Release)[0],
        in_order(_some(project, "guidance-release", Frozen)),
        {role.id: role.label for role in _some(project, "role", Role)},
    )


def _some(project: Project, kind: str, cls: type[T]) -> tuple[T, ...]:
    found = []
    for document in project.of_kind(kind):
        values: Any = plain(document.node)
        found.append(typed(cls, {**values, "path": document.path}))
    return tuple(sorted(found, key=place))


def _labels(project: Project) -> dict[str, str]:
    found: dict[str, str] = {}
    for definition in definitions(project):
        holder: Any = plain(node) if (node := node_at(definition.document.node, definition.path[:-1])) else {}
        words = next((str(holder[name]) for name in LABELS if name in holder), definition.id)
        found.setdefault(definition.id, f"({words})" if definition.kind == "source" else words)
    return found
