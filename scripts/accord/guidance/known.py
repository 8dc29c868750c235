"""What a file of answers is judged and carried over by: what is asked today, and what earlier releases asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from accord.guidance.asked import Asked
from accord.guidance.elements import Release
from accord.guidance.guidance import Guidance
from accord.guidance.releases import Frozen, Gone, gone
from accord.guidance.sheets import Sheet, asked


@dataclass(frozen=True)
class Known:
    """`release` is the present version, released or in preparation; `releases` are frozen, the oldest first."""

    sheets: tuple[Sheet, ...]
    release: Release
    releases: tuple[Frozen, ...]
    roles: Mapping[str, str]  # labels by id

    @cached_property
    def asked(self) -> dict[str, Asked]:
        """What is asked today, by id, in the order of the sheets."""
        return asked(self.sheets)

    @cached_property
    def gone(self) -> dict[str, Gone]:
        """What is asked no more, by id."""
        return gone(self.releases, self.asked, self.release.version)

    @cached_property
    def heirs(self) -> dict[str, str]:
        """What took the place of an id that is asked no more, where that is said."""
        return {entry.id: entry.replaced_by for entry in self.release.retired}

    @cached_property
    def wordings(self) -> dict[str, dict[str, str]]:
        """The words of each digest that releases asked, by id."""
        found: dict[str, dict[str, str]] = {}
        for release in self.releases:
            for item in release.items:
                found.setdefault(item.id, {})[item.digest] = item.words
        return found

    def kind(self, name: str) -> str:
        """Return the kind of an id that is asked, or was. Raises KeyError for any other."""
        return self.asked[name].kind if name in self.asked else self.gone[name].wording.kind


def known(g: Guidance) -> Known:
    """Return what the guidance asks and asked."""
    return Known(g.sheets, g.release, g.frozen, {role.id: role.label for role in g.roles})
