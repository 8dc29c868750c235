"""A badge for each signatory that was ever confirmed: who, what was signed and when, where it stands, as at which day.

A still picture that goes stale says so itself: every badge carries its day. It needs no script, style or font.
"""

from collections.abc import Iterator
from datetime import date

from accord.files.days import day
from accord.pages.encode import encode_all as typed
from accord.register.pages.words import ever_confirmed
from accord.register.register import Register, Signatory
from accord.register.standing import WORDS

WIDTH, LEFT, LINE = 320, 60, 22  # units, which are pixels where the badge is shown at its own size
ROOM = WIDTH - LEFT - 14
NAME, SMALL = 16, 13  # sizes of letters
SIGNS = {
    "signed": "M-7 0l5 5 9-11",
    "review-due": "M0-8v8l5 4",
    "to-sign-again": "M7-4a8 8 0 1 0 1 6M8-9v5h-5",
    "lapsed": "M-6-6l12 12M6-6l-12 12",
}
OTHER = "M-7 0h14"  # withdrawn, succeeded and the rest: a bar


def badges(register: Register) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each badge."""
    for s in register.signatories:
        if ever_confirmed(s):
            yield f"badges/{s.slug}.svg", badge(s, register.as_of)


def badge(s: Signatory, as_of: date) -> str:
    """Return a badge as SVG."""
    facts = [*_facts(s), f"As at {day(as_of)}"]
    standing = WORDS[s.standing.state]
    rows = [(row, NAME, "700") for row in wrapped(s.name, NAME * 1.06)]  # bold letters are wider
    rows += [(standing, NAME, "400")]
    rows += [(row, SMALL, "400") for fact in facts for row in wrapped(fact, SMALL)]
    height = LINE * len(rows) + 26
    text = "".join(
        f'<text x="{LEFT}" y="{LINE * place + 30}" font-size="{size}" font-weight="{weight}">{typed(row)}</text>'
        for place, (row, size, weight) in enumerate(rows)
    )
    sign = SIGNS.get(s.standing.state, OTHER)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'role="img" aria-labelledby="t d"><title id="t">{typed(s.name)}: {standing}</title>'
        f'<desc id="d">Commitment to care, collaboration, and understanding. {typed(". ".join(facts))}.</desc>'
        f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="6" fill="#fffdf7" stroke="#7d7461"/>'
        f'<g transform="translate(30 32)" fill="none" stroke="#0f4a48" stroke-width="2.5">'
        f'<circle r="17"/><path d="{sign}"/></g>'
        f'<g fill="#20302f" font-family="system-ui, sans-serif">{text}</g></svg>\n'
    )


def _facts(s: Signatory) -> Iterator[str]:
    """Yield what was signed, and what ended it."""
    record = s.signing
    if record:
        yield f"Signed {record.get('version')} on {day(record.date)}"
    if s.standing.state in {"withdrawn", "succeeded"}:
        yield f"{'Withdrew' if s.standing.state == 'withdrawn' else 'Succeeded'} on {day(s.standing.since)}"


def wrapped(words: str, size: float) -> list[str]:
    """Break words into rows that fit, by careful widths. A longer word is cut; no letter is lost."""
    rows, row = [], ""
    for word in words.split():
        wider = f"{row} {word}".strip()
        if _wide(wider, size) <= ROOM:
            row = wider
            continue
        rows += [row] if row else []
        *full, row = _cut(word, size)
        rows += full
    return [*rows, row]


def _cut(word: str, size: float) -> list[str]:
    pieces = [""]
    for character in word:
        whole = _wide(pieces[-1] + character, size) <= ROOM
        pieces[-1:] = [pieces[-1] + character] if whole or not pieces[-1] else [pieces[-1], character]
    return pieces


def _wide(words: str, size: float) -> float:
    return sum(map(_letter, words)) * size


def _letter(character: str) -> float:
    """Return a letter's width in ems, rather too wide than too narrow."""
    if character in " iljtfrI.,;:'’!|()-":
        return 0.45
    if character in "mwMW@%—…":
        return 1.12
    return 0.84 if character.isupper() else 0.68
