"""The page of published data: each file with what it holds and lines that read it, and that no file is left out."""

import re
from collections.abc import Iterator, Set

from accord.guidance.about import at
from accord.guidance.guidance import Guidance
from accord.pages.templating import render

PREVIEW = "http://127.0.0.1:8000"  # what `make serve` shows, for the lines to copy where the site has no address yet
DATA = (".json", ".csv", ".ics", "feed.xml")


def data_files(g: Guidance, base: str, _: str) -> str:
    return render("data_files.html", g, base, site=at(g, "") if g.address else f"{PREVIEW}/")


def unnamed(g: Guidance, published: Set[str]) -> Iterator[str]:
    """Yield what is wrong where a data file of the site is not in data/api.yml, or one that is there is not made."""
    files = [file for group in g.data.groups for file in group.files]
    named = {name for file in files for name in (file.address, file.example, file.schema) if name}
    known = re.compile("|".join(re.sub("<[a-z]+>", "[^/]+", re.escape(name)) for name in named))
    for name in sorted(published):
        if name.endswith(DATA) and not known.fullmatch(name):
            yield f"{g.data.path}: {name} is published and not named here. Add it, with what it holds."
    for name in sorted(each for each in named - published if "<" not in each):
        yield f"{g.data.path}: {name} is named here and not published. Take it out, or put its address right."
