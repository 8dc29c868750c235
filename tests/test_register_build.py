"""The register: who is in it, what was put right, and whose promises come to whom."""

from __future__ import annotations

from datetime import date

from accord.register.authorities import Authorities, Authority
from accord.register.build import build
from accord.register.record import Record
from accord.register.register import Register
from tests.commitment_made import commitment, confirmed, erased, record

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


def _register(*records: Record, day: str = "2026-06-01", claims: tuple[Record, ...] = (), own: str = "") -> Register:
    return build(records, (), commitment(), MILLS, date.fromisoformat(day), claims, own)


def _signed(slug: str, day: str = "2025-06-01") -> Record:
    return confirmed(record("signed", day, slug))


def _followed(slug: str, heir: str, day: str = "2025-07-01", number: int = 1) -> Record:
    return confirmed(record("succeeded", day, slug, number, successor=heir))


def test_a_council_that_is_replaced_keeps_its_history_and_hands_on() -> None:
    """The successor is in the register without a record, and shows what it inherits."""
    register = _register(_signed("upper-mill"), _signed("lower-mill"))
    assert [s.slug for s in register.signatories] == ["lower-mill", "millbridge", "ovenby", "upper-mill"]
    millbridge, ovenby = register.by_slug["millbridge"], register.by_slug["ovenby"]
    assert (millbridge.standing.state, millbridge.standing.since) == ("inherits", END)
    assert (millbridge.inherits, ovenby.inherits) == (("lower-mill", "upper-mill"), ("lower-mill",))
    assert register.by_slug["lower-mill"].successors == ("millbridge", "ovenby")
    assert (millbridge.name, millbridge.kind, millbridge.region) == ("Millbridge", "local-authority", "North East")
    assert register.counted == ()


def test_before_the_day_nothing_is_handed_on() -> None:
    """An end that is only written into the list does not count before its day."""
    register = _register(_signed("upper-mill"), day="2026-03-31")
    assert [s.slug for s in register.signatories] == ["upper-mill"]
    assert len(register.counted) == 1


def test_a_claim_is_nobodys_promise() -> None:
    """It is counted among what waits, and neither shown nor handed on."""
    claim = record("signed", "2025-06-01", "upper-mill")
    register = _register(claims=(claim,))
    assert (register.signatories, register.waiting, register.counted) == ((), (claim,), ())


def test_a_council_sees_its_own_claims_and_no_others() -> None:
    """In its own copy it is there as waiting; beside a signature that counts, its claim changes nothing."""
    mine, theirs = record("signed", "2025-06-01", "ovenby"), record("signed", "2025-06-01", "a-shop")
    register = _register(claims=(theirs, mine), own="ovenby")
    (ovenby,) = register.signatories
    assert (ovenby.standing.state, ovenby.standing.signing, ovenby.claims) == ("waiting", mine, (mine,))
    assert (register.counted, len(register.waiting)) == ((), 2)
    later = record("withdrawn", "2025-07-01", "ovenby")
    (ovenby,) = _register(_signed("ovenby"), claims=(later,), own="ovenby", day="2025-08-01").signatories
    assert (ovenby.standing.state, ovenby.claims) == ("signed", (later,))


def test_promises_go_on_through_those_that_end_in_turn() -> None:
    """A is followed by B and B by C: what A promised comes to C, also where B never signed."""
    ends = _followed("a-shop", "b-shop"), _followed("b-shop", "c-shop", "2025-08-01")
    register = _register(_signed("a-shop"), *ends)
    assert register.by_slug["c-shop"].inherits == ("a-shop",)
    assert register.by_slug["b-shop"].inherits == ("a-shop",)
    assert register.by_slug["c-shop"].standing.since == date(2025, 7, 1)


def test_one_may_be_followed_by_several() -> None:
    """Two records of a succession name two that take over."""
    ends = [_followed("a-shop", heir, number=number) for number, heir in ((1, "b-shop"), (2, "c-shop"))]
    register = _register(_signed("a-shop"), *ends)
    assert register.by_slug["a-shop"].successors == ("b-shop", "c-shop")
    assert register.by_slug["b-shop"].inherits == register.by_slug["c-shop"].inherits == ("a-shop",)


def test_an_earlier_end_names_nobody_any_more() -> None:
    """Who signed again after a succession, and is followed once more, hands on to the later heir alone."""
    ends = _followed("a-shop", "b-shop"), _followed("a-shop", "c-shop", "2025-09-01")
    register = _register(_signed("a-shop"), _signed("a-shop", "2025-08-01"), *ends)
    assert register.by_slug["a-shop"].successors == ("c-shop",)
    assert "b-shop" not in register.by_slug


def test_a_circle_ends() -> None:
    """Two that name each other are refused by a rule, and do no harm here."""
    ends = _followed("a-shop", "b-shop"), _followed("b-shop", "a-shop")
    register = _register(_signed("a-shop"), _signed("b-shop"), *ends)
    assert register.by_slug["a-shop"].inherits == ("b-shop",)


def test_who_withdrew_hands_nothing_on() -> None:
    """The end of an authority after its withdrawal leaves nothing to inherit."""
    register = _register(_signed("upper-mill"), confirmed(record("withdrawn", "2025-12-01", "upper-mill")))
    assert [(s.slug, s.standing.state, s.successors) for s in register.signatories] == [("upper-mill", "withdrawn", ())]


def test_the_last_correction_counts_and_the_record_stays() -> None:
    """A later correction puts the earlier right; one that is dated or confirmed later still waits."""
    signed = _signed("a-shop")
    fixes = [
        confirmed(record("corrected", day, "a-shop", target=signed.digest, field="organisation", value=name), seen)
        for day, seen, name in (
            ("2025-07-01", "2025-09-01", "The Shop"),
            ("2025-08-01", "2025-08-01", "Our Shop"),
            ("2025-10-01", "2026-06-02", "Not confirmed yet"),
            ("2026-08-01", "2026-08-01", "Not yet"),
        )
    ]
    shop = _register(signed, *fixes).by_slug["a-shop"]
    assert (shop.name, shop.value(signed, "organisation")) == ("Our Shop", "Our Shop")
    assert signed.get("organisation") == "A-Shop"
    assert shop.value(signed, "kind") == "organisation"


def test_an_authority_is_called_as_the_list_calls_it() -> None:
    """Whatever its record may say."""
    other = confirmed(record("signed", "2025-06-01", "ovenby", organisation="Leeds City Council"))
    assert _register(other).by_slug["ovenby"].name == "Ovenby"


def test_what_was_erased_is_still_told() -> None:
    """A signatory of whom nothing is left but an erasure stays in the register."""
    register = build((), [erased(_signed("a-shop"), "2025-07-01")], commitment(), MILLS, date(2026, 6, 1))
    (shop,) = register.signatories
    assert (shop.standing.state, shop.name, len(shop.erased)) == ("erased", "a-shop", 1)


def test_nobody_is_a_register_too() -> None:
    """An empty register has no signatory, and knows how many authorities there are."""
    register = _register()
    assert register.signatories == ()
    assert len(register.authorities.on(date(2026, 3, 31))) == 3
    assert len(register.authorities.on(END)) == 2
