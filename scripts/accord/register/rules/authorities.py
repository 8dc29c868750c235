"""The list of authorities agrees with itself: what names one names no other, and each end leads to a successor.

Two may have the same name or domain where one ended before the other began, as councils often keep them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accord.files.nodes import Mapping, Node, Path, line_at
from accord.files.problem import Problem, Severity, shown
from accord.project.ids import nearest
from accord.project.inputs import Inputs
from accord.register.authorities import Authorities, Authority, authorities, reached
from accord.register.authority_names import reads_like

TAKEN = "Give each authority its own."


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield codes, names and domains of two at once, days out of order, and successors that can't take over."""
    for document in inputs.project.of_kind("authorities"):
        known = authorities(inputs.project)
        listing = document.node.get("authorities") if isinstance(document.node, Mapping) else None
        if known.all and listing is not None and len(known.all) == len(getattr(listing, "items", ())):
            yield from _List(document.path, listing, known, inputs.as_of).problems()


@dataclass
class _List:
    path: str
    listing: Node
    known: Authorities
    as_of: date

    def problems(self) -> Iterator[Problem]:
        yield from self._twice()
        yield from self._names()
        yield from self._domains()
        for index, authority in enumerate(self.known.all):
            since, until = authority.since, authority.until
            if not authority.code and since is None:
                wrong = f"{authority.name} has no code and no day on which it begins."
                yield self._at(index, "slug", wrong, "Add `code`, or `from` if it is still to begin.")
            elif not authority.code and authority.exists_on(self.as_of):
                wrong = f"{authority.name} has begun and has no code, so it can't sign."
                yield self._at(index, "from", wrong, "Add `code` once it is published.", severity="note")
            if since is None and self.known.predecessors(authority.slug):
                wrong = f"{authority.name} takes over from another, and no day is given on which it begins."
                yield self._at(index, "slug", wrong, "Add `from`, so that it can't sign before that day.")
            if since and until and until <= since:
                wrong = f"{authority.name} ends ({until}) before it begins ({since})."
                yield self._at(index, "until", wrong, "Put the two days right.")
            if authority.successors and not until:
                wrong = f"{authority.name} has successors and no day on which it ends."
                yield self._at(index, "successors", wrong, "Add `until`, or delete the successors.")
            if until and not authority.successors:
                wrong = f"{authority.name} ends, and nobody takes over."
                yield self._at(index, "until", wrong, "Add `successors`: its duties have to go to somebody.")
            for place, slug in enumerate(authority.successors):
                yield from self._successor(index, place, authority, slug)

    def _twice(self) -> Iterator[Problem]:
        codes: dict[str, int] = {}
        slugs: dict[str, int] = {}
        for index, authority in enumerate(self.known.all):
            for name, code in (("code", authority.code), *(("former_codes", code) for code in authority.former_codes)):
                if code and code in codes:
                    first = self.known.all[codes[code]].slug
                    yield self._at(index, name, f"The code {code} stands twice (first at {shown(first)}).", TAKEN)
                codes.setdefault(code, index)
            if slugs.setdefault(authority.slug, index) != index:
                wrong = f"The short name {shown(authority.slug)} stands twice."
                yield self._at(index, "slug", wrong, TAKEN)

    def _names(self) -> Iterator[Problem]:
        taken: dict[str, list[Authority]] = defaultdict(list)
        for index, authority in enumerate(self.known.all):
            for place, name in enumerate((authority.name, *authority.common_names), -1):
                field, at = ("name", None) if place < 0 else ("common_names", place)
                form = reads_like(name)
                other = next((a for a in taken[form] if a is not authority and a.meets(authority)), None)
                if not form:
                    wrong = f"{shown(name)} says that it is a council, and not which."
                    yield self._at(index, field, wrong, "Write its place, or delete the name.", at)
                elif other:
                    wrong = f"{shown(name)} reads like a name of {other.name}."
                    yield self._at(index, field, wrong, "Keep it for the one that readers would think of.", at)
                taken[form].append(authority)

    def _domains(self) -> Iterator[Problem]:
        for index, authority in enumerate(self.known.all):
            for place, domain in enumerate(authority.domains):
                others = (a for a in self.known.all if a is not authority and a.owns(domain) and a.meets(authority))
                if other := next(others, None):
                    wrong = f"{domain} is, or stands below, a domain of {other.name}."
                    yield self._at(index, "domains", wrong, "A domain is one council's own: find out whose.", place)

    def _successor(self, index: int, place: int, authority: Authority, slug: str) -> Iterator[Problem]:
        heir = self.known.slug(slug)
        if heir is None:
            near = nearest(slug, [found.slug for found in self.known.all])
            wrong = f"No authority has the short name {shown(slug)}.{near}"
            yield self._at(index, "successors", wrong, "Write the short name of one in this list.", place)
        elif slug == authority.slug or authority.slug in reached(slug, {a.slug: a.successors for a in self.known.all}):
            wrong = f"{authority.name} would follow itself."
            yield self._at(index, "successors", wrong, "Take the short name out.", place)
        elif authority.until and not heir.exists_on(authority.until):
            wrong = f"{heir.name} does not exist on the day on which it takes over ({authority.until})."
            yield self._at(index, "successors", wrong, f"Check the days of {shown(slug)}.", place)

    def _at(
        self, index: int, name: str, wrong: str, cure: str, place: int | None = None, severity: Severity = "problem"
    ) -> Problem:
        path: Path = (index, name) if place is None else (index, name, place)
        where = f"authorities/{index + 1}/{name}"
        return Problem(self.path, line_at(self.listing, path), where, wrong, cure, severity)
