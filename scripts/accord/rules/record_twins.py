"""Two signatories with one name may be one organisation that signed twice. That is for a person to say: a note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.problem import Problem
from accord.record_book import Entry, book
from accord.rules.base import Inputs

OTHER_THAN_WORDS = re.compile(r"[\W_]+")
# Words that one spells out, another shortens and a third leaves away.
ALIKE = {"limited": "ltd", "and": "", "the": "", "of": "", "city": "", "council": ""}


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield, as notes, signatories of one kind whose newest signing has the name of another's."""
    names: dict[tuple[str, str], Entry] = {}
    for entries in book(inputs.project).signatories.values():
        signings = [entry for entry in entries if entry.record.event == "signed"]
        if not signings:
            continue
        newest = signings[-1]
        name = plain(newest.record.get("organisation"))
        first = names.setdefault((name, newest.record.get("kind")), newest)
        if name and first is not newest:
            wrong = f"The name is nearly that of {first.record.signatory}."
            cure = "If the two are one, keep the earlier and withdraw the other."
            yield Problem(newest.path, newest.line("organisation"), "organisation", wrong, cure, "note")


def plain(name: str) -> str:
    """Return a name without what tells it from another spelling of itself: signs, capitals, `Limited`, `Council of`."""
    words = OTHER_THAN_WORDS.sub(" ", name.replace("'", "").replace("’", "").replace("&", " ").casefold()).split()
    return " ".join(word for word in (ALIKE.get(word, word) for word in words) if word)
