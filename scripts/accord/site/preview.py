"""The preview's server, for this machine's own browser alone: it shows drafts that are not published yet.

A page of another site can have its name lead here (DNS rebinding), and would then read what is served. So the name that
a browser asks for has to be this machine's. commands/serve.py runs `python -I -m accord.site.preview ROOT PORT`.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.__main__ import cli
from mkdocs.commands import serve
from mkdocs.livereload import LiveReloadServer

NAMES = ("localhost", "127.0.0.1", "[::1]")


def refused(host: str, path: str, port: int) -> str:
    """Return the status line and the words for a request that gets no page, or an empty string."""
    names = {f"{name}:{port}" for name in NAMES} | (set(NAMES) if port == 80 else set())
    if host.lower() not in names:
        return f"403 This preview answers to http://127.0.0.1:{port}/ alone"
    if "\0" in path:
        return "400 No file has such a name"
    return ""


class Guarded(LiveReloadServer):
    """MkDocs's server, which looks at who is asked for first."""

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if told := refused(environ.get("HTTP_HOST", ""), environ.get("PATH_INFO", ""), self.server_port):
            start_response(told, [("Content-Type", "text/plain; charset=utf-8")])
            return [f"{told[4:]}.\n".encode()]
        return super().serve_request(environ, start_response)


def main(root: Path, port: str) -> None:
    """Build, serve, and build again at each change, until somebody stops it."""
    vars(serve)["LiveReloadServer"] = Guarded
    words = ["--strict", "--config-file", str(root / "mkdocs.yml"), "--dev-addr", f"127.0.0.1:{port}"]
    cli(["serve", *words], prog_name="mkdocs")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
