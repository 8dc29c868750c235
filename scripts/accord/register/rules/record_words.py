"""What a record's words may not hold: an e-mail address, a person's title before an office, spaces too many.

What a correction gives for a field is judged like that field.
"""

import re
from collections.abc import Iterator

from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs
from accord.register.folder import read_folder
from accord.register.record_messages import said

MAIL = re.compile(r"[^\s@]@[^\s@.]++\.[^\s@.]")
# Where a text may speak of an @; names and offices have none.
FREE = re.compile(r"statement|reason|ground|value|reserves_.*|.*_why")
OWN_WORDS = re.compile(r".*url|.*_evidence")  # the form of these fields says what is wrong with an @
# A record names an office and nobody who holds it. A Lord Mayor is an office.
TITLE = re.compile(
    r"(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord(?! Mayor)|Lady(?! Mayor)|Cllr|Councillor|Rev|Revd)\.? [A-Z]"
)


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield values with mail addresses, offices that begin with a person's title, and spaces too many."""
    folder = read_folder(inputs.project)
    files = [(file.path, file.fields) for file in folder.records]
    for path, fields in (*files, *((file.path, file.fields) for file in folder.erased)):
        corrected = (fields or {}).get("field", "value")
        for line, (name, value) in enumerate((fields or {}).items(), 1):
            yield from _each((path, line, name), value, corrected if name == "value" else name)


def _each(place: tuple[str, int, str], value: str, meant: str) -> Iterator[Problem]:
    """Yield what is wrong with the words of a field, `meant` being the one that it is the value of."""
    if "@" in value and not OWN_WORDS.fullmatch(meant):
        if MAIL.search(value):
            yield Problem(*place, *said("mail"))
        elif not FREE.fullmatch(meant):
            yield Problem(*place, *said("at"))
    if value[:1] == " " or value[-1:] == " " or "  " in value:
        yield Problem(*place, *said("space"))
    if meant == "role" and (title := TITLE.match(value)):
        yield Problem(*place, *said("title", title=shown(title[1])))
