"""The command line: one program, `accord`. Exits 0 when all is well, 1 on problems, 2 when called wrongly."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from accord.commands import (
    adopt,
    bench,
    check,
    conformance,
    diff,
    fields,
    prove,
    release,
    serve,
    sign,
    site,
    status,
    upstream,
    verify,
)

COMMANDS = (
    check, verify, sign, status, diff, release, adopt, conformance, upstream, site, serve, fields, bench, prove,
)  # fmt: skip


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{value}" is not a day; write it like 2026-11-22') from None


def parser() -> argparse.ArgumentParser:
    """Return the parser with one subparser a command."""
    top = argparse.ArgumentParser(prog="accord", description=__doc__)
    names = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in COMMANDS:
        name = module.__name__.rpartition(".")[2]
        doc = (module.__doc__ or "").split("\n", 1)[0]
        sub = names.add_parser(name, help=doc, description=doc)
        sub.add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the project's folder")
        sub.add_argument("--as-of", type=_day, metavar="DAY", help="the day that counts as today, like 2026-11-22")
        module.arguments(sub)
        sub.set_defaults(run=module.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Never shows a traceback: what nobody foresaw is said in one line, with the way to see more."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without UTF-8 shows escapes, and is never an error
            stream.reconfigure(errors="backslashreplace")
    options = parser().parse_args(argv)
    options.root = options.root.resolve()
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        if not (options.root / "data" / "schema").is_dir():
            print(f"accord: {options.root} is not the project's folder. Give it with --root.", file=sys.stderr)
            return 2
        return run(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # the last resort, so that a council officer never meets a traceback
        if os.environ.get("ACCORD_DEBUG"):
            raise
        print(f"accord: something unforeseen happened ({type(error).__name__}: {error}).", file=sys.stderr)
        print("Please report it, with what you did. ACCORD_DEBUG=1 shows where.", file=sys.stderr)
        return 2
