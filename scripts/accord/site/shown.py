"""Which data files a page shows: templates mark them, and the foot of the page has a link to each."""

import re

_MARK = re.compile(r"<!--shows ([^>]+?)-->\n?")


def taken(html: str) -> tuple[str, list[str]]:
    """Return a page's HTML without the marks, and the paths that they name, each once."""
    return _MARK.sub("", html), list(dict.fromkeys(_MARK.findall(html)))
