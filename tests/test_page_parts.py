"""What a page's Markdown becomes: a folded section, and a table whose cells know their heads."""

from __future__ import annotations

from markdown import Markdown

from accord.site import page_parts

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
    """Its anchor is the part's own, and what comes before and after stays as it is."""
    html = made(PAGE)
    folded = html.partition("<details")[2].partition("</details>")[0]
    assert '<summary class="headed"><h2 id="then">Then <em>this</em></h2></summary>' in "".join(folded.splitlines())
    assert "Two." in folded
    assert "Within</h3>" in folded
    assert "One." not in folded
    assert "Three." not in folded
    assert '<h2 id="last">Last</h2>' in html


def test_cells_know_their_heads() -> None:
    html = made(PAGE)
    assert '<td data-label="Loaf">Rye</td>' in html
    assert '<td data-label="How hot">Warm</td>' in html
    assert "<td>x</td>" in html  # a column without a head
