"""What measures and proves: its arithmetic, that each proof can fail, and that what was not tried is not good."""

from __future__ import annotations

import shutil
import sys
import urllib.request
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from accord.files.sample import copy_project
from tests.browser.conftest import served
from tests.measure import bench, builds, others, pages, plain, prove, register
from tests.measure.ground import ROOT, Fails, Ground, NotTried, accord, fingerprint, same, took
from tests.measure.pages import Visit


def test_a_ratio_is_the_median_of_pairs() -> None:
    """One disturbed run does not move it, and a slow machine is slow for both halves of a pair."""
    assert bench.ratio([(2, 1), (30, 10), (4, 2)]) == "2.00 (of 3 pairs, 2.00 to 3.00)"


def test_growth_leaves_out_what_costs_the_same_whatever_the_size() -> None:
    """Linear cost gives 1 however dear an empty register is; the cost of a square gives ten."""
    assert bench.growth(5, 5 + 1, 5 + 10) == pytest.approx(1)
    assert bench.growth(5, 5 + 1, 5 + 100) == pytest.approx(10)


def test_what_fails_measures_nothing() -> None:
    assert took([sys.executable, "-c", "pass"]).wall > 0
    with pytest.raises(Fails, match="oh no"):
        took([sys.executable, "-c", "raise SystemExit('oh no')"])


def test_a_made_up_register_is_sound(tmp_path: Path) -> None:
    """For our program and for a stranger's tools: what is refused early would look fast."""
    project = tmp_path / "project"
    copy_project(ROOT, project)
    register.make_register(project, 3)
    assert len(list((project / "commitment" / "signatories").rglob("*.yml"))) == 4 * 3
    took(register.stranger(project))
    for command in ("check", "verify"):
        took(accord(command, "--root", str(project), "--as-of", register.AS_OF.isoformat()))


def test_bytes_and_modes_are_compared(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        (folder / "a").write_text("a")
    same(fingerprint(one), fingerprint(two), "x")
    (two / "a").chmod(0o600)
    (two / "b").write_text("b")
    with pytest.raises(Fails, match="x: 2 files differ, such as a"):
        same(fingerprint(one), fingerprint(two), "x")


def test_a_kill_is_for_good() -> None:
    assert builds.kill([sys.executable, "-c", "import time; time.sleep(60)"], 0.1, {})
    assert not builds.kill([sys.executable, "-c", "pass"], 30, {})


@pytest.mark.parametrize(
    ("does", "wrong"),
    [
        ("echo new > {out}/index.html; exit 1", "the old site is not as it was"),
        ("touch {out}/../left; exit 1", "the old site is not as it was"),
        ("exit 0", "the build ends with 0"),
        ("echo Traceback; exit 1", "the build ends with 1"),
    ],
)
def test_a_full_disk_that_does_harm_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, wrong: str
) -> None:
    monkeypatch.setattr(builds, "building", lambda out: ["sh", "-c", does.format(out=out)])
    with pytest.raises(Fails, match=wrong):
        builds.full(Ground(tmp_path))


def test_a_build_that_differs_or_was_spoilt_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for a build writes something new each time that it runs."""

    def building(out: Path, *_: object) -> list[str]:
        return ["sh", "-c", f"mkdir -p {out}; date +%N > {out}/index.html; sleep 0.2"]

    monkeypatch.setattr(builds, "building", building)
    monkeypatch.setattr("tests.measure.ground.building", building)
    monkeypatch.setattr(builds, "copy_project", lambda *_: None)
    monkeypatch.setattr(builds, "ALONE", (("env",),))
    for proof in (builds.identical, builds.offline, builds.killed):
        (tmp_path / proof.__name__).mkdir()
        with pytest.raises(Fails, match="files differ, such as index"):
            proof(Ground(tmp_path / proof.__name__, kills=2))


def test_visits_are_judged() -> None:
    """Requests elsewhere, stored things, an early search and a heavy page; documents to take away may be heavy."""
    early = {"search/search_index.json": 1}
    pages.judge([Visit("documents/book.html", {"book": 500_000}, (), 0), Visit("search/index.html", early, (), 0)])
    for bad in (
        Visit("x.html", {}, ("https://evil.example/",), 0),
        Visit("x.html", {}, (), 1),
        Visit("x.html", early, (), 0),
        Visit("x.html", {"x.html": 60_000, "x.css": 50_000}, (), 0),
    ):
        with pytest.raises(Fails, match=r"x\.html"):
            pages.judge([bad])


@pytest.mark.browser
def test_a_visit_tells_what_a_page_asks_and_stores(browser: Browser, tmp_path: Path) -> None:
    """Everything that a page loads is weighed as it is sent; what it stores or asks of others is seen."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "x.js").write_text("localStorage.setItem('a', 'b'); import('./sub/y.js');" + " " * 5000)
    (tmp_path / "sub" / "y.js").write_text("fetch('http://127.0.0.2:9/').catch(() => {});")
    page = '<!doctype html><title>x</title><link rel="icon" href="data:,"><script src="x.js" type="module"></script>'
    (tmp_path / "index.html").write_text(page)
    (visit,) = pages.visits(browser, tmp_path, ["index.html"])
    assert sorted(visit.sizes) == ["index.html", "sub/y.js", "x.js"]
    assert visit.sizes["x.js"] < 500
    assert visit.away == ("http://127.0.0.2:9/",)
    assert visit.stored == 1


def test_findings_of_other_programs_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of the same name stands in for each; one that says nothing is not called good."""
    program = tmp_path / "any"
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(Ground, "site", lambda *_: tmp_path)
    (tmp_path / "index.html").touch()
    (tmp_path / "a.epub").touch()
    points = {name: {"score": 0.97} for name in others.GOALS}
    for setting, proof, told in (
        ("ZIZMOR", others.workflows, '[{"ident": "template-injection"}]'),
        ("VNU", others.html, '{"messages": [{"message": "stray tag"}]}'),
        ("EPUBCHECK", others.books, '{"messages": [{"severity": "WARNING", "message": "odd"}]}'),
        ("LIGHTHOUSE", others.lighthouse, str({"categories": points}).replace("'", '"')),
    ):
        monkeypatch.setenv(setting, str(program))
        for words, outcome in ((told, Fails), ("", NotTried)):
            program.write_text(f"#!/bin/sh\necho '{words}'\n")
            program.chmod(0o700)
            shutil.copy(program, tmp_path / "java")
            with pytest.raises(outcome):
                proof(Ground(tmp_path))


def test_files_are_sent_compressed_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("x" * 5000)
    with served(tmp_path, packed=True) as address:
        with urllib.request.urlopen(f"{address}index.html") as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
        with pytest.raises(OSError, match="404"):
            urllib.request.urlopen(f"{address}../etc/passwd")


def test_a_failing_proof_fails_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """One line a proof; 1 where one fails; what was not tried is no failure; a choice of none is told."""

    def good(_: Ground) -> str:
        """number one"""
        return "so"

    def untried(_: Ground) -> str:
        """number two"""
        raise NotTried("no tool")

    def bad(_: Ground) -> str:
        """number three"""
        raise Fails("it broke")

    assert prove.main([], (good, untried, bad)) == 1
    assert (
        capsys.readouterr().out
        == "holds: number one: so\nnot tried: number two: no tool\nfails: number three: it broke\n"
    )
    assert prove.main(["--only", "TWO"], (good, untried, bad)) == 0
    with pytest.raises(SystemExit):
        prove.main(["--only", "lighthuose"])


def test_nothing_of_ours_is_left_in_plain_pages(tmp_path: Path) -> None:
    """Every page is there; no macro call, mark or setting of ours is left; bare pages have no front matter either."""
    for bare in (False, True):
        folder = tmp_path / str(bare)
        plain.write(ROOT, folder, bare)
        texts = [path.read_text(encoding="utf-8") for path in (folder / "docs").rglob("*.md")]
        assert len(texts) == len(list((ROOT / "docs").rglob("*.md"))) + 1  # GOVERNANCE.md
        assert all(text.startswith("---\ntitle: ") != bare for text in texts)
        assert not [text for text in texts if "\n{{ " in text or "render_macros" in text]
        config = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
        assert (config["plugins"], "hooks" in config) == (["search"], False)
        assert not any("accord" in str(each) for each in config["markdown_extensions"])
    assert (tmp_path / "False" / "docs" / "assets" / "site.css").is_file()
