"""Every call of the tables in tests/cases/calls/ does what its table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.calls import Call, calls


@pytest.mark.parametrize("call", calls("calls"), ids=lambda call: call.name)
def test_a_call_does_what_the_table_says(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The status, what is printed and what is written; where a command fails, every file is as it was."""
    world = call.world(tmp_path)
    world.patch = monkeypatch
    for step in call.steps:
        world.does(step)
