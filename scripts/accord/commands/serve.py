"""Serve the site on this machine and build it again at each change."""

import argparse
import os
import socket
import subprocess
import sys

from accord.files.problem import CalledWrongly
from accord.site.building import epoch


def run(options: argparse.Namespace) -> int:
    """Hand over to MkDocs. Changes of Python code need a restart; changes of words, data and looks do not."""
    _free(options.port)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    if options.as_of:
        os.environ["SOURCE_DATE_EPOCH"] = epoch(options.as_of, os.environ)
    os.chdir(options.root)
    command = [sys.executable, "-I", "-m", "accord.site.preview", str(options.root), str(options.port)]
    if os.name == "nt":  # where a program put in this one's place leaves the terminal, and splits a path at its spaces
        return subprocess.run(command, check=False).returncode
    return os.execv(sys.executable, command)


def _free(port: int) -> None:
    """Look whether the preview can have the port. Raises CalledWrongly: it can't."""
    try:
        with socket.socket() as probe:
            if os.name != "nt":  # as the server does: a preview that ended a moment ago is no hindrance
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        other = 8000 if port == 8001 else 8001
        why = getattr(error, "strerror", "") or "no computer has that port"
        raise CalledWrongly(f"port {port} can't be used here ({why}). Try another: --port {other}") from None
