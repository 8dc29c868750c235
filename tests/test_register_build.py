"""The register: who is in it, what was put right, and whose promises come to whom."""

from __future__ import annotations

from datetime import date

from accord.model.authorities import Authorities, Authority
from accord.model.records import Record
from accord.model.register import Register
from accord.model.register_build import build
from tests.commitment_made import commitment, erased, record

END = date(2026, 4, 1)
TYPE = "unitary authority"
MILLS = Authorities(
    (
        Authority("E06999901", "Upper Mill", TYPE, "North East", "upper-mill", None, END, ("millbridge",)),
        Authority("E06999902", "Lower Mill", TYPE, "North East", "lower-mill", None, END, ("millbridge", "ovenby")),
        Authority("E06999903", "Millbridge", TYPE, "North East", "millbridge", END),
        Authority("E08999904", "Ovenby", TYPE, "South West", "ovenby"),
    )
)


def _register(*records: Record, day: str = "2026-06-01", known: Authorities = MILLS) -> Register:
    return build(records, (), commitment(), known, date.fromisoformat(day))


def _confirmed(slug: str, day: str = "2025-06-01") -> tuple[Record, Record]:
    signed = record("signed", day, slug)
    return signed, record("confirmed", day, slug, target=signed.digest)


def test_a_council_that_is_replaced_keeps_its_history_and_hands_on() -> None:
    """The successor is in the register without a record, and shows what it inherits."""
    register = _register(*_confirmed("upper-mill"), *_confirmed("lower-mill"))
    assert [s.slug for s in register.signatories] == ["lower-mill", "millbridge", "ovenby", "upper-mill"]
    millbridge, ovenby = register.by_slug["millbridge"], register.by_slug["ovenby"]
    assert (millbridge.standing.state, millbridge.standing.since) == ("inherits", END)
    assert (millbridge.inherits, ovenby.inherits) == (("lower-mill", "upper-mill"), ("lower-mill",))
    assert register.by_slug["lower-mill"].successors == ("millbridge", "ovenby")
    assert (millbridge.name, millbridge.kind, millbridge.region) == ("Millbridge", "local-authority", "North East")
    assert register.counted == ()


def test_before_the_day_nothing_is_handed_on() -> None:
    """An end that is only written into the list does not count before its day."""
    register = _register(*_confirmed("upper-mill"), day="2026-03-31")
    assert [s.slug for s in register.signatories] == ["upper-mill"]
    assert len(register.counted) == 1


def test_a_claim_is_not_handed_on() -> None:
    """What no steward confirmed is nobody's promise yet."""
    register = _register(record("signed", "2025-06-01", "upper-mill"))
    assert [(s.slug, s.standing.state) for s in register.signatories] == [("upper-mill", "succeeded")]


def test_promises_go_on_through_those_that_end_in_turn() -> None:
    """A is followed by B and B by C: what A promised comes to C, also where B never signed."""
    one = record("succeeded", "2025-07-01", "a-shop", successor="b-shop")
    two = record("succeeded", "2025-08-01", "b-shop", successor="c-shop")
    register = _register(*_confirmed("a-shop"), one, two)
    assert register.by_slug["c-shop"].inherits == ("a-shop",)
    assert register.by_slug["b-shop"].inherits == ("a-shop",)
    assert register.by_slug["c-shop"].standing.since == date(2025, 7, 1)


def test_one_may_be_followed_by_several() -> None:
    """Two records of a succession name two that take over."""
    ends = [
        record("succeeded", "2025-07-01", "a-shop", number, successor=heir)
        for number, heir in ((1, "b-shop"), (2, "c-shop"))
    ]
    register = _register(*_confirmed("a-shop"), *ends)
    assert register.by_slug["a-shop"].successors == ("b-shop", "c-shop")
    assert register.by_slug["b-shop"].inherits == register.by_slug["c-shop"].inherits == ("a-shop",)


def test_a_circle_ends() -> None:
    """Two that name each other are refused by a rule, and do no harm here."""
    one = record("succeeded", "2025-07-01", "a-shop", successor="b-shop")
    two = record("succeeded", "2025-07-01", "b-shop", successor="a-shop")
    register = _register(*_confirmed("a-shop"), *_confirmed("b-shop"), one, two)
    assert register.by_slug["a-shop"].inherits == ("b-shop",)


def test_who_withdrew_hands_nothing_on() -> None:
    """The end of an authority after its withdrawal leaves nothing to inherit."""
    register = _register(*_confirmed("upper-mill"), record("withdrawn", "2025-12-01", "upper-mill"))
    assert [(s.slug, s.standing.state, s.successors) for s in register.signatories] == [("upper-mill", "withdrawn", ())]


def test_the_last_correction_counts_and_the_record_stays() -> None:
    """A correction says what should have stood there; a later one puts the earlier right; a future one waits."""
    signed, confirmed = _confirmed("a-shop")
    fixes = [
        record("corrected", day, "a-shop", target=signed.digest, field="organisation", value=name)
        for day, name in (("2025-07-01", "The Shop"), ("2025-08-01", "Our Shop"), ("2026-08-01", "Not yet"))
    ]
    shop = _register(signed, confirmed, *fixes).by_slug["a-shop"]
    assert (shop.name, shop.value(signed, "organisation")) == ("Our Shop", "Our Shop")
    assert signed.get("organisation") == "A-Shop"
    assert shop.value(signed, "kind") == "organisation"


def test_what_was_erased_is_still_told() -> None:
    """A signatory of whom nothing is left but an erasure stays in the register."""
    signed, _ = _confirmed("a-shop")
    register = build((), [erased(signed, "2025-07-01")], commitment(), MILLS, date(2026, 6, 1))
    (shop,) = register.signatories
    assert (shop.standing.state, shop.name, len(shop.erased)) == ("erased", "a-shop", 1)


def test_nobody_is_a_register_too() -> None:
    """An empty register has no signatory, and knows how many authorities there are."""
    register = _register()
    assert register.signatories == ()
    assert len(register.authorities.on(date(2026, 3, 31))) == 3
    assert len(register.authorities.on(END)) == 2
