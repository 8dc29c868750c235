"""How many authorities of each region have signed, and where they stand."""

from collections import Counter
from dataclasses import dataclass

from accord.register.register import Register
from accord.register.standing import COUNTED


@dataclass(frozen=True, slots=True)
class Region:
    """`counts` has a number for each of COUNTED, in that order."""

    name: str
    all: int
    counts: tuple[int, ...]

    @property
    def signed(self) -> int:
        return sum(self.counts)


def regions(register: Register) -> list[Region]:
    """Return every region that has an authority today, in the order of the file."""
    states = {s.authority.slug: s.standing.state for s in register.counted if s.authority}
    found: dict[str, list[str]] = {}
    for authority in register.authorities.on(register.as_of):
        found.setdefault(authority.region, []).append(states.get(authority.slug, ""))
    counted = {name: Counter(told) for name, told in found.items()}
    return [Region(name, len(found[name]), tuple(told[state] for state in COUNTED)) for name, told in counted.items()]
