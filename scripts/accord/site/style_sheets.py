"""All style sheets of the site as one: a first visit then waits for one file and not for sixteen.

Each concern keeps its own file in docs/assets/. Their order is that of `extra_css` in mkdocs.yml, and a line before
each part names the file it came from.
"""

from collections.abc import Sequence
from pathlib import Path

NAME = "assets/site.css"


def joined(docs: Path, names: Sequence[str]) -> str:
    """Return the sheets in their order. Raises OSError: a sheet that mkdocs.yml names is not there."""
    return "".join(f"/* {name} */\n{(docs / name).read_text(encoding='utf-8')}" for name in names)
