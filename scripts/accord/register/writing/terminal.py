"""Questions at a terminal, on click's prompts. What people read goes to standard error.

Ctrl-C and the end of the input end the command, and cli.py says what was not done.
"""

import sys
from collections.abc import Callable

import click

from accord.files.characters import mended
from accord.files.problem import visible


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def ask(title: str, about: str, default: str, take: Callable[[str], str]) -> None:
    """Ask for a value until the answer can be right. Enter alone takes the default.

    `take` puts an answer where it belongs; it returns what is wrong with it, or "".

    Raises EOFError: there is nobody to answer any more.
    """
    say(f"\n{title}\n  {about}")
    line(
        f"  [{visible(default)}] " if default else "  > ",
        lambda text: take(text) if text else "This is needed.",
        default,
    )


def line(words: str, take: Callable[[str], str], default: str = "") -> str:
    """Show words and return a line that `take` finds no fault with. What is pasted loses what nobody sees.

    Raises EOFError: there is nobody to answer any more.
    """

    def taken(text: str) -> str:
        text = mended(text)
        if fault := take(text):
            raise click.UsageError(visible(fault))
        return text

    try:
        return click.prompt(words, default, value_proc=taken, prompt_suffix="", show_default=False, err=True)
    except click.Abort:
        raise EOFError from None


def agreed(question: str) -> bool:
    """Ask a question that has yes or no for an answer. Raises EOFError: there is nobody to answer any more."""
    try:
        return click.confirm(question, default=None, err=True, prompt_suffix=" ")
    except click.Abort:
        raise EOFError from None
