"""What proofs use that is not of the project, and the command itself: what is not here is never called good."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from accord.cli import main
from accord.measure import browsing, serving
from accord.measure.proof import NOT_MEASURED, Outcome, Proof, judged, unmeasured
from accord.measure.proofs import (
    epubs,
    lighthouse,
    tested,
    validity,
    workflows,
)
from accord.measure.proofs.ground import Ground
from accord.model.measured import Found


@pytest.fixture
def ground(root: Path, tmp_path: Path) -> Ground:
    return Ground(root, tmp_path, 1, 1)


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        ("[]", judged("", "zizmor 1.0, 0 workflows")),
        ('[{"ident": "template-injection"}]', judged("1 findings, such as template-injection")),
        ("no list", unmeasured("zizmor does not work here (JSONDecodeError)")),
    ],
)
def test_findings_in_workflows_are_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: str, outcome: Outcome
) -> None:
    program = tmp_path / "zizmor"
    program.write_text(f"#!/bin/sh\n[ \"$1\" = --version ] && echo zizmor 1.0 || echo '{found}'\n")
    program.chmod(0o700)
    monkeypatch.setenv(workflows.SETTING, str(program))
    assert workflows.measured(tmp_path) == outcome


@pytest.mark.browser
def test_a_visit_tells_what_a_page_asks_and_stores(tmp_path: Path) -> None:
    """Everything that a page loads is weighed as it is sent; what it stores or asks of others is seen."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "x.js").write_text("localStorage.setItem('a', 'b'); import('./sub/y.js');" + " " * 5000)
    (tmp_path / "sub" / "y.js").write_text("fetch('http://127.0.0.2:9/').catch(() => {});")
    page = '<!doctype html><title>x</title><link rel="icon" href="data:,"><script src="x.js" type="module"></script>'
    (tmp_path / "index.html").write_text(page)
    with ThreadPoolExecutor(1) as other:  # other tests' browser may hold this thread
        (visit,) = other.submit(lambda: list(browsing.visits(tmp_path, ["index.html"]))).result()
    assert sorted(visit.sizes) == ["index.html", "sub/y.js", "x.js"]
    assert visit.sizes["x.js"] == len(serving.packed(tmp_path / "x.js")) < 500
    assert visit.away == ("http://127.0.0.2:9/",)
    assert visit.stored == 1


def test_tools_that_are_not_here_measure_nothing(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line says "not measured", with what would help, and no figure comes of it."""
    monkeypatch.delenv(lighthouse.SETTING, raising=False)
    monkeypatch.delenv(validity.SETTING, raising=False)
    monkeypatch.delenv(epubs.SETTING, raising=False)
    monkeypatch.delenv(workflows.SETTING, raising=False)
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    assert lighthouse.measured(ground) == unmeasured("lighthouse is not here; LIGHTHOUSE may name it")
    assert validity.measured(ground).words == "VNU names no vnu.jar, or java is not here"
    assert epubs.measured(ground).words == "EPUBCHECK names no epubcheck.jar, or java is not here"
    assert workflows.measured(ground.root) == unmeasured("zizmor is not here; ZIZMOR may name it")
    assert tested.counted(ground.work) == unmeasured("the tests are not here")
    with pytest.raises(browsing.NoBrowser, match="Chromium is not here"):
        browsing.program()


@pytest.mark.parametrize(
    ("severity", "expected"),
    [("WARNING", judged("1 faults, such as: odd (a.epub)", "", (Found(id="epub-errors", value="1", note="1 books."),))),
     ("INFO", judged("", "1 books", (Found(id="epub-errors", value="0", note="1 books."),)))],
)  # fmt: skip
def test_a_fault_of_a_book_is_counted(
    severity: str, expected: Outcome, ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Warnings count, information does not. A program of the same name stands in for the checker."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.epub").touch()
    (tmp_path / "x.jar").touch()
    java = tmp_path / "java"
    told = json.dumps({"messages": [{"severity": severity, "message": "odd"}]})
    java.write_text(f"#!/bin/sh\ncat > \"$5\" <<'END'\n{told}\nEND\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv(epubs.SETTING, str(tmp_path / "x.jar"))
    monkeypatch.setattr(Ground, "site", lambda *_: tmp_path / "site")
    assert epubs.measured(ground) == expected


def test_lighthouse_gets_the_heaviest_page_of_each_kind(tmp_path: Path) -> None:
    """Pages that hold the same things are one kind; a new mixture is a new kind by itself."""
    pages = {
        "a.html": "<p>x</p>",
        "b.html": "<p>" + json.dumps(list(range(999))) + "</p>",
        "c.html": "<form></form>",
        "d.html": "<form></form><table></table>",
        "404.html": "<ins>",
        "documents/book.html": "<textarea>",
    }
    (tmp_path / "documents").mkdir()
    for name, words in pages.items():
        (tmp_path / name).write_text(f'<article id="main-content">{words}</article>')
    assert sorted(lighthouse.kinds(tmp_path).values()) == ["b.html", "c.html", "d.html"]


def test_the_server_sends_files_compressed_and_no_others(tmp_path: Path) -> None:
    import urllib.error  # noqa: PLC0415  beside its one use
    import urllib.request  # noqa: PLC0415

    (tmp_path / "index.html").write_text("x" * 5000)
    with serving.serving(tmp_path) as address:
        with urllib.request.urlopen(address) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.read() == serving.packed(tmp_path / "index.html")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{address}../etc/passwd")


def test_what_the_tests_say_is_read_as_it_is() -> None:
    assert tested.FUZZED.findall(
        "seed 1\nrecords: 1,204 inputs, 0 wrong\nsome lists: 7 inputs, 2 wrong\nrecords: x\n"
    ) == [
        ("1,204", "0"),
        ("7", "2"),
    ]
    assert tested.COUNTED.findall("tests/x.py::y\n\n2313 tests collected in 4.1s\n") == ["2313"]


def test_a_failing_proof_fails_the_command(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line a proof; 1 where one fails; what was not measured is no failure."""

    def fake(_: Ground) -> list[Proof]:
        outcomes: list[Outcome] = [judged(""), unmeasured("no tool"), judged("it broke")]
        return [Proof("x", f"number {n}", lambda each=each: each) for n, each in enumerate(outcomes)]  # type: ignore[misc]

    monkeypatch.setattr("accord.commands.prove.every", fake)
    assert main(["prove", "--root", str(root)]) == 1
    assert capsys.readouterr().out == f"holds: number 0\n{NOT_MEASURED}: number 1: no tool\nfails: number 2: it broke\n"
    assert main(["prove", "--root", str(root), "--only", "NUMBER 0"]) == 0


def test_a_choice_of_no_proof_is_told_and_never_holds(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prove", "--root", str(root), "--only", "lighthuose"]) == 2
    assert 'No proof holds the words "lighthuose". Run without --only to see them all.' in capsys.readouterr().err
