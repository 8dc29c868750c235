"""The fuzzer runs for a moment with every test run, and it finds what it must find."""

from __future__ import annotations

import pytest

from tests.measure.fuzz.__main__ import main, run
from tests.measure.fuzz.targets import Target, every

MOMENT = 0.25  # seconds for each target; `make prove` looks longer


@pytest.mark.parametrize("target", every(), ids=lambda target: target.name)
def test_nothing_is_found_in_a_moment(target: Target) -> None:
    done, wrong = run(target, MOMENT, 1)
    assert wrong == []
    assert done > 5


def test_the_fuzzer_can_find() -> None:
    """A target that breaks its promise is caught: the fuzzer is no decoration."""

    def judge(raw: bytes) -> None:
        assert b"\0" not in raw

    done, wrong = run(Target("broken", [b"good"], judge), 5, 1)
    assert len(wrong) == 5
    assert done > 5


def test_called_wrongly(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert main(["soon"]) == 2
    assert "usage" in capsys.readouterr().err
