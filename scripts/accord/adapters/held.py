"""What macros make is held back while Markdown is converted, and put in afterwards.

Our fragments are HTML that is finished: Python-Markdown and MkDocs would each parse it only to leave it as it is, which
took a fifth of a build. A comment stands in its place meanwhile. Pages can't contain one: raw HTML is refused in docs/.
"""

from __future__ import annotations

import re
from itertools import groupby

_PLACE = re.compile(r"<!--held:(\d+)-->")
_ID = re.compile(r'<[a-z][^<>]*? id="([^"]+)"')
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
    """Return a page's HTML with what was held in its place, and the ids that came in with it."""
    ids: set[str] = set()

    def put(place: re.Match[str]) -> str:
        part = _held[int(place[1])]
        ids.update(_ID.findall(part))
        return part

    return _PLACE.sub(put, html), ids
