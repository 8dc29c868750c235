"""`accord sign` in a real terminal: it asks, and Ctrl-D and Ctrl-C stop it without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import support
from tests.terminal import typed
from tests.test_cli_sign import FLOUR, RECORD, files


def test_a_record_is_made(tmp_path: Path) -> None:
    root = support.sample(tmp_path / "sample")
    answers = ["signed", "flour-makers", "", "The Flour Makers", "organisation", "Chair of the bakers", "", "", "", "",
               "", "", "", "yes"]  # fmt: skip
    status, said = typed(root, "sign", *(f"{answer}\n" for answer in answers))
    assert status == 0, said
    assert (root / FLOUR / "2026-06-01-signed.yml").read_bytes() == RECORD
    assert "Traceback" not in said


@pytest.mark.parametrize("key", ["\x04", "\x03"], ids=["Ctrl-D", "Ctrl-C"])
def test_stopped_by_a_key(tmp_path: Path, key: str) -> None:
    """At the second question. Exit 130, one sentence, nothing written."""
    root = support.sample(tmp_path / "sample")
    before = files(root)
    status, said = typed(root, "sign", "signed\n", key)
    assert status == 130, said
    assert said.endswith("Stopped. Nothing is written.\r\n")
    assert "Traceback" not in said
    assert files(root) == before
