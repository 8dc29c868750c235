"""Contrast of colours by WCAG 2.2 (success criterion 1.4.3), and the colours that a council's own stand beside."""

AA = 4.5  # the least contrast of words with what is behind them
# Each setting: the custom property that it replaces, and upstream's colours that words in or on it meet. A test holds
# them to docs/assets/tokens.css: --paper, --card, --band, --teal-soft and --on-teal; in the dark; --on-foot.
LIGHT = {
    "the page": "#faf6ec",
    "a card": "#fffdf7",
    "the header": "#f1ead9",
    "a soft panel": "#e1ede8",
    "the words on a button": "#fbf7ec",
}
DARK = {
    "the page": "#131d1d",
    "a card": "#1a2727",
    "the header": "#0f1817",
    "a soft panel": "#1c3835",
    "the words on a button": "#0c2523",
}
FOOT = {"the words at the foot": "#f3eddd"}
SETTINGS = {"colour": ("--teal", LIGHT), "colour_dark": ("--teal", DARK), "colour_foot": ("--foot", FOOT)}


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, 0 for black to 1 for white (WCAG 2.2, "relative luminance").

    Raises ValueError: the text is no such colour.
    """
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, whichever is the lighter."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def worst(setting: str, colour: str) -> tuple[str, float]:
    """Return what a council's colour is told apart from least, in words, and the contrast."""
    beside = SETTINGS[setting][1]
    return min(((words, contrast(colour, other)) for words, other in beside.items()), key=lambda found: found[1])
