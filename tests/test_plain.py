"""The way out: every page as plain Markdown, and a comparison that finds what another build lacks."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from accord.measure import compared, plain
from accord.read import project as reading


def test_nothing_is_left_for_hook_or_macros(root: Path, tmp_path: Path) -> None:
    """Every page is there with its front matter; no macro call, mark or setting of ours is left."""
    plain.write(root, tmp_path / "plain")
    docs = tmp_path / "plain" / "docs"
    pages = reading.load(root).pages
    assert len(list(docs.rglob("*.md"))) == len(pages)
    for path in docs.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("---\ntitle: "), path
        assert not re.search(r"^\{\{ \w+\(", text, re.M), path
        assert "render_macros" not in text
    assert "[[" not in (docs / "about" / "index.md").read_text(encoding="utf-8")
    config = yaml.safe_load((tmp_path / "plain" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert "hooks" not in config
    assert config["plugins"] == ["search"]
    assert config["markdown_extensions"]
    assert not any("accord" in str(each) for each in config["markdown_extensions"])
    assert (docs / "assets" / "site.css").is_file()
    assert (docs / "api" / "framework.json").is_file()
    assert not (docs / "assets" / "base.css").exists()


def test_what_another_build_lacks_is_told(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for site, words in ((ours, "Bread and <b>butter</b>"), (theirs, "Bread and jam")):
        (site / "a").mkdir(parents=True)
        main = f'<main id="main-content"><img src="/x.png"><p>{words}</p></main>'
        (site / "a" / "index.html").write_text(f'<nav>{site.name}</nav>{main}<a href="../b/">b</a>')
        (site / "same.html").write_text('<p id="main-content">Same <br> words</p><a href="https://x.example/">x</a>')
    (ours / "b").mkdir()
    (ours / "b" / "index.html").write_text("b")
    (theirs / "x.png").write_bytes(b"")
    assert list(compared.lines(ours, theirs)) == [
        "1 files are missing: b/index.html",
        "1 files are more: x.png",
        "2 of 3 pages are there",
        "1 pages have other words: a/index.html (Breadandbutter)",
        "1 links lead nowhere: a/index.html to ../b/",
    ]
