"""The command line: one program, `accord`. Exits 0 when all is well, 1 on problems, 2 when called wrongly."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from accord.files import clock
from accord.files.memory import look_rarely
from accord.files.problem import CalledWrongly, Unusable, system_refuses, visible

# Each is a module of accord/commands. Only the one that is called is imported: some take half a second.
COMMANDS = (
    "check", "verify", "sign", "status", "diff", "release", "release-guidance", "answers", "export", "pack", "adopt",
    "conformance", "site", "serve", "fields", "queue", "confirm", "erase", "found", "receive",
    "seal",
)  # fmt: skip


def parser(commands: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the parser with one subparser for each of `commands`.

    A command's module has `arguments`, `run`, and a docstring whose first line is its help. `STOPPED`, if it has one,
    says what did not happen where the command is stopped or the system refuses.
    """
    top = argparse.ArgumentParser(prog="accord", description=__doc__)
    names = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in commands:
        module = import_module(f"accord.commands.{name.replace('-', '_')}")
        doc = (module.__doc__ or "").split("\n", 1)[0]
        sub = names.add_parser(name, help=doc, description=doc)
        sub.add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the project's folder")
        sub.add_argument("--as-of", type=clock.day, metavar="DAY", help="the day that counts as today, like 2026-11-22")
        module.arguments(sub)
        sub.set_defaults(run=module.run, stopped=getattr(module, "STOPPED", ""))
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Never shows a traceback: what nobody foresaw is said in one line, with the way to see more."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without UTF-8 shows escapes, and is never an error
            stream.reconfigure(errors="backslashreplace")
    words = sys.argv[1:] if argv is None else argv
    look_rarely()
    options = parser(words[:1] if words and words[0] in COMMANDS else COMMANDS).parse_args(words)
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
