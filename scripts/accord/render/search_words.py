"""Groups of words that mean the same to a reader, for the search: from data/search.yml and the glossary."""

from __future__ import annotations

from accord.model.guidance import Guidance


def groups(g: Guidance) -> list[list[str]]:
    """Return groups in lower case; a term's label and its aliases are one group."""
    terms = [[term.label, *term.aliases] for term in g.terms if term.aliases]
    found = [list(group.words) for group in g.search] + terms
    return [sorted({word.lower() for word in group}) for group in found]
