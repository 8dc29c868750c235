"""How far practices meet frameworks of other people: data/crosswalks/."""

import re
from collections.abc import Iterator
from typing import ClassVar

from accord.project.element import Element

HOW = ("meets", "helps", "touches")  # from most to least


class Reference(Element):
    """An article, clause or field. `source` and `checked` are empty where they are the file's."""

    @property
    def anchor(self) -> str:
        """Its place on the framework's page: "GOVERN 1.1" is at #ref-govern-1-1."""
        slug = re.sub(r"[^a-z0-9]+", "-", self.code.lower()).strip("-")
        return f"ref-{slug}"

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Each practice with how far it meets this, those that meet most first."""
        return tuple((practice, how) for how in HOW for practice in getattr(self, how))


class CrosswalkPart(Element):
    PARTS: ClassVar = {"references": Reference}


class Crosswalk(Element):
    """A framework. One that could not be read has no parts."""

    PARTS: ClassVar = {"parts": CrosswalkPart}

    @property
    def references(self) -> tuple[Reference, ...]:
        return tuple(reference for part in self.parts for reference in part.references)

    @property
    def unmet(self) -> tuple[Reference, ...]:
        """References that no practice has anything for."""
        return tuple(each for each in self.references if not each.rows)

    @property
    def practices(self) -> frozenset[str]:
        return frozenset(practice for each in self.references for practice, _ in each.rows)

    def of(self, practice: str) -> Iterator[tuple[Reference, str]]:
        """Yield the references that a practice is named at, with how far it meets each."""
        yield from ((each, how) for each in self.references for name, how in each.rows if name == practice)
