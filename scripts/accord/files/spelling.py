"""Whether two wordings differ by punctuation alone, or by spelling alone: the whole of what "editorial" can mean."""

import re

# Numbers with their sign, points and strokes; words with the apostrophes inside them; and every sign that is not on the
# short list of punctuation, because it may carry a meaning of its own ("and/or", "5 %", "will we?").
TOKEN = re.compile(r"(?:(?<!\w)[-–])?\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|\w+|[^\w\s.,;:!'\"()\[\]…•‘’“”–—-]")
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
    """Say whether two words are equal, or one letter inside is added, left out, changed, or swapped with the next.

    The first letter and the last stay: other beginnings and ends make other words (moral and amoral, record and
    records).
    """
    if one == other:
        return True
    if min(len(one), len(other)) < LONG_ENOUGH or (one[0], one[-1]) != (other[0], other[-1]):
        return False
    if any(c.isdigit() for c in one + other):
        return False  # another number is another promise
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a == b[1:] or a[1:] == b or (a[:2] == b[1::-1] and a[2:] == b[2:])
