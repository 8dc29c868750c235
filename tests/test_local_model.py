"""A council's colours and settings as they reach the pages, held to what upstream's own files say."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from accord.copy import colours
from accord.copy.pages import css
from accord.files.disk import Disk
from accord.files.schema import load
from accord.guidance.local import LocalSite, Note

NAMES = {"the page": "paper", "a card": "card", "the header": "band", "a soft panel": "teal-soft"}


def tokens(root: Path, dark: bool) -> dict[str, str]:
    text = (root / "docs" / "assets" / "tokens.css").read_text(encoding="utf-8")
    light, _, night = text.partition("@media screen and (prefers-color-scheme: dark)")
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", night if dark else light))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_rule_knows_the_colours_of_the_style_sheet(root: Path, dark: bool) -> None:
    found = tokens(root, dark)
    wanted = {words: found[name] for words, name in NAMES.items()} | {"the words on a button": found["on-teal"]}
    assert (colours.DARK if dark else colours.LIGHT) == wanted
    assert {"the words at the foot": tokens(root, False)["on-foot"]} == colours.FOOT


def test_upstream_keeps_its_own_rule(root: Path) -> None:
    light, dark = tokens(root, False), tokens(root, True)
    for setting, colour in (("colour", light["teal"]), ("colour_dark", dark["teal"]), ("colour_foot", light["foot"])):
        assert colours.worst(setting, colour)[1] >= colours.AA


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    """Known values of the formula of WCAG 2.2; the order of the two is of no matter."""
    assert round(colours.contrast(one, other), 2) == ratio
    assert colours.contrast(one, other) == colours.contrast(other, one)


def test_fields_are_the_schemas(root: Path) -> None:
    known = load(Disk(root))
    for kind, cls in (("local-site", LocalSite), ("local-note", Note)):
        assert {field.name for field in dataclasses.fields(cls)} - {"path"} == set(known[kind]["properties"])
        needed = {f.name for f in dataclasses.fields(cls) if f.default is dataclasses.MISSING} - {"path"}
        assert needed == set(known[kind]["required"])


def site(**more: str) -> LocalSite:
    return LocalSite(path="", authority="a", council="A", name="A", contact="A", **more)  # type: ignore[arg-type]


def test_colours_become_custom_properties() -> None:
    """What is set for the day does not shine through at night."""
    assert css.css(site()) == ""
    both = css.css(site(colour="#5d2a7d", colour_dark="#d9b8f0", colour_foot="#33104a"))
    assert both == (
        "@media not screen, (prefers-color-scheme: light) {\n  :root { --teal: #5d2a7d; --foot: #33104a; }\n}\n"
        "@media screen and (prefers-color-scheme: dark) {\n  :root { --teal: #d9b8f0; }\n}\n"
    )
    assert "dark" not in css.css(site(colour="#5d2a7d"))
