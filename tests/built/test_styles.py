"""The theme's style sheet on the built site still holds every rule that could fit something on a page."""

from __future__ import annotations

from pathlib import Path

from accord.site import theme_sheet
from tests.built.pages import names


def _sheet(site: Path) -> str:
    (path,) = site.glob(f"{theme_sheet.PREFIX}*.css")
    return path.read_text(encoding="utf-8")


def test_no_page_misses_a_rule(root: Path, demo: Path) -> None:
    """Pages of the register are made from templates, and the sheet is cut without them: nothing of theirs is gone."""
    (whole,) = root.glob(f".venv/lib/python3*/site-packages/material/templates/{theme_sheet.PREFIX}*.css")
    named = {name for page in names(demo) for name in theme_sheet.on_page((demo / page).read_text(encoding="utf-8"))}
    kept = _sheet(demo)
    asked = theme_sheet.needed(whole.read_text(encoding="utf-8"), named)
    assert theme_sheet.needed(kept, named) == asked
    assert len(kept) < len(whole.read_text(encoding="utf-8")) / 2
    assert ".md-typeset" in kept
