"""One small square for each authority, by region, drawn from the data; and the same as numbers for a table."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from accord.pages.encode import encode_all as typed
from accord.register.register import Register
from accord.register.standing import COUNTED, WORDS

SIDE, GAP, ACROSS = 18, 4, 12  # units of the drawing; tiles in a row
# The sign in each square: a state is never told by colour alone.
SIGNS = {
    "signed": '<path d="M4.5 9.5l3 3l6-7"/>',
    "review-due": '<path d="M9 4.5v5l3.5 2"/>',
    "to-sign-again": '<path d="M13 6.5a5 5 0 1 0 1 4"/><path d="M13.5 3.5v3.5h-3.5"/>',
    "lapsed": '<path d="M5 5l8 8M13 5l-8 8"/>',
}


@dataclass(frozen=True, slots=True)
class Region:
    """`counts` has a number for each of COUNTED, in that order."""

    name: str
    all: int
    counts: tuple[int, ...]
    drawing: Markup

    @property
    def signed(self) -> int:
        return sum(self.counts)


def regions(register: Register) -> list[Region]:
    """Return every region that has an authority today, in the order of the file."""
    states = {s.authority.slug: s.standing.state for s in register.counted if s.authority}
    found: dict[str, list[tuple[str, str]]] = {}
    for authority in register.authorities.on(register.as_of):
        found.setdefault(authority.region, []).append((authority.name, states.get(authority.slug, "")))
    return [_region(name, tiles) for name, tiles in found.items()]


def key() -> list[tuple[str, str, Markup]]:
    """Return each state that a square can show, its words, and a square."""
    shown = [(state, WORDS[state], _drawing([(WORDS[state], state)])) for state in COUNTED]
    return [*shown, ("none", "Not on the register", _drawing([("", "")]))]


def _region(name: str, tiles: list[tuple[str, str]]) -> Region:
    counts = Counter(state for _, state in tiles)
    return Region(name, len(tiles), tuple(counts[state] for state in COUNTED), _drawing(tiles))


def _drawing(tiles: list[tuple[str, str]]) -> Markup:
    step = SIDE + GAP
    width = step * min(ACROSS, len(tiles)) - GAP
    height = step * -(-len(tiles) // ACROSS) - GAP
    drawn = "".join(_tile(place, *tile) for place, tile in enumerate(tiles))
    head = f'<svg class="tiles" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return Markup(f'{head} aria-hidden="true" focusable="false">{drawn}</svg>')  # noqa: S704  numbers and encoded names


def _tile(place: int, name: str, state: str) -> str:
    x, y = (SIDE + GAP) * (place % ACROSS), (SIDE + GAP) * (place // ACROSS)
    title = f"<title>{typed(name)}: {WORDS.get(state, 'not on the register')}</title>" if name else ""
    square = f'<rect x="0.75" y="0.75" width="{SIDE - 1.5}" height="{SIDE - 1.5}" rx="2"/>'
    inside = f"{title}{square}{SIGNS.get(state, '')}"
    return f'<g class="tile tile--{state or "none"}" transform="translate({x} {y})">{inside}</g>'
