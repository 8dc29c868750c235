"""What people do to a register in the tests of a change, good and bad, and the form of a case."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from accord.seals import chain
from tests import sealed
from tests.sealed import SEALS, S, confirm, record, seal, sign, steward
from tests.support import write

SIGNED = f"{S}/crumbshire/2026-05-10-signed.yml"
WAITING = f"{S}/ovenby/2026-05-25-signed.yml"
NEWEST = f"{SEALS}2026-05-21.sha256"
FIRST = f"{SEALS}2026-05-01.sha256"
UNSEALED = "Only a steward may publish this, and no seal lists it."
LISTS = f"{NEWEST} lists this file, and it is gone."
OTHER = f"This file is not the one that {NEWEST} lists: its bytes are others."


LOCAL = """authority: crumbshire
council: Crumbshire Council
name: Bread
contact: Write to us.
accessibility_contact: Write to us.
accessibility_answer: We answer within a week.
accessibility_formats: Ask us for large print.
accessibility_status: fully compliant
accessibility_prepared: "2026-05-01"
accessibility_tested: We looked at each page.
privacy_contact: Write to us.
privacy_host: We do.
privacy_logs: Nothing.
"""


VOICE = """date: "2026-05-30"
group: workers
who: Bakers at night
said: They asked for more light.
outcome: waiting
"""


@dataclass(frozen=True)
class Case:
    """A change to the register and what is said of it: `wrong` are pieces of lines, none where the change passes."""

    name: str
    change: Callable[[Path], object]
    wrong: tuple[str, ...] = ()
    steward: bool = False  # a steward's key is used, so that standings may change
    branch: str = "main"
    told: tuple[str, ...] = field(default=())


def swap(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new))


def swapped(path: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda root: swap(root, path, old, new)


def written(path: str, raw: str | bytes) -> Callable[[Path], None]:
    return lambda root: write(root, path, raw)


def erased(path: str) -> Callable[[Path], None]:
    return lambda root: erase(root, path)


def copied(path: str, to: str) -> Callable[[Path], object]:
    return lambda root: shutil.copy(root / path, root / to)


def swap_labels(root: Path, one: str, other: str) -> None:
    """Call each of two values like the other, and swap the words that explain their clauses."""
    swap(root, f"data/values/{one}.yml", f"label: {one.capitalize()}", f"label: {other.capitalize()}")
    swap(root, f"data/values/{other}.yml", f"label: {other.capitalize()}", f"label: {one.capitalize()}")
    for number in (1, 2):
        names = [f"data/clauses/{value}-{number}.yml" for value in (one, other)]
        first, second = [(root / name).read_text(encoding="utf-8") for name in names]
        write(root, names[0], second.replace(other, one))
        write(root, names[1], first.replace(one, other))


def drop(*paths: str) -> Callable[[Path], None]:
    def drop(root: Path) -> None:
        for path in paths:
            for found in root.glob(path):
                shutil.rmtree(found) if found.is_dir() else found.unlink()

    return drop


def claim(slug: str, event: str, **values: str) -> Callable[[Path], str]:
    return lambda root: record(root, slug, "2026-05-30", event, values)


def answers() -> dict[str, str]:
    why = "We do not think this promise binds us."
    return {"version": "1.1.0", "role": "Owner"} | {
        name: value for clause in sealed.CLAUSES for name, value in ((clause, "not-applicable"), (f"{clause}_why", why))
    }


def correct(root: Path, **values: str) -> str:
    target = f"sha256:{sha256((root / SIGNED).read_bytes()).hexdigest()}"
    return record(root, "crumbshire", "2026-05-30", "corrected", {"target": target, "reason": "A slip.", **values})


def erase(root: Path, path: str, sha: str = "") -> None:
    sha = sha or sha256((root / path).read_bytes()).hexdigest()
    write(root, f"{path}.erased", f'digest: "sha256:{sha}"\ndate: "2026-05-30"\nground: "A request"\n')
    (root / path).unlink()


def both(*steps: Callable[[Path], object]) -> Callable[[Path], None]:
    def both(root: Path) -> None:
        for step in steps:
            step(root)

    return both


def flood(root: Path) -> None:
    """Bring more claims than anybody can look at."""
    for number in range(101):
        write(root, f"{S}/c{number}/2026-05-25-signed.yml", (root / WAITING).read_bytes() + b" " * number)


def many_bytes(root: Path) -> None:
    """Bring two pages, each of half of what a change may bring, and a byte more."""
    for name in ("0", "1"):
        write(root, f"docs/{name}.md", name * (2**20 + 1))


def many_files(root: Path) -> None:
    for number in range(1_001):
        write(root, f"data/glossary/t{number}.yml", "")


def double_schemas(root: Path) -> None:
    """Bring forty schemas, each of which names the next one twice: put in place, they would fill any memory."""
    for number in range(40):
        after = f'{{"$ref": "b{number + 1}.json"}}' if number < 39 else "{}"
        write(root, f"data/schema/b{number}.json", f'{{"a": {after}, "b": {after}}}')


def publish(root: Path) -> None:
    """Publish a version with one comma more, and make it the draft."""
    text = (
        (root / "commitment" / "versions" / "1.1.0.md")
        .read_bytes()
        .replace(b"this text promise", b"this text, promise")
    )
    write(root, "commitment/draft.md", text)
    (root / "data" / "clauses" / "patience-2.yml").unlink()  # the old draft alone had this clause
    old = sha256((root / "commitment" / "versions" / "1.1.0.md").read_bytes()).hexdigest()
    about = f'version: "1.1.1"\nreleased: "2026-05-30"\nclass: editorial\ndigest: sha256:{sha256(text).hexdigest()}\n'
    about += f'previous: "1.1.0"\nprevious_digest: sha256:{old}\nsummary: A comma.\n'
    about += "agreed:\n  - harbour\n  - meadow\n"
    write(root, "data/consultations/1.1.1.yml", "emergency: The comma cannot wait.\n")
    write(root, "commitment/versions/1.1.1.md", text)
    write(root, "commitment/versions/1.1.1.yml", about)


def take_over(root: Path) -> None:
    """Name a stranger a steward, and seal a withdrawal with the stranger's keys."""
    write(root, chain.STEWARDS, steward("harbour", "stranger") + steward("meadow", "other"))
    withdrawn = claim("crumbshire", "withdrawn", role="Cabinet", reason="We changed our mind.")(root)
    confirm(root, withdrawn, "2026-05-30")
    path = seal(root, day="2026-05-31")
    sign(root, path, "harbour", "stranger")
    sign(root, path, "meadow", "other")


def smuggle(root: Path) -> None:
    """Lay a list of a stranger's keys beside a seal that brought in none, and seal by it."""
    write(root, f"{SEALS}2026-05-21.stewards", steward("fa", "stranger") + steward("fb", "other"))
    confirm(root, claim("crumbshire", "withdrawn", role="Cabinet", reason="We changed our mind.")(root), "2026-05-30")
    path = seal(root, day="2026-05-31")
    sign(root, path, "fa", "stranger")
    sign(root, path, "fb", "other")


def begin_again(root: Path) -> None:
    """Take all seals away, and found the register anew with a stranger's keys."""
    shutil.rmtree(root / SEALS, ignore_errors=True)
    write(root, chain.STEWARDS, steward("harbour", "stranger") + steward("meadow", "other"))
    path = seal(root, day="2026-05-31")
    sign(root, path, "harbour", "stranger")
    sign(root, path, "meadow", "other")


def reseal(root: Path) -> None:
    """Make the newest seal anew, without what it confirms, under its own old signature."""
    drop(f"{S}/crumbshire/*")(root)
    lines = (root / NEWEST).read_text().splitlines(keepends=True)
    write(root, NEWEST, "".join(line for line in lines if "crumbshire" not in line))


def confirmed(root: Path, *signers: str, day: str = "2026-05-31") -> str:
    """Confirm the claim that waits, and seal it."""
    confirm(root, WAITING, "2026-05-30")
    return seal(root, *signers, day=day)


def sealed_by(*signers: str) -> Callable[[Path], str]:
    return lambda root: seal(root, *signers, day="2026-05-31")


def back_in_time(root: Path) -> None:
    confirmed(root)
    (root / f"{SEALS}2026-05-31.sha256").rename(root / f"{SEALS}2026-05-11.sha256")
    swap(root, f"{SEALS}2026-05-11.sha256", "# 2026-05-31", "# 2026-05-11")
    sign(root, f"{SEALS}2026-05-11.sha256", "harbour")


def erase_and_seal(*signers: str) -> Callable[[Path], None]:
    return both(lambda root: erase(root, SIGNED), sealed_by(*signers))


def comes_back(root: Path) -> None:
    """Erase a record under a seal, and lay its bytes there again. Its confirmation was not erased."""
    raw = (root / SIGNED).read_bytes()
    erase_and_seal("harbour", "meadow")(root)
    write(root, SIGNED.replace(".yml", "-2.yml"), raw)


def strangers_sign(root: Path) -> None:
    """Put many signatures beside the newest seal, each under the name of an office that is none."""
    raw = (root / f"{NEWEST}.harbour.sig").read_bytes()
    for number in range(50):
        write(root, f"{NEWEST}.office{number}.sig", raw)


def seal_a_claim(root: Path) -> None:
    """Confirm the claim that waits, and have the seal list another one too."""
    claim = record(root, "rye-club", "2026-05-30", "signed", sealed.SHOP | {"organisation": "Rye Club"})
    path = confirmed(root)
    first, *rows = (root / path).read_text(encoding="utf-8").splitlines(keepends=True)
    rows.append(f"{sha256((root / claim).read_bytes()).hexdigest()}  {claim}\n")
    write(root, path, first + "".join(sorted(rows, key=lambda row: row[66:])))
    sign(root, path, "harbour")


def seal_too_much(root: Path) -> None:
    """Write a long seal that nobody signed, of files that are not there."""
    rows = "".join(f"{number:064x}  {S}/a{number:05}/2026-05-10-signed.yml\n" for number in range(5000))
    write(root, f"{SEALS}2026-05-31.sha256", f"# 2026-05-31 adds much\n{rows}")


def new_office(*signers: str, after: str = "20260601") -> Callable[[Path], None]:
    def change(root: Path) -> None:
        new = steward("tower", "other", after=after)
        write(root, chain.STEWARDS, (root / chain.STEWARDS).read_text() + new)
        path = seal(root, day="2026-05-31")
        for signer in signers:
            sign(root, path, signer, "other" if signer == "tower" else "")

    return change


def ended(root: Path) -> None:
    """Two stewards end a key, and the ended key then seals."""
    both = steward("harbour", "harbour", ',valid-before="20260522"') + steward("meadow", "meadow")
    write(root, chain.STEWARDS, both)
    seal(root, "harbour", "meadow", day="2026-05-22")
    confirmed(root, "harbour")
