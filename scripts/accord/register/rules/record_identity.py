"""No organisation's name or short name reads like a council's, or like that of another signatory (authority_names.py).

A council's own name is the list's. What a correction gives as a name is judged like a first name.
"""

from collections.abc import Iterator
from functools import cached_property

from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs
from accord.register.authorities import Authority
from accord.register.authority_names import forms, reads_like
from accord.register.book import Book, against_the_register, book
from accord.register.record import Record
from accord.register.record_messages import said


@against_the_register
def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield signings and corrections with such a name, and signings under such a short name."""
    told = book(inputs.project)
    names = _Names(told)
    for record in told.records:
        if told.authorities.slug(record.signatory):
            continue  # a council: its short name is its own, and it names no other
        if record.event == "signed":
            yield from _each(names, record, "organisation", record.get("organisation"), "reads-like")
            yield from _each(names, record, "signatory", record.signatory.replace("-", " "), "slug-reads-like")
        elif record.event == "corrected" and record.get("field") == "organisation":
            yield from _each(names, record, "value", record.get("value"), "reads-like")


class _Names:
    """Who has which name, in the form in which look-alikes are equal."""

    def __init__(self, told: Book) -> None:
        self.told = told

    @cached_property
    def councils(self) -> dict[str, list[Authority]]:
        return forms(self.told.authorities.all)

    @cached_property
    def signatories(self) -> dict[str, dict[str, str]]:
        """The names of signatories that count, once and now, with those who have them: slug -> the name as written."""
        found: dict[str, dict[str, str]] = {}
        for slug, entries in self.told.counting.items():
            for record in entries:
                name = record.get("organisation")
                if record.event == "corrected" and record.get("field") == "organisation":
                    name = record.get("value")
                if name:
                    found.setdefault(reads_like(name), {})[slug] = name
        return found


def _each(names: _Names, record: Record, field: str, name: str, key: str) -> Iterator[Problem]:
    form = reads_like(name)
    slug = record.signatory
    council = next(iter(names.councils.get(form, ())), None) if form else None
    other = next((each for each in names.signatories.get(form, {}).items() if each[0] != slug), None) if form else None
    if council:
        yield Problem(record.path, record.line(field), field, *said(key, name=council.name, slug=council.slug))
    elif other and key == "reads-like":
        yield Problem(record.path, record.line(field), field, *said(key, name=shown(other[1]), slug=other[0]))
