"""Records that are wrong by themselves: where they lie, and what their fields hold."""

from __future__ import annotations

from collections.abc import Callable

from accord.register.folder import read_folder
from tests.register_cases import Case, case
from tests.registers import Register, digest_of, sample_project, sha

SHOP = "test-shop/2026-05-02-signed"
LATER = "test-shop/2026-05-20-{}"
LEFT = "commitment/signatories/test-shop/2026-05-02-signed.yml.erased"
YEAST = "yeast-works/2026-05-20-signed"
OVENBY = "ovenby/2025-02-01-signed"
CORRECTED, MADE = "ovenby/2026-05-20-corrected", "market-bakery/2026-05-20-corrected"
SLUG = "Use small letters, digits and single hyphens, up to 64, and none of the names that Windows keeps."
NAME = "Name it <day>-<event>.yml, such as 2026-11-22-signed.yml; a second of one day ends in -2.yml."
ORDER = "Put the fields into the order of the guide."
LINK = "is no address that we can link to. Write an address such as https://www.example.org/page."
COPY = "the words are the same, the bytes are not."


def shop(**values: str | None) -> Callable[[Register], object]:
    """Return what adds the claim of a shop that is not in the sample."""
    return lambda r: r.add(SHOP, **values)


def _url(address: str, said: str) -> Case:
    return case(f"url {address}", shop(url=address), f"{SHOP}:9: url: {said}")


def _named(name: str, said: str) -> Case:
    """Return the case of a record in a place that is no record's."""
    at = f"commitment/signatories/{name}"
    return case(name, lambda r: r.put(at, r.raw(YEAST)), f"{at}:1: {said}")


NAMES = (
    *(_named(f"{slug}/2026-05-02-signed.yml", f"\"{slug}\" can't be a signatory's short name. {SLUG}")
      for slug in ("con", "pages", "Ovenby-2", "-rf", "$(id)", "a--b", "a" * 65)),
    case("a line end in a short name", lambda r: r.put("a\nb/2026-05-02-signed", r.raw(YEAST)),
         f"a\\u000ab/2026-05-02-signed:1: \"a\\u000ab\" can't be a signatory's short name. {SLUG}"),
    _named("test-shop/2026-05-02-sign.yml", '"sign" is no event. '
           "Events are signed, reviewed, corrected, succeeded, withdrawn and confirmed."),
    _named("test-shop/2026-05-02-signed-1.yml",
           f"The first record of a day has no number, and the next has -2. {NAME}"),
    _named("test-shop/2026-02-30-signed.yml", f'"2026-02-30" is no day of the calendar. {NAME}'),
    _named("test-shop/signed.yml", f"The file's name is not a record's. {NAME}"),
    case("another event, signatory and day inside",
         lambda r: r.add(SHOP).edit(SHOP, 'event: "signed"\nsignatory: "test-shop"\ndate: "2026-05-02"\n',
                                       'event: "reviewed"\nsignatory: "shop"\ndate: "2026-05-03"\n'),
         f'{SHOP}:1: event: The record says "reviewed", and its place "signed". Make the two the same.',
         f'{SHOP}:2: signatory: The record says "shop", and its place "test-shop". Make the two the same.',
         f'{SHOP}:3: date: The record says "2026-05-03", and its place "2026-05-02". Make the two the same.'),
    case("the same twice, byte for byte",
         lambda r: r.put("test-shop/2026-05-02-signed-2", r.add(SHOP).raw(SHOP)),
         "test-shop/2026-05-02-signed-2:1: The record is the same as commitment/signatories/test-shop/"
         "2026-05-02-signed.yml, byte for byte. Delete it: one thing has one record."),
    case("erased, and still there", lambda r: r.counts(SHOP).erase(SHOP).add(SHOP),
         f"{SHOP}:1: Two stewards erased this record (commitment/signatories/{SHOP}.yml.erased), and what confirmed it "
         "may lie there still. Delete it. What happened anew gets a record of its own.",
         "commitment/signatories/test-shop/2026-05-02-signed.yml.erased:1: The record that was erased is still there. "
         "Delete the record, or this file."),
)  # fmt: skip

FIELDS = (
    case("nothing but the day", lambda r: r.put(SHOP, b'event: "signed"\n'), *(
        f'{SHOP}:1: The field "{name}" is missing. Add it: {about}' for name, about in (
            ("date", "the day on which the record is made."),
            ("digest", "the digest of that version's text."),
            ("kind", "what kind of organisation it is."),
            ("role", "the office that acts, never a person's name."),
            ("signatory", "the signatory's short name, equal to its folder's."),
            ("version", "the version of the Commitment that is meant."),
        ))),
    case("a trust without name and codes", shop(kind="childrens-trust", organisation=None), *(
        f'{SHOP}:1: The field "{name}" is missing. Add it: {about}' for name, about in (
            ("ons_code", "the authority's code; a trust names those it serves, with commas between."),
            ("organisation", "the organisation's name, as it is to be shown."),
        ))),
    case("a confirmation that does not say where", lambda r: r.add(SHOP).confirm(SHOP, method="minute"),
         'test-shop/2026-05-02-confirmed:1: The field "checked_url" is missing. '
         "Add it: the page that was checked. Needed for a minute and a domain."),
    case("an authority with a name of its own", lambda r: r.set(OVENBY, organisation="Leeds"),
         f"{OVENBY}:9: organisation: The field is of no use where the kind is local-authority. Delete it.",
         f'{OVENBY}:9: organisation: The field stands after "digest" and belongs before it. {ORDER}'),
    case("a shop with a code", shop(ons_code="E06999903"),
         f"{SHOP}:6: ons_code: The field is of no use where the kind is organisation. Delete it."),
    case("a field of another event", shop(successor="ovenby"),
         f"{SHOP}:9: successor: The field does not belong into a record of kind signed. It is for succeeded. "
         "Delete it."),
    case("a field misspelt", shop(role=None, rolle="Owners"),
         f'{SHOP}:8: rolle: There is no such field. Did you mean "role"? Write that name.'),
    case("an unknown field", lambda r: r.add(LATER.format("withdrawn"), zzz="x"),
         LATER.format("withdrawn") + ":1: note: event: Nothing was signed that could end. "
         "Check the signatory and the day.",
         LATER.format("withdrawn") + ":6: zzz: There is no such field. Delete it. "
         "The fields of withdrawn are event, signatory, date, role and reason."),
    case("two fields in another order",
         lambda r: r.add(SHOP).edit(SHOP, 'kind: "organisation"\norganisation: "Test Shop"\n',
                                       'organisation: "Test Shop"\nkind: "organisation"\n'),
         f'{SHOP}:5: kind: The field stands after "organisation" and belongs before it. {ORDER}'),
    case("a correction of no field", lambda r: r.counts(CORRECTED, target=OVENBY, field=""),
         f"{CORRECTED}:5: field: The field has no value. Write one, or delete the field."),
    case("an empty value", shop(statement=""),
         f"{SHOP}:9: statement: The field has no value. Write one, or delete the field."),
    case("301 characters", shop(role="x" * 301), f"{SHOP}:6: role: The value has 301 characters. Write up to 300."),
    case("a choice with a capital letter", shop(use_of_ml="Piloting"),
         f'{SHOP}:9: use_of_ml: "Piloting" is not one of the choices. Did you mean "piloting"? '
         "Write none, exploring, piloting, in-use or stopped."),
    case("a version of two parts", shop(version="1.1", digest=digest_of("1.1.0")),
         f'{SHOP}:7: version: "1.1" has the wrong form. Write a version such as 1.0.0.'),
    case("a day in words", shop(decided="4 May 2026"),
         f'{SHOP}:7: decided: "4 May 2026" has the wrong form. Write a day such as 2026-11-22.'),
    case("no day of the calendar", shop(decided="2026-02-30"),
         f'{SHOP}:7: decided: "2026-02-30" is no day of the calendar. Write a day such as 2026-11-22.'),
    case("a digest of three letters", shop(digest="sha256:abc"),
         f'{SHOP}:8: digest: "sha256:abc" has the wrong form. '
         "Write `sha256:` and 64 digits or letters a to f, without spaces."),
    case("a place in words", lambda r: r.counts("corner-shop/2026-02-01-succeeded-2", successor="Oven By"),
         'corner-shop/2026-02-01-succeeded-2:5: successor: "Oven By" has the wrong form. '
         "Write small letters, digits and single hyphens, such as `upper-mill`."),
    case("no code of an authority", shop(kind="childrens-trust", ons_code="Upper Mill"),
         f'{SHOP}:6: ons_code: "Upper Mill" has the wrong form. Write a code such as E06000001.'),
    _url("http://x.org", "The address does not start with https://. Write https:// if the page opens so too."),
    _url("www.x.org", "The address does not start with https://. Write https:// if the page opens so too."),
    _url("mailto:a", "The address is an e-mail address. Give the organisation's page."),
    _url("https://a@x.org/", "The address holds a user's name (before @). Give the address without it."),
    _url("https://x.org/@a", "The address holds an @, as e-mail addresses do. Give an address without it."),
    _url("https://192.0.2.1/", "The address is a number and not a name. Give the site's name."),
    _url("https://localhost/", "The address has no full stop in its host's name. Give an address on the web."),
    _url("https://x.org:443/", "The address names a port. Give an address without one."),
    _url("https://exämple.org/", "The host's name holds a sign that it may not hold. "
         "Write it in letters a to z; a name in other letters has a form that starts with xn--."),
    _url("https://x.org/a b", "The address holds a space. "
         "Write %20 for it, or copy the address from the browser again."),
    _url("https://x.local/", "Only people inside an organisation can open the address. Give an address on the web."),
    _url("https://x.org/<x>", 'The address has the sign "<" (U+003C), which can\'t stay in it. Write %3C for it.'),
    _url("javascript:alert(1)", f'"javascript:alert(1)" {LINK}'),
)  # fmt: skip

WORDS = (
    *(case(f"an office that begins with {role}", shop(role=role), f"{SHOP}:6: role: "
           f'The office begins with a person\'s title ("{title}"). Name the office, never who holds it.')
      for role, title in (("Mr J Smith", "Mr"), ("Cllr Jane Doe, Lead Member", "Cllr"), ("Dr. Who", "Dr"))),
    case("a correction to a person's name", lambda r: r.counts(CORRECTED, target=OVENBY, value="Mrs J Smith"),
         f'{CORRECTED}:6: value: The office begins with a person\'s title ("Mrs"). '
         "Name the office, never who holds it."),
    case("a correction to a name with an @", lambda r: r.counts(
        MADE, target="market-bakery/2025-08-01-signed", field="organisation", value="Bread @ Home"),
         f"{MADE}:6: value: The value holds an @, as e-mail addresses do. Leave it out."),
    case("an e-mail address in an office", shop(role="jo@example.org"),
         f"{SHOP}:6: role: The value holds an e-mail address. Leave it out, and name a page of the organisation."),
    case("an e-mail address in a statement", shop(statement="Write to jo@example.org."),
         f"{SHOP}:9: statement: The value holds an e-mail address. Leave it out, and name a page of the organisation."),
    case("an @ in a name", shop(organisation="Bread @ Home"),
         f"{SHOP}:5: organisation: The value holds an @, as e-mail addresses do. Leave it out."),
    *(case(f"a space too many: {role!r}", shop(role=role),
           f"{SHOP}:6: role: A space stands at an end of the value, or two together. Delete what is too much.")
      for role in (" Board", "Board ", "The  Board")),
    case("what is left of an erased record is read too",
         lambda r: r.counts(SHOP).erase(SHOP, ground="It named jo@example.org."),
         "commitment/signatories/test-shop/2026-05-02-signed.yml.erased:3: ground: The value holds an e-mail address. "
         "Leave it out, and name a page of the organisation."),
)  # fmt: skip

ERASED = (
    case("two fields", lambda r: r.counts(SHOP).erase(SHOP).edit(LEFT, 'ground: "It named a person."\n', ""),
         f"{LEFT}:1: What is left of an erased record has just the fields digest, date and ground. "
         "Write these three, in this order."),
    case("a claim", lambda r: r.add(SHOP).erase(SHOP),
         f"{LEFT}:1: digest: No steward had confirmed the record that was erased. "
         "Delete this file: a claim is taken away without a trace."),
    case("no digest, no day", lambda r: r.add(SHOP).erase(SHOP, digest="x", date="3 May"),
         f'{LEFT}:1: digest: "x" has the wrong form. Write `sha256:` and 64 digits or letters a to f, without spaces.',
         f'{LEFT}:2: date: "3 May" has the wrong form. Write a day such as 2026-11-22.'),
    case("erased before it was written", lambda r: r.counts(SHOP, "2026-05-01").erase(SHOP, "2026-05-01"),
         f"{LEFT}:2: date: The day of the erasure is before that of the record (2026-05-02). "
         "Write the day on which it was erased."),
)  # fmt: skip


def _copy(words: str, change: Callable[[bytes], bytes]) -> Case:
    """Return the case of a digest of what a computer makes of the text by itself."""

    copy = sha(change(read_folder(sample_project()).texts["1.1.0"].raw))
    said = f"This is the digest of version 1.1.0 with {words}: {COPY} Write {digest_of('1.1.0')}."
    return case(f"the digest of {words}", shop(digest=copy), f"{SHOP}:8: digest: {said}")


VERSIONS = (
    case("no such version", shop(version="1.2.0", digest=digest_of("1.1.0")),
         f'{SHOP}:7: version: There is no version 1.2.0. Did you mean "1.1.0"? Published are 1.0.0 and 1.1.0.'),
    case("no such version, and an answer that is none", lambda r: r.counts(
        "market-bakery/2026-05-20-reviewed", version="9.9.9", digest=sha(b""), **{"warmth-1": "maybe"}),
         "market-bakery/2026-05-20-reviewed:5: version: There is no version 9.9.9. Published are 1.0.0 and 1.1.0.",
         'market-bakery/2026-05-20-reviewed:7: warmth-1: "maybe" is not one of the choices. '
         "Write kept, partly, not-yet or not-applicable."),
    case("another digest", shop(digest=sha(b"")),
         f"{SHOP}:8: digest: This is not the digest of version 1.1.0. Write {digest_of('1.1.0')}."),
    case("the digest of another version", shop(digest=digest_of("1.0.0")),
         f"{SHOP}:8: digest: This is the digest of version 1.0.0, and the record names 1.1.0. "
         f"Write {digest_of('1.1.0')}."),
    _copy("Windows line ends", lambda raw: raw.replace(b"\n", b"\r\n")),
    _copy("a byte order mark", lambda raw: b"\xef\xbb\xbf" + raw),
    _copy("no last line end", lambda raw: raw[:-1]),
    _copy("a line end too many", lambda raw: raw + b"\n"),
    _copy("a byte order mark and Windows line ends", lambda raw: b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n")),
    case("signed and decided before it was published",
         lambda r: r.add("test-shop/2025-08-30-signed", decided="2025-08-29"),
         "test-shop/2025-08-30-signed:3: date: The record is dated before version 1.1.0 was published (2025-09-01). "
         "Name the version that was there on the day.",
         "test-shop/2025-08-30-signed:7: decided: The decision is dated before version 1.1.0 was published "
         "(2025-09-01). Decide on the text as published, or leave the day out."),
    case("decided after the record", shop(decided="2026-05-03"),
         f"{SHOP}:7: decided: The decision is dated after the record (2026-05-02). "
         "Write the day on which it was made."),
    case("a correction to a decision after the record", lambda r: r.counts(
        CORRECTED, target=OVENBY, field="decided", value="2025-02-02"),
         f"{CORRECTED}:6: value: The decision is dated after the record (2025-02-01). "
         "Write the day on which it was made."),
    case("a correction to a decision before the text", lambda r: r.counts(
        CORRECTED, target=OVENBY, field="decided", value="2024-01-14"),
         f"{CORRECTED}:6: value: The decision is dated before version 1.0.0 was published (2024-01-15). "
         "Decide on the text as published, or leave the day out."),
    case("a clause that is none", shop(**{"reserves_warmth-3": "No."}),
         f'{SHOP}:9: reserves_warmth-3: Version 1.1.0 has no clause "warmth-3". Did you mean "warmth-2"? '
         "Its clauses are warmth-1, warmth-2 and patience-1."),
    case("a review that leaves a clause out",
         lambda r: r.counts("market-bakery/2026-05-20-reviewed", **{"warmth-2": None}),
         "market-bakery/2026-05-20-reviewed:1: The review does not answer for warmth-2. "
         "Answer for every clause of the version."),
    case("a review without a reason",
         lambda r: r.counts("market-bakery/2026-05-20-reviewed", **{"warmth-2": "not-yet"}),
         'market-bakery/2026-05-20-reviewed:8: warmth-2: The answer is "not-yet", and no reason is given. '
         'Write it into the field "warmth-2_why".'),
)  # fmt: skip

TABLES = {
    "record_erased": ERASED,
    "record_fields": FIELDS,
    "record_names": NAMES,
    "record_versions": VERSIONS,
    "record_words": WORDS,
}
