"""The fuzzer runs for a moment with every test run."""

from __future__ import annotations

import pytest

from tests.measure.fuzz.__main__ import run
from tests.measure.fuzz.targets import Target, every

MOMENT = 0.25  # seconds for each target; `make prove` looks longer


@pytest.mark.parametrize("target", every(), ids=lambda target: target.name)
def test_nothing_is_found_in_a_moment(target: Target) -> None:
    done, wrong = run(target, MOMENT, 1)
    assert wrong == []
    assert done
