"""The templates in templates/: HTML that a content designer can change, with loops and no logic."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from accord.pages.encode import finalize
from accord.pages.links import Linked
from accord.pages.view import View


@cache
def environment() -> Environment:
    """Return the one environment. What a template prints is encoded (see encode.py); unknown names are errors."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        finalize=finalize,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def render(name: str, guidance: Linked, base: str, **values: object) -> str:
    """Return a template's text as seen from a page, with no empty line inside an HTML block."""
    text = environment().get_template(name).render(g=guidance, v=View(guidance, base), **values)
    return _tidy(text)


def _tidy(text: str) -> str:
    """Drop indentation and empty lines, and set Markdown headings apart: a blank line ends an HTML block."""
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    out: list[str] = []
    for row in rows:
        heading = row.startswith("#")
        if out and (heading or out[-1].startswith("#")):
            out.append("")
        out.append(row)
    return "\n".join(out)
