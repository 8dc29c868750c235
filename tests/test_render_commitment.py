"""The Commitment's text on a page: exactly the signed words in order, and nothing that could be taken for them."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.commitment.pages import redline
from accord.commitment.pages.text import inline, sections, text_html
from accord.commitment.text import Block, Commitment, Text
from accord.pages.frame import PARTS, Frame, ShellPage, place_mark
from accord.register.pages import words
from accord.register.published import Published
from accord.site.macros import MACROS
from tests import render_commitment as made
from tests.test_encode import TEXT, TOKENS, page_of

PROSE = st.lists(TEXT | st.sampled_from(TOKENS), max_size=6).map(lambda parts: " ".join(parts).replace("*", ""))


@pytest.fixture(scope="module")
def g() -> Published:
    return made.guidance(made.sample())


def squeezed(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()


@given(st.lists(PROSE.filter(str.strip), min_size=1, max_size=4))
def test_any_words_are_shown_as_written(paragraphs: list[str]) -> None:
    """Signs of HTML, Markdown or the template language are words like others."""
    plain = [squeezed(paragraph.replace("*", "")) or "x" for paragraph in paragraphs]
    text = Text(tuple(Block("paragraph", paragraph, 1) for paragraph in plain), ())
    page = page_of(f"Before.\n\n<div>\n{text_html(text)}\n</div>\n\nAfter.")
    assert [each.tag for each in page] == ["p", "div", *["p"] * len(plain), "p"]
    told = [squeezed("".join(each.itertext())) for each in page if each.tag == "p"]
    assert told == ["Before.", *map(squeezed, plain), "After."]


def test_headings_have_anchors_of_their_own_and_emphasis_is_kept(g: Published) -> None:
    text = g.commitment.versions[0].text
    assert sections(text) == [
        ("text-respect", "Respect"),
        ("text-care", "Care"),
        ("text-how-we-keep-it", "How we keep it"),
    ]
    twice = Text((Block("heading", "A", 1, 2), Block("heading", "A", 5, 3), Block("heading", "…", 7, 2)), ())
    anchors = re.findall('id="([^"]+)"', text_html(twice))
    assert anchors == ["text-a-1", "text-a-5", "text-part-7"]
    assert inline("a **b** *c* <d>") == "a <strong>b</strong> <em>c</em> &#60;d&#62;"


def test_a_redline_says_in_words_what_it_shows() -> None:
    shown = redline.marked("We keep a list.", "We keep a public list.")
    assert shown == (
        'We keep a <ins><span class="visually-hidden">[added: </span>public'
        '<span class="visually-hidden">]</span></ins> list.'
    )


def test_reports_count_answers_about_the_same_words_only(g: Published) -> None:
    """An answer about an older wording of a clause is no answer about the new one; claims and endings do not count."""
    old, new = g.commitment.by_number["1.1.0"].text, g.commitment.by_number["2.0.0"].text
    told = [answer for _, answer in g.reports[new.by_id["respect-1"].digest]]
    assert sorted(told) == ["kept", "partly"]
    assert len(g.reports[new.by_id["respect-2"].digest]) == 1
    assert len(g.reports[old.by_id["respect-2"].digest]) == 1
    end = {**made.WITHDRAWN, "date": "2026-10-02"}
    gone = made.records("cray", made.signed("2026-08-01", ""), made.reviewed("2026-10-01"), end)
    assert made.guidance(gone).reports == {}


def test_the_state_of_the_text_and_its_digests(g: Published) -> None:
    """Versions, digests and counts are computed; where there is no version yet, the pages say so."""
    status = MACROS["commitment_status"](g, "../", "")
    holding = g.signed_for(g.commitment.versions[-1])
    assert [s.slug for s in g.signed_for(g.commitment.versions[0])] == ["dunmere"]
    assert f"{len(holding)} organisations have a confirmed signature that holds for this version, as at" in status
    assert f"{len(g.register.counted) - len(holding)} organisations signed another version, and not this one." in status
    assert g.commitment.versions[-1].digest in html.unescape(status)
    assert "2.0.0</a> (current)" in MACROS["commitment_versions"](g, "../../", "")
    digests = html.unescape(MACROS["commitment_digests"](g, "../", ""))
    assert all(version.digest in digests for version in g.commitment.versions)
    nothing = made.guidance(texts=Commitment(()))
    for name in ("commitment_status", "commitment_versions", "commitment_digests"):
        assert "No version has been published yet" in MACROS[name](nothing, "../", "")
    assert "There is no text to show yet." in MACROS["commitment_text"](nothing, "../", "")
    assert "Young words on Care 3." in MACROS["promise"](made.guidance(), "../../", "care-3")


def test_a_frame_is_cut_once_and_its_marks_do_nothing_in_a_value() -> None:
    page = Frame(made.shell("../")).fill({part: words.typed(f"{place_mark('body')} of {part}") for part in PARTS})
    assert "&#64;&#64;accord&#45;body&#64;&#64; of title" in page
    assert page.count("of body") == 1
    with pytest.raises(ValueError, match="no mark"):
        Frame("<p>nothing</p>")
    assert ShellPage("x/").canonical_url is None
    assert ShellPage("x/", address="https://a.example/").canonical_url == "https://a.example/@@accord-place@@"


def test_a_version_is_current_from_the_day_of_its_release() -> None:
    texts = made.commitment()
    for day, number in ((9, None), (10, "1.0.0")):
        found = texts.current(date(2023, 1, day))
        assert (found and found.number) == number


def test_dates_are_absolute() -> None:
    assert words.day(date(2026, 11, 22)) == "22 November 2026"
    assert words.iso_day("2026-03-01") == "1 March 2026"
    assert words.iso_day("soon") == "soon"
    assert words.time(date(2026, 1, 2)) == '<time datetime="2026-01-02">2 January 2026</time>'
