"""What a steward's commands do where a table of calls can't show it: time, terminals, disks, and any text at all."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.commitment.build import commitment
from accord.files.problem import Unusable
from accord.project import reading
from accord.register.authorities import authorities
from accord.register.build import make_register
from accord.register.record_fields import fields
from accord.register.writing import make, receiving
from accord.seals import chain
from accord.steward import naming
from accord.steward.queue import PROMISED
from tests import sealed, support
from tests.calls import STARTS, begun
from tests.world import S, World

# Where a script runs the tests in the background, SIGINT is ignored, and so it would be here.
LAUNCH = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from accord.cli import main; sys.exit(main(sys.argv[1:]))"
)
SENT: str = support.table("calls/receive")["before"][0]["text"]


def test_every_type_that_is_said_to_seal_can_stand_in_the_list() -> None:
    for kind in naming.TYPES:
        assert chain.STEWARD.fullmatch(naming.row(chain.Steward("north", "20260101", "", f"{kind} {'A' * 60}")))


def test_no_ssh_keygen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = begun("seal", tmp_path)
    monkeypatch.setenv("PATH", "/nowhere")
    world.seal(["harbour"], exit=1, says="Nothing is sealed. There is no ssh-keygen here.")


def test_control_c_in_ssh_keygen(tmp_path: Path) -> None:
    """Both programs get the signal, as a terminal sends it."""
    world, program = begun("seal", tmp_path), tmp_path / "ssh-keygen"
    before = world.files()
    wait = 'touch "$0.began"; exec sleep 30'
    program.write_text(
        f'#!/bin/sh\ncase "$*" in *"-Y sign"*) {wait};; *) exec {shutil.which("ssh-keygen")} "$@";; esac\n'
    )
    program.chmod(0o755)
    words = ["seal", "--root", str(world.root), "--as-of", world.day, "--yes", "--key", str(sealed.keys() / "harbour")]
    process = subprocess.Popen([sys.executable, "-c", LAUNCH, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               text=True, start_new_session=True,
                               env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"})  # fmt: skip
    end = time.monotonic() + 30
    while not (tmp_path / "ssh-keygen.began").exists() and time.monotonic() < end:
        time.sleep(0.05)
    os.killpg(process.pid, 2)
    said, _ = process.communicate(timeout=30)
    assert (process.returncode, said.endswith("Stopped. Nothing is sealed.\n")) == (130, True)
    assert world.files() == before


@pytest.mark.parametrize("ending", ["2026-06-01.sha256", ".stewards", ".harbour.sig", ".meadow.sig"])
def test_a_disk_that_is_full(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file is the one that does not fit, none of the others is left."""
    world = begun("seal", tmp_path)
    world.patch = monkeypatch
    world.full("accord.steward.sealing.write_new", ending)
    world.seal(["harbour", "meadow"], exit=1, says="whether the disk is full")


def test_the_days_are_those_of_the_governance() -> None:
    """The reply promises no other days than the page that decides about them."""
    governance = (support.ROOT / "GOVERNANCE.md").read_text()
    assert f"The target is {PROMISED} days" in governance
    days = re.findall(r"within (\d+) days", (support.CODE / "steward" / "reply.txt").read_text())
    appeals = governance.partition("## Appeals")[2].partition("## ")[0]
    assert {*days} <= {*re.findall(r"within (\d+) days", appeals)} > set()


@pytest.mark.parametrize(
    "text",
    ['statement: "\n' + "x\n" * 32_000, 'role: "x\n' * 8_000, "event: x\n" * 7_000, '"' * 65_000, "> " * 32_000,
     "role: " + '\\"' * 32_000, "role:\n" * 10_000],
)  # fmt: skip
def test_hostile_text_is_answered_soon(text: str) -> None:
    """Within two seconds, and in few lines."""
    with support.bounded():
        assert len(_received(text)) < 15


def _received(text: str) -> list[str]:
    """Return what is said of a text that came: sentences, none where it holds a record."""
    try:
        found = receiving.Reading("mail", receiving.text(text.encode("utf-8", "replace")))
    except Unusable as unusable:
        return [str(unusable)]
    assert all(problem.wrong and problem.cure for problem in found.problems)
    return list(map(str, found.problems))


PLAIN = st.text("abc \\\"'“”‘’>:-é=", min_size=1, max_size=60).filter(lambda t: t == " ".join(t.split()))


@given(role=PLAIN, statement=PLAIN)
def test_a_good_record_is_read_as_it_is(role: str, statement: str) -> None:
    """Whatever its values hold: what needs nothing made right is never changed."""
    values = {**receiving.Reading("mail", SENT).values, "role": role, "statement": statement}
    found = receiving.Reading("mail", receiving.text(make.encode(values, [])))
    assert (found.values, found.problems, found.changed) == (values, [], {})


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from([*SENT.splitlines(), '"', "“", "role: ", "> ", "x"])).map("\n".join)
)
def test_any_text_is_answered(text: str) -> None:
    """With values or a sentence."""
    _received(text)


def test_sixty_records_in_one_week(tmp_path: Path) -> None:
    """Made up, of real councils: the queue shows them all, a call confirms one, and one seal covers them."""
    STARTS["real"](tmp_path / "project")
    world, today = World(tmp_path / "project", "2026-12-07"), date(2026, 12, 7)
    world.found()
    world.seal(["harbour", "meadow"])
    project = reading.load(world.root)
    text, paths = commitment(project).current(today), []
    assert text
    for place, council in enumerate(authorities(project).on(today)[:60]):
        day = (date(2026, 11, 23) + timedelta(days=place % 14)).isoformat()
        values = {"event": "signed", "signatory": council.slug, "date": day, "kind": "local-authority",
                  "ons_code": council.code, "role": "Cabinet", "decision_url": "https://www.example.org/minutes?item=7",
                  "version": text.number, "digest": text.digest}  # fmt: skip
        paths.append(f"{S}/{council.slug}/{day}-signed.yml")
        world.put(paths[-1], make.encode(values, fields("signed")))
    world.run("queue", says=["60 records wait for a steward."])
    assert (
        world.said.count("NOT on a domain that we know of it") == world.said.count("not on the register → Signed") == 60
    )
    world.confirm(paths[0])
    for path in paths[1:]:  # as they would be after as many more
        slug = path.split("/")[2]
        seen = {"event": "confirmed", "signatory": slug, "date": world.day, "target": world.digest(path)}
        seen["method"] = "letter"
        world.put(f"{S}/{slug}/{world.day}-confirmed.yml", make.encode(seen, fields("confirmed")))
    world.seal(["harbour"])
    project = reading.load(world.root)
    found = make_register(project, commitment(project), today)
    assert {s.slug for s in found.counted} == {path.split("/")[2] for path in paths}
    assert {s.standing.state for s in found.signatories} == {"signed"}
    assert found.waiting == ()
    world.run("verify", says="Signatories in counts and badges: 60")
