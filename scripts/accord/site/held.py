"""What macros make is held back while Markdown is converted, and put in afterwards.

Our fragments are HTML that is finished: Python-Markdown and MkDocs would each parse it only to leave it as it is, which
took a fifth of a build. A comment stands in its place meanwhile. Pages can't contain one: raw HTML is refused in docs/.
"""

import re
from itertools import groupby

_PLACE = re.compile(r"<!--held:(\d+)-->")
_ID = re.compile(r'<[a-z][^<>]*? id="([^"]+)"')
# A block that the theme's search would parse whole only to leave it out. It has to be all of its part.
_UNSEARCHED = re.compile(r"<div [^<>]*\bdata-search-exclude\b")
_DIV = re.compile(r"</?div\b")
_held: list[str] = []  # of the build that is under way


def forget() -> None:
    """Let go of everything: a new build begins."""
    _held.clear()


def hold(fragment: str) -> str:
    """Return Markdown that stands for a fragment. Its headings stay, for the page's list of headings."""
    rows: list[str] = []
    for heading, part in groupby(fragment.split("\n"), lambda row: row.startswith("#") or not row):
        if heading:
            rows += part
        else:
            rows += ["", f"<!--held:{len(_held)}-->", ""]
            _held.append("\n".join(part))
    return "\n".join(rows)


def release(html: str) -> tuple[str, set[str]]:
    """Return a page's HTML with what was held in its place, and the ids that came in or will (see release_rest)."""
    ids: set[str] = set()

    def put(place: re.Match[str]) -> str:
        part = _held[int(place[1])]
        ids.update(_ID.findall(part))
        return place[0] if _unsearched(part) else part

    return _PLACE.sub(put, html), ids


def release_rest(html: str) -> str:
    """Return a whole page with the parts that no search looks at in their places."""
    return _PLACE.sub(lambda place: _held[int(place[1])], html)


def _unsearched(part: str) -> bool:
    """Say whether a part is one block, and is marked for no search: it ends where its first tag ends."""
    if not _UNSEARCHED.match(part):
        return False
    depth = 0
    for tag in _DIV.finditer(part):
        depth += -1 if tag[0] == "</div" else 1
        if depth == 0:
            return part[tag.end() :].strip() == ">"
    return False
