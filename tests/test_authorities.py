"""The list of authorities: the real one is whole, and a list or register that can't be read says nothing false."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from accord.model.authorities_build import authorities
from accord.read import project as reading
from tests import support

OVENBY = "commitment/signatories/ovenby/2025-02-01-signed.yml"
REAL = date(2026, 11, 22)


def test_the_real_list(root: Path) -> None:
    """153 authorities, each with a short name that people would guess."""
    known = authorities(reading.load(root))
    assert len(known.on(REAL)) == len(known.all) == 153
    named = {"kingston-upon-hull", "bristol", "herefordshire", "bournemouth-christchurch-and-poole", "st-helens",
             "city-of-london", "isles-of-scilly", "stoke-on-trent", "brighton-and-hove"}  # fmt: skip
    assert named <= {authority.slug for authority in known.all}
    barnsley, sheffield = known.slug("barnsley"), known.slug("sheffield")
    assert barnsley is not None
    assert sheffield is not None
    assert (barnsley.code, barnsley.former_codes) == ("E08000038", ("E08000016",))
    assert (sheffield.code, sheffield.former_codes) == ("E08000039", ("E08000019",))


def test_without_the_list_no_code_is_called_wrong(tmp_path: Path) -> None:
    """A list that is missing or broken has its own line, and the records have none."""
    root = support.sample(tmp_path)
    (root / "data/authorities.yml").unlink()
    assert support.lines(root) == ["data/authorities.yml:1: The file is missing, and the site needs it. Bring it back."]
    support.write(root, "data/authorities.yml", "- one\n")
    assert all(line.startswith("data/authorities.yml:") for line in support.lines(root))


def test_an_unread_record_is_not_held_against_the_others(tmp_path: Path) -> None:
    """What a broken record may have said is not known: only its own line is shown."""
    root = support.sample(tmp_path)
    support.write(root, OVENBY, (root / OVENBY).read_bytes() + b"url\n")
    assert support.lines(root) == [
        f'{OVENBY}:11: The line has no colon. Write `field: "value"`, and keep a value on one line.'
    ]


def test_a_version_that_was_changed_is_not_held_against_its_records(tmp_path: Path) -> None:
    """A changed byte of a published text has a line of its own, and not one for each signatory."""
    root = support.sample(tmp_path)
    text = "commitment/versions/1.0.0.md"
    support.write(root, text, (root / text).read_bytes().replace(b"hot", b"hut"))
    assert not [line for line in support.lines(root) if line.startswith("commitment/signatories/")]
