"""The table of fields, and the forms of values: what fits, what does not, and in which words."""

from __future__ import annotations

import re

import pytest

from accord.register.record import EVENTS
from accord.register.record_fields import TABLE, Spec, fields, spec
from accord.register.record_values import FORMS, codes, day, wrong

URL = next(found for found in TABLE if found.name == "url")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/",
        "https://www.Example.org/a/b?c=d&e=%20f#g",
        "https://democracy.example.org/ieListDocuments.aspx?CId=1&MId=(2);a=1,2",
        "https://xn--exmple-cua.org/",
        "https://example.org?x=1",
        "https://example.org/[1]!*+$",
    ],
)
def test_addresses_that_fit(address: str) -> None:
    """What councils' sites use is taken."""
    assert wrong(URL, address) is None


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://example.org/", "The address does not start with https://."),
        ("www.example.org", "The address does not start with https://."),
        ("mailto:a", "The address is an e-mail address."),
        ("https://a@example.org/", "The address holds a user's name (before @)."),
        ("https://a:b@example.org/", "The address holds a user's name (before @)."),
        ("https://example.org/@a", "The address holds an @, as e-mail addresses do."),
        ("https://192.0.2.1/", "The address is a number and not a name."),
        ("https://[::1]/", "The address is a number and not a name."),
        ("https://localhost/", "The address has no full stop in its host's name."),
        ("https://example.org:443/", "The address names a port."),
        ("https://exämple.org/", "The host's name holds a sign that it may not hold."),
        ("https://exa_mple.org/", "The host's name holds a sign that it may not hold."),
        ("https://example.org/a b", "The address holds a space."),
        ("https://intranet.example.local/", "Only people inside an organisation can open the address."),
        ("https://example.org/é", 'The address has the sign "é" (U+00E9), which can\'t stay in it.'),
        ("https://example.org/'x'", "The address has the sign \"'\" (U+0027), which can't stay in it."),
        ("https://example.org/\\x", 'The address has the sign "\\" (U+005C), which can\'t stay in it.'),
        ("https://example.org/`x`", 'The address has the sign "`" (U+0060), which can\'t stay in it.'),
        ("https://example.org/{{x}}", 'The address has the sign "{" (U+007B), which can\'t stay in it.'),
        ("https://example..org/", '"https://example..org/" is no address that we can link to.'),
        ("https://0x7f.1/", '"https://0x7f.1/" is no address that we can link to.'),
        ("https:///example.org/", '"https:///example.org/" is no address that we can link to.'),
        ("javascript:alert(1)", '"javascript:alert(1)" is no address that we can link to.'),
        ("//example.org/", '"//example.org/" is no address that we can link to.'),
        ("HTTPS://example.org/", '"HTTPS://example.org/" is no address that we can link to.'),
    ],
)
def test_addresses_that_do_not(address: str, said: str) -> None:
    """Each gets the words for its own slip."""
    found = wrong(URL, address)
    assert found is not None
    assert found[0] == said


def test_every_pattern_is_one_that_a_browser_reads_too() -> None:
    """No pattern uses what JavaScript has not: possessive repeats, inline flags, named groups."""
    assert not [name for name, form in FORMS.items() if re.search(r"[+*?}]\+|\(\?", form.pattern)]


def test_every_field_has_a_form_and_says_what_it_is() -> None:
    """The table is whole: known events and forms, a sentence for each field, and choices where one is to be made."""
    for found in TABLE:
        assert set(found.needed) <= set(found.events) <= set(EVENTS)
        assert found.form in FORMS
        assert found.about[0].isupper()
        assert found.about.endswith(".")
        assert (found.form == "choice") == bool(found.choices)


def test_what_may_be_corrected() -> None:
    """What was signed stays as it is: for another, one signs again."""
    stay = {"event", "signatory", "date", "kind", "version", "digest", "reserves_warmth-1"}
    assert {found.name for found in fields("signed", ("warmth-1",)) if not found.correctable} == stay
    stay = {"event", "signatory", "date", "version", "digest"}
    assert {found.name for found in fields("reviewed", ("warmth-1",)) if not found.correctable} == stay
    assert not [found.name for event in ("corrected", "confirmed") for found in fields(event) if found.correctable]


def test_every_event_has_its_fields_in_one_order() -> None:
    """The fields of each event begin alike, and those of a clause stand together."""
    for event in EVENTS:
        assert [found.name for found in fields(event)][:3] == ["event", "signatory", "date"]
    names = [found.name for found in fields("reviewed", ("warmth-1", "warmth-2"))]
    place = names.index("warmth-1")
    assert names[place : place + 6] == [f"warmth-{n}{end}" for n in (1, 2) for end in ("", "_why", "_evidence")]


def test_a_field_is_found_by_its_real_name() -> None:
    """The fields of a clause exist for the clauses of the version, and for no others."""
    found = spec("signed", "reserves_warmth-1", ("warmth-1",))
    assert isinstance(found, Spec)
    assert found.clause == "warmth-1"
    assert spec("signed", "reserves_warmth-2", ("warmth-1",)) is None


def test_days_and_codes() -> None:
    """A day is one of the calendar, in digits of ASCII; codes may have a space after the comma."""
    assert day("2026-02-28") is not None
    assert day("2026-02-30") is None
    assert day("２０２６-02-28") is None
    assert codes("E06999901, E06999902,E06999903") == ["E06999901", "E06999902", "E06999903"]
