"""What the search knows besides the pages: words that mean the same to a reader, and each clause by itself."""

from accord.commitment.pages.text import places, plain
from accord.guidance.guidance import Guidance
from accord.project.element import plain as as_plain

HOME = "commitment/"  # the page of today's text


def words(g: Guidance) -> dict[str, object]:
    """Return words that mean the same (a term and its aliases too), what is asked in other words, what is elsewhere."""
    groups = [*g.search.groups, *((term.label, *term.aliases) for term in g.terms if term.aliases)]
    asked = [(each, g.entries[each.id].address if each.id else each.page) for each in g.search.asked]
    return {
        "groups": [sorted({word.lower() for word in group}) for group in groups],
        "asked": [{"to": address, "words": each.words} for each, address in asked],
        "elsewhere": [as_plain(each) for each in g.search.elsewhere],
    }


def clauses(g: Guidance) -> list[dict[str, str]]:
    """Return each clause of today's text: its address and title, the signed words, ours, and its section's address.

    The index that MkDocs makes holds all clauses of a section in one piece, so that "Respect 3" would lead nowhere.
    """
    current = g.commitment.current(g.as_of)
    if current is None:
        return []
    known = {wording.explains: (each.label, wording) for each in g.clauses for wording in each.wordings}
    section = places(current.text)
    found = []
    for clause in current.text.clauses:
        label, wording = known.get(clause.digest, ("", None))
        found.append(
            {
                "address": f"{HOME}{clause.id}/",
                "section": f"{HOME}#{section[clause.id]}",
                "title": f"{clause.label}: {label}" if label else clause.label,
                "text": plain(clause.words),
                "notes": g.plain(f"{wording.plain} {wording.young}") if wording else "",
            }
        )
    return found
