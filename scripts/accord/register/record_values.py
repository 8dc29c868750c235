"""The forms that a record's values take, and what is wrong with a value that has not the form of its field.

Patterns are written so that Python and JavaScript read them alike: other programs may use this table as it is.
"""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from accord.files.days import read_day
from accord.files.messages import table
from accord.files.problem import listed, shown
from accord.project.ids import nearest
from accord.register.record_fields import Spec
from accord.register.record_messages import said


@dataclass(frozen=True, slots=True)
class Form:
    """`pattern` must match the whole value; `expected` is what a person is asked to write."""

    pattern: str
    expected: str

    def fits(self, value: str) -> bool:
        return re.fullmatch(self.pattern, value) is not None


_TABLE = table(__file__)
# The signs that an address may hold. Others lead to the same page when they are written as `%` and their bytes.
ADDRESS = _TABLE["address"]
FORMS = {
    name: Form(row["pattern"].replace("{address}", ADDRESS), row["expected"]) for name, row in _TABLE["forms"].items()
}
# Ends of a host's name that nobody outside a building can reach.
INSIDE = _TABLE["inside"]
# What an address may not be, by the first that fits; said before the general words.
ODD_URLS = _TABLE["odd_addresses"]


def wrong(spec: Spec, value: str) -> tuple[str, str] | None:
    """Return what is wrong with a value and the cure, or None where it has the form of its field.

    Whether what it names exists (a version, a record, an authority) is not asked here.
    """
    if not value:
        return said("empty")
    if len(value) > spec.limit:
        return said("long", length=len(value), limit=f"{spec.limit:,}")
    if spec.form == "choice":
        return None if value in spec.choices else _choice(spec, value)
    if spec.form == "url":
        return _url(value)
    form = FORMS[spec.form]
    if not form.fits(value):
        return said("form", value=shown(value), expected=form.expected)
    if spec.form == "day" and day(value) is None:
        return said("day", value=shown(value), expected=form.expected)
    return None


def day(value: str) -> date | None:
    """Return the day that a value names, or None."""
    return read_day(value) if FORMS["day"].fits(value) else None


def codes(value: str) -> list[str]:
    """Return the authorities' codes that a value names."""
    return [code.strip() for code in value.split(",")]


def _choice(spec: Spec, value: str) -> tuple[str, str]:
    near = nearest(value, spec.choices)
    return said("choice", value=shown(value), near=near, choices=listed(spec.choices, "or"))


def _url(value: str) -> tuple[str, str] | None:
    for odd in ODD_URLS:
        if re.match(odd["pattern"], value, re.IGNORECASE if odd["flags"] else 0):
            return odd["wrong"], odd["cure"]
    if value.startswith("https://") and (sign := re.search(f"[^{ADDRESS}]", value)):
        return said("address", sign=shown(sign[0]), code=f"U+{ord(sign[0]):04X}", instead=quote(sign[0], safe=""))
    if not FORMS["url"].fits(value):
        return said("url", value=shown(value), expected=FORMS["url"].expected)
    if value.split("/")[2].split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].lower().rpartition(".")[2] in INSIDE:
        return said("inside")
    return None
