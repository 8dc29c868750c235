"""The site's style sheets are joined into one, in their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.site import style_sheets


def test_each_stands_in_its_order_under_its_name(tmp_path: Path) -> None:
    (tmp_path / "b.css").write_text("b {}\n", encoding="utf-8")
    (tmp_path / "a.css").write_text("a {}\n", encoding="utf-8")
    joined = style_sheets.joined(tmp_path, ["b.css", "a.css"])
    assert joined == "/* b.css */\nb {}\n/* a.css */\na {}\n"


def test_one_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        style_sheets.joined(tmp_path, ["nowhere.css"])
