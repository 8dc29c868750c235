"""What macros make is held back from Markdown, and comes out as it went in."""

import markdown

from accord.site import held, shown


def _through(text: str) -> tuple[str, set[str]]:
    return held.release(markdown.markdown(text, extensions=["toc", "attr_list"]))


def test_html_comes_out_as_it_went_in() -> None:
    """Markdown's signs, entities and comments in it stay what they are; its ids are told."""
    html = '<div id="a">*no* [[mark]] &lt;b&gt; <!--held:7-->\n<p class="x" id="b">1. no list</p>\n</div>'
    out, ids = _through(f"before\n\n{held.hold(html)}\n\nafter *it*")
    assert out == f"<p>before</p>\n{html}\n\n<p>after <em>it</em></p>"
    assert ids == {"a", "b"}


def test_headings_stay_markdown() -> None:
    """They are in the page's list of headings, so Markdown has to see them."""
    out, _ = _through(held.hold("<p>one</p>\n\n## Two { #two }\n\n<p>three</p>"))
    assert out.split() == ["<p>one</p>", "<h2", 'id="two">Two</h2>', "<p>three</p>"]


def test_a_new_build_begins_with_nothing() -> None:
    held.hold("<p>old</p>")
    held.forget()
    assert held.hold("<p>new</p>").strip() == "<!--held:0-->"
    assert held.release("<!--held:0-->") == ("<p>new</p>", set())


def test_the_foot_names_each_file_once() -> None:
    assert shown.taken("<!--shows a-->x<!--shows b-->\n<!--shows a-->") == ("x", ["a", "b"])
