"""The proofs: each can fail, what they vary is really varied, and what can't be tried is never called good."""

from __future__ import annotations

import datetime
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accord.measure import proofs
from accord.measure.browsing import Visit
from accord.measure.proof import Proof, judged, unmeasured
from accord.measure.proofs import (
    commands,
    full,
    launch,
    same,
    stopping,
    visiting,
)
from accord.measure.proofs.ground import DEMO, LIVE, Ground, differing, fingerprint, run
from accord.measure.proofs.writing import NAMES, project, writer
from accord.model.build import build
from accord.model.measured import FAILS, HOLDS, PROOF, Found
from accord.read import project as reading
from tests import support


@pytest.fixture
def ground(root: Path, tmp_path: Path) -> Ground:
    return Ground(root, tmp_path, 1, 1)


def test_every_proof_has_its_promise(root: Path, ground: Ground) -> None:
    """No proof is kept that the page does not show, and no proof on the page is never tried."""
    measures = build(reading.load(root), support.AS_OF).measures
    promised = {figure.id for each in measures for figure in each.figures if figure.unit == PROOF}
    assert {proof.id for proof in proofs.every(ground)} - {""} == promised


def test_what_was_not_measured_is_not_kept() -> None:
    number = Found(id="n", value="1")
    proof = Proof("p", "title", lambda: unmeasured("no browser"))
    assert proof.kept(proof.run()) == ()
    assert proof.kept(judged("", "how", (number,))) == (Found(id="p", value=HOLDS, note="how"), number)
    assert proof.kept(judged("it broke")) == (Found(id="p", value=FAILS, note="it broke"),)
    assert Proof("", "title", proof.run).kept(judged("", "", (number,))) == (number,)


def test_bytes_and_modes_are_compared(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        (folder / "a").write_text("a")
    assert differing(fingerprint(one), fingerprint(two)) == ""
    (two / "a").chmod(0o600)
    (two / "b").write_text("b")
    assert differing(fingerprint(one), fingerprint(two)) == "2 files differ, such as a"


def _launched(tmp_path: Path, code: str, *options: str) -> str:
    """Run a module in other surroundings, and a child of it by `sys.executable`; return what both printed."""
    (tmp_path / "asked.py").write_text(f"import subprocess, sys\n{code}\n")
    (tmp_path / "asks.py").write_text(
        f"{code}\nimport subprocess, sys\nsys.stdout.flush()\n"
        "subprocess.run([sys.executable, '-m', 'asked'], check=True)\n"
    )
    wrapper = same.written(tmp_path / "it's python", *options)
    text = wrapper.read_text().replace("'-I'", "'-P'", 1).replace("exec ", f"cd '{tmp_path}'; PYTHONPATH=. exec ", 1)
    wrapper.write_text(text)
    done = subprocess.run([wrapper, "-m", "asks"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_clock_is_years_ahead_for_a_program_and_its_children(tmp_path: Path) -> None:
    """Every way of Python to ask for the time gives another year, and a moment that C code made is still a moment."""
    code = (
        "import datetime as d, time as t\n"
        "print(t.time() // 1e8, t.gmtime().tm_year, t.strftime('%Y'), t.ctime()[-4:], d.date.today().year)\n"
        "print(d.datetime.now().year, d.datetime.now(d.UTC).year, d.datetime.utcnow().year, d.datetime.today().year)\n"
        "print(isinstance(d.datetime.fromisoformat('2026-01-01'), d.datetime), t.strftime('%Y', (2026,) + (1,) * 8))\n"
    )
    ahead = datetime.datetime.fromtimestamp(time.time() + launch.AHEAD, datetime.UTC).year
    rows = _launched(tmp_path, code, launch.YEARS).splitlines()
    assert rows[:3] == rows[3:]
    assert rows[0] == f"{(time.time() + launch.AHEAD) // 1e8} {ahead} {ahead} {ahead} {ahead}"
    assert rows[1] == f"{ahead} {ahead} {ahead} {ahead}"
    assert rows[2] == "True 2026"


def test_one_processor_and_no_sockets(tmp_path: Path) -> None:
    code = (
        "import os, socket\nprint(len(os.sched_getaffinity(0)))\n"
        "try: socket.create_connection(('127.0.0.1', 9))\nexcept OSError as error: print(error)\n"
    )
    said = _launched(tmp_path, code, launch.ALONE, launch.CUT_OFF).splitlines()
    assert said == ["1", "no network is there"] * 2


def test_a_kill_is_for_good(tmp_path: Path) -> None:
    """A command and what it started are gone; one that ended first was not killed."""
    marker = tmp_path / "marker"
    code = (
        f"import subprocess, sys, time; subprocess.Popen(['sleep', '60']); open({str(marker)!r}, 'w'); time.sleep(60)"
    )
    assert stopping.kill([sys.executable, "-c", code], 0, marker.exists)
    assert not stopping.kill([sys.executable, "-c", "pass"], 30)
    assert not stopping.kill([sys.executable, "-c", "pass"], 30, lambda: False)


def test_half_a_record_is_seen(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof fails where a killed command leaves half of what it writes."""

    def torn(command: list[str], *_: object) -> bool:
        root = Path(command[command.index("--root") + 1])
        path = root / "commitment" / "signatories" / "made-up-body" / "2026-11-22-signed.yml"
        path.parent.mkdir(parents=True)
        path.write_text('event: "sig')
        return True

    monkeypatch.setattr(commands, "kill", torn)
    assert commands.killed(ground, "sign") == judged("a killed command left half of what it writes")


@pytest.mark.parametrize("name", NAMES)
def test_the_commands_that_are_killed_write_something(ground: Ground, name: str) -> None:
    """A command that is refused would leave nothing, and prove nothing."""
    root = project(ground, "copy")
    made = writer(name, root)
    before = made.files(root)
    done = run(made.command(root))
    assert done.returncode == 0, done.stdout
    assert set(made.files(root)) - set(before)


def test_a_full_disk_is_full(tmp_path: Path) -> None:
    """Where files are limited a command fails, and its answer is looked at."""
    code = "f = open('big', 'w'); f.write('x' * 100); f.close()"
    done = run([sys.executable, "-c", f"import os; os.chdir({str(tmp_path)!r}); {code}"], limit=full._limited)
    assert "File too large" in done.stderr
    assert full._said(done) == "the command shows a traceback"
    assert full._said(run(["true"])).startswith("the command ends with 0")


def _visit(page: str, away: tuple[str, ...] = (), stored: int = 0, **sizes: int) -> Visit:
    return Visit(page, {name.replace("_", "."): size for name, size in sizes.items()}, away, stored)


def test_visits_are_judged() -> None:
    """Requests elsewhere, stored things and an early search are found; the heaviest page is named."""
    home = _visit("index.html", index_html=2000, site_js=1000)
    heavy = _visit("a/index.html", index_html=9000, site_js=1500, site_css=500)
    good = {LIVE: [home, heavy], DEMO: [home]}
    assert visiting.private(good).verdict == HOLDS
    assert visiting.searchless(good).verdict == HOLDS
    good[LIVE].append(_visit("documents/book.html", documents_book_html=500_000))
    found = {each.id: each.value for each in visiting.weighed(good).figures}
    assert found == {"weight-first": "3.0", "weight-heaviest": "11.0", "weight-scripts": "1.5", "weight-styles": "0.5"}
    away = {LIVE: [_visit("x.html", away=("https://evil.example/",))]}
    assert visiting.private(away) == judged("x.html asks https://evil.example/")
    assert visiting.private({LIVE: [_visit("x.html", stored=1)]}) == judged("x.html stores something")
    early = Visit("x.html", {"search/search_index.json": 1}, (), 0)
    assert visiting.searchless({LIVE: [early]}) == judged("x.html loads search/search_index.json")
    assert visiting.searchless({LIVE: [Visit("search/index.html", early.sizes, (), 0)]}).verdict == HOLDS
