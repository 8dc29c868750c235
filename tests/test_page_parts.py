"""What a page's Markdown becomes, folded sections and tables whose cells know their heads; and its style sheets."""

from pathlib import Path

from markdown import Markdown

from accord.project.element import Element
from accord.site import mkdocs_hook, page_parts, style_sheets

PAGE = """# Bread

## First { #first }

One.

## Then *this* { #then .fold }

Two.

### Within

| Loaf | How *hot* | |
| --- | --- | --- |
| Rye | Warm | x |

## Last { #last }

Three.
"""


def made(text: str) -> str:
    markdown = Markdown(extensions=["attr_list", "tables", "toc"])
    page_parts.extend(markdown)
    return str(markdown.convert(text))


def test_a_section_is_folded_up_to_the_next() -> None:
    """Its anchor is the part's own, and what comes before and after stays as it is; a cell knows its column's head."""
    before, _, rest = made(PAGE).partition("<details")
    folded, _, after = rest.partition("</details>")
    assert '<summary class="headed"><h2 id="then">Then <em>this</em></h2></summary>' in "".join(folded.splitlines())
    for part, words in (
        (before, "One."),
        (folded, "Two."),
        (folded, "Within</h3>"),
        (after, '<h2 id="last">Last</h2>'),
        (after, "Three."),
        (folded, '<td data-label="Loaf">Rye</td>'),
        (folded, '<td data-label="How hot">Warm</td>'),
        (folded, "<td>x</td>"),  # which has no head
    ):
        assert words in part


def test_style_sheets_are_joined_in_their_order_under_their_names(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.css").write_text(f"{name} {{}}\n", encoding="utf-8")
    joined = style_sheets.joined(tmp_path, ["b.css", "a.css"])
    assert joined == "/* b.css */\nb {}\n/* a.css */\na {}\n"


def test_an_anchor_that_moved_is_beside_the_one_that_took_its_place() -> None:
    """Within the first element that may hold it: an entry of a list of terms is a block that may not."""
    moved = Element(moved=(Element(old="glossary/#a", new="glossary/#b"), Element(old="law/#c", new="law/#d")))
    html = '<div id="b">\n<dt>B</dt></div><h2 id="d">D</h2>'
    assert mkdocs_hook.led_on(html, "glossary/", moved) == html.replace("<dt>", '<dt><span id="a"></span>')
    assert mkdocs_hook.led_on(html, "law/", moved) == html.replace('id="d">', 'id="d"><span id="c"></span>')
