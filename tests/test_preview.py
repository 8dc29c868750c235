"""The preview answers this machine's own browser alone, and `make` shows what is not committed yet."""

import os
import shutil
import socket
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock

import pytest
from mkdocs.commands import serve
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from accord.cli import main
from accord.site import preview
from tests import forks


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_only_this_machine_is_answered(host: str) -> None:
    """A page of another site whose name was led here reads nothing, and learns nothing of what there is."""
    assert preview.refused(f"{host}:8000", "/livereload/1/1", 8000) == ""
    for other in (host, f"{host}:1", f"{host}.:8000", f"{host}.evil.example:8000", f"evil.example@{host}:8000",
                  "evil.example:8000", ""):  # fmt: skip
        told = "403 This preview answers to http://127.0.0.1:8000/ alone"
        assert preview.refused(other, "/livereload/1/1", 8000) == told, other


def test_a_refusal_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the refusal: MkDocs's own server is asked for no page then, and for all others."""
    monkeypatch.setattr(LiveReloadServer, "serve_request", lambda *_: [b"a page"])
    server, sent = preview.Guarded.__new__(preview.Guarded), list[str]()
    server.server_port = 8000
    good = {"HTTP_HOST": "localhost:8000", "PATH_INFO": "/"}
    assert server.serve_request(good, None) == [b"a page"]
    for asked, status in ((good | {"PATH_INFO": "/\0"}, "400"), ({}, "403")):
        (told,) = server.serve_request(asked, lambda line, _: sent.append(line))
        assert sent.pop() == f"{status} {told.decode()[:-2]}"


def test_the_command_starts_that_server(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`accord serve` hands over to this module, isolated, and the module puts its server in the place of MkDocs's."""
    ran: list[list[str]] = []
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setattr(os, "execv", lambda _, words: ran.append(words))
    main(["serve", "--root", str(root), "--port", "8123", "--as-of", "2026-11-22"])
    assert ran[0][1:] == ["-I", "-m", "accord.site.preview", str(root), "8123"]
    assert os.environ["SOURCE_DATE_EPOCH"] == str(int(datetime(2026, 11, 22, tzinfo=UTC).timestamp()))
    monkeypatch.setitem(vars(serve), "LiveReloadServer", LiveReloadServer)
    monkeypatch.setattr(preview, "cli", lambda words, prog_name: ran.append(words))
    preview.main(root, "8123")
    assert vars(serve)["LiveReloadServer"] is preview.Guarded
    assert ran[1][-1] == "127.0.0.1:8123"


@pytest.mark.parametrize(
    ("error", "told"),
    [(Abort("data/x.yml:3: <b> is wrong."), "&lt;b&gt; is wrong."), (SystemExit(100), preview.SLIP.split("'")[0])],
)
def test_a_mistake_is_shown_until_it_is_put_right(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, told: str
) -> None:
    """In the place of each page, with the script that asks for a newer build; the server goes on."""
    monkeypatch.setattr(LiveReloadServer, "serve_request", lambda *_: [b"a page"])
    server, asked = preview.Guarded.__new__(preview.Guarded), {"HTTP_HOST": "localhost:8000", "PATH_INFO": "/law/"}
    server.server_port, server._visible_epoch = 8000, 7
    server._build(Mock(side_effect=error))
    (page,) = server.serve_request(asked, lambda *_: None)
    assert told in page.decode()
    assert b'<script src="/preview.js?7"></script></body>' in page
    (script,) = server.serve_request(asked | {"PATH_INFO": "/preview.js"}, lambda *_: None)
    assert b"location.reload()" in script
    server._build(lambda: None)
    assert server.serve_request(asked, None) == [b"a page"]


@pytest.mark.parametrize("port", ["taken", "99999", "-1"])
def test_a_port_that_cannot_be_had(root: Path, capsys: pytest.CaptureFixture[str], port: str) -> None:
    """It is said before anything is built, in a line, with what to type."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        number = str(other.getsockname()[1]) if port == "taken" else port
        assert main(["serve", "--root", str(root), f"--port={number}"]) == 2
    said = capsys.readouterr().err
    assert f"port {number} can't be used here (" in said
    assert "Try another: --port 8001" in said
    assert "Traceback" not in said


def test_make_takes_the_commits_day_only_for_a_commit(root: Path, tmp_path: Path) -> None:
    """A record that was just made is dated today, and the newest commit's day would hide it."""
    shutil.copy(root / "Makefile", tmp_path)
    forks.git(tmp_path, "init", "--quiet")
    forks.commit(tmp_path, "A commit")
    committed = forks.git(tmp_path, "log", "-1", "--format=%ct").strip()
    assert epoch(tmp_path) == committed
    (tmp_path / "record.yml").write_text("new")
    assert epoch(tmp_path) == ""
    assert epoch(tmp_path, SOURCE_DATE_EPOCH="12") == "12"
    forks.commit(tmp_path, "Another")
    (tmp_path / "record.yml").write_text("other")
    assert epoch(tmp_path) == ""


def test_make_says_that_git_refuses_the_folder(root: Path, tmp_path: Path) -> None:
    """The build would else take another day than the commit's, and nobody would know why its bytes differ."""
    shutil.copy(root / "Makefile", tmp_path)
    forks.git(tmp_path, "init", "--quiet")
    for other in ("1", ""):
        settings = os.environ | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": other}
        done = subprocess.run(["make", "help"], cwd=tmp_path, env=settings, capture_output=True, text=True, check=True)
        assert ("This folder belongs to another user" in done.stderr) == bool(other)


def epoch(folder: Path, **given: str) -> str:
    """Return the SOURCE_DATE_EPOCH that a target of the Makefile gets."""
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    command = ["make", "--silent", "--eval", "show: ; @printenv SOURCE_DATE_EPOCH || true", "show"]
    done = subprocess.run(command, cwd=folder, env={**kept, **given}, capture_output=True, text=True, check=True)
    return done.stdout.strip()
