"""What the Commitment's text may not hold: each with its name, and with what to do instead.

Markdown means one thing to us, another to GitHub and a third to a word processor. What is signed has to read the same
in all of them, so what one of them might take for more than words is refused.
"""

import re
from collections.abc import Iterator

from accord.files.problem import shown

IN_WORDS = "Say it in words."
PLAIN = "Leave it out: the text is read the same way everywhere only without it."
ADDRESS = "Write the address itself: where a link leads can change after signing."
PARAGRAPHS = "Write paragraphs, or a list with `- `."

# Anywhere in a line; the first that fits is named.
INSIDE = tuple(
    (re.compile(pattern), name, cure)
    for pattern, name, cure in (
        (r"-{0,2}8<-{1,2}", "a snippet mark", "Write the words themselves: another file could change them."),
        (r"\{\{|\}\}|\{%|%\}|\{#|#\}", "a template mark", "Write the words themselves: a program could change them."),
        (r"!\[", "an image", IN_WORDS),
        (r"\[\^", "a footnote", "Put its words into the paragraph."),
        (r"\]\(|\]\[|\]:|\[\[|\]\]", "a link", ADDRESS),
        (r"<[A-Za-z][A-Za-z0-9+.-]*:|<[^\s<>]+@", "a link in angle brackets", ADDRESS),
        (r"<!--|-->", "an HTML comment", "Delete it: it would be signed and never shown."),
        (r"<[A-Za-z/!?]", "an HTML tag", "Use **bold** or *italic*, or plain words."),
        (r"<", "a less-than sign", IN_WORDS),
        (r"&#?[A-Za-z0-9]+;", "an HTML entity", "Type the character itself."),
        (r"`", "a code mark", "Use **bold** or *italic*, or plain words."),
        (r"\\", "a backslash", PLAIN),
        (r"\{|\}", "an attribute list or a brace", PLAIN),
        (r"\[|\]", "a square bracket", "Use round brackets."),
        (r"\|", "a table or a bar", PARAGRAPHS),
        (r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", "an underscore as a mark", "Use **bold** or *italic*, or plain words."),
        (r"\*{3,}", "more than two asterisks", "Use **bold** or *italic*, not both at once."),
        (r"~|==|\^\^|\+\+", "a mark for struck or marked words", PLAIN),
        (r"\$", "a dollar sign", "Say it in words: Git and formulas use it as a mark."),
        (r":(?=[0-9]*[a-z_+-])[a-z0-9_+-]+:", "a code for a picture", IN_WORDS),
        (r"(?<=\S)  ", "two spaces together", "Delete one."),
    )
)
# At the start of a line, in the order in which they are tried.
AT_START = tuple(
    (re.compile(pattern), name, cure)
    for pattern, name, cure in (
        (r"#{4,}", "a heading of the fourth level or below", "Use #, ## or ###."),
        (r"#+(?![ #])|#+ .*#$", "a heading of an unusual form", "Write `## Words`: one space, and no # at the end."),
        (r">", "a quotation", PARAGRAPHS),
        (r"(?:[-*_] ?){3,}$", "a rule across the page", "Delete it, or write a heading."),
        (r"=+$|-+$", "an underline", "Write a heading as `## Words`."),
        (r"(?:[-+*]|\d+[.)]) +(?:[-+*]|\d+[.)]|#+|>)(?: |$)", "a list or a heading within a list", "Use one level."),
        (r"[+*](?: |$)", "a list with + or *", "Start each item with `- `."),
        (r"\d+\)(?: |$)|\d+\.$", "a numbered item of an unusual form", "Write `1. Words`."),
        (r":|!!!|\?\?\?|///", "a block mark", PARAGRAPHS),
    )
)
LIST_MARK = re.compile(r"^(?:- |\d+\. )")
FRONT = re.compile(r"(?:---|\+\+\+|;;;)$")


def refused(number: int, row: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with one line, and the cure: at most one mark at its start, and one inside it."""
    if number == 1 and FRONT.match(row):
        yield "The text starts with front matter.", "Delete it: start with the title, `# Words`."
        return
    bare = row.lstrip(" ")
    starts = (bare, LIST_MARK.sub("", bare))  # an item holds no quotation, heading or rule either
    for pattern, name, cure in AT_START:
        if found := pattern.match(starts[0]) or pattern.match(starts[1]):
            yield f"The line holds {name}: {shown(found[0])}.", cure
            break
    for pattern, name, cure in INSIDE:
        if found := pattern.search(row):
            yield f"The line holds {name}: {shown(found[0])}.", cure
            break


# A mark opens before a word and closes after one, with a space, a bracket, a quotation mark or a stop beyond it. Then
# CommonMark ("left-flanking", section 6.2) and Python-Markdown agree with us about what is bold.
SPAN = re.compile(r"""(?<![^\s("'“‘—–/-])(\*\*?)(?![\s*])([^*]*[^\s*])\1(?![^\s.,;:!?)"'”’—–/…-])""")


def unpaired(words: str) -> int:
    """Return the place of the first asterisk that is no part of `**bold**` or `*italic*`, or -1."""
    if "*" not in words:
        return -1
    paired = {place for span in SPAN.finditer(words) for place in (*range(*span.span(1)), span.end() - 1)}
    paired |= {span.end() - 2 for span in SPAN.finditer(words) if len(span[1]) == 2}
    return next((place for place, c in enumerate(words) if c == "*" and place not in paired), -1)
