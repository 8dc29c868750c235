"""What measures and proves: its arithmetic, that each proof can fail, and that what was not tried is not good."""

from pathlib import Path

import pytest

from tests.measure import bench, builds, pages, prove, readers
from tests.measure.ground import Fails, Ground, NotTried, fingerprint, same
from tests.measure.pages import Visit


def test_sums_of_time() -> None:
    """One disturbed pair does not move a ratio. Linear cost gives 1 however dear an empty register is; a square ten."""
    assert bench.ratio([(2, 1), (30, 10), (4, 2)]) == "2.00 (of 3 pairs, 2.00 to 3.00)"
    assert [bench.growth(5, 5 + 1, 5 + more) for more in (10, 100)] == [pytest.approx(1), pytest.approx(10)]


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


@pytest.mark.parametrize(
    "bad",
    [
        Visit("x.html", {}, ("https://evil.example/",), 0),
        Visit("x.html", {}, (), 1),
        Visit("x.html", {"search/search_index.json": 1}, (), 0),
        Visit("x.html", {"x.html": 60_000, "x.css": 50_000}, (), 0),
    ],
)
def test_visits_are_judged(bad: Visit) -> None:
    """Requests elsewhere, stored things, an early search and a heavy page; documents to take away may be heavy."""
    search = Visit("search/index.html", {"search/search_index.json": 1}, (), 0)
    pages.judge([Visit("documents/book.html", {"book": 500_000}, (), 0), search])
    with pytest.raises(Fails, match=r"x\.html"):
        pages.judge([bad])


@pytest.mark.parametrize(
    ("words", "first"),
    [("Ask who made it.", 6), ("<a href='x'>Read on</a>", 6), ("<input>", 6), ("They are made.", None)],
)
def test_a_page_is_read_as_by_somebody_in_a_hurry(words: str, first: int | None) -> None:
    """Words in folds count no more than their summary; titles do nothing; steps, controls and imperatives do."""
    html = """<html><body><nav>Home</nav><main><h1>Test it</h1><p>Scores can be wrong. {}</p>
        <details><summary>Why this is</summary><p>Because <a href="x">of it</a>.</p></details></main></body></html>"""
    assert readers.read("x/", html.format(words)).first == first
    page = readers.read("x/", html.format("They are made."))
    assert (page.words, page.links) == (12, 0)
    assert readers.read("x/", "<main><ol><li>Numbers first</li></ol></main>").first == 0


def test_pages_are_judged_by_their_kind() -> None:
    good = readers.Page("families/", 100, 1, 20)
    readers.judge([("families", 700, [good])])
    bad = [[good, readers.Page("x/", *rest)] for rest in ((701, 0, 0), (9, 0, None), (500, 0, 400))]
    for found, told in (*((each, "x/ has") for each in bad), ([], "no page of the kind families")):
        with pytest.raises(Fails, match=told):
            readers.judge([("families", 700, found)])


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
    told = "holds: number one: so\nnot tried: number two: no tool\nfails: number three: it broke\n"
    assert capsys.readouterr().out == told
    assert prove.main(["--only", "TWO"], (good, untried, bad)) == 0
    with pytest.raises(SystemExit):
        prove.main(["--only", "lighthuose"])
