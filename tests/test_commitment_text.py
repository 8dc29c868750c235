"""The reader of the Commitment's text: nothing crashes it, it loses no word, and no change of a byte is missed."""

from __future__ import annotations

from time import process_time

from hypothesis import assume, example, given
from hypothesis import strategies as st

from accord.commitment import canonical
from accord.commitment.reading import parse
from accord.commitment.text import Clause
from accord.files.digests import digest
from tests import support

VALUES = {"Respect": "respect", "Care": "care"}
TOKENS = (
    "We", "will", "**", "*", "**Respect 1.** ", "**Care 2.** ", "## Respect\n\n", "## Care\n", "# ", "### ", "- ",
    "1. ", "2. ", "  ", " ", "\n", "\n\n", ".", "[", "](", "<b>", "&amp;", "{{", "`", "\\", "|", "_", "~~", "$", ":",
    "é", "\u0301", "\u202e", "\ufeff", "\r", "\t", "\0", "\u00a0", "---", ">", "8<-", "10) ", "😀",
)  # fmt: skip
NASTY = st.lists(st.sampled_from(TOKENS) | st.text(max_size=4), max_size=40).map("".join)
WORD = st.from_regex(r"[A-Za-zéŵ]{1,8}[,;]?", fullmatch=True)
SPAN = st.tuples(st.sampled_from(["", "*", "**"]), st.lists(WORD, min_size=1, max_size=3)).map(
    lambda pair: f"{pair[0]}{' '.join(pair[1])}{pair[0]}"
)
WORDS = st.lists(SPAN, min_size=1, max_size=4)  # each entry goes on one line or on the next


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a text that is allowed, wrapped at random, and the words of its blocks in order."""
    parts: list[str] = ["# Title"]
    words: list[str] = ["Title"]
    for _ in range(draw(st.integers(0, 2))):
        kind = draw(st.sampled_from(["paragraph", "bullet", "number", "heading"]))
        if kind == "heading":
            parts.append(f"### {(plain := ' '.join(draw(st.lists(WORD, min_size=1, max_size=4))))}")
            words.append(plain)
            continue
        items = draw(st.lists(WORDS, min_size=1, max_size=2)) if kind != "paragraph" else [draw(WORDS)]
        marks = {"paragraph": [""], "bullet": ["- "] * 3, "number": ["1. ", "2. ", "3. "]}[kind]
        if kind == "number":
            parts.append("First:")
            words.append("First:")
        rows = []
        for mark, item in zip(marks, items, strict=False):
            rows.append(mark + _wrapped(draw, item, " " * len(mark)))
            words.append(" ".join(item))
        parts.append("\n".join(rows))
    for label in VALUES:
        parts.append(f"## {label}")
        words.append(label)
        for number in range(1, draw(st.integers(1, 2)) + 1):
            item = draw(WORDS)
            parts.append(f"**{label} {number}.** {_wrapped(draw, item, '')}")
            words.append(f"**{label} {number}.** {' '.join(item)}")
    return "\n\n".join(parts) + "\n", words


def _wrapped(draw: st.DrawFn, item: list[str], indent: str) -> str:
    joints = [draw(st.sampled_from([" ", f"\n{indent}"])) for _ in item[1:]]
    return item[0] + "".join(joint + span for joint, span in zip(joints, item[1:], strict=True))


@given(st.binary(max_size=200) | NASTY.map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"- a\n  ")
@example(b"1. a\n   \n")
@example(b"## Respect\n\n## Respect\n")
def test_any_bytes_are_read_or_refused_in_one_line(raw: bytes) -> None:
    """Never an exception; a text or a problem, and each problem is one clean line at a line of the file."""
    words, problems = canonical.check("draft.md", raw)
    assert bool(problems) == (not words)
    unchecked = raw.decode("utf-8", "replace")  # the reader of lines stands alone too
    text, found = parse("draft.md", words or unchecked, VALUES)
    assert (text is None) == bool(found)
    problems = found if words else problems
    for problem in problems:
        assert str(problem).isprintable()
        assert 1 <= problem.line <= raw.count(b"\n") + 1


@given(texts())
def test_an_allowed_text_keeps_its_words(drawn: tuple[str, list[str]]) -> None:
    """Each block's words are those that were written, wherever lines break."""
    written, words = drawn
    checked, problems = canonical.check("draft.md", written.encode())
    assert problems == []
    text, problems = parse("draft.md", checked, VALUES)
    assert problems == []
    assert text is not None
    assert [block.words for block in text.blocks] == words


@given(texts(), st.data())
def test_one_changed_character_is_found(drawn: tuple[str, list[str]], data: st.DataObject) -> None:
    """A character put in, taken out or changed gives another digest; within a clause, another digest of the clause."""
    written, _ = drawn
    place = data.draw(st.integers(0, len(written) - 1))
    changed = written[:place] + data.draw(st.sampled_from(["", "x", " ", "\n", "é"])) + written[place + 1 :]
    assume(changed != written)
    assert digest(changed.encode()) != digest(written.encode())
    before, _ = parse("draft.md", written, VALUES)
    after, problems = parse("draft.md", changed, VALUES)
    assert before is not None
    if after is None:
        assert problems
    elif changed.split() != written.split():
        assert [b.words for b in after.blocks] != [b.words for b in before.blocks] or after.blocks != before.blocks


def test_the_clauses_of_the_sample() -> None:
    """A clause over two lines is one line, and its digest is that of the paragraph with its label."""
    raw = support.files().raw("commitment/draft.md")
    text, _ = parse("draft.md", raw.decode(), {"Warmth": "warmth", "Patience": "patience"})
    assert text is not None
    assert text.title == "The bakers' promise"
    words = "We will keep the door open while the oven is hot."
    whole = digest(f"**Warmth 1.** {words}".encode())
    assert text.by_id["warmth-1"] == Clause("warmth-1", "Warmth 1", "warmth", 1, words, 13, whole)
    kinds = [block.kind for block in text.blocks if block.kind != "paragraph"]
    assert kinds == ["heading", *["bullet"] * 2, *["heading"] * 3, *["number"] * 2]


def test_bold_and_italic_that_every_reader_sees_alike() -> None:
    """Marks are taken where CommonMark and Python-Markdown agree, and refused elsewhere."""
    for good in ("**a** b", "*a b*, c", "(*a*)", "a — *b* — c", "“*a*” **b**."):
        assert parse("x", good + "\n", VALUES)[1] == []
    for bad in ("a*b*", "*a*b", "* a*", "*a *b", "**a*", "*a **b** c*", "a * b", "*", "**a"):
        assert len(parse("x", f"Words {bad}\n", VALUES)[1]) == 1, bad


def test_an_item_holds_words_only() -> None:
    """Markdown reads a quotation, a heading or a rule within an item too (found by comparing with Python-Markdown)."""
    for words in ("> a", ">a", "#a", "# a", "---", "* a", "1. a", ": a"):
        for mark in ("- ", "1. "):
            assert len(parse("x", f"{mark}{words}\n", VALUES)[1]) == 1, words


def test_a_text_of_the_largest_size_is_read_quickly() -> None:
    """No line makes the reader slow: each of these was made to make a pattern search again and again."""
    pieces = [":a", "*a ", "<", "{", "- ", "a_", "(", "**Respect 1", "8<", "&#", "1.", "-", "=", "# ", "[", "é", ":"]
    for piece in pieces:
        rows = [(piece * 5000)[:4000]] * 16
        text = "\n\n".join(rows) + "\n"
        start = process_time()
        canonical.check("x", text.encode())
        parse("x", text, VALUES)
        assert process_time() - start < support.SLOWEST, piece
