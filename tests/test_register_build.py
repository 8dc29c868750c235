"""The register: who is in it, what was put right, and whose promises come to whom."""

from __future__ import annotations

from datetime import date

from accord.register.authorities import Authorities, Authority
from accord.register.build import build
from accord.register.record import Record
from accord.register.record import confirmed as that_count
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
    """The successor is in the register without a record, and shows what it inherits, from the end's own day."""
    before = _register(_signed("upper-mill"), day="2026-03-31")
    assert ([s.slug for s in before.signatories], len(before.counted)) == (["upper-mill"], 1)
    register = _register(_signed("upper-mill"), _signed("lower-mill"), day="2026-04-01")
    assert [s.slug for s in register.signatories] == ["lower-mill", "millbridge", "ovenby", "upper-mill"]
    millbridge, ovenby = register.by_slug["millbridge"], register.by_slug["ovenby"]
    assert (millbridge.standing.state, millbridge.standing.since) == ("inherits", END)
    assert (millbridge.inherits, ovenby.inherits) == (("lower-mill", "upper-mill"), ("lower-mill",))
    assert register.by_slug["lower-mill"].successors == ("millbridge", "ovenby")
    assert (millbridge.name, millbridge.kind, millbridge.region) == ("Millbridge", "local-authority", "North East")
    assert register.counted == ()


def test_a_claim_is_nobodys_promise() -> None:
    """It is counted among what waits, and neither shown nor handed on; a council's own copy shows its own as waiting.

    Beside a signature that counts, a claim changes nothing.
    """
    mine, theirs = record("signed", "2025-06-01", "ovenby"), record("signed", "2025-06-01", "upper-mill")
    register = _register(claims=(theirs, mine))
    assert (register.signatories, register.waiting, register.counted) == ((), (theirs, mine), ())
    register = _register(claims=(theirs, mine), own="ovenby")
    (ovenby,) = register.signatories
    assert (ovenby.standing.state, ovenby.standing.signing, ovenby.claims) == ("waiting", mine, (mine,))
    assert (register.counted, len(register.waiting)) == ((), 2)
    later = record("withdrawn", "2025-07-01", "ovenby")
    (ovenby,) = _register(_signed("ovenby"), claims=(later,), own="ovenby", day="2025-08-01").signatories
    assert (ovenby.standing.state, ovenby.claims) == ("signed", (later,))


def test_promises_go_to_who_takes_over() -> None:
    told: list[tuple[list[Record], tuple[str, ...], dict[str, tuple[str, ...]]]] = [
        # through one that ended in turn and never signed
        ([_signed("a-shop"), _followed("a-shop", "b-shop"), _followed("b-shop", "c-shop", "2025-08-01")],
         ("b-shop",), {"b-shop": ("a-shop",), "c-shop": ("a-shop",)}),
        # several follow one
        ([_signed("a-shop"), _followed("a-shop", "b-shop"), _followed("a-shop", "c-shop", number=2)],
         ("b-shop", "c-shop"), {"b-shop": ("a-shop",), "c-shop": ("a-shop",)}),
        # an earlier end names nobody any more
        ([_signed("a-shop"), _signed("a-shop", "2025-08-01"), _followed("a-shop", "b-shop"),
          _followed("a-shop", "c-shop", "2025-09-01")], ("c-shop",), {"c-shop": ("a-shop",)}),
        # two that name each other are refused by a rule, and do no harm here
        ([_signed("a-shop"), _signed("b-shop"), _followed("a-shop", "b-shop"), _followed("b-shop", "a-shop")],
         ("b-shop",), {"a-shop": ("b-shop",), "b-shop": ("a-shop",)}),
        # who withdrew hands nothing on
        ([_signed("a-shop"), confirmed(record("withdrawn", "2025-06-20", "a-shop"))], (), {}),
    ]  # fmt: skip
    for records, successors, inherits in told:
        register = _register(*records)
        assert register.by_slug["a-shop"].successors == successors
        assert {s.slug: s.inherits for s in register.signatories if s.inherits} == inherits
        heirs = [s.standing.since for s in register.signatories if s.standing.state == "inherits"]
        assert all(since in (date(2025, 7, 1), date(2025, 9, 1)) for since in heirs)


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


def test_who_is_in_the_register_and_under_which_name() -> None:
    """An authority has the list's name whatever its record says; and who was erased is still told."""
    other = confirmed(record("signed", "2025-06-01", "ovenby", organisation="Leeds City Council"))
    assert _register(other).by_slug["ovenby"].name == "Ovenby"
    (shop,) = build((), [erased(_signed("a-shop"), "2025-07-01")], commitment(), MILLS, END).signatories
    assert (shop.standing.state, shop.name, len(shop.erased)) == ("erased", "a-shop", 1)
    register = _register()
    assert register.signatories == ()
    assert [len(register.authorities.on(day)) for day in (date(2026, 3, 31), END)] == [3, 2]


def test_what_was_changed_after_its_seal_does_not_count() -> None:
    """Nor what no seal lists; and a second confirmation adds nothing."""
    act = record("signed", "2025-06-01", "a-shop")
    by = [record("confirmed", "2025-06-02", "a-shop", n, target=act.digest) for n in (1, 2)]
    sealed = {each.path: each.digest.removeprefix("sha256:") for each in (act, *by)}
    assert [each.confirmation for each in that_count([act, *by], sealed)] == by[:1]
    for path in (act.path, *(each.path for each in by)):
        assert len([*that_count([act, *by], sealed | {path: "0" * 64})]) == (path != act.path)
    assert [*that_count([act, *by], {act.path: sealed[act.path]})] == []
