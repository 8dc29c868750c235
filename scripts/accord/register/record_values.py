"""The forms that a record's values take, and what is wrong with a value that has not the form of its field.

Patterns are written so that Python and JavaScript read them alike: other programs may use this table as it is.
"""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from accord.files.days import read_day
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


# The signs that an address may hold. Others lead to the same page when they are written as `%` and their bytes.
ADDRESS = r"!#-&(-;=?A-\[\]_a-z~"
FORMS = {
    "choice": Form(r"[a-z-]+", "one of the choices"),
    "words": Form(r".*", "text"),
    "slug": Form(r"[a-z0-9]+(-[a-z0-9]+)*", "small letters, digits and single hyphens, such as `upper-mill`"),
    "day": Form(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day such as 2026-11-22"),
    "version": Form(r"(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}", "a version such as 1.0.0"),
    "digest": Form(r"sha256:[0-9a-f]{64}", "`sha256:` and 64 digits or letters a to f, without spaces"),
    "codes": Form(r"E[0-9]{8}(, ?E[0-9]{8})*", "a code such as E06000001"),
    "name": Form(r"[a-z][a-z0-9_-]*", "a field's name, such as `organisation`"),
    "url": Form(
        r"https://([A-Za-z0-9-]{1,63}\.)+[A-Za-z][A-Za-z0-9-]{1,62}([/?#][" + ADDRESS + "]*)?",
        "an address such as https://www.example.org/page",
    ),
}
# Ends of a host's name that nobody outside a building can reach.
INSIDE = ("localhost", "local", "internal", "intranet", "lan", "home", "corp")
# What an address may not be, by the first that fits; said before the general words.
ODD_URLS = (
    (r"(?i)mailto:", "The address is an e-mail address.", "Give the organisation's page."),
    (r"(?!https:)[Hh][Tt]{2}[Pp][Ss]:", "The address starts with https in capitals.", "Write it in small letters."),
    (r"http:", "The address does not start with https://.", "Write https:// if the page opens so too."),
    (r"(?i)www\.", "The address does not start with https://.", "Write https:// if the page opens so too."),
    (r"[^/]*//[^/?#]*@", "The address holds a user's name (before @).", "Give the address without it."),
    (r".*%(25)*40", "The address holds %40, which is an @: somebody's e-mail address may be in it.", "Open the link, "
     "and copy the address of the page that it leads to."),
    (r'[<"(]', "A sign stands before the address.", "Begin with https://."),
    (r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+([/?#]|$)", "The address does not start with https://.", "Write https:// if the "
     "page opens so too."),
    (r"[^@]*@", "The address holds an @, as e-mail addresses do.", "Give an address without it."),
    (r"https://[0-9.]+([:/?#]|$)|https://\[", "The address is a number and not a name.", "Give the site's name."),
    (r"https://[^/?#.]+([/?#]|$)", "The address has no full stop in its host's name.", "Give an address on the web."),
    (r"https://[^/?#]*:", "The address names a port.", "Give an address without one."),
    (r"https://[^/?#]*[^A-Za-z0-9./?#-]", "The host's name holds a sign that it may not hold.", "Write it in letters a "
     "to z; a name in other letters has a form that starts with xn--."),
    (r".*\s", "The address holds a space.", "Write %20 for it, or copy the address from the browser again."),
)  # fmt: skip


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
    for pattern, wrong_, cure in ODD_URLS:
        if re.match(pattern, value):
            return wrong_, cure
    if value.startswith("https://") and (odd := re.search(f"[^{ADDRESS}]", value)):
        return said("address", sign=shown(odd[0]), code=f"U+{ord(odd[0]):04X}", instead=quote(odd[0], safe=""))
    if not FORMS["url"].fits(value):
        return said("url", value=shown(value), expected=FORMS["url"].expected)
    if value.split("/")[2].split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].lower().rpartition(".")[2] in INSIDE:
        return said("inside")
    return None
