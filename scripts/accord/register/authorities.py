"""The English authorities with children's services duties: who they are, from when until when, who follows them.

Read from data/authorities.yml. What can't be read is left out: the rules say why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from accord.files.days import read_day
from accord.files.nodes import Plain, plain
from accord.project.reading import Project

# A web host as a browser has it, with a full stop at its end and a port or without. No user ("…@host"), no other sign.
_HOST = re.compile(r"([a-z0-9-]+(?:\.[a-z0-9-]+)+)\.?(?::[0-9]{1,5})?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Authority:
    """`code` is the Office for National Statistics' code, or "" while there is none: it may come on the first day.

    `name` is the area's, now; `common_names` are the council's own and people's. `until` is the first day on which it
    is no more. `earlier_names` are names with the first day on which each was no more, the oldest first. `also_typed`
    are no names: they only help to find it.
    """

    code: str
    name: str
    type: str
    region: str
    slug: str
    since: date | None = None
    until: date | None = None
    successors: tuple[str, ...] = ()  # slugs
    former_codes: tuple[str, ...] = ()
    common_names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    earlier_names: tuple[tuple[str, date], ...] = ()
    also_typed: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name that it has or had."""
        return (self.name, *self.common_names, *(name for name, _ in self.earlier_names))

    def exists_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def meets(self, other: Authority) -> bool:
        """Say whether there is a day on which both exist."""
        return not any(a.until and b.since and a.until <= b.since for a, b in ((self, other), (other, self)))

    def name_on(self, day: date) -> str:
        return next((name for name, until in self.earlier_names if day < until), self.name)

    def owns(self, host: str) -> bool:
        """Say whether a web host (of an address, so without its path) is one of the council's domains or below one."""
        found = _HOST.fullmatch(host)
        return found is not None and any(f".{found[1].lower()}".endswith(f".{domain}") for domain in self.domains)


@dataclass(frozen=True)
class Authorities:
    """All of them, in the order of the file."""

    all: tuple[Authority, ...]
    source: str = ""  # id of a source
    note: str = ""  # what is known of where the list comes from; may hold [[marks]]
    checked: date | None = None

    def on(self, day: date) -> tuple[Authority, ...]:
        """Return those that exist on a day: the number of "all authorities"."""
        return tuple(authority for authority in self.all if authority.exists_on(day))

    def slug(self, slug: str) -> Authority | None:
        return self._by_slug.get(slug)

    def code(self, code: str) -> Authority | None:
        return self._by_code.get(code)

    def predecessors(self, slug: str) -> tuple[Authority, ...]:
        return self._before.get(slug, ())

    @cached_property
    def _by_slug(self) -> dict[str, Authority]:
        return {authority.slug: authority for authority in self.all}

    @cached_property
    def _by_code(self) -> dict[str, Authority]:
        return {authority.code: authority for authority in self.all if authority.code}

    @cached_property
    def _before(self) -> dict[str, tuple[Authority, ...]]:
        found: dict[str, tuple[Authority, ...]] = {}
        for authority in self.all:
            for slug in authority.successors:
                found[slug] = (*found.get(slug, ()), authority)
        return found


def reached(slug: str, after: Mapping[str, Iterable[str]]) -> set[str]:
    """Return all that one leads to, directly or through others."""
    found: set[str] = set()
    ahead = [slug]
    while ahead:
        for heir in after.get(ahead.pop(), ()):
            if heir not in found:
                found.add(heir)
                ahead.append(heir)
    return found


NEEDED = ("name", "type", "region", "slug")
LISTS = ("successors", "former_codes", "common_names", "also_typed", "domains")


def authorities(project: Project) -> Authorities:
    """Return the authorities in the order of the file; none where there is no such file, or it can't be read."""
    return project.once(_authorities)


def _authorities(project: Project) -> Authorities:
    for document in project.of_kind("authorities"):
        top = plain(document.node)
        if isinstance(top, dict):
            each = tuple(_each(top.get("authorities")))
            return Authorities(each, _text(top, "source"), _text(top, "note"), read_day(_text(top, "checked")))
    return Authorities(())


def _each(items: Plain | None) -> Iterator[Authority]:
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and all(_text(item, name) for name in NEEDED):
            known: dict[str, Any] = {name: _text(item, name) for name in ("code", *NEEDED)}
            known |= {name: _words(item, name) for name in LISTS}
            yield Authority(
                **known,
                since=read_day(_text(item, "from")),
                until=read_day(_text(item, "until")),
                earlier_names=tuple(sorted(_earlier(item.get("earlier_names")), key=lambda earlier: earlier[1])),
            )


def _earlier(items: Plain | None) -> Iterator[tuple[str, date]]:
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and (until := read_day(_text(item, "until"))):
            yield _text(item, "name"), until


def _text(item: dict[str, Plain], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _words(item: dict[str, Plain], name: str) -> tuple[str, ...]:
    value = item.get(name)
    return tuple(word for word in value if isinstance(word, str)) if isinstance(value, list) else ()
