"""Sixty records in one week, all made up: a steward looks at them, confirms each and seals once, within minutes."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

from accord.commitment.build import commitment
from accord.files.sample import copy_project
from accord.project import reading
from accord.register.authorities import authorities
from accord.register.build import make_register
from accord.register.record_fields import fields
from accord.register.writing import make
from tests import support
from tests.steward_made import Made, S, key

DAY = date(2026, 12, 7)
FIRST = date(2026, 11, 23)
PAGE = "https://www.example.org/minutes/{}?item=7"
CALLS = 2  # each confirms one record; the others are laid there as they would be after as many more
MINUTES = 5  # generously, on a machine that does other things: the goal is that a steward is not kept waiting


def claims(root: Path, number: int) -> list[str]:
    """Lay down the claims of that many real councils, with decisions that nobody made, and return their paths."""
    project = reading.load(root)
    text = commitment(project).current(DAY)
    assert text
    paths = []
    for place, council in enumerate(authorities(project).on(DAY)[:number]):
        day = (FIRST + timedelta(days=place % 14)).isoformat()
        values = {
            "event": "signed", "signatory": council.slug, "date": day, "kind": "local-authority",
            "ons_code": council.code, "role": "Cabinet", "decision_url": PAGE.format(council.slug),
            "version": text.number, "digest": text.digest,
        }  # fmt: skip
        paths.append(f"{S}/{council.slug}/{day}-signed.yml")
        support.write(root, paths[-1], make.encode(values, fields("signed")))
    return paths


def test_sixty_at_once(tmp_path: Path) -> None:
    """The queue shows them all; a call confirms one; one seal covers them; the register has sixty, all signed."""
    copy_project(support.ROOT, tmp_path / "project")
    made = Made(tmp_path / "project", tmp_path / "keys", as_of=DAY.isoformat())
    for office in ("north", "south"):
        key(made.keys, office)
    assert made.found() == 0
    assert made.seal("north", "south") == 0
    paths = claims(made.root, 60)
    began = time.monotonic()
    assert made.run("queue") == 0
    assert "60 records wait for a steward." in made.said
    assert made.said.count("NOT on a domain that we know of it") == 60
    assert made.said.count("not on the register → Signed") == 60
    shown = time.monotonic()
    for path in paths[:CALLS]:
        url = PAGE.format(path.split("/")[2])
        assert made.confirm(path, "--method", "minute", "--checked-url", url) == 0, made.said
    confirmed = time.monotonic()
    for path in paths[CALLS:]:
        slug = path.split("/")[2]
        seen = {"event": "confirmed", "signatory": slug, "date": DAY.isoformat(), "target": made.digest(path),
                "method": "minute", "checked_url": PAGE.format(slug)}  # fmt: skip
        support.write(made.root, f"{S}/{slug}/{DAY}-confirmed.yml", make.encode(seen, fields("confirmed")))
    assert made.seal("north") == 0
    ended = time.monotonic()
    assert ended - began + (confirmed - shown) * (60 / CALLS - 1) < MINUTES * 60
    project = reading.load(made.root)
    found = make_register(project, commitment(project), DAY)
    assert {s.slug for s in found.counted} == {path.split("/")[2] for path in paths}
    assert {s.standing.state for s in found.signatories} == {"signed"}
    assert len(found.signatories) == 60
    assert all(record.confirmation for s in found.signatories for record in s.records)
    assert found.waiting == ()
    assert made.run("check") == 0
    assert made.run("verify") == 0
    assert "Signatories in counts and badges: 60" in made.said
