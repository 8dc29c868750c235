"""A council's colours as a style sheet of custom properties. The values are checked (copy/rules/local_colours.py)."""

from accord.copy.colours import SETTINGS
from accord.guidance.local import LocalSite

NAME = "assets/local.css"
SCREEN_DARK = "@media screen and (prefers-color-scheme: dark)"


def css(site: LocalSite) -> str:
    """Return the style sheet, or an empty string where no colour is set."""
    light = _rule(site, "colour", "colour_foot")
    # What is set for the day must not shine through at night, where upstream's own colours stand until others are set.
    dark = _rule(site, "colour_dark")
    day = f"@media not screen, (prefers-color-scheme: light) {{\n  {light}\n}}\n" if light else ""
    return day + (f"{SCREEN_DARK} {{\n  {dark}\n}}\n" if dark else "")


def _rule(site: LocalSite, *settings: str) -> str:
    declared = [f"{SETTINGS[name][0]}: {getattr(site, name)};" for name in settings if getattr(site, name)]
    return f":root {{ {' '.join(declared)} }}" if declared else ""
