"""The theme's style sheet is cut down to what something of ours can need, and to nothing less."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.site.theme_sheet import needed, on_page, written


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".a{x:1}.z{x:2}", ".a{x:1}"),
        ("body{x:1}", "body{x:1}"),
        (".z,.a .z,.a p{x:1}", ".a p{x:1}"),
        (".a:not(.z){x:1}", ".a:not(.z){x:1}"),
        (":is(.a,.z) p{x:1}", ":is(.a,.z) p{x:1}"),
        ("[data-a=z]{x:1}[data-z]{x:2}", "[data-a=z]{x:1}"),
        ("@media print{.z{x:1}.a{x:2}}", "@media print{.a{x:2}}"),
        ("@media print{.z{x:1}}", ""),
        ("@supports (x:1){@media print{.a{x:2}}}", "@supports (x:1){@media print{.a{x:2}}}"),
        ("@keyframes z{to{x:1}}", "@keyframes z{to{x:1}}"),
        ('@charset "UTF-8";.a{x:1}', '@charset "UTF-8";.a{x:1}'),
        ('.a:before{content:"}/*"}.z{x:1}.a:after{content:"*/"}', '.a:before{content:"}/*"}.a:after{content:"*/"}'),
        ("/* } .z */.a{x:1}", ".a{x:1}"),
    ],
)
def test_a_rule_stays_where_it_could_fit(sheet: str, left: str) -> None:
    assert needed(sheet, {"a", "data-a"}) == left


def test_names_come_from_pages_templates_and_scripts(tmp_path: Path) -> None:
    """A class that only a script gives counts, and so does one of several."""
    script = tmp_path / "docs" / "assets" / "part" / "x.js"
    script.parent.mkdir(parents=True)
    script.write_text('node.classList.add("late");', encoding="utf-8")
    template = tmp_path / "overrides" / "x.html"
    template.parent.mkdir()
    template.write_text('<p class="framed">', encoding="utf-8")
    assert {"late", "framed"} <= written(tmp_path)
    assert on_page('<p class="one two" data-three="four">five</p>') == {"one", "two", "data-three"}
