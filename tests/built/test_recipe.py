"""The blocks that a stranger copies from the page are those of its file (tests/test_stranger.py runs them)."""

from __future__ import annotations

from pathlib import Path

from tests import stranger
from tests.built.pages import Built, parsed


def test_the_page_holds_what_is_run(site: Path) -> None:
    """Nothing on the way fills in or takes away a sign."""
    page = Built("commitment/verify/index.html", parsed(site / "commitment/verify/index.html"))
    shown = ["".join(code.itertext()) for code in page.all("code")]
    for name, block in stranger.blocks().items():
        assert block in shown, name
