"""A register of any size, made up: for measuring and for tests. Nothing of it is ever published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from accord.measure.holder import Holder
from accord.model.commitment import Version, digest
from accord.model.records import ANSWERS, USES

FIRST = date(2024, 1, 1)


def write(folder: Path, version: Version, number: int, keyed: int = 0) -> None:
    """Write `number` organisations with three records each into `folder`/commitment/signatories.

    Args:
        keyed: every how many have a key, with which they sign their own two records: 1 all, 0 none.

    Raises:
        OSError: the disk is full, or the folder can't be written.
    """
    for index in range(number):
        slug = f"made-up-{index:05}"
        place = folder / "commitment" / "signatories" / slug
        place.mkdir(parents=True, exist_ok=True)
        holder = Holder(slug) if keyed and index % keyed == 0 else None
        for name, text in _records(slug, index, version, holder):
            (place / name).write_text(text, encoding="utf-8")
            if holder and not name.endswith("-confirmed.yml"):  # which is a steward's
                (place / f"{name}.sig").write_bytes(holder.sign(text.encode()))


def newest(version: Version, index: int, day: date) -> tuple[str, str, bytes]:
    """Return the slug, the file's name and the bytes of one more signing, made on a day."""
    slug = f"made-up-{index:05}"
    return slug, f"{day}-signed.yml", _flat(_signed(slug, index, version, day, None)).encode()


def _signed(slug: str, index: int, version: Version, day: date, holder: Holder | None) -> dict[str, str]:
    head = {"role": "The office that answers", "version": version.number, "digest": version.digest}
    return {
        "event": "signed",
        "signatory": slug,
        "date": day.isoformat(),
        "organisation": f"Made-up organisation {index}",
        "kind": "organisation" if index % 3 else "supplier",
        **head,
        "use_of_ml": USES[index % len(USES)],
        "statement": "We keep these promises, and say each year how.",
        **({"public_key": holder.line} if holder else {}),
    }


def _records(slug: str, index: int, version: Version, holder: Holder | None) -> Iterator[tuple[str, str]]:
    signed_on = max(version.released, FIRST) + timedelta(days=index % 300)
    head = {"role": "The office that answers", "version": version.number, "digest": version.digest}
    signed = _flat(_signed(slug, index, version, signed_on, holder))
    yield f"{signed_on}-signed.yml", signed
    confirmed_on = signed_on + timedelta(days=5)
    target = digest(signed.encode())
    common = {"signatory": slug, "target": target, "method": "domain", "checked_url": "https://made-up.example/note"}
    yield f"{confirmed_on}-confirmed.yml", _flat({"event": "confirmed", **_dated(common, confirmed_on)})
    reviewed_on = signed_on + timedelta(days=300)
    answers: dict[str, str] = {}
    for place, clause in enumerate(version.text.clauses):
        answer = ANSWERS[(index + place) % len(ANSWERS)]
        answers[clause.id] = answer
        if answer != "kept":
            answers[f"{clause.id}_why"] = "There was no time to do it well this year."
    yield (
        f"{reviewed_on}-reviewed.yml",
        _flat({"event": "reviewed", **_dated({"signatory": slug, **head, **answers}, reviewed_on)}),
    )


def _dated(fields: dict[str, str], day: date) -> dict[str, str]:
    """Put the date after the signatory, where it belongs."""
    return {"signatory": fields["signatory"], "date": day.isoformat()} | {
        key: value for key, value in fields.items() if key != "signatory"
    }


def _flat(fields: dict[str, str]) -> str:
    return "".join(f'{key}: "{value}"\n' for key, value in fields.items())
