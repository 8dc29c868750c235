"""The preview's server, for this machine's own browser alone: it shows drafts that are not published yet.

A page of another site can have its name lead here (DNS rebinding), and would then read what is served. So the name that
a browser asks for has to be this machine's. commands/serve.py runs `python -I -m accord.site.preview ROOT PORT`.
"""

import sys
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.__main__ import cli
from mkdocs.commands import serve
from mkdocs.livereload import LiveReloadServer

SCRIPT = "/preview.js"
SLIP = "A template or a macro can't be used. The terminal says which line. Put it right, and the page comes back."
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
    """MkDocs's server, which looks at who is asked for first, and shows a mistake in the place of every page.

    The site's policy allows no script within a page, so the one that reloads it comes from beside it.
    """

    wrong = ""  # why the last build failed

    def __init__(self, builder: Callable[[], None], **settings: Any) -> None:
        super().__init__(builder=lambda: self._build(builder), **settings)

    def _build(self, builder: Callable[[], None]) -> None:
        try:
            builder()
            self.wrong = ""
        except (Exception, SystemExit) as error:  # a slip in a template has the plug-in for macros end the program
            self.wrong = SLIP if not str(error) or str(error).isdigit() else str(error)
            print(self.wrong, file=sys.stderr)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        return content.replace(b"</body>", b'<script src="%s?%d"></script></body>' % (SCRIPT.encode(), epoch))

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if told := refused(environ.get("HTTP_HOST", ""), path, self.server_port):
            start_response(told, [("Content-Type", "text/plain; charset=utf-8")])
            return [f"{told[4:]}.\n".encode()]
        if path == SCRIPT:
            start_response("200 OK", [("Content-Type", "text/javascript; charset=utf-8")])
            return [Path(__file__).with_suffix(".js").read_bytes()]
        if self.wrong and path.endswith(("/", ".html")):
            start_response("500 The site is not built", [("Content-Type", "text/html; charset=utf-8")])
            page = f"<!doctype html><title>Not built</title><body><pre>{escape(self.wrong)}</pre></body>"
            return [self._inject_js_into_html(page.encode(), self._visible_epoch)]
        return super().serve_request(environ, start_response)


def main(root: Path, port: str) -> None:
    """Build, serve, and build again at each change, until somebody stops it."""
    vars(serve)["LiveReloadServer"] = Guarded
    words = ["--strict", "--config-file", str(root / "mkdocs.yml"), "--dev-addr", f"127.0.0.1:{port}"]
    cli(["serve", *words], prog_name="mkdocs")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
