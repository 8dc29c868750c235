"""Puts the YAML parser's complaints into words that a content designer can act on."""

QUOTE = "Put the whole value in double quotes."
DIRECTIVE = "The file has a YAML directive (a line that starts with %)."
# What the parser says, and what it nearly always means; the first that fits is taken.
KNOWN = (
    ("cannot start any token", "The value starts with a sign that YAML keeps for itself (such as @, ` or %).", QUOTE),
    ("expected alphabetic or numeric character", "The value starts with * or &, which YAML keeps for itself.", QUOTE),
    (
        "mapping keys are not allowed",
        "The value starts with a question mark and a space, which YAML keeps for itself.",
        QUOTE,
    ),
    (
        "block sequence entries are not allowed",
        "The value starts with a hyphen and a space, which YAML takes for a list.",
        "Start the list on the next line, or put the whole value in double quotes.",
    ),
    (
        "found unexpected end of stream",
        "A quotation mark is opened on this line and never closed.",
        'Put the whole value in double quotes, and write a quotation mark inside it as \\".',
    ),
    (
        "found unknown escape character",
        "A backslash stands before a letter that it may not stand before.",
        "Write the backslash twice, or leave it out.",
    ),
    (
        "character escape code",
        "A backslash and a number name a character that does not exist.",
        "Type the character itself, without a backslash.",
    ),
    (
        "could not find expected ':'",
        "A line is not of the form `field: value`.",
        "Check this line and the one above: a colon and a space are missing, or the indentation is off.",
    ),
    (
        "did not find expected key",
        "A line does not fit the lines above it.",
        "Check the indentation, and put a value that holds quotation marks in double quotes.",
    ),
    (
        "did not find expected '-' indicator",
        "A line of a list does not start with a hyphen, or its indentation is off.",
        "Line it up with the other hyphens.",
    ),
    (
        "expected <document start>",
        "The line does not belong to the lines above it.",
        "Start every field in the first column, and write nothing before the first one.",
    ),
    (
        "expected comment or line break",
        "Words stand on the line of a block mark (> or |).",
        "Start the text on the next line, indented.",
    ),
    (
        "expected node content",
        "A bracket, a brace or a comma stands where a value should.",
        "Put the whole value in double quotes, or write a list with one hyphen a line.",
    ),
    (
        "did not find expected ','",
        "A bracket is opened on this line, and a comma or its closing bracket is missing.",
        "Write the list with one hyphen a line, or put the whole value in double quotes.",
    ),
    ("directive", DIRECTIVE, "Delete that line."),
    ("incompatible YAML document", DIRECTIVE, "Delete that line."),
)
# The parser stops later than people look: for these the place where the value began is the one to show.
BEGAN = ("found unexpected end of stream", "could not find expected ':'", "did not find expected ','")
COLON = "mapping values are not allowed"
FALLBACK = ("This is not YAML that we can read here.", "Check the indentation and the quotation marks of this line.")


def explain(complaint: str, row: str) -> tuple[str, str]:
    """Return what is wrong and the cure, in words. `row` is the line on which the parser stopped."""
    if COLON in complaint and row.count(": ") + row.rstrip().endswith(":") > 1:
        return "The value holds a colon and a space, which YAML takes for a new field.", QUOTE
    if COLON in complaint:
        return "A field starts while the line above still goes on.", "Line the two up, and check the colon above."
    return next(((wrong, cure) for words, wrong, cure in KNOWN if words in complaint), FALLBACK)
