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
from accord.register.pages.regions import regions
from accord.register.published import Published
from accord.register.register import Register, Signatory
from accord.register.standing import COUNTED, ENDINGS, STATES, WORDS

A_PAGE = 500
# Each table: its id, the states that stand in it, its title, and what is said above it.
TABLES = (
    ("confirmed", COUNTED, "Signed and confirmed", ""),
    (
        "waiting",
        ("waiting",),
        "Waiting for a steward: not counted",
        "This council says that it has signed. The register does not count it before a steward has confirmed it.",
    ),
    (
        "inherits",
        ("inherits",),
        "Not signed: takes over from signatories",
        "These organisations have not signed. They take over promises made by those that they replaced.",
    ),
    ("ended", ENDINGS, "Ended", "These signatures have ended. What was signed, and the history, stays on their pages."),
    (
        "erased",
        ("erased",),
        "Erased",
        "A steward erased the records of their signing. If the name has been removed, the folder’s name is shown.",
    ),
)


def ordered(register: Register) -> list[tuple[str, Signatory]]:
    """Return every signatory with the table it stands in, in the order of the tables and by name."""
    places = {state: name for name, states, _, _ in TABLES for state in states}
    found: dict[str, list[Signatory]] = {name: [] for name, _, _, _ in TABLES}
    for s in register.signatories:
        found[places[s.standing.state]].append(s)
    return [(name, s) for name, group in found.items() for s in words.by_name(group)]


def parts(listed: list[tuple[str, Signatory]], number: int) -> Iterator[dict[str, Any]]:
    """Yield the tables of one page, the first being 1. A table without rows is left out."""
    chosen = list(islice(listed, A_PAGE * (number - 1), A_PAGE * number))
    for name, _, title, about in TABLES:
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


PLACE = "commitment/signatories/"


def show_register(g: Published, base: str, _: str) -> str:
    """Return the counts, the filters, the tables of the first page, and the regions."""
    listed = ordered(g.register)
    values = _page(listed, 1) | {
        "choices": choices(g),
        "regions": regions(g.register),
        "states": [WORDS[state] for state in COUNTED],
        "authorities": len(g.register.authorities.on(g.as_of)),
        "counted": words.having(len(g.register.counted)),
        "by_kind": _by_kind(g),
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
    listed = [row(s) for s in g.register.signatories]
    regions = dict.fromkeys(authority.region for authority in g.register.authorities.all)
    offered = (
        ("region", "Region", {name: name for name in regions}),
        ("standing", "Standing", {state: WORDS[state] for state in STATES}),
        ("kind", "Kind", words.KIND),
        ("use", "Use of machine learning", words.USE),
    )
    used = {
        "region": {row["region"] for row in listed},
        "standing": {row["state"] for row in listed},
        "kind": {row["kind"] for row in listed},
        "use": {row["use"] for row in listed},
    }
    return tuple(
        Choice(name, label, tuple((value, text) for value, text in options.items() if value in used[name]))
        for name, label, options in offered
    )


def _page(listed: list[Any], number: int) -> dict[str, Any]:
    return {
        "parts": list(parts(listed, number)),
        "number": number,
        "last": count_pages(listed),
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
    found = Counter(s.kind for s in g.register.counted)
    return [words.count(found[kind], *names) for kind, names in many.items() if found[kind]]
