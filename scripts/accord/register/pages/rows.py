"""Who stands in which table of the register, in which order, and on which page: five hundred a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from accord.register.pages import signatories, words
from accord.register.register import Register, Signatory
from accord.register.standing import COUNTED, WORDS
from accord.register.standing_term import ENDINGS

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
        "These organisations have not signed. Promises of signatories that they replaced come to them.",
    ),
    ("ended", ENDINGS, "Ended", "These signatures have ended. What was signed, and the history, stays on their pages."),
    (
        "erased",
        ("erased",),
        "Erased",
        "A steward erased the records that said these had signed. Where no name is left, the folder’s stands here.",
    ),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One signatory as the tables show it. Everything is encoded; `date` and `due` are elements or a dash."""

    slug: str
    name: Markup
    kind: str
    kind_words: str
    region: str
    state: str
    state_words: str
    version: Markup
    date: Markup
    use: str
    use_words: str
    due: Markup
    find: Markup  # the name in small letters, for the filter


@dataclass(frozen=True, slots=True)
class Part:
    """One table on one page."""

    id: str
    title: str
    about: str
    rows: tuple[Row, ...]


def ordered(register: Register) -> list[tuple[str, Signatory]]:
    """Return every signatory with the table it stands in, in the order of the tables and by name."""
    places = {state: name for name, states, _, _ in TABLES for state in states}
    found: dict[str, list[Signatory]] = {name: [] for name, _, _, _ in TABLES}
    for s in register.signatories:
        found[places[s.standing.state]].append(s)
    return [(name, s) for name, group in found.items() for s in signatories.by_name(group)]


def page(listed: list[tuple[str, Signatory]], number: int) -> Iterator[Part]:
    """Yield the tables of one page, the first being 1. A table without rows is left out."""
    chosen = list(islice(listed, A_PAGE * (number - 1), A_PAGE * number))
    for name, _, title, about in TABLES:
        if rows := tuple(row(s) for table, s in chosen if table == name):
            yield Part(name, title, about, rows)


def pages(listed: list[tuple[str, Signatory]]) -> int:
    """Return how many pages there are: at least one."""
    return max(1, -(-len(listed) // A_PAGE))


def row(s: Signatory) -> Row:
    signed, standing = s.signing, s.standing
    name, kind, use = s.name, s.kind, signatories.use_of_ml(s)
    due = standing.review_due if standing.state in COUNTED else None
    return Row(
        slug=s.slug,
        name=words.typed(name),
        kind=kind,
        kind_words=words.KIND.get(kind, "–"),
        region=s.region,
        state=standing.state,
        state_words=WORDS[standing.state],
        version=words.typed(signed.get("version")) if signed else Markup("–"),
        date=words.time(signed.date) if signed else Markup("–"),
        use=use,
        use_words=words.USE.get(use, "Not said" if signed else "–"),
        due=words.time(due) if due else Markup("–"),
        find=words.typed(name.casefold()),
    )
