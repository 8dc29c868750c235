"""Runs a program of ours in other surroundings: Python's clock years ahead, one processor, no sockets.

Called as `python -I -m accord.measure.proofs.launch WRAPPER OPTION… -- -I -m MODULE WORD…`. WRAPPER is a script that
calls this again with the same options: it stands in for Python, so that a program that the program starts is in the
same surroundings. Only Python's own ways to ask for the time are moved: the kernel's clock, and with it the time
stamps of files, stays.
"""

from __future__ import annotations

import datetime
import os
import runpy
import socket
import sys
import time
from collections.abc import Callable
from typing import Any

YEARS = "--years-ahead"
ALONE = "--one-processor"
CUT_OFF = "--no-sockets"
AHEAD = 7 * 365 * 86400 + 40_000.5  # seconds


class Cut(OSError):
    """A program asked for the network, and there is none."""


def main(words: list[str]) -> None:
    """Change the surroundings, and become the module that the words name."""
    at = words.index("--")
    wrapper, options, rest = words[0], words[1:at], words[at + 1 :]
    sys.executable = wrapper
    if YEARS in options:
        later(AHEAD)
    if ALONE in options and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if CUT_OFF in options:
        socket.socket.connect = _refused  # type: ignore[method-assign]
    place = rest.index("-m")
    sys.argv = rest[place + 1 :]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


def _refused(*_: Any) -> None:
    raise Cut("no network is there")


def later(seconds: float) -> None:
    """Put Python's clock that many seconds ahead."""
    real = time.time
    moved: Callable[[], float] = lambda: real() + seconds  # noqa: E731  each replacement is one line
    time.time, time.time_ns = moved, lambda: int(moved() * 1e9)
    for name in ("gmtime", "localtime", "ctime"):
        setattr(time, name, _asking(getattr(time, name), moved))
    strftime = time.strftime
    time.strftime = lambda form, at=None: strftime(form, time.localtime() if at is None else at)
    datetime.datetime = _moment(datetime.datetime, moved)  # type: ignore[misc]
    datetime.date = _day(datetime.date, moved)  # type: ignore[misc]


def _asking(function: Callable[[float], Any], moved: Callable[[], float]) -> Callable[..., Any]:
    return lambda at=None: function(moved() if at is None else at)


class _Like(type):
    """Makes a class pass for another: what C code made counts as an instance too."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, cls.__mro__[1])


def _moment(real: type[datetime.datetime], moved: Callable[[], float]) -> type[datetime.datetime]:
    class Moment(real, metaclass=_Like):  # type: ignore[misc,valid-type]
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
            return real.fromtimestamp(moved(), tz)

        @classmethod
        def utcnow(cls) -> datetime.datetime:
            return real.fromtimestamp(moved(), datetime.UTC).replace(tzinfo=None)

        today = now

    return Moment


def _day(real: type[datetime.date], moved: Callable[[], float]) -> type[datetime.date]:
    class Day(real, metaclass=_Like):  # type: ignore[misc,valid-type]
        @classmethod
        def today(cls) -> datetime.date:
            return real.fromtimestamp(moved())

    return Day


if __name__ == "__main__":
    main(sys.argv[1:])
