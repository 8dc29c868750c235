"""The register: the first page's tables and filters (a macro), and the pages after it."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from markupsafe import Markup

from accord.guidance.pages.matrix import Choice
from accord.pages.frame import Frames
from accord.pages.templating import render
from accord.register.pages import words
from accord.register.published import Published
from accord.register.register import Register, Signatory
from accord.register.standing import COUNTED, ENDINGS, WORDS

A_PAGE = 500
# Each table by its id, with the states that stand in it.
TABLES = {
    "confirmed": COUNTED,
    "waiting": ("waiting",),
    "inherits": ("inherits",),
    "ended": ENDINGS,
    "erased": ("erased",),
}
PLACE = "commitment/signatories/"


def ordered(register: Register) -> list[tuple[str, Signatory]]:
    """Return every signatory with the table it stands in, in the order of the tables and by name."""
    places = {state: name for name, states in TABLES.items() for state in states}
    found: dict[str, list[Signatory]] = {name: [] for name in TABLES}
    for s in register.signatories:
        found[places[s.standing.state]].append(s)
    return [(name, s) for name, group in found.items() for s in words.by_name(group)]


def parts(listed: list[tuple[str, Signatory]], number: int) -> Iterator[dict[str, Any]]:
    """Yield the tables of one page, the first being 1. A table without rows is left out."""
    chosen = list(islice(listed, A_PAGE * (number - 1), A_PAGE * number))
    for name, (title, about) in words.TEXTS["tables"].items():
        if rows := tuple(row(s) for table, s in chosen if table == name):
            yield {"id": name, "title": title, "about": about, "rows": rows}


def count_pages(listed: list[tuple[str, Signatory]]) -> int:
    """Return how many pages there are: at least one."""
    return max(1, -(-len(listed) // A_PAGE))


def row(s: Signatory) -> dict[str, str]:
    """Return one signatory as the tables show it. Everything is encoded; `date` and `due` are elements or a dash."""
    signed, standing, use = s.signing, s.standing, words.use_of_ml(s)
    due = standing.review_due if standing.state in COUNTED else None
    return {
        "slug": s.slug,
        "name": words.typed(s.name),
        "kind": s.kind,
        "kind_words": words.KIND.get(s.kind, "–"),
        "region": s.region,
        "state": standing.state,
        "state_words": WORDS[standing.state],
        "version": words.typed(signed.get("version")) if signed else "–",
        "date": words.time(signed.date) if signed else "–",
        "use": use,
        "use_words": words.USE.get(use, "Not said" if signed else "–"),
        "due": words.time(due) if due else "–",
        "find": words.typed(s.name.casefold()),  # for the filter
    }


def show_register(g: Published, base: str, _: str) -> str:
    """Return the counts, the filters, the tables of the first page, and the regions."""
    listed = ordered(g.register)
    kinds = Counter(s.kind for s in g.register.counted)
    values = _page(listed, 1) | {
        "choices": choices(g),
        "regions": list(_regions(g.register)),
        "states": [WORDS[state] for state in COUNTED],
        "authorities": len(g.register.authorities.on(g.as_of)),
        "counted": words.having(len(g.register.counted)),
        "by_kind": [words.count(kinds[kind], *names) for kind, names in words.TEXTS["kinds"].items() if kinds[kind]],
        "waiting": words.count(len(g.register.waiting), "record waits", "records wait") if g.register.waiting else "",
    }
    return render("commitment/register.html", g, base, **values)


def pages(g: Published, frames: Frames) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of every page after the first."""
    listed = ordered(g.register)
    last = count_pages(listed)
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
    rows = [row(s) for s in g.register.signatories]
    regions = dict.fromkeys(authority.region for authority in g.register.authorities.all)
    offered = (
        ("region", "region", "Region", {name: name for name in regions}),
        ("standing", "state", "Standing", WORDS),
        ("kind", "kind", "Kind", words.KIND),
        ("use", "use", "Use of machine learning", words.USE),
    )
    used = {field: {row[field] for row in rows} for _, field, _, _ in offered}
    return tuple(
        Choice(name, label, tuple((value, text) for value, text in options.items() if value in used[field]))
        for name, field, label, options in offered
    )


def _page(listed: list[Any], number: int) -> dict[str, Any]:
    return {
        "parts": list(parts(listed, number)),
        "number": number,
        "last": count_pages(listed),
        "total": len(listed),
        "words": words,
    }


def _regions(register: Register) -> Iterator[dict[str, Any]]:
    """Yield how many authorities of each region there are, and how many of them have each standing that counts."""
    states = {s.authority.slug: s.standing.state for s in register.counted if s.authority}
    found: dict[str, list[str]] = {}
    for authority in register.authorities.on(register.as_of):
        found.setdefault(authority.region, []).append(states.get(authority.slug, ""))
    for name, told in found.items():
        counts = [told.count(state) for state in COUNTED]
        yield {"name": name, "all": len(told), "counts": counts, "signed": sum(counts)}
