"""Records that do not fit the register: what they follow from, whom they name, and which authority acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.register_cases import Case, case
from tests.registers import Register, path, sha

SHOP = "test-shop/2026-05-02-signed"
BAKERY = "market-bakery/2026-05-20-reviewed"
CRUMBS = "crumbshire/2026-05-20-{}"
SIGNED = "crumbshire/2025-03-10-signed"
MILL = "millbridge/2026-05-02-signed"
COUNCIL: dict[str, str | None] = {"kind": "local-authority", "organisation": None}
TRUST: dict[str, str | None] = {"kind": "childrens-trust"}
FIND = 'Write "sha256:" and what sha256sum prints for the record that is meant.'
OVER = "After an end, the next record is a new signing."
STAYS = "Such a record stays as it is: say in a new one what is right."
MAY = "Of that record can be corrected: {}."


def against(name: str, record: str, change: Callable[[Register], object], said: str,
            then: tuple[str, ...] = ()) -> Iterator[Case]:  # fmt: skip
    """Yield three cases of a record that does not fit: a claim that lay there, one that is brought, one that counts.

    The first is no more than a note: nobody's claim can stand in the way of others. `then` is said besides where the
    record counts, of records that come before it.
    """
    line, _, words = said.partition(": ")
    place = f"{path(record)}:{line}:"
    yield case(f"{name}, a claim that lay there", change, f"{place} note: {words}")
    yield case(f"{name}, a claim that is brought", change, f"{place} {words}", fresh=(record,))
    yield case(f"{name}, confirmed", lambda r: (change(r), r.confirm(record)), *then, f"{place} {words}")


def adds(record: str, **values: str | None) -> Callable[[Register], object]:
    return lambda r: r.add(record, **values)


def _code(name: str, record: str, said: str, **values: str | None) -> Iterator[Case]:
    line = 5 if values["kind"] == "local-authority" else 6
    return against(name, record, adds(record, **values), f"{line}: {said}")


AUTHORITIES = (
    *_code("the code of another", "lower-mill/2026-03-02-signed", 'ons_code: E08999904 is the code of Ovenby, whose '
           'short name is "ovenby". Write E06999902.', **COUNCIL, ons_code="E08999904"),
    *_code("the code of an authority under another short name", SHOP, 'ons_code: E06999903 is the code of Millbridge, '
           'whose short name is "millbridge". Move the record to commitment/signatories/millbridge/.',
           **COUNCIL, ons_code="E06999903"),
    *_code("a code of nobody", MILL, 'ons_code: E06999909 is the code of no authority. Did you mean "E06999903"? '
           "Write E06999903, the code of Millbridge.", **COUNCIL, ons_code="E06999909"),
    *_code("a trust with a code of nobody", SHOP, "ons_code: E06888888 is the code of no authority. "
           "Look it up in data/authorities.yml.", **TRUST, ons_code="E06888888"),
    *_code("a former code", "ovenby/2026-05-02-signed", "ons_code: E08999900 is the former code of Ovenby. "
           "Write the new one: E08999904.", **COUNCIL, ons_code="E08999900"),
    *_code("an authority that has ended", "lower-mill/2026-05-02-signed", "ons_code: Lower Mill ended on 2026-04-01, "
           "and the record is dated 2026-05-02. Name what took over: Millbridge or Ovenby.",
           **COUNCIL, ons_code="E06999902"),
    *_code("on the day on which it ended", "lower-mill/2026-04-01-signed", "ons_code: Lower Mill ended on 2026-04-01, "
           "and the record is dated 2026-04-01. Name what took over: Millbridge or Ovenby.",
           **COUNCIL, ons_code="E06999902"),
    *_code("an authority that has not begun", "millbridge/2026-03-31-signed", "ons_code: Millbridge begins on "
           "2026-04-01, and the record is dated 2026-03-31. Wait until that day.", **COUNCIL, ons_code="E06999903"),
    *_code("a council for two", MILL, "ons_code: The value names more than one authority. "
           "An authority signs for itself alone.", **COUNCIL, ons_code="E06999903, E08999904"),
    *_code("a trust with one code twice", SHOP, "ons_code: A code stands twice. Delete one of them.",
           **TRUST, ons_code="E06999903, E06999903"),
    *against("an authority's short name for a shop", MILL, adds(MILL), '4: kind: "millbridge" is the short name of an '
             "authority (Millbridge). Write local-authority, or choose another short name."),
    *against("a review after the authority's end", "upper-mill/2026-05-20-reviewed",
             adds("upper-mill/2026-05-20-reviewed"), "3: date: Upper Mill ended on 2026-04-01, "
             "and the record is dated 2026-05-20. Name what took over: Millbridge."),
    *against("a correction to an authority that has ended", "two-towns-trust/2026-05-20-corrected",
             adds("two-towns-trust/2026-05-20-corrected", target="two-towns-trust/2026-05-01-signed", field="ons_code",
                  value="E06999901"), "6: value: Upper Mill ended on 2026-04-01, and the record is dated 2026-05-20. "
             "Name what took over: Millbridge."),
)  # fmt: skip


def _withdrawn(then: str, **values: str | None) -> Callable[[Register], object]:
    """Return what withdraws the bakery on 10 May, confirmed, and adds another record after that."""
    return lambda r: r.counts(END).add(then, **values)


END = "market-bakery/2026-05-10-withdrawn"
ENDED = "The signature had ended by then (commitment/signatories/market-bakery/2026-05-10-withdrawn.yml)."
HISTORY = (
    case("a claim of the day after tomorrow", adds("test-shop/2026-06-03-signed"), "test-shop/2026-06-03-signed:3: "
         "note: date: The day 2026-06-03 has not come: today is 2026-06-01. "
         "Write the day on which the record is made."),
    case("a confirmation of the day after tomorrow", lambda r: r.add(SHOP).confirm(SHOP, "2026-06-03"),
         "test-shop/2026-06-03-confirmed:3: date: The day 2026-06-03 has not come: today is 2026-06-01. "
         "Write the day on which the record is made."),
    *(each for event in ("reviewed", "succeeded", "withdrawn") for each in against(
        f"{event} after an end", f"market-bakery/2026-05-20-{event}", _withdrawn(f"market-bakery/2026-05-20-{event}",
        **({"successor": "old-oven"} if event == "succeeded" else {})), f"1: event: {ENDED} {OVER}")),
    *against("after an end that was erased", BAKERY,
             lambda r: r.counts(END).erase(END).add(BAKERY),
             f"1: event: {ENDED} {OVER}"),
    *against("succeeded by the same once more", "corner-shop/2026-05-20-succeeded",
             adds("corner-shop/2026-05-20-succeeded"), "1: event: The signature had ended by then "
             f"(commitment/signatories/corner-shop/2026-02-01-succeeded.yml). {OVER}"),
    *against("signed on the day of an end", "night-bakery/2025-12-31-signed", adds("night-bakery/2025-12-31-signed"),
             "3: date: An ending of this day counts after a signing of the same day (commitment/signatories/"
             "night-bakery/2025-12-31-withdrawn.yml). Sign from the next day on."),
    *against("a review before any signing", "test-shop/2026-05-20-reviewed", adds("test-shop/2026-05-20-reviewed"),
             "1: event: Nothing was signed before this review. Sign first, and review a year later."),
    *against("a review of what is only claimed", "yeast-works/2026-05-21-reviewed",
             adds("yeast-works/2026-05-21-reviewed"),
             "1: event: Nothing was signed before this review. Sign first, and review a year later."),
    *against("an end of nothing", "test-shop/2026-05-20-withdrawn", adds("test-shop/2026-05-20-withdrawn"),
             "1: event: Nothing was signed that could end. Check the signatory and the day."),
)  # fmt: skip


def _followed(heir: str) -> Callable[[Register], object]:
    """Return what has a shop that signed followed by another."""
    return lambda r: r.counts(SHOP).add(HEIR, successor=heir)


HEIR, FIRST = "test-shop/2026-05-20-succeeded", "old-oven/2026-05-19-succeeded"
ITSELF = 'successor: "{}" is itself succeeded by "{}", so nobody would be left. Name another.'
SUCCESSORS = (
    *against("a council that follows by a record", CRUMBS.format("succeeded"),
             adds(CRUMBS.format("succeeded"), successor="ovenby"),
             "1: event: Crumbshire is an authority, and the list of authorities alone says who follows it. "
             "Make no record: have data/authorities.yml put right."),
    *against("its own heir", HEIR, _followed("test-shop"),
             "5: successor: A signatory can't succeed itself. Name the one that takes over."),
    *against("a circle of two", HEIR, lambda r: r.counts(FIRST, successor="test-shop").counts(SHOP).add(
        HEIR, successor="old-oven"), f"5: {ITSELF.format('old-oven', 'test-shop')}",
             then=(f"{path(FIRST)}:5: {ITSELF.format('test-shop', 'old-oven')}",)),
    *against("an authority that is no more", HEIR, _followed("lower-mill"),
             "5: successor: Lower Mill does not exist on 2026-05-20. Name the authority that does."),
    *against("nobody on the register", HEIR, _followed("market-baker"),
             '5: successor: Nobody is on the register as "market-baker". Did you mean "market-bakery"? '
             "Name a council, or a signatory that a steward has confirmed."),
    *against("one who only claims to have signed", HEIR,
             _followed("yeast-works"),
             '5: successor: Nobody is on the register as "yeast-works". '
             "Name a council, or a signatory that a steward has confirmed."),
)  # fmt: skip

LIKE = "Write the full name under which it is registered."
READS = f'organisation: The name reads like that of "{{}}" ({{}}). {LIKE}'
BAKERS = "market-bakery/2025-08-01-signed"
OVEN = "old-oven/2026-05-20-corrected"
BREAD = "market-bakery/2026-05-20-corrected"
IDENTITY = (
    *against("a council's name for a shop", SHOP, adds(SHOP, organisation="The Ovenby Borough COUNCIL"),
             f"5: organisation: The name reads like that of Ovenby (ovenby). {LIKE}"),
    *against("another signatory's name", SHOP, adds(SHOP, organisation="MARKET-BAKÉRY"),
             f"5: {READS.format('Market Bakery', 'market-bakery')}",
             then=(f"{path(BAKERS)}:5: {READS.format('MARKET-BAKÉRY', 'test-shop')}",)),
    *against("a correction to a council's name", BREAD, adds(BREAD, target="market-bakery/2025-08-01-signed",
                                                             field="organisation", value="Crumbshire"),
             f"6: value: The name reads like that of Crumbshire (crumbshire). {LIKE}"),
    *against("a correction to another signatory's name", OVEN, adds(
        OVEN, target="old-oven/2024-02-01-signed", field="organisation", value="Market-Bakery"),
             f"6: {READS.format('Market Bakery', 'market-bakery').replace('organisation', 'value')}",
             then=(f"{path(BAKERS)}:5: {READS.format('Market-Bakery', 'old-oven')}",)),
    *against("a council's short name, nearly", "ovenby-council/2026-05-02-signed",
             adds("ovenby-council/2026-05-02-signed", organisation="Bread"),
             "2: signatory: The short name reads like that of Ovenby (ovenby). Choose another short name."),
)  # fmt: skip

CONFIRMED = CRUMBS.format("confirmed")


def _confirmation(name: str, change: Callable[[Register], object], said: str, record: str = CONFIRMED) -> Case:
    """Return the case of a confirmation. A steward makes it, so it is never only a note."""
    return case(name, change, f"{record}:4: target: {said}")


def _correction(name: str, said: str, target: str = SIGNED, **values: str | None) -> Iterator[Case]:
    record = CRUMBS.format("corrected")
    return against(name, record, adds(record, target=target, **values), said)


OF_A_SIGNING = MAY.format("organisation, ons_code, role, decided, decision_url, use_of_ml, statement and url")
OF_A_COUNCIL = OF_A_SIGNING.replace("organisation, ", "")
TARGETS = (
    _confirmation("a digest of nothing", adds(CONFIRMED, target=sha(b""), method="letter"),
                  f"No record has this digest. {FIND}"),
    _confirmation("the digest of another signatory's record",
                  lambda r: r.add(CONFIRMED, target="ovenby/2025-02-01-signed", method="letter"),
                  f"No record has this digest. {FIND}"),
    _confirmation("a record of a later day", lambda r: r.add(SHOP).confirm(SHOP, "2026-05-01"),
                  f"The record that is meant is dated later ({path(SHOP)}). {FIND}", "test-shop/2026-05-01-confirmed"),
    _confirmation("a confirmation", adds(CONFIRMED, target="crumbshire/2025-03-20-confirmed", method="letter"),
                  f"A confirmation is meant, and none is confirmed or corrected. {FIND}"),
    _confirmation("confirmed twice", adds(CONFIRMED, target=SIGNED, method="letter"), "The record is confirmed already "
                  "(commitment/signatories/crumbshire/2025-03-20-confirmed.yml). Delete this one."),
    _confirmation("an erased record", adds("rye-club/2026-05-20-confirmed", target="rye-club/2025-05-05-signed",
                                           method="letter"),
                  f"The record that is meant was erased ({path('rye-club/2025-05-05-signed')}). Leave this record out.",
                  "rye-club/2026-05-20-confirmed"),
    *against("a correction of a claim", "yeast-works/2026-05-21-corrected",
             adds("yeast-works/2026-05-21-corrected", target="yeast-works/2026-05-20-signed"),
             "4: target: The record that is meant waits for a steward itself (commitment/signatories/yeast-works/"
             "2026-05-20-signed.yml). Make that record anew, as it should be: it counts for nothing yet."),
    *_correction("the version", '5: field: The field "version" can\'t be corrected. Sign again instead: what was '
                 "signed, and by whom, is never changed.", field="version", value="1.1.0"),
    *_correction("no field at all", f'5: field: The record that is meant can have no field "colour". {OF_A_COUNCIL}',
                 field="colour", value="red"),
    *_correction("a clause that a signing has not", '5: field: The record that is meant can have no field "warmth-1". '
                 f"{OF_A_COUNCIL}", field="warmth-1", value="kept"),
    *_correction("a name, of a council", '5: field: The field "organisation" is of no use where the kind is '
                 "local-authority. Leave it out.", field="organisation", value="Crumbs"),
    *_correction("a value like no address", "6: value: The address does not start with https://. "
                 "Write https:// if the page opens so too.", field="url", value="www.example.org"),
    *_correction("a value like no answer", '6: value: "maybe" is not one of the choices. '
                 "Write kept, partly, not-yet or not-applicable.", target="crumbshire/2026-03-02-reviewed",
                 field="warmth-1", value="maybe"),
    *_correction("a correction", f'5: field: The field "reason" can\'t be corrected. {STAYS}',
                 target="crumbshire/2025-04-02-corrected", field="reason", value="x"),
    *_correction("a correction's office", f'5: field: The record that is meant can have no field "role". {STAYS}',
                 target="crumbshire/2025-04-02-corrected", field="role", value="x"),
)  # fmt: skip

TABLES = {
    "record_authorities": AUTHORITIES,
    "record_history": HISTORY,
    "record_identity": IDENTITY,
    "record_successors": SUCCESSORS,
    "record_targets": TARGETS,
}
