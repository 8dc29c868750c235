"""The English authorities with children's services duties: who they are, from when until when, who follows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Authority:
    """`code` is the Office for National Statistics' code. `until` is the first day on which it is no more."""

    code: str
    name: str
    type: str
    region: str
    slug: str
    since: date | None = None
    until: date | None = None
    successors: tuple[str, ...] = ()  # slugs
    former_codes: tuple[str, ...] = ()

    def exists_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


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
        return {authority.code: authority for authority in self.all}

    @cached_property
    def _before(self) -> dict[str, tuple[Authority, ...]]:
        found: dict[str, tuple[Authority, ...]] = {}
        for authority in self.all:
            for slug in authority.successors:
                found[slug] = (*found.get(slug, ()), authority)
        return found
