"""The command line: one program, `accord`. Exits 0 when all is well, 1 on problems, 2 when called wrongly."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name

from accord.commands.words import TABLE
from accord.files import clock
from accord.files.memory import look_rarely
from accord.files.problem import CalledWrongly, Unusable, system_refuses, visible


def parser(asked: str) -> argparse.ArgumentParser:
    """Return the parser of the command that is asked for, or one that names all where it is none of them.

    Only a module of accord/commands that is asked for is imported: some take half a second. Its `run` does the work;
    `arguments`, if it has one, adds options that follow from other tables.
    """
    top = argparse.ArgumentParser(prog="accord", description=__doc__)
    names = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in [asked] if asked in TABLE else TABLE:
        sub = names.add_parser(name, help=TABLE[name]["about"], description=TABLE[name]["about"])
    if asked in TABLE:
        module = import_module(f"accord.commands.{asked.replace('-', '_')}")
        sub.add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the project's folder")
        sub.add_argument("--as-of", type=clock.day, metavar="DAY", help="the day that counts as today, like 2026-11-22")
        for option, how in TABLE[asked].get("options", {}).items():
            known = {key: resolve_name(how[key]) for key in ("type", "choices") if isinstance(how.get(key), str)}
            sub.add_argument(option, **(how | known))
        getattr(module, "arguments", lambda _: None)(sub)
        sub.set_defaults(run=module.run, stopped=TABLE[asked].get("stopped", ""))
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Never shows a traceback: what nobody foresaw is said in one line, with the way to see more."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without UTF-8 shows escapes, and is never an error
            stream.reconfigure(errors="backslashreplace")
    words = sys.argv[1:] if argv is None else argv
    look_rarely()
    options = parser(next((word for word in words if word in TABLE), "")).parse_args(words)
    options.root = options.root.resolve()
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        if not (options.root / "data" / "schema").is_dir():
            raise Unusable(f"{options.root} is not the project's folder. Give it with --root.")
        options.today = options.as_of or clock.as_of()
        return run(options)
    except (EOFError, KeyboardInterrupt):
        if options.stopped:
            print(f"\nStopped. {options.stopped}", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # the last resort, so that a council officer never meets a traceback
        if os.environ.get("ACCORD_DEBUG"):
            raise
        refused = isinstance(error, Unusable | OSError) and not isinstance(error, CalledWrongly)
        undone = options.stopped if refused else ""
        words = f"{undone or f'accord {options.command}:'} {_cause(error)}"
        print("\n".join(map(visible, words.split("\n"))), file=sys.stderr)
        return 1 if undone else 2


def _cause(error: Exception) -> str:
    """Return what ended a command, and what to do, fit to be printed."""
    if isinstance(error, Unusable):
        return str(error)
    if isinstance(error, FileExistsError):
        return visible(f"{error.filename2 or error.filename} is there already, and stays as it is.")
    if isinstance(error, OSError):
        return visible(system_refuses(error))
    report = "Please report it, with what you did. ACCORD_DEBUG=1 shows where."
    return visible(f"something unforeseen happened ({type(error).__name__}: {error}). {report}")
