"""A register of any size, made up and sealed by two made-up stewards. Nothing of it is ever published."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from accord.files.digests import digest
from accord.seals import chain
from tests.measure.ground import accord, took

AS_OF = date(2028, 6, 1)  # by when every made-up record was made; the day of the seal
STEWARDS = ("north", "south")
ANSWERS = ("kept", "partly", "not-yet", "not-applicable")
LETTERS = str.maketrans("0123456789", "abeghjkopt")  # none is taken for another, as digits are
CLAUSE = re.compile(r"^\*\*(\w+) (\d+)\.\*\*", re.MULTILINE)


def make_register(folder: Path, number: int) -> None:
    """Replace the register of the project at `folder` by one of `number` organisations, four records each."""
    place = folder / "commitment" / "signatories"
    shutil.rmtree(place, ignore_errors=True)
    shutil.rmtree(folder / "commitment" / "seals", ignore_errors=True)
    (folder / "commitment" / "stewards").unlink(missing_ok=True)
    text = newest(folder)
    for index in range(number):
        slug = f"made-up-{index:05}"
        (place / slug).mkdir(parents=True)
        for name, words in records(text, slug, index):
            (place / slug / name).write_text(words, encoding="utf-8")
    seal(folder)


# The records.


def records(text: Path, slug: str, index: int) -> Iterator[tuple[str, str]]:
    """Yield name and words of a signing, of a review 300 days later, and of the confirmation of each."""
    signed_on = date(2026, 12, 1) + timedelta(days=index % 200)
    reviewed_on = signed_on + timedelta(days=300)
    answers: dict[str, str] = {}
    for place, (word, digit) in enumerate(CLAUSE.findall(text.read_text(encoding="utf-8"))):
        answer = answers[f"{word.lower()}-{digit}"] = ANSWERS[(index + place) % len(ANSWERS)]
        if answer != "kept":
            answers[f"{word.lower()}-{digit}_why"] = "There was no time to do it well this year."
    review = record("reviewed", slug, reviewed_on, meant(text) | answers)
    for event, day, words in (("signed", signed_on, signing(text, slug, signed_on)), ("reviewed", reviewed_on, review)):
        yield f"{day}-{event}.yml", words
        later = day + timedelta(days=5)
        seen = {"target": digest(words.encode()), "method": "domain", "checked_url": "https://made-up.example/note"}
        yield f"{later}-confirmed.yml", record("confirmed", slug, later, seen)


def signing(text: Path, slug: str, day: date) -> str:
    """Return the words of a signing."""
    named = {"kind": "organisation", "organisation": slug.translate(LETTERS)}
    said = {"use_of_ml": "none", "statement": "We keep these promises, and say each year how."}
    return record("signed", slug, day, named | meant(text) | said)


def meant(text: Path) -> dict[str, str]:
    """Return the fields that name the office and the version."""
    return {"role": "The office that answers", "version": text.stem, "digest": digest(text.read_bytes())}


def newest(folder: Path) -> Path:
    return max((folder / "commitment" / "versions").glob("*.md"), key=lambda path: [*map(int, path.stem.split("."))])


def record(event: str, slug: str, day: date, fields: dict[str, str]) -> str:
    head = {"event": event, "signatory": slug, "date": day.isoformat()}
    return "".join(f'{key}: "{value}"\n' for key, value in (head | fields).items())


# The seal.


def seal(folder: Path) -> None:
    """Found the register with a key for each steward, and seal all that lies there with both keys."""
    with tempfile.TemporaryDirectory(prefix="accord-keys-") as place:
        for name in STEWARDS:
            took(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{place}/{name}"])
        here = ("--root", str(folder), "--as-of", AS_OF.isoformat())
        took(accord("found", *here, *(f"--steward={name}={place}/{name}.pub" for name in STEWARDS)))
        took(accord("seal", *here, "--yes", *(f"--key={place}/{name}" for name in STEWARDS)))


def stranger(folder: Path) -> list[str]:
    """Return the command by which anyone checks the seal without a program of ours."""
    seal = f"commitment/seals/{AS_OF}.sha256"
    listed = f"sha256sum -c --strict --quiet {seal}"
    verify = f"ssh-keygen -Y verify -f commitment/stewards -n {chain.NAMESPACE} -Overify-time={AS_OF:%Y%m%d}"
    signed = (f"TZ=UTC {verify} -I {name} -s {seal}.{name}.sig < {seal}" for name in STEWARDS)
    return ["sh", "-c", f'cd "$0" && {" && ".join([listed, *signed])}', str(folder)]
