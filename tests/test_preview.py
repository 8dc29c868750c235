"""The preview answers this machine's own browser alone, and `make` shows what is not committed yet."""

from __future__ import annotations

import http.client
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mkdocs.commands import serve
from mkdocs.livereload import LiveReloadServer

from accord.cli import main
from accord.site import preview
from tests import forks


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Serve a folder with one page as the preview does, and return the port."""
    (tmp_path / "index.html").write_text("<p>A draft</p>", encoding="utf-8")
    server = preview.Guarded(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server.server_bind()
    server.server_activate()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server.server_port
    server.socket.close()
    super(LiveReloadServer, server).shutdown()
    thread.join()


def asked(port: int, path: str, host: str | None) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("GET", path, skip_host=True)
    if host is not None:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


@pytest.mark.parametrize("host", ["127.0.0.1:{}", "localhost:{}", "LOCALHOST:{}", "[::1]:{}"])
def test_this_machine_is_answered(port: int, host: str) -> None:
    assert asked(port, "/", host.format(port)) == (200, "<p>A draft</p>")


@pytest.mark.parametrize(
    "host",
    ["evil.example:{}", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:{}", "localhost.:{}", "0.0.0.0:{}", "",
     "evil.example@127.0.0.1:{}", "[::1%eth0]:{}", None],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/livereload/1/1", "/nowhere"])
def test_another_name_is_not(port: int, host: str | None, path: str) -> None:
    """A page of another site whose name was led here reads nothing, and learns nothing of what there is."""
    status, told = asked(port, path, None if host is None else host.format(port))
    assert (status, told) == (403, f"This preview answers to http://127.0.0.1:{port}/ alone.\n")


def test_a_name_that_no_file_has(port: int) -> None:
    assert asked(port, "/%00", f"127.0.0.1:{port}") == (400, "No file has such a name.\n")
    assert asked(port, "/nowhere", f"127.0.0.1:{port}")[0] == 404


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


def epoch(folder: Path, **given: str) -> str:
    """Return the SOURCE_DATE_EPOCH that a target of the Makefile gets."""
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    command = ["make", "--silent", "--eval", "show: ; @printenv SOURCE_DATE_EPOCH || true", "show"]
    done = subprocess.run(command, cwd=folder, env={**kept, **given}, capture_output=True, text=True, check=True)
    return done.stdout.strip()
