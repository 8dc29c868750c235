"""A small server on this machine that sends a built site compressed, as a council's web server does."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

LEVEL = 6  # of gzip: what web servers use
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".md", ".yml"}


@cache
def packed(path: Path) -> bytes:
    """Return a file's bytes as they are sent: compressed, where its kind gains by that.

    Raises:
        OSError: it can't be read.
    """
    raw = path.read_bytes()
    return gzip.compress(raw, LEVEL, mtime=0) if path.suffix in PACKED else raw


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        body = packed(path)
        kind = self.guess_type(str(path))
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if path.suffix in PACKED else kind)
        if path.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the library's name
        pass


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder, and give its address, which ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def pages(site: Path) -> list[str]:
    """Return the names of all pages of a site, sorted."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
