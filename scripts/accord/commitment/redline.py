"""A redline: the words of two wordings, in order, each run kept, taken out or put in."""

from typing import Literal

from accord.commitment.diff import opcodes

Op = Literal["same", "removed", "added"]
Run = tuple[Op, str]


def redline(old: str, new: str) -> tuple[Run, ...]:
    """Return runs of words: without those `added` they are the old wording, without those `removed` the new one."""
    before, after = old.split(), new.split()
    found: list[Run] = []
    for op, i, j, k, m in opcodes(before, after):
        if op == "equal":
            found.append(("same", " ".join(before[i:j])))
            continue
        if i < j:
            found.append(("removed", " ".join(before[i:j])))
        if k < m:
            found.append(("added", " ".join(after[k:m])))
    return tuple(found)


def marked(old: str, new: str) -> str:
    """Return a redline for a terminal: `[-taken out-]` and `{+put in+}`, as `git diff --word-diff` shows them."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(marks[op].format(words) for op, words in redline(old, new))
