"""The register: the first page's tables, squares and filters (a macro), and the pages after it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from accord.guidance.pages.matrix import Choice, Option
from accord.pages.frame import Frames
from accord.pages.templating import render
from accord.register.pages import calendar, rows, tiles, words
from accord.register.published import Published
from accord.register.standing import COUNTED, STATES, WORDS

PLACE = "commitment/signatories/"


def show_register(g: Published, base: str, _: str) -> str:
    """Return the counts, the filters, the tables of the first page, and the squares."""
    listed = rows.ordered(g.register)
    values = _page(listed, 1) | {
        "choices": choices(g),
        "regions": tiles.regions(g.register),
        "key": tiles.key(),
        "states": [WORDS[state] for state in COUNTED],
        "authorities": len(g.register.authorities.on(g.as_of)),
        "counted": words.having(len(g.register.counted)),
        "by_kind": _by_kind(g),
        "calendar": calendar.ALL if calendar.dated(g.register) else "",
        "waiting": words.count(len(g.register.waiting), "record waits", "records wait") if g.register.waiting else "",
    }
    return render("commitment/register.html", g, base, **values)


def pages(g: Published, frames: Frames) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of every page after the first."""
    listed = rows.ordered(g.register)
    last = rows.pages(listed)
    for number in range(2, last + 1):
        place = f"{PLACE}pages/{number}/"
        base = "../" * place.count("/")
        body = render("commitment/register_page.html", g, base, **_page(listed, number))
        title = f"Who has signed, page {number} of {last}"
        summary = f"As at {words.day(g.as_of)}. Signed and confirmed first, by name; then ended."
        trail = Markup('<li><a href="../../">Who has signed</a></li>')
        yield frames.page(place, title, summary, trail, Markup(body))  # noqa: S704  our own template, which encodes


def choices(g: Published) -> tuple[Choice, ...]:
    """Return the filters. Only what somebody on the register has is offered."""
    listed = [rows.row(s) for s in g.register.signatories]
    regions = dict.fromkeys(authority.region for authority in g.register.authorities.all)
    offered = (
        ("region", "Region", {name: name for name in regions}),
        ("standing", "Standing", {state: WORDS[state] for state in STATES}),
        ("kind", "Kind", words.KIND),
        ("use", "Use of machine learning", words.USE),
    )
    used = {
        "region": {row.region for row in listed},
        "standing": {row.state for row in listed},
        "kind": {row.kind for row in listed},
        "use": {row.use for row in listed},
    }
    return tuple(
        Choice(name, label, tuple(Option(value, text) for value, text in options.items() if value in used[name]))
        for name, label, options in offered
    )


def _page(listed: list[Any], number: int) -> dict[str, Any]:
    return {
        "parts": list(rows.page(listed, number)),
        "number": number,
        "last": rows.pages(listed),
        "total": len(listed),
        "words": words,
    }


def _by_kind(g: Published) -> list[str]:
    """Return how many of each kind are counted, in words."""
    many = {
        "local-authority": ("council", "councils"),
        "childrens-trust": ("children’s trust", "children’s trusts"),
        "organisation": ("other organisation", "other organisations"),
        "supplier": ("supplier", "suppliers"),
    }
    found = Counter(rows.row(s).kind for s in g.register.counted)
    return [words.count(found[kind], *names) for kind, names in many.items() if found[kind]]
