"""The preview's search index: what was found on a page is kept until it changes. A third of a rebuild went there."""

from __future__ import annotations

from typing import Any

# By address: what the page held when it was last searched, and what was found on it.
_found: dict[str, tuple[tuple[str, ...], list[Any]]] = {}


def remember(index: Any) -> None:
    """Have the theme's search index of one build take over what the builds before it in this process found."""
    search = index.add_entry_from_context

    def add(page: Any) -> None:
        state = (page.content, str(page.title), repr(page.meta))
        known, entries = _found.get(page.url, (None, []))
        if known == state:
            index.entries += entries
            return
        before = len(index.entries)
        search(page)
        _found[page.url] = (state, index.entries[before:])

    index.add_entry_from_context = add
