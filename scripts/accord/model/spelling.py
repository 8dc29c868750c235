"""Whether two wordings differ by punctuation alone, or by spelling alone: the whole of what "editorial" can mean."""

from __future__ import annotations

import re

# Words, with the apostrophes inside them; numbers with their points and strokes; and the signs that carry meaning of
# their own ("and/or", "5 %", "will we?"). All other signs are punctuation.
TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[\d\w]+|[%&/?£€+=@#<>°]")
LONG_ENOUGH = 5  # letters: one edit turns "may" into "must" and "now" into "not", and no long word into its opposite


def words(text: str) -> list[str]:
    """Return the words without capitals and punctuation."""
    return TOKEN.findall(text.replace("’", "'").replace("*", "").casefold())


def only_punctuation(old: str, new: str) -> bool:
    """Say whether the words are the same, and only punctuation, capitals, bold, italic or spaces differ."""
    return words(old) == words(new)


def only_spelling(old: str, new: str) -> bool:
    """Say whether there are as many words, and each that differs is long and one edit away from the other."""
    before, after = words(old), words(new)
    return len(before) == len(after) and all(_slip(one, other) for one, other in zip(before, after, strict=True))


def _slip(one: str, other: str) -> bool:
    """Say whether two words are equal, or one letter is added, left out, changed, or two beside each other swapped."""
    if one == other:
        return True
    if min(len(one), len(other)) < LONG_ENOUGH or abs(len(one) - len(other)) > 1:
        return False
    if any(c.isdigit() for c in one + other):
        return False  # another number is another promise
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a == b[1:] or a[1:] == b or (a[:2] == b[1::-1] and a[2:] == b[2:])
