"""The long run finds the properties, repeats them with new seeds, and ends at the first that fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.measure import long

PROPERTY = """
from hypothesis import given, settings, strategies as st

@given(st.integers())
@settings(max_examples=5)
def test_it(value):
    assert {condition}

def test_no_property():
    assert False
"""


def test_the_properties_are_found() -> None:
    names = {Path(path).name for path in long.files()}
    assert {"test_standing_machine.py", "test_read_record.py", "test_diff.py"} <= names
    assert "test_long.py" not in names


@pytest.mark.parametrize(("condition", "status", "said"), [("True", 0, "nothing found"), ("value < 0", 1, "seed ")])
def test_it_ends(condition: str, status: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "test_made.py"
    path.write_text(PROPERTY.format(condition=condition), encoding="utf-8")
    assert long.main(["0", str(path)]) == status
    assert said in capsys.readouterr().out


def test_called_wrongly(capsys: pytest.CaptureFixture[str]) -> None:
    assert long.main([]) == 2
    assert long.main(["soon"]) == 2
    assert "usage" in capsys.readouterr().err
