"""The one way in which a value becomes page text: shown as typed, never run or parsed.

`html.escape` is not enough on this stack: Markdown's attribute lists, links, pipes, fences and footnotes read what
it leaves. A decimal reference (`&#123;`) survives them all and shows as typed (proved with Hypothesis, in
tests/test_encode.py).
"""

import re
from functools import lru_cache
from typing import Any

from markupsafe import Markup

# Marks of plain prose that nothing on the way reads inside a line of raw HTML; kept so that pages stay small.
PLAIN = " .,;:?()/’‘“”–—-"
NOT_PLAIN = re.compile(rf"[^\w{PLAIN}]|_")  # `-` is last, and so is itself
NOT_LETTERS = re.compile(r"[^\w ]|_")
SPACES = re.compile(r"\s+")


@lru_cache(maxsize=8192)  # the same labels stand on many pages
def encode(value: str, special: re.Pattern[str] = NOT_PLAIN) -> Markup:
    """Return `value` as HTML text, safe in an element, a double-quoted attribute, and in Markdown's hands."""
    flat = SPACES.sub(" ", value).strip()
    return Markup(special.sub(_reference, flat))  # noqa: S704  this is the function that makes text safe


def encode_all(value: str) -> Markup:
    """Return `value` for a Markdown heading or cell, where even a full stop can mean something."""
    return encode(value, NOT_LETTERS)


def spaced(words: str) -> Markup:
    """Encode a piece of a line, and keep the space at its ends that the piece beside it needs."""
    if not words.strip():
        return Markup(" ") if words else Markup("")
    left, right = " " * words[0].isspace(), " " * words[-1].isspace()
    return Markup(left) + encode(words) + Markup(right)  # noqa: S704  a space or nothing


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def finalize(value: Any) -> Any:
    """Encode whatever a template prints, unless it is markup of our own making."""
    if value is None:
        return ""
    return value if isinstance(value, Markup) else encode(str(value))
