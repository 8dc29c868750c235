"""The forms of values in an answers file, and what is wrong with a value that has not the form of its field.

Days, versions and addresses are those of records (register/record_values.py): a value is judged alike in both.
"""

from __future__ import annotations

import re

from accord.answers.fields import Spec
from accord.answers.messages import said
from accord.files.problem import listed, shown
from accord.project.ids import nearest
from accord.register.record_values import FORMS as OF_RECORDS
from accord.register.record_values import INSIDE, ODD_URLS, Form, day

FORMS = {
    "day": OF_RECORDS["day"],
    "version": Form(OF_RECORDS["version"].pattern, "a version such as 0.3.0"),
    "url": OF_RECORDS["url"],
    "asked": Form("[0-9a-f]{12}", "12 digits or letters a to f"),
}
# What may be about a person: only looked for, because a reference number can look the same. JavaScript reads them too.
LOOKS = (
    ("looks-mail", r"[^\s@]@[^\s@.]+\.[^\s@.]"),
    ("looks-phone", r"(?<![0-9])(\+44|0)([ ()-]{0,2}[0-9]){9,10}(?![0-9])"),
    ("looks-nhs", r"(?<![0-9])[0-9]{3}([ -]?)[0-9]{3}\1[0-9]{4}(?![0-9])"),
)


def wrong(spec: Spec, value: str) -> tuple[str, str] | None:
    """Return what is wrong with a text and the cure, or None. Whether what it names exists is not asked here."""
    if not value:
        return said("empty")
    if len(value) > spec.limit:
        return said("long", length=len(value), limit=f"{spec.limit:,}")
    if "\n" in value and spec.form != "text":
        return said("lines")
    if spec.form == "choice" and value not in spec.choices:
        near = nearest(value, spec.choices)
        return said("choice", value=shown(value), near=near, choices=listed(spec.choices, "or"))
    if spec.form == "url":
        return _url(value)
    form = FORMS.get(spec.form)
    if form is None:
        return None
    if not form.fits(value):
        return said("form", value=shown(value), expected=form.expected)
    if spec.form == "day" and day(value) is None:
        return said("day", value=shown(value), expected=form.expected)
    return None


def looks(value: str) -> str:
    """Return the key of the message on what a text holds that may be personal, or an empty string."""
    return next((key for key, pattern in LOOKS if re.search(pattern, value)), "")


def _url(value: str) -> tuple[str, str] | None:
    for pattern, wrong_, cure in ODD_URLS:
        if re.match(pattern, value):
            return wrong_, cure
    if not FORMS["url"].fits(value):
        return said("url", value=shown(value), expected=FORMS["url"].expected)
    host = re.split(r"[/?#]", value.removeprefix("https://"), maxsplit=1)[0]
    return said("inside") if host.lower().rpartition(".")[2] in INSIDE else None
