"""The authorities from data/authorities.yml. What can't be read is left out: the rules say why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accord.files.nodes import Plain, plain
from accord.project.reading import Project
from accord.register.authorities import Authorities, Authority

NEEDED = ("name", "type", "region", "slug")


def authorities(project: Project) -> Authorities:
    """Return the authorities in the order of the file; none where there is no such file, or it can't be read."""
    return project.once(_authorities)


def _authorities(project: Project) -> Authorities:
    for document in project.of_kind("authorities"):
        top = plain(document.node)
        if isinstance(top, dict):
            each = tuple(_each(top.get("authorities")))
            return Authorities(each, _text(top, "source"), _text(top, "note"), _day(top, "checked"))
    return Authorities(())


def _each(items: Plain | None) -> Iterator[Authority]:
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and all(_text(item, name) for name in NEEDED):
            yield Authority(
                code=_text(item, "code"),
                name=_text(item, "name"),
                type=_text(item, "type"),
                region=_text(item, "region"),
                slug=_text(item, "slug"),
                since=_day(item, "from"),
                until=_day(item, "until"),
                successors=_words(item, "successors"),
                former_codes=_words(item, "former_codes"),
                common_names=_words(item, "common_names"),
                domains=_words(item, "domains"),
                earlier_names=tuple(sorted(_earlier(item.get("earlier_names")), key=lambda earlier: earlier[1])),
            )


def _earlier(items: Plain | None) -> Iterator[tuple[str, date]]:
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and (until := _day(item, "until")):
            yield _text(item, "name"), until


def _text(item: dict[str, Plain], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _words(item: dict[str, Plain], name: str) -> tuple[str, ...]:
    value = item.get(name)
    return tuple(word for word in value if isinstance(word, str)) if isinstance(value, list) else ()


def _day(item: dict[str, Plain], name: str) -> date | None:
    try:
        return date.fromisoformat(_text(item, name))
    except ValueError:
        return None
