"""Chains of seals that do not hold, and what only a steward may publish. No key is asked (registers.py).

The sample is sealed on 29 May by two offices. A case changes that, or seals once more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from accord.register.folder import read_folder
from accord.register.rules.seals import SEAL as SEAL_IT
from accord.seals import chain
from accord.seals.chain import AGAIN, AUTHORITIES, STEWARDS
from tests.bad_inputs import Case
from tests.registers import KEYS, Register, path, sample, sha, signature, steward

FIRST = "commitment/seals/2026-05-29.sha256"
NEXT = "commitment/seals/2026-05-31.sha256"
BESIDE, OWN = (chain.stewards_of(seal) for seal in (FIRST, NEXT))
OTHERS = f"{chain.FOLDER}2026-05-30.stewards"
SHOP = "test-shop/2026-05-30-signed"
OVENBY = path("ovenby/2025-02-01-signed")
LEFT = f"{OVENBY}.erased"
WHO = {office: f"{FIRST}.{office}.sig" for office in ("north", "south", "east")}
TEXT, ABOUT = "commitment/versions/1.1.0.md", "commitment/versions/1.1.0.yml"
LET = 'Let another steward sign it: "accord seal --key KEY".'
SEAL = f"Only a steward may publish this, and no seal lists it. {SEAL_IT}"
OTHER = f"{{}}:1: This file is not the one that {{}} lists: its bytes are others. {AGAIN}"
PUT = (
    f"{STEWARDS}:1: This file is not the one that {FIRST} lists: its bytes are others. "
    'Put it back; a steward who means the change seals it: "accord seal --key KEY".'
)
TWICE = steward("south", key=KEYS["north"])
NEW = (
    f"{OWN}:1: A new key of east begins on 20240101, and the seal that brings it in is of 2026-05-31. "
    "Let it begin on the day after the seal, or later."
)
FORM = 'Write: office namespaces="accord-seal-v1",valid-after="20261130" ssh-ed25519 AAAA…, one line a key.'


def case(name: str, change: Callable[[Register], object], *lines: str) -> Case:
    """Return a case. A line may begin with a record's name."""
    parts = (line.partition(":") for line in lines)
    return Case("seals", name, change, tuple(f"{path(at)}:{rest}" for at, _, rest in parts), "register")


SAMPLE = sample()
Lines = Mapping[str, str | None]


def _sealed(*rows: str, day: str = "2026-05-29", lines: Lines | None = None) -> Callable[[Register], Register]:
    return lambda r: r.name_stewards(*rows).seal(day, "north", "south", lines=lines)


def first(name: str, change: Callable[[Register], Register], *lines: str) -> Case:
    """Return the case of a register that was sealed once, and then changed."""
    return case(name, lambda r: change(_sealed()(r)), *lines)


def later(name: str, change: Callable[[Register], Register], *lines: str, by: tuple[str, ...] = ("north",),
          changed: Lines | None = None) -> Case:  # fmt: skip
    """Return the case of a second seal, made after a change by these offices."""
    return first(name, lambda r: change(r).seal("2026-05-31", *by, lines=changed), *lines)


def _one(r: Register) -> Register:
    """Add a shop whose signing is confirmed, so that there is something to seal."""
    return r.counts(SHOP)


def _stewards(*rows: str) -> Callable[[Register], Register]:
    return lambda r: r.name_stewards(*rows)


def _kept(r: Register) -> Register:
    """Show a seal that somebody kept to the chain. That is no part of the check."""
    found = chain.since(read_folder(r.project()).chain, "2026-01-01.sha256", KEPT)
    assert _told(found) == SINCE
    return r


def _unlisted(r: Register) -> Register:
    """Look at the sealed register as the program of the pack does, which holds nothing but what counts."""
    files = chain.Files(r.files, lambda at, most: None, lambda at: None)
    assert _told(chain._unlisted(files, read_folder(r.project()).chain)) == UNLISTED
    return r


def _told(faults: Iterable[chain.Fault]) -> tuple[str, ...]:
    return tuple(f"{fault.path}:{fault.line}: {fault.wrong} {fault.cure}" for fault in faults)


UNLISTED = (
    f"{path('yeast-works/2026-05-20-signed')}:1: No seal lists this file. "
    "It counts for nothing: take it out, and ask who put it there.",
)


SINCE = (
    f"{chain.FOLDER}2026-01-01.sha256:1: The seal that you kept is not in the chain. "
    "The register was started over: ask why.",
    f"{path(SHOP)}:1: Your seal lists this file, which no seal lists now. Compare it with your copy.",
    f"{TEXT}:1: Your seal lists this file with other bytes. Compare it with your copy.",
)
KEPT = f"# 2026-01-01 adds what counts\n{'0' * 64}  {path(SHOP)}\n{'0' * 64}  {TEXT}\n".encode()
FORMS = (
    first("a seal of another form", lambda r: r.put(FIRST, b"x\n"),
          f"{FIRST}:1: The first line of the seal does not say its day and what it adds. {AGAIN}"),
    first("a seal that says another day", lambda r: r.edit(FIRST, "# 2026-05-29", "# 2026-05-28"),
          f"{FIRST}:1: The first line of the seal does not say its day and what it adds. {AGAIN}"),
    first("a seal without last line end", lambda r: r.put(FIRST, r.raw(FIRST)[:-1]),
          f"{FIRST}:1: The first line of the seal does not say its day and what it adds. {AGAIN}"),
    first("a line that is none", lambda r: r.put(FIRST, r.raw(FIRST) + b"x\n"),
          f"{FIRST}:35: The line is not one of a seal, or out of order. {AGAIN}"),
    first("a line twice", lambda r: r.put(FIRST, r.raw(FIRST) + r.raw(FIRST).splitlines(keepends=True)[-1]),
          f"{FIRST}:35: The line is not one of a seal, or out of order. {AGAIN}"),
    first("a path that leads out", lambda r: r.edit(FIRST, f"  {TEXT}", "  commitment/versions/../../x.md"),
          f"{FIRST}:32: The line is not one of a seal, or out of order. {AGAIN}"),
    first("a seal of 30 February", lambda r: r.put(f"{chain.FOLDER}2026-02-30.sha256", b"x"),
          f"{chain.FOLDER}2026-02-30.sha256:1: The seal's name holds no day of the calendar. {AGAIN}"),
    replace(first("a seal larger than any", lambda r: r,
                  f"{FIRST}:1: The seal can't be read, or is too large. {AGAIN}"),
            where=lambda patch: patch.setattr(chain, "LARGEST", 100)),
    first("no list of keys beside the first", lambda r: r.drop(BESIDE),
          f"{BESIDE}:1: The list of stewards' keys is missing or can't be read. {AGAIN}"),
    first("a key without its days", lambda r: r.put(BESIDE, f"north {KEYS['north']}\n".encode()),
          f"{BESIDE}:1: The line is not that of a steward's key. {FORM}"),
    first("a key that ends before it begins", lambda r: r.put(
        BESIDE, f"{steward('north', '20260101', '20251231')}\n".encode()),
          f"{BESIDE}:1: The key ends before it begins, or on the same day. {FORM}"),
    first("one key for two offices", lambda r: r.put(BESIDE, f"{steward('north')}\n{TWICE}\n".encode()),
          f"{BESIDE}:2: The key stands twice. Each office has keys of its own."),
)  # fmt: skip

CHAIN = (
    replace(first("an ssh-keygen that is too old", lambda r: r, f"{chain.FOLDER}:1: {chain.TOO_OLD} {chain.NO_KEYGEN}"),
            where=lambda patch: patch.setattr(chain, "verified", lambda *given: None)),
    replace(first("no ssh-keygen on the machine: the files are compared all the same",
                  lambda r: r.edit("ovenby/2025-02-01-signed", "Bread", "bread"), f"{chain.FOLDER}:1: There is no "
                  f"ssh-keygen here, so no signature can be verified. {chain.NO_KEYGEN}", OTHER.format(OVENBY, FIRST)),
            where=lambda patch: patch.setattr("shutil.which", lambda name: None)),
    first("a signature that is not good", lambda r: r.put(WHO["south"], b"bad"),
          f"{FIRST}:1: The seal is signed by 1 office, and needs two. {LET}",
          f"{WHO['south']}:1: This is no good signature of the seal by a key of south that is valid on 2026-05-29. "
          f"The keys are those of {BESIDE}. {AGAIN}"),
    first("a first seal by one office", lambda r: r.drop(WHO["south"]),
          f"{FIRST}:1: The seal is signed by 1 office, and needs two. {LET}"),
    first("a seal that nobody signed", lambda r: r.drop(WHO["south"], WHO["north"]),
          f"{FIRST}:1: The seal is signed by 0 offices, and needs two. {LET}"),
    later("a second seal that nobody signed", _one, f"{NEXT}:1: The seal is signed by 0 offices, and needs one. {LET}",
          by=()),
    later("an erasure by one office", lambda r: r.erase("ovenby/2025-02-01-signed"),
          f"{NEXT}:1: The seal is signed by 1 office, and needs two. {LET}"),
    later("a new key that was valid before anybody named it", _stewards(*map(steward, KEYS)), NEW,
          by=("north", "south")),
    later("keys changed by one office", _stewards(*map(steward, ("north", "south")), steward("east", "20260601")),
          f"{NEXT}:1: The seal is signed by 1 office, and needs two. {LET}"),
    later("a version by one office", _one, f"{NEXT}:1: The seal is signed by 1 office, and needs two. {LET}",
          changed={"commitment/versions/1.2.0.md": "3" * 64}),
    later("a seal without the authorities", _one, f"{NEXT}:1: The seal does not list {AUTHORITIES}. {AGAIN}",
          f"{AUTHORITIES}:1: {FIRST} lists this file, and {NEXT} does not. {AGAIN}", changed={AUTHORITIES: None}),
    later("a seal without the stewards", _one, f"{NEXT}:1: The seal does not list {STEWARDS}. {AGAIN}",
          f"{NEXT}:1: {STEWARDS} changes under this seal, which does not list {OWN}. {AGAIN}",
          f"{STEWARDS}:1: {FIRST} lists this file, and {NEXT} does not. {AGAIN}",
          by=("north", "south"), changed={STEWARDS: None}),
    case("a first seal without its list of keys",
         _sealed(lines={BESIDE: None}),
         f"{FIRST}:1: The first seal does not list {BESIDE}. {AGAIN}"),
    case("a list of keys beside a seal that is not the list in force",
         _sealed(lines={STEWARDS: "4" * 64}),
         f"{BESIDE}:1: The list differs from {STEWARDS} as the seal names it. {AGAIN}"),
    case("a first seal that lists another", _sealed(lines={f"{chain.FOLDER}2026-01-01.sha256": "5" * 64}),
         f"{FIRST}:1: The first seal lists another seal: {chain.FOLDER}2026-01-01.sha256. {AGAIN}"),
    later("a list of keys beside no seal of its own", lambda r: r.counts(SHOP).put(OTHERS, r.raw(STEWARDS)),
          f"{OTHERS}:1: {NEXT} lists a list of keys that lies beside another seal. {AGAIN}", by=("north", "south")),
    later("a seal that does not list the one before", _one,
          f"{NEXT}:1: The seal does not list {FIRST} as it lies here. {AGAIN}",
          changed={FIRST: "6" * 64}),
    later("a record that changed since", lambda r: r.edit("ovenby/2025-02-14-confirmed", "letter", "meeting"),
          f"ovenby/2025-02-14-confirmed:1: {NEXT} lists other bytes of this file than {FIRST}. {AGAIN}"),
    later("a record that vanished", lambda r: r.drop("ovenby/2025-02-01-signed").counts(SHOP),
          f"{OVENBY}:1: {FIRST} lists this file, and {NEXT} does not. {AGAIN}"),
    later("an erasure that holds another digest", lambda r: r.erase("ovenby/2025-02-01-signed", digest=sha(b"")),
          f"{LEFT}:1: What is left of an erased record does not hold the digest that the record had. "
          f"Write {sha(SAMPLE.raw(OVENBY))}.",
          f"{LEFT}:1: digest: No steward had confirmed the record that was erased. "
          "Delete this file: a claim is taken away without a trace.", by=("north", "south")),
    case("a signature that came too late", lambda r: _sealed(*map(steward, KEYS))(r).counts(SHOP).seal(
        "2026-05-31", "north").put(WHO["east"], signature(r.raw(FIRST), "east")),
          f"{WHO['east']}:1: {NEXT} does not list this signature. Take it away: it came too late."),
    later("a key that vanished", _stewards(steward("north"), steward("east", "20260601")),
          f"{OWN}:1: A key of south is gone or changed, and a key is never taken out. "
          "Bring its line back, and end it with valid-before.", by=("north", "south")),
    case("an ended key that comes back",
         lambda r: _sealed(steward("north"), steward("south", before="20260530"))(r).name_stewards().seal(
             "2026-05-31", "north", "south"),
         f"{OWN}:1: A key of south that was ended comes back. Make a new key."),
    first("a record that is gone", lambda r: r.drop("ovenby/2025-02-01-signed"),
          f"{OVENBY}:1: {FIRST} lists this file, and it is gone. {AGAIN}"),
    first("one byte of a record", lambda r: r.edit("ovenby/2025-02-01-signed", "Bread", "bread"),
          OTHER.format(OVENBY, FIRST)),
    first("keys that no seal brought in", _stewards(*map(steward, KEYS)),
          PUT),
    replace(first("a seal that somebody kept, of another register", _kept), aside=SINCE),
    replace(first("a claim in a pack", _unlisted), aside=UNLISTED),
)  # fmt: skip

RULE = (
    case("a seal of the day after tomorrow", _sealed(day="2026-06-03"),
         f"{chain.FOLDER}2026-06-03.sha256:1: The seal is dated 2026-06-03, more than one day after 2026-06-01. "
         "Seal on the day itself."),
    first("a confirmation that no seal lists", lambda r: r.confirm("yeast-works/2026-05-20-signed"),
          f"yeast-works/2026-05-20-confirmed:1: {SEAL}"),
    first("an erasure that no seal lists", lambda r: r.counts(SHOP).erase(SHOP),
          f"test-shop/2026-05-30-confirmed:1: {SEAL}", "test-shop/2026-05-30-confirmed:4: target: No record has this "
          'digest. Write "sha256:" and what sha256sum prints for the record that is meant.',
          f"{path(SHOP)}.erased:1: {SEAL}"),
    case("who is said to have agreed to a version did not sign the seal that brought it in",
         lambda r: _sealed(*map(steward, KEYS), lines={TEXT: None, ABOUT: None})(r).seal("2026-05-31", "north", "east"),
         f"{ABOUT}:1: agreed: south did not sign {NEXT}, which brought this version in. "
         "Name the offices that signed it."),
    first("a record that nothing confirms", lambda r: r.counts(SHOP).seal("2026-05-31", "north", lines={
        path("test-shop/2026-05-30-confirmed"): None}).drop("test-shop/2026-05-30-confirmed"),
          f"{SHOP}:1: A seal lists this record, and no confirmation under it names it: only two stewards could take it "
          "away. Leave it out of the seal: it is a claim. Or confirm it."),
    first("a list of keys beside no seal", lambda r: r.put(OWN, r.raw(STEWARDS)), f"{OWN}:1: {SEAL}"),
)  # fmt: skip

CASES = (*FORMS, *CHAIN, *RULE)
